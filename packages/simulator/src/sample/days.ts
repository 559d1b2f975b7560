/** Calendar days as whole numbers, for a story that is told in local days. */

const MS_PER_DAY = 86_400_000;
const MS_PER_MINUTE = 60_000;
const MINUTES_PER_HOUR = 60;

/** Days since 1 January 1970 of a day `YYYY-MM-DD`. */
export const dayOf = (date: string): number => {
  const day = Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY;
  if (!Number.isInteger(day)) throw new RangeError(`date must be a day like 2026-11-17, got ${date}`);
  return day;
};

/** The day as `YYYY-MM-DD`. */
export const dateOf = (day: number): string => new Date(day * MS_PER_DAY).toISOString().slice(0, 10);

/** Epoch milliseconds of a local clock time `hh:mm` on a day. */
export const atClock = (day: number, clock: string, utcOffsetMin: number): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return day * MS_PER_DAY + (hours * MINUTES_PER_HOUR + minutes - utcOffsetMin) * MS_PER_MINUTE;
};

const two = (n: number): string => String(n).padStart(2, '0');

/** `hh:mm` of a number of minutes after midnight. */
export const clockOf = (minutes: number): string => {
  const whole = Math.round(minutes);
  return `${two(Math.floor(whole / MINUTES_PER_HOUR))}:${two(whole % MINUTES_PER_HOUR)}`;
};
