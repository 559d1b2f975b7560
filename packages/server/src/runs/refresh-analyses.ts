/** After the engine has changed its mind about a figure: works out again what was stored by an older one. */
import { setImmediate as breathe } from 'node:timers/promises';
import { analyseRun, ENGINE_VERSION } from '@kneewise/engine';
import type { HistoryStore } from '@kneewise/store';

/** Tracks held at once. Our choice. */
const AT_ONCE = 20;

/**
 * Questions are answered with the older figures until their turn comes.
 * @returns how many runs were worked out again
 */
export async function refreshAnalyses(
  store: HistoryStore,
  runnerId: string,
  signal?: AbortSignal,
): Promise<number> {
  let refreshed = 0;
  for (;;) {
    const outdated = await store.outdated(runnerId, ENGINE_VERSION, AT_ONCE);
    if (outdated.length === 0) return refreshed;
    for (const { ref, recording } of outdated) {
      if (signal?.aborted === true) return refreshed;
      await store.saveAnalysis(runnerId, ref, analyseRun(recording, {}));
      refreshed++;
      await breathe();
    }
  }
}
