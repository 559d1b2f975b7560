/** What every page asks first. */
import type { z } from '@hono/zod-openapi';
import { ENGINE_VERSION } from '@kneewise/engine';
import type { Status } from '../api.ts';
import { spokenDay } from '../history.ts';
import type { House } from '../house.ts';

export async function status({ store, runnerId, clock, version }: House): Promise<z.infer<typeof Status>> {
  const [settings, { runs, others }, unfinished, refreshing] = await Promise.all([
    store.settings(runnerId),
    store.counts(runnerId),
    store.unfinishedBatches(runnerId),
    store.outdatedCount(runnerId, ENGINE_VERSION),
  ]);
  return {
    version,
    empty: runs + others === 0,
    sample: settings.sample,
    runs,
    others,
    date: spokenDay({ settings }, clock),
    dataDir: store.folder,
    // One that is being read tells of itself; of those that still come in, the last one begun is the one looked at.
    importing: (unfinished.find(({ state }) => state === 'reading') ?? unfinished.at(-1))?.id ?? null,
    refreshing,
  };
}
