import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { known, missing, type Track } from '@kneewise/engine';
import type { NewSource, Outcome, Store } from '../history-store.ts';
import {
  activityWith,
  allBytes,
  analysis,
  recordingWith,
  RUNNER,
  sourceWith,
  steadyTrack,
  SUNDAY_MS,
} from '../testing/sources.ts';
import { storeFor } from '../testing/temporary-folder.ts';
import { packTrack } from '../track/pack-track.ts';

const refusal = { code: 'not-fit', reason: 'Not a FIT file.', byteOffset: 8 };

/** A full recording and a poorer one of the same run. */
const watch = sourceWith('watch', { activities: [activityWith()] });
const phone = sourceWith('phone', {
  activities: [
    activityWith({
      startAtMs: SUNDAY_MS + 20_000,
      elapsedS: 1780,
      device: 'Test Phone',
      track: steadyTrack(90, { gpsOnly: true }),
    }),
  ],
});

const onlyRun = async (store: Store): Promise<string> => {
  const runs = await store.runs(RUNNER);
  assert.equal(runs.length, 1);
  return runs[0]?.id ?? '';
};

describe('a run', () => {
  it('comes back as it was: figures, reasons for missing ones, pauses, track and bytes', async (t) => {
    const store = await storeFor(t);
    const recording = recordingWith({
      subSport: 'trail',
      name: 'Sunday, long',
      distanceM: missing({ reason: 'not-recorded', what: 'distance' }),
      movingS: known(1799.5),
      ascentM: known(120),
      pauses: [{ fromS: 10, toS: 12.5 }],
    });
    const warnings = [{ code: 'sport-from-name', text: 'Sport taken from the name.' }];
    const outcome = await store.addSource(
      RUNNER,
      sourceWith('a', { activities: [{ recording, warnings, analysis }] }),
    );
    assert.equal(outcome.outcome, 'added');
    assert.deepEqual(outcome.warnings, warnings);
    const id = outcome.activityIds[0] ?? '';

    assert.deepEqual(await store.recording(RUNNER, id), recording);
    assert.deepEqual(await store.track(RUNNER, id), recording.track);
    const [run] = await store.runs(RUNNER);
    assert.deepEqual(structuredClone(run), {
      id,
      startAtMs: SUNDAY_MS,
      utcOffsetMin: 60,
      subSport: 'trail',
      distanceM: recording.distanceM,
      movingS: recording.movingS,
      elapsedS: 1800,
      analysis,
    });
    const stored = await store.activity(RUNNER, id);
    const sourceId = stored?.sources[0]?.id ?? '';
    assert.deepEqual(stored?.sources, [{ id: sourceId, path: 'a.fit', sizeBytes: 1, used: true }]);
    assert.deepEqual(stored.channels, ['distanceM', 'cadenceSpm', 'heartRateBpm', 'latDeg', 'lonDeg']);
    assert.deepEqual(
      [stored.distanceM, stored.movingS, stored.name, stored.warnings],
      [null, 1799.5, 'Sunday, long', warnings],
    );
    const original = await store.original(RUNNER, sourceId);
    assert.equal(original?.path, 'a.fit');
    assert.equal(new TextDecoder().decode(await allBytes(original.bytes)), 'a');
  });

  it('whose track a worker has packed is the same run', async (t) => {
    const store = await storeFor(t);
    const activity = activityWith();
    const { recording } = activity;
    const packed = {
      bytes: packTrack(recording.track),
      channels: ['distanceM', 'cadenceSpm'],
      samples: recording.track.timeS.length,
    };
    const withoutTrack = { ...recording, track: { timeS: new Float64Array(0) } };
    const { activityIds } = await store.addSource(
      RUNNER,
      sourceWith('a', { activities: [{ ...activity, recording: withoutTrack, packed }] }),
    );
    assert.deepEqual(await store.track(RUNNER, activityIds[0] ?? ''), recording.track);
    const stored = await store.activity(RUNNER, activityIds[0] ?? '');
    assert.deepEqual(stored?.channels, packed.channels);
  });

  it('is there for its own runner only', async (t) => {
    const store = await storeFor(t);
    const { activityIds } = await store.addSource(RUNNER, watch);
    const id = activityIds[0] ?? '';
    const sourceId = (await store.activity(RUNNER, id))?.sources[0]?.id ?? '';
    assert.deepEqual(await store.runs('runner-2'), []);
    assert.equal(await store.activity('runner-2', id), null);
    assert.equal(await store.track('runner-2', id), null);
    assert.equal(await store.original('runner-2', sourceId), null);
    assert.equal(await store.hasContent('runner-2', watch.contentHash), null);
    assert.equal((await store.addSource('runner-2', watch)).outcome, 'added');
  });

  it('that an unknown id asks for is null', async (t) => {
    const store = await storeFor(t);
    assert.equal(await store.activity(RUNNER, 'nobody'), null);
    assert.equal(await store.track(RUNNER, 'nobody'), null);
    assert.equal(await store.recording(RUNNER, 'nobody'), null);
    assert.equal(await store.original(RUNNER, 'nobody'), null);
  });
});

