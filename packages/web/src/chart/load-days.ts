/** Which days the load chart shows, and its scales. */
import type { LoadDay } from '../api/types.ts';

export type Span = 'weeks' | 'year' | 'all';

/** Sixteen weeks, or back to eight weeks before the onset where that is earlier. Our choice. */
const WEEKS_DAYS = 16 * 7;
const BEFORE_ONSET_DAYS = 8 * 7;
/** Beyond this the runner should choose to look. */
const MOST_DAYS_BY_ITSELF = 30 * 7;
const YEAR_DAYS = 366;
const DAY_MS = 86_400_000;

const dayMs = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** The last days of the history that a span covers. @param days oldest first, one a day */
export function daysShown(days: readonly LoadDay[], span: Span, onset: string | null): readonly LoadDay[] {
  const last = days.at(-1);
  if (last === undefined || span === 'all') return days;
  if (span === 'year') return days.slice(-YEAR_DAYS);
  const sinceOnset =
    onset === null ? 0 : Math.round((dayMs(last.date) - dayMs(onset)) / DAY_MS) + BEFORE_ONSET_DAYS;
  return days.slice(-Math.max(WEEKS_DAYS, Math.min(sinceOnset, MOST_DAYS_BY_ITSELF)));
}

/** Top of the y axis as a share: the highest thing drawn, never less than one usual week and a little. */
export const topShare = (days: readonly LoadDay[]): number =>
  Math.max(1.15, ...days.map(({ weekShare, dayShare }) => Math.max(weekShare ?? 0, dayShare ?? 0) * 1.08));

/** At most three lines. */
export function gridShares(top: number): readonly number[] {
  if (top <= 1.6) return [0, 0.5, 1];
  const whole = Math.floor(top);
  return whole <= 2
    ? Array.from({ length: whole + 1 }, (_, share) => share)
    : [0, Math.round(whole / 2), whole];
}

/** First days of months, thinned so that their names keep apart. */
export function monthTicks(days: readonly LoadDay[], most: number): readonly number[] {
  const firsts = days.flatMap(({ date }, index) => (date.endsWith('-01') ? [index] : []));
  const every = Math.max(1, Math.ceil(firsts.length / Math.max(1, most)));
  return firsts.filter((_, index) => index % every === 0);
}

/** Unbroken stretches of days whose load nobody can tell, as [from, to] indexes. */
export function unknownStretches(days: readonly LoadDay[]): readonly (readonly [number, number])[] {
  const stretches: [number, number][] = [];
  for (const [index, { weekShare }] of days.entries()) {
    if (weekShare !== null) continue;
    const last = stretches.at(-1);
    if (last !== undefined && last[1] === index - 1) last[1] = index;
    else stretches.push([index, index]);
  }
  return stretches;
}
