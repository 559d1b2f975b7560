/** Moments of the diary, in the place where the browser is. */
import { dayOf } from '../format/format.ts';

export interface Moment {
  readonly atMs: number;
  readonly utcOffsetMin: number;
}

const MS_PER_MIN = 60_000;
const offsetAt = (date: Date): number => -date.getTimezoneOffset();

/** What a field for day and time shows of a moment: `2026-11-17T14:05`. */
export const fieldOf = ({ atMs, utcOffsetMin }: Moment): string =>
  new Date(atMs + utcOffsetMin * MS_PER_MIN).toISOString().slice(0, 16);

/** @returns null where the field is empty or holds no moment */
export function momentOf(field: string): Moment | null {
  const date = new Date(field);
  return field === '' || Number.isNaN(date.getTime())
    ? null
    : { atMs: date.getTime(), utcOffsetMin: offsetAt(date) };
}

/** This moment; while the simulated runner is here, the same time of the day at which its story is told. */
export function nowOn(storyDay: string | null, now: Date): Moment {
  const here = { atMs: now.getTime(), utcOffsetMin: offsetAt(now) };
  if (storyDay === null) return here;
  return momentOf(`${storyDay}T${fieldOf(here).slice(11)}`) ?? here;
}

export const dayOfMoment = ({ atMs, utcOffsetMin }: Moment): string => dayOf(atMs, utcOffsetMin);