describe('other activities', () => {
  it('are kept and never counted as runs', async (t) => {
    const store = await storeFor(t);
    const ride = sourceWith('ride', { activities: [activityWith({ sport: 'cycling' })] });
    assert.equal((await store.addSource(RUNNER, ride)).outcome, 'other');
    assert.deepEqual(await store.runs(RUNNER), []);
    assert.deepEqual(await store.others(RUNNER), [
      { startAtMs: SUNDAY_MS, utcOffsetMin: 60, sport: 'cycling' },
    ]);
  });

  it('at the same time as a run stay beside it', async (t) => {
    const store = await storeFor(t);
    await store.addSource(RUNNER, watch);
    const ride = sourceWith('ride', { activities: [activityWith({ sport: 'cycling' })] });
    assert.equal((await store.addSource(RUNNER, ride)).outcome, 'other');
    assert.equal((await store.runs(RUNNER)).length, 1);
  });

  it('of a multisport file are each their own, and one run makes it added', async (t) => {
    const store = await storeFor(t);
    const legs = ['swimming', 'transition', 'cycling', 'transition', 'running'].map((sport, i) =>
      activityWith({ sport, elapsedS: 600, startAtMs: SUNDAY_MS + i * 600_000 }),
    );
    const outcome = await store.addSource(RUNNER, sourceWith('triathlon', { activities: legs }));
    assert.equal(outcome.outcome, 'added');
    assert.equal(new Set(outcome.activityIds).size, 5);
    assert.equal((await store.others(RUNNER)).length, 4);
    assert.deepEqual(await store.counts(RUNNER), { runs: 1, others: 4 });
    assert.deepEqual(await store.counts('runner-2'), { runs: 0, others: 0 });
    assert.deepEqual(
      outcome.activityIds,
      (await store.hasContent(RUNNER, sourceWith('triathlon').contentHash))?.activityIds,
    );
  });
});

describe('the same content again', () => {
  it('under another path is a duplicate of the first and changes nothing', async (t) => {
    const store = await storeFor(t);
    const first = await store.addSource(RUNNER, watch);
    const again: Outcome = await store.addSource(RUNNER, { ...watch, path: 'copy/watch.fit' });
    assert.deepEqual(again, {
      path: 'copy/watch.fit',
      outcome: 'duplicate',
      activityIds: first.activityIds,
      warnings: [],
      refusal: null,
      duplicateOf: 'watch.fit',
    });
    const stored = await store.activity(RUNNER, first.activityIds[0] ?? '');
    assert.equal(stored?.sources.length, 1);
  });

  it('in the same batch under the same path answers what it answered first, with one row', async (t) => {
    const store = await storeFor(t);
    const first = await store.addSource(RUNNER, watch);
    assert.deepEqual(await store.addSource(RUNNER, watch), first);
    assert.deepEqual(await store.seenBefore(RUNNER, watch), first);
    assert.equal((await store.rowsFrom(RUNNER, 'batch-1', 0, 10)).rows.length, 1);
  });

  it('in a later batch is a duplicate before it is read', async (t) => {
    const store = await storeFor(t);
    assert.equal(await store.seenBefore(RUNNER, watch), null);
    await store.addSource(RUNNER, watch);
    const again = await store.seenBefore(RUNNER, { ...watch, batchId: 'batch-2' });
    assert.deepEqual([again?.outcome, again?.duplicateOf], ['duplicate', 'watch.fit']);
    assert.equal((await store.rowsFrom(RUNNER, 'batch-2', 0, 10)).rows.length, 1);
    assert.equal((await store.hasContent(RUNNER, watch.contentHash))?.outcome, 'added');
  });
});

