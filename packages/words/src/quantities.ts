/**
 * Quantities as a runner reads them. SI goes in; the runner's units and locale come out.
 * A no-break space parts figure and unit, so a line never ends between them.
 */

export interface Units {
  readonly distance: 'km' | 'mi';
  /** BCP 47 tag, e.g. `en-GB`. */
  readonly locale: string;
}

/** International mile, exact by definition (1959). */
const METRES_PER_MILE = 1609.344;
const METRES_PER_KM = 1000;
const NBSP = '\u00A0';

const perUnit = (units: Units): number => (units.distance === 'mi' ? METRES_PER_MILE : METRES_PER_KM);

const decimal = (value: number, digits: number, locale: string): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    value,
  );

/** `4.1 km`; whole units from 100 on. @param distanceM metres, 0 or more */
export function distanceText(distanceM: number, units: Units): string {
  const value = distanceM / perUnit(units);
  return `${decimal(value, value >= 100 ? 0 : 1, units.locale)}${NBSP}${units.distance}`;
}

const two = (part: number): string => String(part).padStart(2, '0');

/** `25:30`, `1:25:30`. @param seconds 0 or more */
export function durationText(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** `6:13 /km`. @param secondsPerKm above 0 */
export const paceText = (secondsPerKm: number, units: Units): string =>
  `${durationText((secondsPerKm * perUnit(units)) / METRES_PER_KM)}${NBSP}/${units.distance}`;

/** `+38 %`, `−27 %`: a change, always with its sign. @param percent per cent, not a share */
export function changeText(percent: number, locale: string): string {
  const rounded = Math.round(percent);
  const sign = rounded > 0 ? '+' : rounded < 0 ? '−' : '±';
  return `${sign}${decimal(Math.abs(rounded), 0, locale)}${NBSP}%`;
}

/** `Sunday 15 November`, with the year where it is another than `thisYear`. @param day `YYYY-MM-DD` */
export function dayText(day: string, locale: string, thisYear?: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  const year: Intl.DateTimeFormatOptions = thisYear === at.getUTCFullYear() ? {} : { year: 'numeric' };
  return new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
    ...year,
  })
    .format(at)
    .replace(',', '');
}

/** The local day of an instant, `YYYY-MM-DD`; UTC where the run states no offset. */
export const localDay = (atMs: number, utcOffsetMin: number | null): string =>
  new Date(atMs + (utcOffsetMin ?? 0) * 60_000).toISOString().slice(0, 10);

/** `18:32` in the run's own offset. */
export const localClock = (atMs: number, utcOffsetMin: number | null): string =>
  new Date(atMs + (utcOffsetMin ?? 0) * 60_000).toISOString().slice(11, 16);

/** A number with as many digits as asked, in the runner's notation. */
export const numberText = decimal;
