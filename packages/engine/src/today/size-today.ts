/**
 * How long is a run of this day, where a distance is in force? (training.md §4, Size and One change)
 *
 * The long size comes once in seven days, the others are easy; it grows only where a raise is allowed, and never past
 * the longest run of thirty days and a tenth. What needs a plan ahead (which weekday, how many runs) is not decided here.
 */
import { DAYS_PER_WEEK } from '../calendar/civil-day.ts';
import { mayRaise } from '../pain/effects.ts';
import type { Replay } from '../pain/replay.ts';
import {
  DAYS_BETWEEN_RAISES,
  DAYS_SINCE_TROUBLE,
  EASY_SHARE_OF_LONG,
  SHARE_IN_EASIER_WEEK,
  SHORTEST_RUN_M,
  WEEK_GUARD,
  easyOfLong,
  raised,
} from '../pain/size.ts';
import type { PainState } from '../pain/state.ts';
import { capTerm, limitTerms, type Term } from './terms.ts';

/** Weeks whose mean this week is held against. Our choice. */
const GUARD_WEEKS = 4;

/** The distance in force, or one size more where all conditions of a raise hold; never past what thirty days go with. */
function longTerms(state: PainState, longestM: number | null, today: number): Term[] {
  const { limit } = state;
  const cap = longestM === null ? [] : [capTerm(longestM)];
  if (!mayRaise(state, today)) {
    const asLong = longestM !== null && (limit === null || longestM < limit.metres);
    return [...limitTerms(state), ...(asLong ? [longestTerm(longestM)] : []), ...cap];
  }
  if (limit === null) return cap;
  const figures = {
    fromM: limit.metres,
    cleanRuns: state.cleanSinceRaise,
    troubleFreeDays: DAYS_SINCE_TROUBLE,
  };
  return [{ code: 'raised', figures, allowsM: raised(limit.metres), firm: false }, ...cap];
}

const longestTerm = (longestM: number): Term => ({
  code: 'longest-of-30-days',
  figures: { longestM },
  allowsM: longestM,
  firm: true,
});

const sum = (metres: readonly number[]): number => metres.reduce((total, each) => total + each, 0);

const shortest = (terms: readonly Term[]): number =>
  terms.reduce((least, { allowsM }) => Math.min(least, allowsM), Infinity);

/** Metres of the runs of some days; a run of unknown length counts as the long one. */
const metresBetween = ({ reported }: Replay, from: number, to: number, unknownM: number): readonly number[] =>
  reported
    .filter(({ day }) => day >= from && day <= to)
    .map(({ run }) => (run.distanceM.known ? run.distanceM.value : unknownM));

/**
 * Whether the long run of these seven days has been: one nearer to the long size than to the easy one. What was run
 * before the way back opened was of another size and does not count.
 */
function longRunDone(
  { sizedSinceDay }: PainState,
  replay: Replay,
  today: number,
  longM: number,
  share: number,
): boolean {
  const from = Math.max(today - DAYS_PER_WEEK + 1, sizedSinceDay === null ? -Infinity : sizedSinceDay + 1);
  return metresBetween(replay, from, today, longM).some(
    (metres) => metres >= (share * (longM + easyOfLong(longM))) / 2,
  );
}

/** The week after every third raise; what goes amiss in it makes nothing longer. */
const isEasier = ({ easierFromDay }: PainState, today: number): boolean =>
  easierFromDay !== null && today >= easierFromDay && today < easierFromDay + DAYS_BETWEEN_RAISES;

/**
 * The seven days up to today against the four weeks before. None where the history does not reach back over them or
 * one of them has no run: that is no habit to measure by.
 */
export function weekTerm(replay: Replay, today: number, longM: number): Term[] {
  const weeks = Array.from({ length: GUARD_WEEKS }, (_, i) => {
    const to = today - DAYS_PER_WEEK * (i + 1);
    return metresBetween(replay, to - DAYS_PER_WEEK + 1, to, longM);
  });
  const [first] = replay.reported;
  const covered = first !== undefined && first.day <= today - DAYS_PER_WEEK * (GUARD_WEEKS + 1) + 1;
  if (!covered || weeks.some((week) => week.length === 0)) return [];
  const usualM = weeks.reduce((total, week) => total + sum(week), 0) / GUARD_WEEKS;
  const doneM = sum(metresBetween(replay, today - DAYS_PER_WEEK + 1, today, longM));
  // A full week still leaves the shortest run: whether to run at all is asked of the knee, not of a sum.
  const allowsM = Math.max(SHORTEST_RUN_M, WEEK_GUARD * usualM - doneM);
  return allowsM >= longM ? [] : [{ code: 'week-guard', figures: { usualM, doneM }, allowsM, firm: true }];
}

/** All that sets the distance of today; the shortest counts. */
export function sizeTerms(state: PainState, replay: Replay, today: number): readonly Term[] {
  const terms = longTerms(state, replay.ground.longest30M(today), today);
  if (terms.length === 0) return [];
  const longM = shortest(terms);
  const easyM = easyOfLong(longM);
  const share = isEasier(state, today) ? SHARE_IN_EASIER_WEEK : 1;
  const easy: Term[] =
    easyM < longM && longRunDone(state, replay, today, longM, share)
      ? [{ code: 'easy-day', figures: { longM, share: EASY_SHARE_OF_LONG }, allowsM: easyM, firm: false }]
      : [];
  const ofDayM = shortest([...terms, ...easy]);
  const easier: Term[] =
    share < 1
      ? [
          {
            code: 'easier-week',
            figures: { fromM: ofDayM, share },
            allowsM: Math.max(Math.min(SHORTEST_RUN_M, ofDayM), share * ofDayM),
            firm: false,
          },
        ]
      : [];
  return [...terms, ...easy, ...easier, ...weekTerm(replay, today, longM)];
}
