import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import type { NewSource, Store } from '../history-store.ts';
import { openStore, IN_MEMORY } from '../open-store.ts';
import { activityWith, RUNNER, sourceWith, steadyTrack, SUNDAY_MS } from '../testing/sources.ts';

/** Starts, durations and riches close enough to each other that many are, or nearly are, the same run. */
const activity = fc
  .record({
    startS: fc.integer({ min: 0, max: 40 }).map((step) => step * 10),
    elapsedS: fc.integer({ min: 95, max: 105 }),
    sport: fc.constantFrom('running', 'running', 'running', 'cycling', 'unknown'),
    samples: fc.integer({ min: 1, max: 4 }),
    gpsOnly: fc.boolean(),
  })
  .map(({ startS, elapsedS, sport, samples, gpsOnly }) =>
    activityWith({
      startAtMs: SUNDAY_MS + startS * 1000,
      elapsedS,
      sport,
      track: steadyTrack(samples, { gpsOnly }),
    }),
  );
const sources = fc
  .array(fc.array(activity, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 6 })
  .map((files) => files.map((activities, i) => sourceWith(`file-${i}`, { activities })));

/** The same files in two orders, some of them twice. */
const twoOrders = sources.chain((all) =>
  fc.tuple(
    fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }),
    fc.shuffledSubarray(all, { minLength: all.length }),
  ),
);

it('the order in which files come, and how often, changes no run and no track', async () => {
  await fc.assert(
    fc.asyncProperty(twoOrders, async ([some, others]) => {
      assert.deepEqual(await contentAfter(some), await contentAfter(others));
    }),
    { numRuns: 60 },
  );
});

/** All that a store holds, but for the ids it made up. */
async function contentAfter(files: readonly NewSource[]): Promise<unknown[]> {
  const store = await openStore(IN_MEMORY);
  try {
    for (const file of files) await store.addSource(RUNNER, file);
    return await content(store, files);
  } finally {
    await store.close();
  }
}

async function content(store: Store, files: readonly NewSource[]): Promise<unknown[]> {
  const ids = new Set<string>();
  for (const file of files) {
    for (const id of (await store.hasContent(RUNNER, file.contentHash))?.activityIds ?? []) ids.add(id);
  }
  const activities = [];
  for (const id of ids) {
    const { id: _, sources: from, analysis, ...figures } = (await store.activity(RUNNER, id)) ?? {};
    activities.push({
      ...figures,
      analysis: structuredClone(analysis),
      sources: (from ?? []).map(({ path, used }) => `${path} ${used}`).sort(),
      track: await store.track(RUNNER, id),
    });
  }
  activities.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  const runs = (await store.runs(RUNNER)).length;
  assert.equal(runs + (await store.others(RUNNER)).length, ids.size);
  return [runs, ...activities];
}
