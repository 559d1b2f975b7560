/** On which weekdays does this runner run? What was said, else the habit of four weeks, else the table of training.md §2. */
import { DAYS_PER_WEEK, weekdayOf } from '../calendar/civil-day.ts';

/** Weekdays by runs a week, Monday 0. The last is the weekend's. Our choice: strength finds room beside each. */
const TABLE: Readonly<Record<number, readonly number[]>> = {
  1: [6],
  2: [2, 6],
  3: [1, 3, 6],
  4: [0, 2, 4, 6],
  5: [0, 1, 2, 4, 6],
};
/** The ladder: a day between, and the weekend for strength and rest. Our choice. */
export const LADDER_DAYS: readonly number[] = [0, 2, 4];
/** Every second day, in the week after one that ended with a run on Sunday. Our choice. */
const EVERY_SECOND_DAY: readonly number[] = [1, 3, 5];
/** From so many runs a week on, two days apart no longer fit into seven days. [definition] */
const MORE_THAN_EVERY_SECOND_DAY = 4;
/** Times in four weeks that make a weekday a habit. Our choice. */
const HABIT_TIMES = 2;
const HABIT_DAYS = 28;

/** Weekdays with at least two runs in the last 28 days, most often first. */
export function habitDays(runDays: readonly number[], today: number): readonly number[] {
  const times = Array.from({ length: DAYS_PER_WEEK }, () => 0);
  for (const day of new Set(runDays)) {
    const weekday = weekdayOf(day);
    if (day < today && today - day <= HABIT_DAYS) times[weekday] = (times[weekday] ?? 0) + 1;
  }
  return times
    .map((count, weekday) => ({ count, weekday }))
    .filter(({ count }) => count >= HABIT_TIMES)
    .sort((a, b) => b.count - a.count || a.weekday - b.weekday)
    .map(({ weekday }) => weekday);
}

/** Days between neighbours round the week, the least first: wider is better. */
function gapsOf(days: readonly number[]): readonly number[] {
  return days
    .map((day, i) => {
      const next = days[(i + 1) % days.length] ?? day;
      return (next - day + DAYS_PER_WEEK) % DAYS_PER_WEEK || DAYS_PER_WEEK;
    })
    .sort((a, b) => a - b);
}

function isWider(a: readonly number[], b: readonly number[]): boolean {
  const [left, right] = [gapsOf(a), gapsOf(b)];
  const at = left.findIndex((gap, i) => gap !== right[i]);
  return at >= 0 && (left[at] ?? 0) > (right[at] ?? 0);
}

/** Every choice of `count` of the days, by the bits of a number: seven days at most, so 128 at most. */
function subsets(days: readonly number[], count: number): readonly (readonly number[])[] {
  return Array.from({ length: 1 << days.length }, (_, bits) =>
    days.filter((_day, i) => (bits & (1 << i)) !== 0),
  ).filter((chosen) => chosen.length === count);
}

/** The `count` of `days` that lie widest apart; the earliest of equals. */
export const widest = (days: readonly number[], count: number): readonly number[] =>
  subsets(
    [...new Set(days)].sort((a, b) => a - b),
    Math.min(count, new Set(days).size),
  ).reduce((best, next) => (isWider(next, best) ? next : best));

export interface WeekDaysFor {
  readonly runs: number;
  readonly onLadder: boolean;
  /** What the runner said; null: nothing. */
  readonly said: readonly number[] | null;
  readonly habit: readonly number[];
  /** Whether days in a row are open (four runs a week in four weeks, in GO). */
  readonly daysInARow: boolean;
  readonly ranOnSunday: boolean;
}

/** @returns weekdays in order, Monday 0 */
export function weekDays({
  runs,
  onLadder,
  said,
  habit,
  daysInARow,
  ranOnSunday,
}: WeekDaysFor): readonly number[] {
  if (said !== null && said.length > 0) return widest(said, runs);
  if (!daysInARow && runs >= MORE_THAN_EVERY_SECOND_DAY) {
    return ranOnSunday ? EVERY_SECOND_DAY : (TABLE[MORE_THAN_EVERY_SECOND_DAY] ?? []);
  }
  if (onLadder) return LADDER_DAYS.slice(0, runs);
  if (habit.length >= runs) return habit.slice(0, runs).toSorted((a, b) => a - b);
  return TABLE[runs] ?? [];
}

export const MOST_RUNS = Math.max(...Object.keys(TABLE).map(Number));
