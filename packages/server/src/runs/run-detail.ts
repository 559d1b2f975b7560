/** One run with everything known of it. */
import type { z } from '@hono/zod-openapi';
import { missing, valueOrNull } from '@kneewise/engine';
import type { RunDetail } from '../api.ts';
import { gatherHistory, spokenDay } from '../history.ts';
import type { House } from '../house.ts';
import { besideWhat, rowOf } from './run-rows.ts';

/** null where there is no such run. */
export async function runDetail(
  { store, runnerId, clock }: Pick<House, 'store' | 'runnerId' | 'clock'>,
  id: string,
): Promise<z.infer<typeof RunDetail> | null> {
  const [history, stored] = await Promise.all([gatherHistory(store, runnerId), store.activity(runnerId, id)]);
  const run = history.runs.find((candidate) => candidate.id === id);
  if (run === undefined || stored === null) return null;
  const beside = besideWhat(history, spokenDay(history, clock));
  const spike = beside.spikes.get(id);
  const { ascentM, descentM, kneeLoad } = run.analysis;
  const notCompared = missing({ reason: 'not-recorded', what: 'distance' });
  return {
    ...rowOf(run, beside, { name: stored.name, warnings: stored.warnings.length }),
    ascentM: valueOrNull(ascentM),
    descentM: valueOrNull(descentM),
    device: stored.device,
    channels: [...stored.channels],
    warningList: [...stored.warnings],
    kneeLoad,
    longestBeforeM: valueOrNull(spike?.longestBeforeM ?? notCompared),
    ratio: valueOrNull(spike?.ratio ?? notCompared),
    sources: [...stored.sources],
    checkIns: history.checkIns.filter((checkIn) => checkIn.runId === id),
  };
}