describe('the same run from two files', () => {
  for (const [order, first, second] of [
    ['richer first', watch, phone],
    ['richer last', phone, watch],
  ] as const) {
    it(`is one run with the richer track: ${order}`, async (t) => {
      const store = await storeFor(t);
      const before = await store.addSource(RUNNER, first);
      const outcome = await store.addSource(RUNNER, second);
      assert.deepEqual([outcome.outcome, outcome.duplicateOf], ['duplicate', first.path]);
      assert.deepEqual(outcome.activityIds, before.activityIds);
      const id = await onlyRun(store);
      assert.equal(id, before.activityIds[0]);
      const stored = await store.activity(RUNNER, id);
      assert.equal(stored?.device, 'Test Watch 1');
      assert.equal((await store.track(RUNNER, id))?.timeS.length, 60);
      assert.deepEqual(
        stored.sources.map(({ path, used }) => [path, used]),
        [first, second].map(({ path }) => [path, path === 'watch.fit']),
      );
      for (const source of stored.sources) {
        const original = await store.original(RUNNER, source.id);
        assert.ok(original !== null);
        assert.equal(`${new TextDecoder().decode(await allBytes(original.bytes))}.fit`, source.path);
      }
    });
  }

  it('keeps its id and its check-ins when the richer one comes second', async (t) => {
    const store = await storeFor(t);
    const { activityIds } = await store.addSource(RUNNER, phone);
    const runId = activityIds[0] ?? '';
    await store.addCheckIn(RUNNER, {
      runId,
      side: 'left',
      when: 'during',
      atMs: SUNDAY_MS,
      utcOffsetMin: 60,
      pain: 3,
      onsetM: 4000,
      stopSign: false,
      painkiller: null,
    });
    await store.addSource(RUNNER, watch);
    assert.equal(await onlyRun(store), runId);
    assert.equal((await store.checkIns(RUNNER))[0]?.runId, runId);
  });

  it('is a run although the first file did not say its sport', async (t) => {
    const store = await storeFor(t);
    const silent = sourceWith('silent', { activities: [activityWith({ sport: 'unknown' })] });
    assert.equal((await store.addSource(RUNNER, silent)).outcome, 'other');
    assert.equal((await store.addSource(RUNNER, watch)).outcome, 'added');
    assert.equal((await store.runs(RUNNER)).length, 1);
    assert.deepEqual(await store.others(RUNNER), []);
  });

  it('prefers a filled channel: a column of gaps makes nothing richer', async (t) => {
    const store = await storeFor(t);
    const track: Track = {
      ...steadyTrack(60, { gpsOnly: true }),
      powerW: new Float64Array(60).fill(Number.NaN),
      contactMs: new Float64Array(60).fill(Number.NaN),
      balancePct: new Float64Array(60).fill(Number.NaN),
    };
    await store.addSource(RUNNER, sourceWith('gaps', { activities: [activityWith({ track })] }));
    await store.addSource(RUNNER, watch);
    const stored = await store.activity(RUNNER, await onlyRun(store));
    assert.deepEqual(
      stored?.sources.map(({ used }) => used),
      [false, true],
    );
  });
});

const gps = (name: string, offsetS: number, samples: number): NewSource =>
  sourceWith(name, {
    activities: [
      activityWith({
        startAtMs: SUNDAY_MS + offsetS * 1000,
        track: steadyTrack(samples, { gpsOnly: true }),
      }),
    ],
  });

describe('two runs that a third, richer file shows to be one', () => {
  it('become one, with the check-ins and import rows of both', async (t) => {
    const store = await storeFor(t);
    const early = await store.addSource(RUNNER, gps('early', -50, 60));
    const late = await store.addSource(RUNNER, gps('late', 50, 70));
    assert.deepEqual([early.outcome, late.outcome], ['added', 'added']);
    const checkIn = {
      side: 'left',
      when: 'evening',
      atMs: SUNDAY_MS,
      utcOffsetMin: 60,
      pain: 2,
      onsetM: null,
      stopSign: null,
      painkiller: null,
    } as const;
    await store.addCheckIn(RUNNER, { ...checkIn, runId: early.activityIds[0] ?? '' });
    await store.addCheckIn(RUNNER, { ...checkIn, runId: late.activityIds[0] ?? '' });
    await store.addSource(RUNNER, watch);
    const id = await onlyRun(store);
    assert.deepEqual(
      (await store.checkIns(RUNNER)).map(({ runId }) => runId),
      [id, id],
    );
    const { rows } = await store.rowsFrom(RUNNER, 'batch-1', 0, 10);
    assert.deepEqual(
      rows.map(({ activityIds }) => activityIds),
      [[id], [id], [id]],
    );
  });
});

