import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyseRun } from '@kneewise/engine';
import fc from 'fast-check';
import type { Batch, NewActivity, NewSource, Outcome, Store } from '../history-store.ts';
import { IN_MEMORY, openStore } from '../open-store.ts';
import { activityWith, RUNNER, sourceWith, steadyTrack, SUNDAY_MS } from '../testing/sources.ts';
import { storeFor } from '../testing/temporary-folder.ts';

let clock = 0;
async function bring(store: Store, files: readonly NewSource[], label = 'files'): Promise<Batch> {
  const batch = await store.createBatch(RUNNER, { label, filesFound: files.length, nowMs: ++clock });
  for (const file of files) await store.addSource(RUNNER, { ...file, batchId: batch.id });
  return store.updateBatch(RUNNER, batch.id, { state: 'done' });
}

const say = (store: Store, runId: string | null, pain: number, atMs = SUNDAY_MS) =>
  store.addCheckIn(RUNNER, {
    runId,
    side: 'left',
    when: 'evening',
    atMs,
    utcOffsetMin: 0,
    pain,
    onsetM: null,
    stopSign: null,
    painkiller: null,
  });

const HOUR_MS = 3_600_000;
const run = (hour: number, richer = true) =>
  activityWith({ startAtMs: SUNDAY_MS + hour * HOUR_MS, track: steadyTrack(60, { gpsOnly: !richer }) });
const refusal = { code: 'not-fit', reason: 'This is no FIT file.', byteOffset: 0 };

describe('undoing an import', () => {
  it('takes back what it added: runs, tracks, bytes, rows; its name stays in the history', async (t) => {
    const store = await storeFor(t);
    await bring(store, [sourceWith('one', { activities: [run(0)] })]);
    const second = await bring(store, [
      sourceWith('two', { activities: [run(2)] }),
      sourceWith('broken', { refusal }),
    ]);
    assert.equal((await store.quarantine(RUNNER)).length, 1);
    const undone = await store.undoBatch(RUNNER, second.id);
    assert.deepEqual(
      [undone?.filesGone, undone?.activitiesGone, undone?.activitiesKept, undone?.answersWithoutRun],
      [2, 1, 0, 0],
    );
    assert.deepEqual(
      (await store.runs(RUNNER)).map(({ startAtMs }) => startAtMs),
      [SUNDAY_MS],
    );
    assert.deepEqual(await store.quarantine(RUNNER), []);
    assert.equal(await store.hasContent(RUNNER, sourceWith('two').contentHash), null);
    const [newest] = await store.batches(RUNNER, 10);
    assert.deepEqual(
      [newest?.id, newest?.state, newest?.filesFound, newest?.filesDone],
      [second.id, 'undone', 2, 0],
    );
  });

  it('leaves a run that another import brought too, and lets that one speak', async (t) => {
    const store = await storeFor(t);
    await bring(store, [sourceWith('phone', { activities: [run(0, false)] })]);
    const watch = await bring(store, [sourceWith('watch', { activities: [run(0)] })]);
    const before = await store.runs(RUNNER);
    assert.equal(before.length, 1);
    const id = before[0]?.id ?? '';
    assert.ok((await store.track(RUNNER, id))?.heartRateBpm !== undefined);
    const undone = await store.undoBatch(RUNNER, watch.id);
    assert.deepEqual([undone?.activitiesGone, undone?.activitiesKept], [0, 1]);
    assert.equal((await store.runs(RUNNER))[0]?.id, id);
    assert.equal((await store.track(RUNNER, id))?.heartRateBpm, undefined);
    assert.deepEqual(
      (await store.activity(RUNNER, id))?.sources.map(({ path, used }) => [path, used]),
      [['phone.fit', true]],
    );
  });

  it('leaves the same bytes that another import brought too, and says of that one that it brought them', async (t) => {
    const store = await storeFor(t);
    const first = await bring(store, [sourceWith('same', { path: 'first/same.fit', activities: [run(0)] })]);
    const second = await bring(store, [
      sourceWith('same', { path: 'second/same.fit', activities: [run(0)] }),
    ]);
    await store.undoBatch(RUNNER, first.id);
    assert.equal((await store.runs(RUNNER)).length, 1);
    assert.deepEqual(
      (await store.names(RUNNER)).map(({ path }) => path),
      ['second/same.fit'],
    );
    const { rows } = await store.rowsFrom(RUNNER, second.id, 0, 10);
    assert.deepEqual(
      rows.map(({ outcome, duplicateOf }) => [outcome, duplicateOf]),
      [['added', null]],
    );
    assert.deepEqual(await store.duplicates(RUNNER), []);
    await store.undoBatch(RUNNER, second.id);
    assert.deepEqual(await store.runs(RUNNER), []);
  });

  it('keeps what the runner said: with the run where it stays, else without one, and back with it when it comes again', async (t) => {
    const store = await storeFor(t);
    const files = [sourceWith('one', { activities: [run(0)] }), sourceWith('two', { activities: [run(2)] })];
    const batch = await bring(store, files);
    const [, second] = await store.runs(RUNNER);
    await say(store, second?.id ?? '', 4);
    await say(store, null, 1);
    const undone = await store.undoBatch(RUNNER, batch.id);
    assert.equal(undone?.answersWithoutRun, 1);
    assert.deepEqual((await store.checkIns(RUNNER)).map(({ runId, pain }) => `${runId} ${pain}`).sort(), [
      'null 1',
      'null 4',
    ]);
    // Undoing an undo is importing again.
    await bring(store, files);
    const [, again] = await store.runs(RUNNER);
    assert.deepEqual((await store.checkIns(RUNNER)).find(({ pain }) => pain === 4)?.runId, again?.id);
    assert.equal((await store.checkIns(RUNNER)).find(({ pain }) => pain === 1)?.runId, null);
  });

  it('twice is once; one that is under way is refused; one that is not there is null', async (t) => {
    const store = await storeFor(t);
    const batch = await bring(store, [sourceWith('one')]);
    await store.undoBatch(RUNNER, batch.id);
    assert.equal((await store.undoBatch(RUNNER, batch.id))?.filesGone, 0);
    assert.equal(await store.undoBatch(RUNNER, 'no-such'), null);
    const open = await store.createBatch(RUNNER, { label: 'x', filesFound: 1, nowMs: 0 });
    await assert.rejects(store.undoBatch(RUNNER, open.id), /batch must be over, got one that is receiving/);
  });
});

