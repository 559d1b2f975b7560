/** The streams of one stored run. */
import type { z } from '@hono/zod-openapi';
import { mapMeasured } from '@kneewise/engine';
import type { Streams } from '../api.ts';
import type { House } from '../house.ts';
import { streamsOf, usualStepBws } from './streams.ts';

/** null where there is no such run. */
export async function runStreams(
  { store, runnerId }: Pick<House, 'store' | 'runnerId'>,
  id: string,
): Promise<z.infer<typeof Streams> | null> {
  const [runs, stored, track] = await Promise.all([
    store.runs(runnerId),
    store.activity(runnerId, id),
    store.track(runnerId, id),
  ]);
  const run = runs.find((candidate) => candidate.id === id);
  if (run === undefined || stored === null || track === null) return null;
  const sdRatio = mapMeasured(
    run.analysis.kneeLoad,
    ({ working, sdRatio: peak }) => working?.impulseSdRatio ?? peak,
  );
  return streamsOf(track, stored.pauses, usualStepBws(runs), sdRatio);
}
