/** Which week of heavy work is it, and what does a break cost? (training.md §2) */
import { parseIsoDay } from '../calendar/civil-day.ts';
import type { DoneSession } from './strength-log.ts';

// Our choices; little keeps strength [spiering-2021].
const REPEAT_FROM_DAYS = 7;
const LESS_FROM_DAYS = 14;
const MUCH_LESS_FROM_DAYS = 28;
const SHARE_AFTER_14_DAYS = 0.9;
const SHARE_AFTER_28_DAYS = 0.75;
/** Effort of a session from which it was too hard, 0–10, and how many in a row. [helms-2016: 6 to 8 is enough] */
const TOO_HARD_RPE = 9;
const TOO_HARD_TIMES = 2;
export const SHARE_AFTER_TOO_HARD = 0.9;
/** So long after the second of them a set is left out, days. */
const EASIER_DAYS = 7;
const DAYS_PER_WEEK = 7;

export interface Block {
  /** 1 and above: weeks with heavy work so far, this one included. */
  readonly week: number;
  /** Rows of the block that long breaks have taken back. */
  readonly rowsBack: number;
  /** Days since the last heavy session; null: none yet. */
  readonly gapDays: number | null;
  /** Share of the last load that is left after the break, and whether it only repeats. */
  readonly share: number;
  readonly repeats: boolean;
  /** The last two sessions were too hard, and no longer than a week ago. */
  readonly tooHard: boolean;
}

/** What a break of heavy work leaves. @param days since the last session, 0 and above */
export function afterGap(days: number): Pick<Block, 'share' | 'repeats'> & { readonly rowsBack: number } {
  if (days >= MUCH_LESS_FROM_DAYS) return { share: SHARE_AFTER_28_DAYS, repeats: true, rowsBack: 1 };
  if (days >= LESS_FROM_DAYS) return { share: SHARE_AFTER_14_DAYS, repeats: true, rowsBack: 0 };
  return { share: 1, repeats: days >= REPEAT_FROM_DAYS, rowsBack: 0 };
}

/**
 * @param heavy build and run-specific sessions, in any order
 * @param today day number
 */
export function blockOf(heavy: readonly DoneSession[], today: number): Block {
  const ordered = heavy
    .map((session) => ({ day: parseIsoDay(session.date), rpe: session.rpe }))
    .filter(({ day }) => day <= today)
    .sort((a, b) => a.day - b.day);
  const [first] = ordered;
  if (!first) {
    return { week: 1, rowsBack: 0, gapDays: null, share: 1, repeats: false, tooHard: false };
  }
  const weekOf = (day: number): number => Math.floor((day - first.day) / DAYS_PER_WEEK);
  // A week without heavy work is no week of the block.
  const weeks = new Set(ordered.map(({ day }) => weekOf(day)));
  weeks.add(weekOf(today));
  const lastDay = ordered.at(-1)?.day ?? first.day;
  const breaks = [...ordered.slice(1).map(({ day }, i) => day - (ordered[i]?.day ?? day)), today - lastDay];
  const lastTwo = ordered.slice(-TOO_HARD_TIMES);
  return {
    week: weeks.size,
    rowsBack: breaks.reduce((total, days) => total + afterGap(days).rowsBack, 0),
    gapDays: today - lastDay,
    share: afterGap(today - lastDay).share,
    repeats: afterGap(today - lastDay).repeats,
    tooHard:
      lastTwo.length === TOO_HARD_TIMES &&
      lastTwo.every(({ rpe }) => rpe !== null && rpe >= TOO_HARD_RPE) &&
      today - lastDay <= EASIER_DAYS,
  };
}
