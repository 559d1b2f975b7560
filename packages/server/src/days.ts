/** Calendar days, as `YYYY-MM-DD`: they sort as text. The calendar itself is the engine's. */
import { dayAt, isoDay, parseIsoDay } from '@kneewise/engine';

/** The day a moment falls on in its own offset, else in UTC. */
export const dayOf = (atMs: number, utcOffsetMin: number | null): string => isoDay(dayAt(atMs, utcOffsetMin));

/** Whether the text is a day of the calendar. */
export function isDay(text: string): boolean {
  try {
    parseIsoDay(text);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** @throws {RangeError} where `day` is no day of the calendar */
export const dayAfter = (day: string, days: number): string => isoDay(parseIsoDay(day) + days);

/** Days from one day to another. @throws {RangeError} where either is no day of the calendar */
export const daysBetween = (from: string, to: string): number => parseIsoDay(to) - parseIsoDay(from);
