/** Six weeks to another cadence: how often the beat is on, and whether the weeks so far carried (K8, training.md 5). */
import { DAYS_PER_WEEK } from '../calendar/civil-day.ts';
import type { Measured } from '../measured.ts';
import { type Adherence, GOOD_SHARE, programmeAdherence, type ProgrammeAdherence } from './adherence.ts';
import type { CadenceStep } from './cadence-target.ts';

/** A programme that a runner has begun. */
export interface CadenceProgramme {
  /** `YYYY-MM-DD` */
  readonly startedOn: string;
  readonly step: CadenceStep;
  /** The first day of the first step where this is a later one: the habit is that of before it. Left out: `startedOn`. */
  readonly firstBegunOn?: string | undefined;
}

/** What one session of a week holds: the beat on and off, in turn, inside a planned easy run. */
export type BeatPlan =
  | { readonly kind: 'blocks'; readonly repeats: number; readonly onMin: number; readonly offMin: number }
  | { readonly kind: 'each-km'; readonly onS: number }
  | { readonly kind: 'none' };

export interface CadenceWeekPlan {
  readonly beat: BeatPlan;
  /** At its end the cadence is counted without a beat. */
  readonly test: boolean;
}

/** Sessions a week, inside runs that are planned anyway. [metronome-lesson: two or three times a week; our choice] */
export const BEAT_SESSIONS_A_WEEK = 3;

/**
 * Feedback that fades helped most and longest: minutes on and off the beat, seconds. Our choice of how it fades.
 * [retraining-review; hafer-2015: half of the distance on the beat for six weeks]
 */
export const CADENCE_WEEKS: readonly CadenceWeekPlan[] = [
  { beat: { kind: 'blocks', repeats: 5, onMin: 3, offMin: 1 }, test: false },
  { beat: { kind: 'blocks', repeats: 5, onMin: 4, offMin: 1 }, test: false },
  { beat: { kind: 'blocks', repeats: 6, onMin: 2, offMin: 2 }, test: false },
  { beat: { kind: 'blocks', repeats: 6, onMin: 1, offMin: 4 }, test: true },
  { beat: { kind: 'each-km', onS: 30 }, test: false },
  { beat: { kind: 'none' }, test: true },
];

/** Two weeks in a row below this go back a week. [training.md 5: our choice] */
export const POOR_SHARE = 0.5;
/** A next step comes no sooner than this after the one before, days. [training.md 5: our choice] */
export const STEP_APART_DAYS = 7;

/** A session of the programme: the run's easy part against the target. */
export interface CadenceSession {
  readonly runId: string;
  /** Whole days since the programme's first day; 0 is that day. */
  readonly sinceStart: number;
  readonly adherence: Measured<Adherence>;
}

export interface CadenceWeek {
  /** 1 is the first. */
  readonly week: number;
  /** Sessions that could be judged, and the good ones among them. */
  readonly judged: number;
  readonly good: number;
  /** Share of all their easy half minutes on target, 0–1; null where nothing could be judged. */
  readonly share: number | null;
}

export type CadenceAdvice =
  /** Carry on with this week's beat. */
  | 'go-on'
  /** Two weeks below a half: the week before again. */
  | 'back-a-week'
  /** The last week, without a beat, held: it is a habit. */
  | 'learnt'
  /** Six weeks are over and the last did not hold, or could not be judged. */
  | 'count-again';

export interface ProgrammeSoFar extends CadenceProgramme {
  /** The week that `date` lies in, 1 the first; beyond the last it goes on counting. */
  readonly weekNow: number;
  /** The week whose beat applies, after going back. Null once the six are over. */
  readonly plan: (CadenceWeekPlan & { readonly week: number }) | null;
  /** One for each week begun, six at most. */
  readonly weeks: readonly CadenceWeek[];
  readonly adherence: Measured<ProgrammeAdherence>;
  readonly advice: CadenceAdvice;
  /** The next step may be asked for, if pain still limits and calves are quiet: only the runner knows. */
  readonly mayRaise: boolean;
}

function weekOf(week: number, sessions: readonly CadenceSession[]): CadenceWeek {
  let judged = 0;
  let good = 0;
  let bins = 0;
  let onTarget = 0;
  for (const { sinceStart, adherence } of sessions) {
    if (Math.floor(sinceStart / DAYS_PER_WEEK) !== week - 1 || !adherence.known) continue;
    judged += 1;
    good += adherence.value.good ? 1 : 0;
    bins += adherence.value.easyBins;
    onTarget += adherence.value.share * adherence.value.easyBins;
  }
  return { week, judged, good, share: bins === 0 ? null : onTarget / bins };
}

const isPoor = (week: CadenceWeek | undefined): boolean =>
  week !== undefined && week.share !== null && week.share < POOR_SHARE;

/**
 * Where a programme stands.
 * @param daysSince whole days from its first day to the day of the question, 0 or more
 * @param sessions runs since its first day, in any order
 */
export function programmeSoFar(
  programme: CadenceProgramme,
  daysSince: number,
  sessions: readonly CadenceSession[],
): ProgrammeSoFar {
  if (!(daysSince >= 0 && Number.isInteger(daysSince)))
    throw new RangeError(`daysSince must be a whole number, 0 or more, got ${daysSince}`);
  const weekNow = Math.floor(daysSince / DAYS_PER_WEEK) + 1;
  const last = CADENCE_WEEKS.length;
  const weeks = Array.from({ length: Math.min(weekNow, last) }, (_, i) => weekOf(i + 1, sessions));
  // The week under way is not over, so it is not judged yet.
  const over = weekNow > last ? weeks : weeks.slice(0, -1);
  const back = isPoor(over.at(-1)) && isPoor(over.at(-2));
  const planned = Math.max(1, back ? weekNow - 1 : weekNow);
  const plan = CADENCE_WEEKS[planned - 1];
  const held = (weeks[last - 1]?.share ?? 0) >= GOOD_SHARE;
  return {
    ...programme,
    weekNow,
    plan: plan === undefined ? null : { ...plan, week: planned },
    weeks,
    adherence: programmeAdherence(sessions.map(({ adherence }) => adherence)),
    advice: weekNow > last ? (held ? 'learnt' : 'count-again') : back ? 'back-a-week' : 'go-on',
    mayRaise: daysSince >= STEP_APART_DAYS && (over.at(-1)?.share ?? 0) >= GOOD_SHARE,
  };
}