/** With the engine's own analysis: what a list says has it worked out again. */
function workedOut(change: Parameters<typeof activityWith>[0]): NewActivity {
  const activity = activityWith(change);
  return activity.analysis === null
    ? activity
    : { ...activity, analysis: analyseRun(activity.recording, {}) };
}

/** Starts and lengths so close to each other that many are, or nearly are, the same run. */
const activity = fc
  .record({
    startS: fc.integer({ min: 0, max: 20 }).map((step) => step * 15),
    elapsedS: fc.integer({ min: 95, max: 105 }),
    sport: fc.constantFrom('running', 'running', 'running', 'cycling', 'unknown'),
    samples: fc.integer({ min: 1, max: 4 }),
    gpsOnly: fc.boolean(),
    // Some are entries of an archive's list, which name a file or none, with samples of their own or none.
    listed: fc.option(fc.record({ file: fc.option(fc.nat(6)), samples: fc.boolean() }), { freq: 4 }),
  })
  .map(({ startS, elapsedS, sport, samples, gpsOnly, listed }) =>
    workedOut({
      startAtMs: SUNDAY_MS + startS * 1000,
      elapsedS,
      sport,
      track: steadyTrack(listed?.samples === false ? 0 : samples, { gpsOnly }),
      ...(listed === null
        ? {}
        : {
            listed: { file: listed.file === null ? null : `file-${listed.file}.fit` },
            name: `said of ${listed.file}`,
            shoe: 'blue',
          }),
    }),
  );
const sources = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.array(activity, { minLength: 1, maxLength: 2 }) },
      { weight: 1, arbitrary: fc.constant([]) },
    ),
    { minLength: 1, maxLength: 7 },
  )
  .map((files) =>
    files.map((activities, i) =>
      sourceWith(`file-${i}`, activities.length === 0 ? { refusal } : { activities }),
    ),
  );
