/** What the morning after a session says of it: a run on the same day takes the morning's grade, strength then holds. */
import { isoDay, parseIsoDay } from '../calendar/civil-day.ts';
import type { CheckIn } from '../pain/check-in.ts';
import { dayOfCheckIn, isMorning } from '../pain/reports.ts';
import type { Morning } from './strength-log.ts';

export type MorningAfter = 'settled' | 'raised' | 'unknown' | 'belongs-to-the-run';

/** The worst morning of each day, in the order of days. */
export function morningsOf(checkIns: readonly CheckIn[]): readonly Morning[] {
  const worst = new Map<number, number>();
  for (const checkIn of checkIns.filter(isMorning)) {
    const day = dayOfCheckIn(checkIn);
    worst.set(day, Math.max(worst.get(day) ?? 0, checkIn.pain));
  }
  return [...worst].sort(([a], [b]) => a - b).map(([day, pain]) => ({ date: isoDay(day), pain }));
}

/**
 * @param settled s, the highest pain of a settled morning
 * @param runDates local days with a run
 */
export function morningAfter(
  date: string,
  mornings: readonly Morning[],
  runDates: ReadonlySet<string>,
  settled: number,
): MorningAfter {
  const next = isoDay(parseIsoDay(date) + 1);
  if (runDates.has(date)) return 'belongs-to-the-run';
  const morning = mornings.find((each) => each.date === next);
  if (!morning) return 'unknown';
  return morning.pain <= settled ? 'settled' : 'raised';
}
