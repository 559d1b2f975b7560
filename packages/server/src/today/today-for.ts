/** Whether to run today, for the runner of a store. */
import type { Family, Today, TodayInput } from '@kneewise/engine';
import type { HistoryStore } from '@kneewise/store';
import { type Clock, systemClock } from '../clock.ts';
import { gatherHistory, spokenDay } from '../history.ts';
import { todayOf } from './today-of.ts';

/** What only the runner knows at this moment; left out: not said. */
export type SaidNow = Pick<TodayInput, 'painNow' | 'easesInWalk' | 'fever'>;

/** @param date the day to speak as of, else the store's own today. @throws {RangeError} where it is no day */
export async function todayFor(
  store: HistoryStore,
  runnerId: string,
  date: string | null = null,
  clock: Clock = systemClock,
  now: SaidNow = {},
): Promise<Today> {
  const history = await gatherHistory(store, runnerId);
  const { runs, others, checkIns, events, settings } = history;
  return todayOf({
    date: date ?? spokenDay(history, clock),
    runs,
    others,
    checkIns,
    events,
    flags: settings.flags,
    onset: settings.onset?.date ?? null,
    family: settings.family as Family,
    side: settings.onset?.side ?? null,
    ...(settings.ache === undefined ? {} : { ache: settings.ache }),
    ...now,
  });
}
