/** Gathers what questions over a runner's history need, and says which day they speak as of. */
import {
  type CheckIn,
  dayAt,
  isoDay,
  type OtherActivity,
  type RecordedEvent,
  type Run,
} from '@kneewise/engine';
import type { HistoryStore, Settings } from '@kneewise/store';
import type { Clock } from './clock.ts';
import { sampleDay } from './sample/sample-day.ts';

export interface History {
  /** Oldest first. */
  readonly runs: readonly Run[];
  readonly others: readonly OtherActivity[];
  readonly checkIns: readonly CheckIn[];
  readonly events: readonly RecordedEvent[];
  readonly settings: Settings;
}

export async function gatherHistory(store: HistoryStore, runnerId: string): Promise<History> {
  const [runs, others, checkIns, events, settings] = await Promise.all([
    store.runs(runnerId),
    store.others(runnerId),
    store.checkIns(runnerId),
    store.events(runnerId),
    store.settings(runnerId),
  ]);
  return { runs, others, checkIns, events, settings };
}

/** The day after the last run, in its own offset; null where there is no run. */
export function dayAfterLastRun(runs: readonly Pick<Run, 'startAtMs' | 'utcOffsetMin'>[]): string | null {
  let last = Number.NEGATIVE_INFINITY;
  for (const { startAtMs, utcOffsetMin } of runs) last = Math.max(last, dayAt(startAtMs, utcOffsetMin));
  return runs.length === 0 ? null : isoDay(last + 1);
}

/** Today; while the store holds the simulated runner, the day its story is told. */
export const spokenDay = (history: Pick<History, 'settings'>, clock: Clock): string =>
  history.settings.sample ? sampleDay() : clock.today();
