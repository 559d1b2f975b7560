/** Knee load day by day, for the history of the Load page. */
import { type CheckIn, dayAt, isoDay, type Measured, parseIsoDay, type Run } from '@kneewise/engine';
import type { UsualWeek } from './usual-week.ts';

const DAYS_A_WEEK = 7;
/** Ten years, leap days included: a run that a wrong clock dates to 1980 adds no row beyond. Our choice. */
export const MOST_DAYS = 3_653;

export interface LoadDay {
  readonly date: string;
  /** Knee load of the day, and of the seven days up to it, as shares of the usual week; null: cannot tell. */
  readonly dayShare: number | null;
  readonly weekShare: number | null;
  /** Longest run of the day, metres; null: none, or its distance is not known. */
  readonly longestM: number | null;
  /** Worst ache answered for that day, 0–10; null: nothing said. */
  readonly worstPain: number | null;
}

interface Day {
  loadBws: number | null;
  longestM: number | null;
}

/**
 * Every day from the first run to `until`, without a hole, the last ten years of them.
 * @param until the day spoken as of, `YYYY-MM-DD`; the last one given
 */
export function loadDays(
  runs: readonly Run[],
  pains: readonly Pick<CheckIn, 'atMs' | 'utcOffsetMin' | 'pain'>[],
  usual: Measured<UsualWeek>,
  until: string,
): LoadDay[] {
  const days = new Map<number, Day>();
  let first = Infinity;
  for (const run of runs) {
    const date = dayAt(run.startAtMs, run.utcOffsetMin);
    first = Math.min(first, date);
    const day = days.get(date) ?? { loadBws: 0, longestM: null };
    const { kneeLoad } = run.analysis;
    day.loadBws = kneeLoad.known && day.loadBws !== null ? day.loadBws + kneeLoad.value.impulseRunBws : null;
    if (run.distanceM.known) day.longestM = Math.max(day.longestM ?? 0, run.distanceM.value);
    days.set(date, day);
  }
  const worst = new Map<number, number>();
  for (const { atMs, utcOffsetMin, pain } of pains) {
    const date = dayAt(atMs, utcOffsetMin);
    worst.set(date, Math.max(worst.get(date) ?? 0, pain));
  }

  const last = parseIsoDay(until);
  if (first > last) return [];
  const share = (loadBws: number | null): number | null =>
    usual.known && loadBws !== null ? loadBws / usual.value.kneeLoadBws : null;
  first = Math.max(first, last - MOST_DAYS + 1);
  const loads: (number | null)[] = [];
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const day = days.get(first + i);
    loads.push(day === undefined ? 0 : day.loadBws);
    const week = loads.slice(-DAYS_A_WEEK);
    const weekBws = week.reduce<number | null>(
      (sum, load) => (sum === null || load === null ? null : sum + load),
      0,
    );
    return {
      date: isoDay(first + i),
      dayShare: share(loads.at(-1) ?? null),
      weekShare: share(weekBws),
      longestM: day?.longestM ?? null,
      worstPain: worst.get(first + i) ?? null,
    };
  });
}
