/**
 * The knee check (K1): answers in; level, warning signs, explanations and what to do out. Pure, with its working.
 *
 * It examines nobody: it says what fits and what a clinician would check, never what somebody has.
 */
import { type Advice, adviceFor, untilOf } from './advice.ts';
import type { Answers, GivenAnswer } from './answers.ts';
import { worthAsking } from './ask-next.ts';
import { cardOf } from './cards.ts';
import { type Certainty, certaintyOf } from './certainty.ts';
import { type ConditionId, conditionOf } from './conditions.ts';
import { byUrgency } from './flags.ts';
import { isAtLeast, type Level } from './level.ts';
import { cannotTellYet } from './level-of.ts';
import { orderShown } from './order.ts';
import { reasonsFor, type Reason } from './reasons-for.ts';
import type { RedFlag, Until } from './red-flags.ts';
import { triage } from './triage.ts';

export interface RaisedFlag {
  readonly flag: RedFlag;
  /** The answers that raised it; `unsure` where not knowing did. */
  readonly because: readonly { readonly question: string; readonly answer: GivenAnswer }[];
}

export interface OpenFlag {
  readonly id: string;
  readonly level: Level;
  readonly title: string;
  /** Questions that could close it. */
  readonly questions: readonly string[];
}

export interface Explanation {
  readonly id: ConditionId;
  readonly name: string;
  /** Share of what was said, 0–1; it orders, and is no calibrated risk. Not for runners' eyes. */
  readonly share: number;
  readonly certainty: Certainty;
  readonly for: readonly Reason[];
  readonly against: readonly Reason[];
  readonly tellsApart: string;
  /** A raised flag looks for it: shown before what fits better. */
  readonly checkFirst: boolean;
}

export interface CheckResult {
  readonly level: Level;
  /** A warning sign of today or above could not be checked. */
  readonly provisional: boolean;
  /** The most urgent first. */
  readonly flags: readonly RaisedFlag[];
  readonly open: readonly OpenFlag[];
  /** All 37 and `other`, in the order shown; their shares sum to 1. */
  readonly explanations: readonly Explanation[];
  /** Nothing stands out, or too little is known. */
  readonly cannotTellYet: boolean;
  /** The flag whose own words lead, where nothing it looks for fits even a little. */
  readonly leadingFlag: string | null;
  /** Questions still worth asking, in that order. */
  readonly askNext: readonly string[];
  readonly until: Until;
  /** Whether a plan may hold a run before a clinician has cleared it. */
  readonly mayRun: boolean;
  /** Whose self-care card is shown; null: none. */
  readonly card: ConditionId | null;
  readonly comeBackDays: number;
  readonly advice: readonly Advice[];
}

export interface CheckContext {
  /** Flags raised earlier in this interview: they stay until they are certainly no. */
  readonly raisedBefore?: readonly string[];
}

/** When to come back at the latest, by level; days. Physio and self-manage: two weeks, a card's time if sooner.
 * Our choice. */
const COME_BACK_DAYS: Readonly<Record<Level, number>> = {
  'emergency-now': 0,
  today: 1,
  'within-days': 3,
  physio: 14,
  'self-manage': 14,
};

/**
 * @param answers by question id; see `Answers`
 * @throws {RangeError} where an answer is not one of those allowed: see `answerProblems`
 */
export function check(answers: Answers, { raisedBefore = [] }: CheckContext = {}): CheckResult {
  const { level, provisional, judged, facts, held, shares } = triage(answers, raisedBefore);
  const raised = judged.filter(({ is }) => is === 'raised').sort(byUrgency);
  const open = judged.filter(({ is }) => is === 'open').sort(byUrgency);
  const flags = raised.map(({ flag }) => flag);
  const shown = orderShown(shares, flags);
  const byShare = shown.toSorted((a, b) => b.share - a.share);
  const soughtUrgently = flags.some((flag) => isAtLeast(flag.level, 'within-days'));
  const selfManaged = byShare.find(({ id }) => conditionOf(id).level === 'self-manage');
  const card = isAtLeast(level, 'within-days') || provisional ? null : (selfManaged?.id ?? null);
  const comeBackDays = COME_BACK_DAYS[level];
  return {
    level,
    provisional,
    flags: raised.map(({ flag, because }) => ({
      flag,
      because: because.map((question) => ({
        question,
        answer: facts.has(question) ? (answers[question] ?? 'unsure') : 'unsure',
      })),
    })),
    open: open.map(({ flag, undecided }) => ({
      id: flag.id,
      level: flag.level,
      title: flag.title,
      questions: undecided,
    })),
    explanations: shown.map(({ id, share, checkFirst }) => ({
      id,
      name: cardOf(id).name,
      share,
      certainty: certaintyOf(share),
      ...reasonsFor(id, facts, held),
      tellsApart: cardOf(id).tellsApart,
      checkFirst,
    })),
    cannotTellYet: cannotTellYet(facts, shares),
    leadingFlag: soughtUrgently && shown[0]?.checkFirst === false ? (flags[0]?.id ?? null) : null,
    askNext: worthAsking({ facts, judged, shares }, held).map(({ id }) => id),
    until: untilOf(level, flags),
    mayRun: !isAtLeast(level, 'within-days'),
    card,
    comeBackDays,
    advice: adviceFor({ level, provisional, raised: flags, facts, card, comeBackDays }),
  };
}
