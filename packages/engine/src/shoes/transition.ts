/**
 * A new pair is a change of load like any other: how much of the running it may take, week by week (training.md §6).
 * Who goes to much thinner soles in weeks can irritate the bones of the foot [ridge-2013]; drop alone made no difference
 * on the whole, but a low one hurt regular runners more and occasional ones less [malisoux-2016].
 */
import { DAYS_PER_WEEK, parseIsoDay } from '../calendar/civil-day.ts';
import type { EvidenceId } from '../evidence/mark.ts';
import { dayOfRun } from '../pain/reports.ts';
import type { Run } from '../run/run.ts';
import type { Shoe, ShoeOfRun } from './shoe.ts';

export type TransitionKind = 'alike' | 'lower' | 'minimal' | 'unknown';

// Our choices, with [ridge-2013] for how long minimal shoes take.
/** Drop lower by so much is another shoe, mm. */
const LOWER_DROP_MM = 4;
/** A sole thinner by so much is another shoe, mm. */
const THINNER_MM = 8;
/** A sole so thin at the heel counts as minimal, mm. */
const MINIMAL_STACK_MM = 12;
/** Alike: first runs at most this share of what the day would hold. */
const ALIKE_RUNS = 3;
const ALIKE_SHARE = 0.5;
const ALIKE_FREE_DAYS = 14;
/** Lower: share of a week's distance for two weeks, then so much more each week. */
const LOWER_FIRST_SHARE = 0.1;
const LOWER_FIRST_WEEKS = 2;
const LOWER_STEP = 0.1;
/** A minimal shoe is all of it after so many weeks at the earliest. [ridge-2013: ten weeks were too few for ten of nineteen] */
const MINIMAL_WEEKS = 20;
/** A pair is ready for a race after so many runs. */
export const RACE_SHOE_RUNS = 3;
/** Shares are kept to three decimals: 0.1 + 0.1 + 0.1 must not fall below 0.3. [definition: binary fractions] */
const ROUND = 1000;

export interface Transition {
  readonly kind: TransitionKind;
  /** Runs in the new pair so far, and whole weeks since the first. */
  readonly runs: number;
  readonly weeks: number;
  /** Share of a single run, or of a week's distance, that it may take now; 1: all. */
  readonly share: number;
  readonly of: 'run' | 'week';
  readonly done: boolean;
  readonly raceReady: boolean;
  readonly evidence: EvidenceId;
}

/** What changes from one pair to the next. Where drop or thickness is not known it counts as unknown, and is taken slowly. */
export function transitionKind(from: Shoe | null, to: Shoe): TransitionKind {
  if (
    to.stackMm !== null &&
    to.stackMm <= MINIMAL_STACK_MM &&
    (from?.stackMm ?? Infinity) > MINIMAL_STACK_MM
  ) {
    return 'minimal';
  }
  if (from === null || from.dropMm === null || to.dropMm === null) return 'unknown';
  const thinner = from.stackMm !== null && to.stackMm !== null && from.stackMm - to.stackMm >= THINNER_MM;
  return from.dropMm - to.dropMm >= LOWER_DROP_MM || thinner ? 'lower' : 'alike';
}

const rounded = (share: number): number => Math.min(1, Math.round(share * ROUND) / ROUND);

function shareOf(
  kind: TransitionKind,
  runs: number,
  weeks: number,
  days: number,
): Pick<Transition, 'share' | 'of'> {
  switch (kind) {
    case 'alike':
      return { share: runs >= ALIKE_RUNS || days >= ALIKE_FREE_DAYS ? 1 : ALIKE_SHARE, of: 'run' };
    case 'unknown':
      // Nobody knows how different it is: half runs for two weeks, however many there were.
      return { share: days >= ALIKE_FREE_DAYS && runs >= ALIKE_RUNS ? 1 : ALIKE_SHARE, of: 'run' };
    case 'lower':
      return {
        share: rounded(LOWER_FIRST_SHARE + LOWER_STEP * Math.max(0, weeks - LOWER_FIRST_WEEKS + 1)),
        of: 'week',
      };
    case 'minimal':
      return {
        share: rounded(Math.max(LOWER_FIRST_SHARE, weeks / MINIMAL_WEEKS)),
        of: 'week',
      };
  }
}

/**
 * Where the change to a new pair stands.
 * @param from the pair worn before, null: not known
 * @param date local day, `YYYY-MM-DD`
 */
export function shoeTransition(
  from: Shoe | null,
  to: Shoe,
  runs: readonly Run[],
  shoeOf: ShoeOfRun,
  date: string,
): Transition {
  const today = parseIsoDay(date);
  const days = runs
    .filter(({ id }) => shoeOf.get(id) === to.id)
    .map(dayOfRun)
    .filter((day) => day <= today);
  const kind = transitionKind(from, to);
  const sinceFirst = days.length === 0 ? 0 : today - Math.min(...days);
  const weeks = Math.floor(sinceFirst / DAYS_PER_WEEK);
  const { share, of } = shareOf(kind, days.length, weeks, sinceFirst);
  return {
    kind,
    runs: days.length,
    weeks,
    share,
    of,
    done: share >= 1,
    raceReady: days.length >= RACE_SHOE_RUNS && share >= 1,
    evidence: kind === 'minimal' ? 'ridge-2013' : kind === 'lower' ? 'malisoux-2016' : 'our-choice',
  };
}
