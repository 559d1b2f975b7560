/** The level, gathered from warning signs, from what dangerous explanations add up to, and from what is not known. */
import { CONDITIONS } from './conditions.ts';
import type { Facts } from './facts.ts';
import { WEIGHED_QUESTIONS } from './findings.ts';
import { WORD_RULES } from './condition-words.ts';
import { type JudgedFlag, raisedLevel } from './flags.ts';
import { judge } from './judge.ts';
import { isAtLeast, type Level, moreUrgent } from './level.ts';
import { readRule } from './rule.ts';
import { shareOf, tappedPlaces } from './shares.ts';

/** Second net: shares of explanations of within-days or above, together. Our choice. */
export const NET_WITHIN_DAYS_FROM = 0.35;
export const NET_PHYSIO_FROM = 0.15;
/** Self-managed explanations together hold at least this share before one looks after it alone. Our choice. */
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

/**
 * Whether what is known lets a runner look after it alone, were no warning sign raised or open. Not before it is known
 * what brings the pain on: the interview asks that after everything a warning sign could turn on, so that breaking it
 * off early never ends here.
 */
export function mayLookAfterIt(facts: Facts, shares: readonly number[]): boolean {
  const leading = CONDITIONS[shares.indexOf(Math.max(...shares))];
  return (
    tappedPlaces(facts).length > 0 &&
    facts.has('hurts') &&
    leading?.level === 'self-manage' &&
    shareOf(shares, ({ level }) => level === 'self-manage') >= SELF_MANAGED_FROM &&
    !cannotTellYet(facts, shares)
  );
}

/**
 * Warning signs of within-days that must be cleared, not only unraised, before one looks after it alone: swelling,
 * injury, pain that wakes, groin, a lump, a growing bone, a nerve. Our choice, stricter than for the level itself.
 */
export const CLEARED_BEFORE_ALONE: readonly string[] = [
  'RF21',
  'RF22',
  'RF23',
  'RF27',
  'RF29',
  'RF33',
  'RF37',
];
/** The sore or loaded bone (RF25) too, where the place is bone's and its signs at rest and on walking are not known. */
const BONE = 'RF25';
const BONE_SIGNS_NOT_KNOWN = readRule('BONEPLACE and may(BONESIGN)', WORD_RULES);

/** A bone with a reason to tire (RF26), open, at its places, while one of its signs may be there. */
const REASON = 'RF26';
const BONE_NOT_CLEAR = readRule(
  'place in inner,inner-above,inner-line,inner-below,shin,lower-thigh and may(BONESIGN or hop=deep or bone-spot in shin,thigh,other)',
  WORD_RULES,
);
/**
 * Nor where neither a hop nor the bones were tried, in somebody new to running, of high volume, or of whom nothing is
 * known about how much they run.
 */
const UNTESTED = readRule(
  'BONEPLACE and may(hop=deep) and may(bone-spot in kneecap,shin,thigh,other)',
  WORD_RULES,
);
/** At any place, where volume is high or it gets worse. */
const UNTESTED_ANYWHERE = readRule(
  'may(hop=deep) and may(bone-spot in kneecap,shin,thigh,fibula,other) and (runner=high or course=worse)',
  WORD_RULES,
);
const LOADED = readRule('runner in new,high or load in started', WORD_RULES);
const isUntested = (facts: Facts): boolean =>
  judge(UNTESTED_ANYWHERE, facts) === 'yes' ||
  (judge(UNTESTED, facts) === 'yes' &&
    (judge(LOADED, facts) === 'yes' || !(facts.has('load') || facts.has('runner'))));

/**
 * Nor where a medicine that makes bones weak or bleeding likely was left half answered, or both knees hurt and nobody
 * knows how long they are stiff; nor, from 50 on, where an artificial joint, a cancer or an illness may be behind it.
 */
const HALF_SAID = readRule(
  'may(medicines in steroid,thinner) or (side in both,shifts and may(stiff-min>=30)) or (age>=50 and (may(history in replacement,cancer) or may(systemic)))',
  WORD_RULES,
);

/**
 * Nor where nobody knows whether pain wakes; nor, in high volume, where it gets worse or under 20, whether it ever
 * settles; nor, under 20, whether the hip turns freely.
 */
const NIGHT_NOT_KNOWN = readRule(
  'may(night=wakes) or (may(rest=constant) and (course=worse or runner=high or age<20)) or (age<20 and may(hip-twist))',
  WORD_RULES,
);

/** Whether a sign that could be dangerous was left open. */
export function leftOpen(judged: readonly JudgedFlag[], facts: Facts): boolean {
  const open = new Set(judged.filter(({ is }) => is === 'open').map(({ flag }) => flag.id));
  return (
    CLEARED_BEFORE_ALONE.some((id) => open.has(id)) ||
    judge(NIGHT_NOT_KNOWN, facts) === 'yes' ||
    (open.has(BONE) && judge(BONE_SIGNS_NOT_KNOWN, facts) === 'yes') ||
    (open.has(REASON) && judge(BONE_NOT_CLEAR, facts) === 'yes') ||
    isUntested(facts) ||
    judge(HALF_SAID, facts) === 'yes' ||
    // It could be a child.
    !facts.has('age')
  );
}

/** Whether a warning sign of today or above could not be checked. */
export const isProvisional = (judged: readonly JudgedFlag[]): boolean =>
  judged.some(({ is, flag }) => is === 'open' && isAtLeast(flag.level, 'today'));

/** @param shares in the order of `CONDITIONS` */
export function levelOf(judged: readonly JudgedFlag[], facts: Facts, shares: readonly number[]): Level {
  const fromFlags = raisedLevel(judged);
  const level = moreUrgent(fromFlags ?? 'self-manage', secondNet(shares));
  const alone =
    fromFlags === null && !isProvisional(judged) && !leftOpen(judged, facts) && mayLookAfterIt(facts, shares);
  return alone ? level : moreUrgent(level, 'physio');
}
