/** The list of runs, newest first, each beside what is usual for this runner. */
import { audit, type Measured, type Run, type SessionSpike, valueOrNull } from '@kneewise/engine';
import type { z } from '@hono/zod-openapi';
import type { HistoryStore } from '@kneewise/store';
import type { RunRow } from '../api.ts';
import { type Clock, systemClock } from '../clock.ts';
import { gatherHistory, type History, spokenDay } from '../history.ts';
import { type UsualWeek, usualWeek } from '../load/usual-week.ts';

export type Row = z.infer<typeof RunRow>;

/** What every row is held against. */
export interface Beside {
  readonly usual: Measured<UsualWeek>;
  readonly spikes: ReadonlyMap<string, SessionSpike>;
}

export function besideWhat(history: History, date: string): Beside {
  const { runs, others, settings } = history;
  const onset = settings.onset?.date ?? null;
  return {
    usual: usualWeek(runs, others, onset ?? date),
    spikes: new Map(audit({ runs, others, onset, date }).spikes.map((spike) => [spike.runId, spike])),
  };
}

/** @param named what the store knows of a run beside its figures */
export function rowOf(run: Run, { usual, spikes }: Beside, named: Pick<Row, 'name' | 'warnings'>): Row {
  const { kneeLoad, meanSpeedMps, cadenceSpm } = run.analysis;
  const kneeLoadBws = kneeLoad.known ? kneeLoad.value.impulseRunBws : null;
  const bin = spikes.get(run.id)?.bin ?? null;
  return {
    id: run.id,
    startAtMs: run.startAtMs,
    utcOffsetMin: run.utcOffsetMin,
    subSport: run.subSport,
    distanceM: valueOrNull(run.distanceM),
    movingS: valueOrNull(run.movingS),
    elapsedS: run.elapsedS,
    meanSpeedMps: valueOrNull(meanSpeedMps),
    cadenceSpm: valueOrNull(cadenceSpm),
    kneeLoadBws,
    shareOfUsualWeek: kneeLoadBws !== null && usual.known ? kneeLoadBws / usual.value.kneeLoadBws : null,
    spike: bin === 'up-to-10' ? null : bin,
    ...named,
  };
}

export async function listRuns(
  store: HistoryStore,
  runnerId: string,
  clock: Clock = systemClock,
): Promise<{ runs: Row[] }> {
  const [history, named] = await Promise.all([gatherHistory(store, runnerId), store.names(runnerId)]);
  const beside = besideWhat(history, spokenDay(history, clock));
  const byId = new Map(named.map((activity) => [activity.id, activity]));
  const rows = history.runs.map((run) => {
    const stored = byId.get(run.id);
    return rowOf(run, beside, { name: stored?.name ?? null, warnings: stored?.warnings.length ?? 0 });
  });
  return { runs: rows.sort((a, b) => b.startAtMs - a.startAtMs) };
}