describe('a refused file', () => {
  const refused = sourceWith('photo', { refusal, activities: [] });

  it('is kept with its reason and its bytes', async (t) => {
    const store = await storeFor(t);
    const outcome = await store.addSource(RUNNER, refused);
    assert.deepEqual([outcome.outcome, outcome.refusal], ['refused', refusal]);
    assert.deepEqual(await store.runs(RUNNER), []);
  });

  it('is refused again in another batch, and worth reading again', async (t) => {
    const store = await storeFor(t);
    await store.addSource(RUNNER, refused);
    assert.equal(await store.hasContent(RUNNER, refused.contentHash), null);
    assert.equal(await store.seenBefore(RUNNER, { ...refused, batchId: 'batch-2' }), null);
    const again = await store.addSource(RUNNER, { ...refused, batchId: 'batch-2' });
    assert.deepEqual([again.outcome, again.duplicateOf], ['refused', null]);
  });

  it('that can be read later becomes a run, and its row says so', async (t) => {
    const store = await storeFor(t);
    await store.addSource(RUNNER, refused);
    const outcome = await store.addSource(RUNNER, {
      ...refused,
      refusal: null,
      activities: [activityWith()],
    });
    assert.equal(outcome.outcome, 'added');
    const id = await onlyRun(store);
    const sourceId = (await store.activity(RUNNER, id))?.sources[0]?.id ?? '';
    const original = await store.original(RUNNER, sourceId);
    assert.ok(original !== null);
    assert.equal(new TextDecoder().decode(await allBytes(original.bytes)), 'photo');
    const { rows } = await store.rowsFrom(RUNNER, 'batch-1', 0, 10);
    assert.deepEqual(
      rows.map((row) => [row.outcome, row.refusal]),
      [['added', null]],
    );
  });
});

describe('a source that makes no sense', () => {
  it('holds neither activities nor a refusal, or both, and is thrown back', async (t) => {
    const store = await storeFor(t);
    await assert.rejects(store.addSource(RUNNER, sourceWith('x', { activities: [] })), RangeError);
    await assert.rejects(
      store.addSource(RUNNER, sourceWith('x', { refusal, activities: [activityWith()] })),
      RangeError,
    );
    await assert.rejects(
      store.addSource(RUNNER, sourceWith('x', { activities: [activityWith({ startAtMs: Number.NaN })] })),
      new RangeError('startAtMs must be a number, got NaN'),
    );
    await assert.rejects(
      store.addSource(RUNNER, sourceWith('x', { activities: [{ ...activityWith(), analysis: null }] })),
      new RangeError('analysis must be there for a run, got null'),
    );
    await assert.rejects(
      store.addSource(
        RUNNER,
        sourceWith('x', { activities: [activityWith({ distanceM: known(Number.NaN) })] }),
      ),
      new RangeError('distanceM must be a number where it is known, got NaN'),
    );
    assert.equal(await store.hasContent(RUNNER, sourceWith('x').contentHash), null);
    assert.equal((await store.addSource(RUNNER, sourceWith('x'))).outcome, 'added');
  });
});

describe('analyses of an older engine', () => {
  it('are listed with their recordings, newest first, and replaced', async (t) => {
    const store = await storeFor(t);
    await store.addSource(RUNNER, watch);
    await store.addSource(RUNNER, phone);
    assert.deepEqual(await store.outdated(RUNNER, 1, 10), []);
    const found = await store.outdated(RUNNER, 2, 10);
    assert.deepEqual(
      found.map(({ recording }) => recording.device),
      ['Test Phone', 'Test Watch 1'],
    );
    for (const { ref } of found) {
      await store.saveAnalysis(RUNNER, ref, { ...analysis, engineVersion: 2, cadenceSpm: known(170) });
    }
    assert.deepEqual(await store.outdated(RUNNER, 2, 10), []);
    assert.deepEqual((await store.runs(RUNNER))[0]?.analysis.cadenceSpm, known(170));
  });
});
