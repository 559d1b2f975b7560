import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ENGINE_VERSION } from '@kneewise/engine';
import { readOne } from '../imports/read-one.ts';
import { gpx } from '../testing/gpx.ts';
import { openHouse } from '../testing/open-house.ts';
import { status } from '../status/status.ts';
import { refreshAnalyses } from './refresh-analyses.ts';

describe('analyses by an older engine', () => {
  it('are worked out again, once, from the stored track', async () => {
    const { house, close } = await openHouse();
    const { store, runnerId } = house;
    try {
      const batch = await store.createBatch(runnerId, { label: 'test', filesFound: 1, nowMs: 0 });
      const original = gpx({ start: '2026-11-02T08:00:00Z', minutes: 20 });
      const gave = await readOne({ path: 'run.gpx', content: original });
      const older = gave.activities.map(({ recording, warnings, analysis }) => ({
        recording,
        warnings,
        analysis: analysis && {
          ...analysis,
          engineVersion: 0,
          cadenceSpm: { known: true as const, value: 1 },
        },
      }));
      const { contentHash, refusal } = gave;
      const source = { batchId: batch.id, path: 'run.gpx', contentHash, original, refusal };
      await store.addSource(runnerId, { ...source, activities: older });
      assert.deepEqual((await store.runs(runnerId))[0]?.analysis.cadenceSpm, { known: true, value: 1 });

      // The status tells how many are still to come.
      const { refreshing } = await status(house);
      assert.equal(refreshing, 1);
      assert.equal(await refreshAnalyses(store, runnerId), 1);
      assert.equal((await status(house)).refreshing, 0);
      const analysis = (await store.runs(runnerId))[0]?.analysis;
      assert.equal(analysis?.engineVersion, ENGINE_VERSION);
      assert.deepEqual(analysis.cadenceSpm, { known: true, value: 170 });
      assert.equal(await refreshAnalyses(store, runnerId), 0);
    } finally {
      await close();
    }
  });
});
