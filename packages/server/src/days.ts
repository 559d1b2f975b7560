/** Calendar days, as `YYYY-MM-DD`: they sort as text. The calendar itself is the engine's. */
import { dayAt, isoDay, parseIsoDay } from '@kneewise/engine';

export { isDay } from '@kneewise/engine';

/** The day a moment falls on in its own offset, else in UTC. */
export const dayOf = (atMs: number, utcOffsetMin: number | null): string => isoDay(dayAt(atMs, utcOffsetMin));

/** The days a runner may mean: nothing was recorded before, and nobody plans beyond. Our choice. */
export const FIRST_DAY = '1970-01-01';
export const LAST_DAY = '2099-12-31';

/** Whether a day of the calendar is one a runner may mean. ISO days sort as text. */
export const isSpokenOf = (day: string): boolean => day >= FIRST_DAY && day <= LAST_DAY;

const CALENDAR_ENDS = parseIsoDay('9999-12-31');
const CALENDAR_BEGINS = parseIsoDay('0000-01-01');
/** A year on either side: as far as any answer looks around a run. */
const ROOM_DAYS = 366;

/** `YYYY-MM-DD` of a day number; beyond the years 0–9999 the first or last day of these. */
export const isoDayWithin = (dayNumber: number): string =>
  isoDay(Math.min(CALENDAR_ENDS, Math.max(CALENDAR_BEGINS, dayNumber)));

/** Whether a moment, on its own clock, lies so that the days and weeks around it are days of the calendar too. */
export function isOnCalendar(atMs: number, utcOffsetMin: number | null): boolean {
  const day = dayAt(atMs, utcOffsetMin);
  return day >= CALENDAR_BEGINS + ROOM_DAYS && day <= CALENDAR_ENDS - ROOM_DAYS;
}

/** Stays within the years 0–9999. @throws {RangeError} where `day` is no day of the calendar */
export const dayAfter = (day: string, days: number): string => isoDayWithin(parseIsoDay(day) + days);

/** Days from one day to another. @throws {RangeError} where either is no day of the calendar */
export const daysBetween = (from: string, to: string): number => parseIsoDay(to) - parseIsoDay(from);