/** Two imports that share files, or runs, or both, or neither. */
const twoImports = sources.chain((all) =>
  fc.record({
    a: fc.shuffledSubarray(all, { minLength: 0 }),
    b: fc.shuffledSubarray(all, { minLength: 0 }),
    renamed: fc.boolean(),
  }),
);

/** All that a store answers, but for the ids it made up. */
async function told(store: Store, { withRows }: { withRows: boolean }): Promise<unknown> {
  const names = await store.names(RUNNER);
  const startOf = new Map(names.map(({ id, startAtMs, path }) => [id, `${startAtMs} ${path}`]));
  const activities = [];
  for (const { id } of names) {
    const { id: _, sources: from, analysis, ...figures } = (await store.activity(RUNNER, id)) ?? {};
    const paths = (from ?? []).map(({ path, used }) => `${path} ${used}`).sort();
    activities.push({
      ...figures,
      analysis: structuredClone(analysis),
      paths,
      track: await store.track(RUNNER, id),
    });
  }
  const answers = await store.checkIns(RUNNER);
  const batches = (await store.batches(RUNNER, 100)).filter(({ state }) => state !== 'undone');
  const rows = [];
  for (const { id } of withRows ? batches : [])
    for (const { activityIds, ...row } of (await store.rowsFrom(RUNNER, id, 0, 1000)).rows)
      rows.push({ ...row, of: activityIds.map((each) => startOf.get(each) ?? 'gone').sort() } satisfies Omit<
        Outcome,
        'activityIds'
      > & { of: unknown });
  return {
    activities: activities.map((each) => JSON.stringify(each)).sort(),
    counts: await store.counts(RUNNER),
    answers: answers
      .map(({ pain, runId }) => `${pain} ${runId === null ? 'none' : startOf.get(runId)}`)
      .sort(),
    rows,
    refused: await store.refused(RUNNER),
    duplicates: withRows ? await store.duplicates(RUNNER) : [],
    quarantined: (await store.quarantine(RUNNER)).map(({ path, refusal: why }) => ({ path, why })),
  };
}

const elsewhere = (files: readonly NewSource[]): NewSource[] =>
  files.map((file) => ({ ...file, path: `again/other-${file.path}` }));

async function inMemory<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(IN_MEMORY);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** A pain for each run, told apart by its start. */
async function answerAll(store: Store): Promise<void> {
  const names = (await store.names(RUNNER)).toSorted((x, y) =>
    `${x.startAtMs} ${x.path}` < `${y.startAtMs} ${y.path}` ? -1 : 1,
  );
  for (const [i, { id }] of names.entries()) await say(store, id, i % 11);
}

describe('property: import A, import B', () => {
  it('and undoing B gives the store of import A', async () => {
    await fc.assert(
      fc.asyncProperty(twoImports, async ({ a, b, renamed }) => {
        const alone = await inMemory(async (store) => {
          await bring(store, a);
          await answerAll(store);
          return told(store, { withRows: true });
        });
        const undone = await inMemory(async (store) => {
          await bring(store, a);
          await answerAll(store);
          const second = await bring(store, renamed ? elsewhere(b) : b);
          await store.undoBatch(RUNNER, second.id);
          return told(store, { withRows: true });
        });
        assert.deepEqual(undone, alone);
      }),
      { numRuns: 25 },
    );
  });

  it('and undoing A gives the runs of import B', async () => {
    await fc.assert(
      fc.asyncProperty(twoImports, async ({ a, b, renamed }) => {
        const second = renamed ? elsewhere(b) : b;
        const alone = await inMemory(async (store) => {
          await bring(store, second);
          return told(store, { withRows: false });
        });
        const undone = await inMemory(async (store) => {
          const first = await bring(store, a);
          await bring(store, second);
          await store.undoBatch(RUNNER, first.id);
          return told(store, { withRows: false });
        });
        assert.deepEqual(undone, alone);
      }),
      { numRuns: 25 },
    );
  });
});
