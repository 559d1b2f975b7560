/** Weeks of days for the picture of pain: the worst ache of each, and the knee load beneath it. */
import type { CheckIn, LoadDay } from '../api/types.ts';
import type { PainEntry } from './api.ts';
import type { Side } from './places.ts';
import { dayOfMoment } from './when.ts';

const DAYS_A_WEEK = 7;
const MS_PER_DAY = 86_400_000;

export interface HeatDay {
  readonly date: string;
  /** `silent`: nothing written down; `due`: today, and an answer is due; `before`: the ache had not begun. */
  readonly state: 'said' | 'silent' | 'due' | 'before' | 'to-come';
  /** Worst of the day, 0–10; only where something was said. */
  readonly pain: number | null;
  /** Knee load as a share of a usual week; null: cannot tell. */
  readonly load: number | null;
}

const numberOf = (date: string): number => Date.parse(date) / MS_PER_DAY;
const dateOf = (day: number): string => new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
/** 1 Monday to 7 Sunday; the first of January 1970 was a Thursday. */
const weekdayOf = (day: number): number => ((day + 3) % DAYS_A_WEEK) + 1;

/** Worst ache by day of one knee: answers about runs and entries of the map alike. */
export function worstByDay(
  side: Side,
  said: readonly Pick<CheckIn | PainEntry, 'side' | 'pain' | 'atMs' | 'utcOffsetMin'>[],
): ReadonlyMap<string, number> {
  const worst = new Map<string, number>();
  for (const one of said) {
    if (one.side !== side) continue;
    const date = dayOfMoment(one);
    worst.set(date, Math.max(worst.get(date) ?? 0, one.pain));
  }
  return worst;
}

/**
 * @param weeks how many, the last one being that of `today`
 * @param firstWeekday 1 Monday to 7 Sunday
 * @param due an answer about a run is due today
 */
export function heatWeeks({
  worst,
  load,
  today,
  onset,
  weeks,
  firstWeekday,
  due,
}: {
  worst: ReadonlyMap<string, number>;
  load: readonly LoadDay[];
  today: string;
  onset: string | null;
  weeks: number;
  firstWeekday: number;
  due: boolean;
}): readonly (readonly HeatDay[])[] {
  const loads = new Map(load.map(({ date, dayShare }) => [date, dayShare]));
  const last = numberOf(today);
  const thisWeek = last - ((weekdayOf(last) - firstWeekday + DAYS_A_WEEK) % DAYS_A_WEEK);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: DAYS_A_WEEK }, (_day, weekday): HeatDay => {
      const date = dateOf(thisWeek - (weeks - 1 - week) * DAYS_A_WEEK + weekday);
      const pain = worst.get(date) ?? null;
      const state =
        pain !== null
          ? 'said'
          : date > today
            ? 'to-come'
            : onset !== null && date < onset
              ? 'before'
              : date === today && due
                ? 'due'
                : 'silent';
      return { date, state, pain, load: loads.get(date) ?? null };
    }),
  );
}

/** How many weeks reach back to a day, at least one. */
export const weeksSince = (from: string, today: string): number =>
  Math.max(1, Math.ceil((numberOf(today) - numberOf(from) + DAYS_A_WEEK) / DAYS_A_WEEK));

/** So many days of each week have to be known before two are compared. Our choice. */
const ENOUGH_DAYS = 3;
/** A smaller difference of the mean worst ache is none, points. Our choice. */
const NOTABLE = 0.5;

export type Trend = 'quiet' | 'quieter' | 'same' | 'louder' | 'unknown';

/** The last seven days against the seven before, by the mean of the worst aches. */
export function trendOf(worst: ReadonlyMap<string, number>, today: string): Trend {
  const last = numberOf(today);
  const means = [0, 1].map((week) => {
    const said = Array.from({ length: DAYS_A_WEEK }, (_, day) =>
      worst.get(dateOf(last - week * DAYS_A_WEEK - day)),
    ).filter((pain) => pain !== undefined);
    return said.length < ENOUGH_DAYS ? null : said.reduce((sum, pain) => sum + pain, 0) / said.length;
  });
  const [now = null, before = null] = means;
  if (now === null || before === null) return 'unknown';
  if (now === 0 && before === 0) return 'quiet';
  return now <= before - NOTABLE ? 'quieter' : now >= before + NOTABLE ? 'louder' : 'same';
}

/** Days of the last seven that were at 0, and those that something was said of. */
export function lastSeven(
  worst: ReadonlyMap<string, number>,
  today: string,
): { readonly quiet: number; readonly said: number } {
  const last = numberOf(today);
  const said = Array.from({ length: DAYS_A_WEEK }, (_, day) => worst.get(dateOf(last - day))).filter(
    (pain) => pain !== undefined,
  );
  return { quiet: said.filter((pain) => pain === 0).length, said: said.length };
}

/** From here on an ache is high whatever the ceiling: the last step of the picture. Our choice; 0–10 */
const HIGH = 6;

/** Step of the picture: 0 none, 1 below the ceiling, 2 at it, 3 above, 4 high. */
export const heatOf = (pain: number, ceiling: number): 0 | 1 | 2 | 3 | 4 =>
  pain === 0 ? 0 : pain >= HIGH ? 4 : pain < ceiling ? 1 : pain === ceiling ? 2 : 3;
export const heatSteps = (
  ceiling: number,
): readonly { readonly heat: 0 | 1 | 2 | 3 | 4; readonly low: number; readonly high: number }[] => {
  const steps = new Map<number, { heat: 0 | 1 | 2 | 3 | 4; low: number; high: number }>();
  for (let pain = 0; pain <= 10; pain += 1) {
    const heat = heatOf(pain, ceiling);
    const step = steps.get(heat);
    if (step === undefined) steps.set(heat, { heat, low: pain, high: pain });
    else step.high = pain;
  }
  return [...steps.values()].sort((a, b) => a.heat - b.heat);
};
