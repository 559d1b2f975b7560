/**
 * The moment an XML `dateTime` names, and the offset from UTC it states.
 * Written out by hand: a long recording holds a million of these, and `Date.parse` is ten times slower.
 */
import { isDate } from './judge-recording.ts';

const MS_PER_MIN = 60_000;
const MS_PER_DAY = 86_400_000;
const ZERO = 48;
const NINE = 57;

/** `width` digits from `at` as a number; NaN where one is no digit. */
function digits(text: string, at: number, width: number): number {
  let value = 0;
  for (let i = at; i < at + width; i++) {
    const code = text.charCodeAt(i);
    if (!(code >= ZERO && code <= NINE)) return Number.NaN;
    value = value * 10 + code - ZERO;
  }
  return value;
}

/** Where the zone begins: after the seconds and their fraction. */
function zoneAt(text: string): number {
  let at = 19;
  if (text.charCodeAt(at) === 46 || text.charCodeAt(at) === 44) {
    at++;
    while (text.charCodeAt(at) >= ZERO && text.charCodeAt(at) <= NINE) at++;
  }
  return at;
}

/** Minutes east of UTC from `+02:00`, `-0330` or `+05`; NaN where it is none of these. */
function offsetAt(text: string, at: number): number {
  const sign = text.charCodeAt(at) === 43 ? 1 : text.charCodeAt(at) === 45 ? -1 : Number.NaN;
  const hours = digits(text, at + 1, 2);
  const rest = text.slice(at + 3);
  const minutes =
    rest === ''
      ? 0
      : rest.length === 3 && rest[0] === ':'
        ? digits(rest, 1, 2)
        : rest.length === 2
          ? digits(rest, 0, 2)
          : Number.NaN;
  return hours > 14 || minutes > 59 ? Number.NaN : sign * (hours * 60 + minutes);
}

/**
 * Epoch milliseconds of an XML `dateTime` such as `2013-06-01T17:32:20Z` or `2019-06-15T11:42:23.500+02:00`.
 * A time without a zone is read as UTC (GPX prescribes it); `statesZone` tells the two apart.
 * @returns NaN for anything that is not such a time, or a day or hour that does not exist
 */
export function xmlTimeMs(raw: string): number {
  const text = raw.charCodeAt(0) <= 32 || raw.charCodeAt(raw.length - 1) <= 32 ? raw.trim() : raw;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  const second = digits(text, 17, 2);
  const separators =
    text.charCodeAt(4) === 45 &&
    text.charCodeAt(7) === 45 &&
    (text.charCodeAt(10) === 84 || text.charCodeAt(10) === 32) &&
    text.charCodeAt(13) === 58 &&
    text.charCodeAt(16) === 58;
  if (!separators || !(month >= 1 && month <= 12 && day >= 1 && hour <= 23 && minute <= 59 && second <= 60)) {
    return Number.NaN;
  }
  if (day > daysInMonth(year, month)) return Number.NaN;
  const zone = zoneAt(text);
  const fraction = zone > 20 ? Number(`0.${text.slice(20, zone)}`) : 0;
  const letter = text.charCodeAt(zone);
  const offsetMin = zone === text.length || letter === 90 || letter === 122 ? 0 : offsetAt(text, zone);
  return (
    dayNumber(year, month, day) * MS_PER_DAY +
    ((hour * 60 + minute) * 60 + second) * 1000 +
    Math.round(fraction * 1000) -
    offsetMin * MS_PER_MIN
  );
}

/** The same, and NaN also for what no clock can have meant (before 1989-12-31, from 2200 on). */
export function xmlDateMs(raw: string): number {
  const ms = xmlTimeMs(raw);
  return isDate(ms) ? ms : Number.NaN;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1970-01-01 in the Gregorian calendar: years counted from March, so that leap days come last. */
function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/**
 * The local offset a time states, minutes east of UTC. `Z` states none; neither does `+00:00`,
 * which many libraries write for `Z`.
 */
export function statedOffsetMin(raw: string): number | null {
  const text = raw.trim();
  const zone = zoneAt(text);
  const letter = text.charCodeAt(zone);
  if (zone >= text.length || letter === 90 || letter === 122) return null;
  const offset = offsetAt(text, zone);
  return Number.isNaN(offset) || offset === 0 ? null : offset;
}

/** False for a time that says neither `Z` nor an offset. */
export function statesZone(raw: string): boolean {
  const text = raw.trim();
  return zoneAt(text) < text.length;
}
