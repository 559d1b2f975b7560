/**
 * A date as Strava's archive writes it, in the language of the account: “Oct 5, 2014, 4:15:21 PM”, “09.12.2022,
 * 15:24:49”, “24 mai 2012 à 16:27:40”, “2022年12月9日 15:24:49”. The times are UTC in every language.
 */
import { monthOf } from './months.ts';

/** Which of two numbers before the year is the day, where the file as a whole has to tell: `09/12/2022`. */
export type DayOrder = 'day-first' | 'month-first';

const AFTERNOON = /(?:^|[\s\d])(?:p\.?\s?m\.?|μ\.?\s?μ\.?)(?:$|\W)|午後|下午|오후/iu;
const MORNING = /(?:^|[\s\d])(?:a\.?\s?m\.?|π\.?\s?μ\.?)(?:$|\W)|午前|上午|오전/iu;
/** Hours, minutes, seconds; Finnish and Danish write dots. */
const TIME = /(\d{1,2})[:：](\d{2})(?:[:：](\d{2}))?|(\d{1,2})\.(\d{2})\.(\d{2})(?!\d)(?=\D*$)/;
const DIGITS = /\d+/g;
const WORD = /\p{L}[\p{L}\p{M}]*/gu;

interface Parts {
  readonly year: number;
  /** Named, or null where it is one of the two numbers. */
  readonly month: number | null;
  readonly numbers: readonly number[];
  readonly secondsOfDay: number;
  /** “/” or “-” between numbers that begin with neither year nor name. */
  readonly open: boolean;
}

function secondsOf(text: string, match: RegExpExecArray): number {
  const [hour, minute, second] = [
    match[1] ?? match[4],
    match[2] ?? match[5],
    match[3] ?? match[6] ?? '0',
  ].map(Number);
  if (hour === undefined || minute === undefined || second === undefined) return Number.NaN;
  if (hour > 23 || minute > 59 || second > 60) return Number.NaN;
  const afternoon = AFTERNOON.test(text);
  const halfDays = afternoon || MORNING.test(text);
  if (halfDays && (hour < 1 || hour > 12)) return Number.NaN;
  const hours = halfDays ? (hour % 12) + (afternoon ? 12 : 0) : hour;
  return (hours * 60 + minute) * 60 + second;
}

function partsOf(raw: string): Parts | null {
  const text = raw.replace(/[\s\u00A0\u202F\u2009]+/gu, ' ').trim();
  const time = TIME.exec(text);
  if (time === null || text.length > 80) return null;
  const secondsOfDay = secondsOf(text, time);
  const date = `${text.slice(0, time.index)} ${text.slice(time.index + time[0].length)}`;
  const numbers = (date.match(DIGITS) ?? []).map(Number);
  const yearAt = (date.match(DIGITS) ?? []).findIndex((digits) => digits.length === 4);
  const year = numbers[yearAt];
  if (Number.isNaN(secondsOfDay) || year === undefined) return null;
  let month: number | null = null;
  for (const word of date.match(WORD) ?? []) month ??= monthOf(word);
  const others = numbers.filter((_, i) => i !== yearAt);
  if (others.length !== (month === null ? 2 : 1)) return null;
  if (month !== null || yearAt === 0) {
    // After the year comes the month everywhere.
    return {
      year,
      month: month ?? others[0] ?? 0,
      numbers: month === null ? others.slice(1) : others,
      secondsOfDay,
      open: false,
    };
  }
  // With dots the day comes first everywhere.
  return { year, month: null, numbers: others, secondsOfDay, open: !/\d\s?\.\s?\d/.test(date) };
}

/** What one date tells of the order of the whole file, or null. */
export function orderTold(raw: string): DayOrder | 'open' | null {
  const parts = partsOf(raw);
  if (parts === null || !parts.open) return null;
  const [first = 0, second = 0] = parts.numbers;
  if (first > 12 && second <= 12) return 'day-first';
  if (second > 12 && first <= 12) return 'month-first';
  return first === second ? null : 'open';
}

/**
 * @param order for numbers that could be either; null makes such a date unreadable
 * @returns epoch milliseconds; NaN for what is no date, or a day that does not exist
 */
export function stravaDateMs(raw: string, order: DayOrder | null): number {
  const parts = partsOf(raw);
  if (parts === null) return Number.NaN;
  let { month } = parts;
  let [day] = parts.numbers;
  if (month === null) {
    const [first = 0, second = 0] = parts.numbers;
    const dayFirst = !parts.open || order === 'day-first' || (order === null && first === second);
    if (parts.open && order === null && first !== second) return Number.NaN;
    [day, month] = dayFirst ? [first, second] : [second, first];
  }
  if (day === undefined || month < 1 || month > 12 || day < 1) return Number.NaN;
  const midnight = Date.UTC(parts.year, month - 1, day);
  if (new Date(midnight).getUTCDate() !== day) return Number.NaN;
  return midnight + parts.secondsOfDay * 1000;
}
