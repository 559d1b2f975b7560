/**
 * Which day, which week? Civil-day arithmetic without a clock, on the proleptic Gregorian calendar.
 * Day numbers count from 1970-01-01. The conversion is Howard Hinnant's days-from-civil algorithm
 * (public domain): years start in March, so that the leap day comes last, and repeat every 400 years.
 */

/** Milliseconds in each, and days in a week. [definition] */
export const MS_PER_MINUTE = 60_000;
export const MS_PER_HOUR = 3_600_000;
export const MS_PER_DAY = 86_400_000;
export const DAYS_PER_WEEK = 7;

/** The Gregorian calendar repeats. [definition] */
const DAYS_PER_ERA = 146_097; // 400 Gregorian years
const YEARS_PER_ERA = 400;
const DAYS_PER_YEAR = 365;
/** Day number of 0000-03-01, where the algorithm's eras start. [definition] */
const ERA_ZERO_DAY = -719_468;
/** 1970-01-01 was a Thursday: three days after a Monday. [definition] */
const EPOCH_WEEKDAY = 3;

export interface CivilDate {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
}

/** Day number of a civil date. Not checked: `parseIsoDay` refuses days that do not exist. */
export function dayFromCivil({ year, month, day }: CivilDate): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / YEARS_PER_ERA);
  const yearOfEra = shifted - era * YEARS_PER_ERA;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * DAYS_PER_YEAR + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra + ERA_ZERO_DAY;
}

/** Civil date of a whole day number. */
export function civilFromDay(dayNumber: number): CivilDate {
  const shifted = dayNumber - ERA_ZERO_DAY;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      DAYS_PER_YEAR,
  );
  const dayOfYear =
    dayOfEra - (DAYS_PER_YEAR * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * YEARS_PER_ERA + (month <= 2 ? 1 : 0);
  return { year, month, day };
}

const padded = (value: number, width: number): string => String(value).padStart(width, '0');

/** `YYYY-MM-DD` of a whole day number. @throws RangeError outside the years 0–9999 */
export function isoDay(dayNumber: number): string {
  const { year, month, day } = civilFromDay(dayNumber);
  if (!Number.isInteger(dayNumber) || year < 0 || year > 9999) {
    throw new RangeError(`dayNumber must be a whole day of the years 0–9999, got ${dayNumber}`);
  }
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

/** Day number of `YYYY-MM-DD`. @throws RangeError where the text is not a day that exists */
export function parseIsoDay(text: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const [year, month, day] = match ? match.slice(1).map(Number) : [];
  if (year !== undefined && month !== undefined && day !== undefined && month >= 1 && month <= 12) {
    const dayNumber = dayFromCivil({ year, month, day });
    if (isoDay(dayNumber) === text) return dayNumber;
  }
  throw new RangeError(`date must be a real day as YYYY-MM-DD, got ${text}`);
}

/** Whether the text is a day that exists, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  try {
    parseIsoDay(text);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

const offsetMs = (utcOffsetMin: number | null): number => (utcOffsetMin ?? 0) * MS_PER_MINUTE;

/** Local day number at a moment. @param utcOffsetMin the place's offset then; null counts as UTC */
export const dayAt = (atMs: number, utcOffsetMin: number | null): number =>
  Math.floor((atMs + offsetMs(utcOffsetMin)) / MS_PER_DAY);

/** Epoch milliseconds of `hour` o'clock local time on a day. @param utcOffsetMin null counts as UTC */
export const atHour = (dayNumber: number, hour: number, utcOffsetMin: number | null): number =>
  dayNumber * MS_PER_DAY + hour * MS_PER_HOUR - offsetMs(utcOffsetMin);

/** Days since Monday, 0–6. */
export const weekdayOf = (dayNumber: number): number =>
  (((dayNumber + EPOCH_WEEKDAY) % DAYS_PER_WEEK) + DAYS_PER_WEEK) % DAYS_PER_WEEK;

/** The Monday on or before a day. */
export const mondayOf = (dayNumber: number): number => dayNumber - weekdayOf(dayNumber);
