/** The days of a plan, by calendar week. */
const MS_PER_DAY = 86_400_000;
const DAYS_PER_WEEK = 7;

const at = (date: string): number => Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY;
const iso = (day: number): string => new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
/** 1970-01-01 was a Thursday. */
const mondayOf = (day: number): number =>
  day - ((((day + 3) % DAYS_PER_WEEK) + DAYS_PER_WEEK) % DAYS_PER_WEEK);

/** Weeks from a day to another, both included; the first begins at that day. Dates `YYYY-MM-DD` */
export function weeksOf(from: string, until: string): readonly (readonly string[])[] {
  const weeks: string[][] = [];
  for (let day = at(from); day <= at(until); day += 1) {
    if (weeks.length === 0 || mondayOf(day) === day) weeks.push([]);
    weeks.at(-1)?.push(iso(day));
  }
  return weeks;
}
