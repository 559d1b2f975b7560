/** Calendar days as whole numbers, for a story that is told in local days. The calendar itself is the engine's. */
import { atHour, MS_PER_MINUTE } from '@kneewise/engine';

const MINUTES_PER_HOUR = 60;

/** Days since 1 January 1970 of a day `YYYY-MM-DD`, and back. @throws {RangeError} where it is no day */
export { isoDay as dateOf, parseIsoDay as dayOf } from '@kneewise/engine';

/** Epoch milliseconds of a local clock time `hh:mm` on a day. */
export const atClock = (day: number, clock: string, utcOffsetMin: number): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return atHour(day, hours, utcOffsetMin) + minutes * MS_PER_MINUTE;
};

const two = (n: number): string => String(n).padStart(2, '0');

/** `hh:mm` of a number of minutes after midnight. */
export const clockOf = (minutes: number): string => {
  const whole = Math.round(minutes);
  return `${two(Math.floor(whole / MINUTES_PER_HOUR))}:${two(whole % MINUTES_PER_HOUR)}`;
};
