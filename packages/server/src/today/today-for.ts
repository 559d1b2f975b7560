/** Whether to run today, for the runner of a store. */
import type { Today, TodayInput } from '@kneewise/engine';
import type { HistoryStore } from '@kneewise/store';
import { heeded, latestOf } from '../check/standing.ts';
import { type Clock, systemClock } from '../clock.ts';
import { gatherHistory, type History, spokenDay } from '../history.ts';
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
  const { runs, others, checkIns, settings } = history;
  const day = date ?? spokenDay(history, clock);
  const answer = todayOf({
    date: day,
    runs,
    others,
    checkIns,
    onset: settings.onset?.date ?? null,
    ...heeded(history, day),
    ...now,
  });
  return answer.action !== 'ask-first' && signsAnswered(history) ? { ...answer, questions: [] } : answer;
}

/** Whether a knee check was finished after the last sign to stop: then it is not asked for again. */
function signsAnswered({ checks, checkIns }: History): boolean {
  const finishedAtMs = latestOf(checks)?.finishedAtMs ?? null;
  return (
    finishedAtMs !== null && checkIns.every(({ stopSign, atMs }) => stopSign !== true || atMs <= finishedAtMs)
  );
}
