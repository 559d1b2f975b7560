/** The level, gathered from warning signs, from what dangerous explanations add up to, and from what is not known. */
import { CONDITIONS } from './conditions.ts';
import type { Facts } from './facts.ts';
import { WEIGHED_QUESTIONS } from './findings.ts';
import { isAtLeast, type Level, moreUrgent } from './level.ts';
import { shareOf, tappedPlaces } from './shares.ts';

/** Second net: shares of explanations of within-days or above, together. Our choice. */
export const NET_WITHIN_DAYS_FROM = 0.35;
export const NET_PHYSIO_FROM = 0.15;
/** Self-managed explanations together hold at least this before one looks after it alone. Our choice. */
export const SELF_MANAGED_FROM = 0.5;
/** Nothing is told before one explanation reaches this share… Our choice. */
export const TELL_FROM = 0.3;
/** …and so many answers that carry weight are known. Our choice. */
export const TELL_FROM_ANSWERS = 6;

/** Whether nothing stands out, or too little was said. */
export function cannotTellYet(facts: Facts, shares: readonly number[]): boolean {
  const known = [...facts.keys()].filter((id) => WEIGHED_QUESTIONS.has(id)).length;
  return Math.max(...shares) < TELL_FROM || known < TELL_FROM_ANSWERS;
}

export function secondNet(shares: readonly number[]): Level {
  const dangerous = shareOf(shares, ({ level }) => isAtLeast(level, 'within-days'));
  return dangerous >= NET_WITHIN_DAYS_FROM
    ? 'within-days'
    : dangerous >= NET_PHYSIO_FROM
      ? 'physio'
      : 'self-manage';
}

/** Whether what is known lets a runner look after it alone, were no warning sign raised or open. */
export function mayLookAfterIt(facts: Facts, shares: readonly number[]): boolean {
  const leading = CONDITIONS[shares.indexOf(Math.max(...shares))];
  return (
    tappedPlaces(facts).length > 0 &&
    leading?.level === 'self-manage' &&
    shareOf(shares, ({ level }) => level === 'self-manage') >= SELF_MANAGED_FROM &&
    !cannotTellYet(facts, shares)
  );
}

/**
 * @param fromFlags the most urgent raised flag's level, or null where none is raised
 * @param provisional a warning sign of today or above could not be checked
 */
export function levelOf(
  fromFlags: Level | null,
  provisional: boolean,
  facts: Facts,
  shares: readonly number[],
): Level {
  const level = moreUrgent(fromFlags ?? 'self-manage', secondNet(shares));
  const alone = fromFlags === null && !provisional && mayLookAfterIt(facts, shares);
  return alone ? level : moreUrgent(level, 'physio');
}
