import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { known, missing } from '@kneewise/engine';
import fc from 'fast-check';
import type { NewActivity, NewSource, Store } from '../history-store.ts';
import { IN_MEMORY, openStore } from '../open-store.ts';
import {
  activityWith,
  type recordingWith,
  RUNNER,
  sourceWith,
  steadyTrack,
  SUNDAY_MS,
} from '../testing/sources.ts';

const NO_TRACK = { timeS: new Float64Array(0) };
const notRecorded = (what: string) => missing({ reason: 'not-recorded', what });

/** An entry of a table, of which only totals are known. */
const entry = (change: Parameters<typeof recordingWith>[0] = {}): NewActivity =>
  activityWith({ track: NO_TRACK, device: null, listed: { file: 'run.gpx' }, ...change });

const list = (...activities: NewActivity[]): NewSource =>
  sourceWith(`list of ${JSON.stringify(activities)}`, { path: 'activities.csv', activities });
const gpx = (content: string, change: Parameters<typeof recordingWith>[0] = {}): NewSource =>
  sourceWith(content, { path: `activities/${content}.gpx`, activities: [activityWith(change)] });

async function storeOf(...sources: NewSource[]): Promise<{ store: Store; outcomes: string[] }> {
  const store = await openStore(IN_MEMORY);
  const outcomes: string[] = [];
  for (const source of sources) outcomes.push((await store.addSource(RUNNER, source)).outcome);
  return { store, outcomes };
}

describe('a run that only a table knows', () => {
  it('is a run with its totals, a day with a session and no stream', async () => {
    const { store, outcomes } = await storeOf(list(entry({ listed: { file: null } })));
    const [run] = await store.runs(RUNNER);
    assert.deepEqual(outcomes, ['added']);
    assert.deepEqual([run?.distanceM, run?.movingS, run?.elapsedS], [known(5400), known(1800), 1800]);
    const id = run?.id ?? '';
    assert.deepEqual(await store.track(RUNNER, id), NO_TRACK);
    assert.deepEqual((await store.activity(RUNNER, id))?.channels, []);
    await store.close();
  });
  it('is the same run when its file comes, and the file speaks', async () => {
    for (const order of [0, 1]) {
      const sources = [list(entry()), gpx('run')];
      const { store, outcomes } = await storeOf(...(order === 0 ? sources : sources.toReversed()));
      assert.deepEqual(outcomes, order === 0 ? ['added', 'added'] : ['added', 'duplicate']);
      const runs = await store.runs(RUNNER);
      assert.equal(runs.length, 1);
      assert.equal((await store.track(RUNNER, runs[0]?.id ?? ''))?.timeS.length, 60);
      assert.deepEqual(await store.duplicates(RUNNER), []);
      await store.close();
    }
  });
  it('keeps its id when its file comes, so that what was said about it stays', async () => {
    const { store } = await storeOf(list(entry()));
    const [before] = await store.runs(RUNNER);
    await store.addSource(RUNNER, gpx('run'));
    const [after] = await store.runs(RUNNER);
    assert.equal(after?.id, before?.id);
    await store.close();
  });
});

describe('what a table says about a file', () => {
  const said = entry({ name: 'Tempo', shoe: 'Old blue', sport: 'running', subSport: 'trail' });
  it('gives it a name, a shoe and the sport it lacks, and works the run out', async () => {
    const { store } = await storeOf(gpx('run', { sport: 'unknown' }), list(said));
    const [run] = await store.runs(RUNNER);
    const activity = await store.activity(RUNNER, run?.id ?? '');
    assert.deepEqual([activity?.name, activity?.sport, activity?.subSport], ['Tempo', 'running', 'trail']);
    assert.equal(activity?.analysis?.cadenceSpm.known, true);
    assert.deepEqual((await store.shoes(RUNNER)).worn, [{ activityId: run?.id, shoe: 'Old blue' }]);
    assert.deepEqual((await store.recording(RUNNER, run?.id ?? ''))?.sport, 'running');
    await store.close();
  });
  it('sets a sport right that the watch had wrong, either way', async () => {
    const wrong = await storeOf(list(said), gpx('run', { sport: 'cycling' }));
    assert.deepEqual(await wrong.store.counts(RUNNER), { runs: 1, others: 0 });
    const walk = await storeOf(gpx('run'), list(entry({ sport: 'walking' })));
    assert.deepEqual(await walk.store.counts(RUNNER), { runs: 0, others: 1 });
    assert.equal(
      (await walk.store.activity(RUNNER, (await walk.store.names(RUNNER))[0]?.id ?? ''))?.analysis,
      null,
    );
    await wrong.store.close();
    await walk.store.close();
  });
  it('says nothing where it does not know the sport itself', async () => {
    const { store } = await storeOf(gpx('run'), list(entry({ sport: 'unknown' })));
    assert.deepEqual(await store.counts(RUNNER), { runs: 1, others: 0 });
    await store.close();
  });
  it('fills in a distance the file lacks, and never changes one it has', async () => {
    const lacking = await storeOf(gpx('run', { distanceM: notRecorded('distance') }), list(entry()));
    assert.deepEqual((await lacking.store.runs(RUNNER))[0]?.distanceM, known(5400));
    assert.deepEqual((await lacking.store.runs(RUNNER))[0]?.analysis.meanSpeedMps, known(3));
    const has = await storeOf(gpx('run', { distanceM: known(5000) }), list(entry()));
    assert.deepEqual((await has.store.runs(RUNNER))[0]?.distanceM, known(5000));
    await lacking.store.close();
    await has.store.close();
  });
  it('holds for the same content that came by another name before', async () => {
    const { store } = await storeOf(
      sourceWith('x', { path: 'watch/abc.gpx', activities: [activityWith({ sport: 'cycling' })] }),
      list(said),
    );
    assert.deepEqual(await store.counts(RUNNER), { runs: 1, others: 1 });
    const same = sourceWith('x', { path: 'activities/run.gpx.gz' });
    assert.equal((await store.seenBefore(RUNNER, same))?.outcome, 'duplicate');
    assert.deepEqual(await store.counts(RUNNER), { runs: 1, others: 0 });
    await store.close();
  });
});

describe('a list with sensors of its own', () => {
  it('is shown with the positions of the file it names', async () => {
    const sensors = {
      timeS: Float64Array.from({ length: 60 }, (_, i) => i),
      contactMs: new Float64Array(60).fill(250),
    };
    const route = steadyTrack(60, { gpsOnly: true });
    for (const first of ['list', 'file']) {
      const sources = [list(entry({ track: sensors })), gpx('run', { sport: 'unknown', track: route })];
      const { store } = await storeOf(...(first === 'list' ? sources : sources.toReversed()));
      const [run] = await store.runs(RUNNER);
      const track = await store.track(RUNNER, run?.id ?? '');
      assert.deepEqual([track?.contactMs?.[30], track?.latDeg?.[30]], [250, 48.0003], first);
      assert.deepEqual((await store.activity(RUNNER, run?.id ?? ''))?.channels, [
        'distanceM',
        'contactMs',
        'latDeg',
        'lonDeg',
      ]);
      assert.equal((await store.recording(RUNNER, run?.id ?? ''))?.track.lonDeg?.length, 60);
      await store.close();
    }
  });
});

describe('a list of shoes', () => {
  it('is kept, each pair once', async () => {
    const shoes = [
      { name: 'Old blue', brand: 'Brooks', model: 'Ghost' },
      { name: 'New', brand: null, model: null },
    ];
    const { store, outcomes } = await storeOf(
      sourceWith('shoes', { activities: [], shoes }),
      sourceWith('shoes again', { activities: [], shoes: shoes.slice(0, 1) }),
    );
    assert.deepEqual(outcomes, ['other', 'other']);
    assert.deepEqual((await store.shoes(RUNNER)).pairs, shoes.toReversed());
    await store.close();
  });
});

describe('lists and files in any order, in one import or several', () => {
  const startS = fc.integer({ min: 0, max: 4 }).map((step) => step * 30);
  const sport = fc.constantFrom('running', 'cycling', 'unknown');
  const file = fc.record({
    startS,
    sport,
    samples: fc.integer({ min: 1, max: 60 }),
    gpsOnly: fc.boolean(),
    distance: fc.boolean(),
  });
  const entries = fc.array(
    fc.record({
      startS,
      sport,
      of: fc.nat(4),
      name: fc.constantFrom(null, 'A', 'B'),
      shoe: fc.constantFrom(null, 'S', 'T'),
      samples: fc.constantFrom(0, 0, 30),
      distance: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  );
  const archive = fc.record({
    files: fc.array(file, { minLength: 1, maxLength: 4 }),
    lists: fc.array(entries, { minLength: 1, maxLength: 2 }),
  });
  const distanceM = (has: boolean) => (has ? known(5400) : notRecorded('distance'));
  const sourcesOf = ({
    files,
    lists,
  }: typeof archive extends fc.Arbitrary<infer A> ? A : never): NewSource[] => [
    ...files.map((one, i) =>
      gpx(`${i}`, {
        startAtMs: SUNDAY_MS + one.startS * 1000,
        sport: one.sport,
        track: steadyTrack(one.samples, { gpsOnly: one.gpsOnly }),
        distanceM: distanceM(one.distance),
      }),
    ),
    ...lists.map((all) =>
      list(
        ...all.map((one) =>
          entry({
            startAtMs: SUNDAY_MS + one.startS * 1000,
            sport: one.sport,
            name: one.name,
            shoe: one.shoe,
            listed: { file: one.of === 4 ? null : `${one.of}.gpx` },
            track:
              one.samples === 0
                ? NO_TRACK
                : {
                    timeS: steadyTrack(one.samples).timeS,
                    contactMs: new Float64Array(one.samples).fill(250),
                  },
            distanceM: distanceM(one.distance),
          }),
        ),
      ),
    ),
  ];

  it('give the same store', async () => {
    const orders = archive
      .map(sourcesOf)
      .chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length })),
      );
    await fc.assert(
      fc.asyncProperty(orders, async ([some, others]) => {
        assert.deepEqual(await contentAfter(some), await contentAfter(others));
      }),
      { numRuns: 40 },
    );
  });

  async function contentAfter(sources: readonly NewSource[]): Promise<unknown> {
    const { store } = await storeOf(...sources);
    const worn = new Map((await store.shoes(RUNNER)).worn.map(({ activityId, shoe }) => [activityId, shoe]));
    const all = [];
    for (const { id } of await store.names(RUNNER)) {
      const { id: _, sources: from, analysis, ...figures } = (await store.activity(RUNNER, id)) ?? {};
      all.push({
        ...figures,
        sources: from?.map(({ path, used }) => `${path} ${used}`).toSorted(),
        shoe: worn.get(id) ?? null,
        // A stored analysis is the test's own; one that was worked out depends on the track and totals, compared here.
        hasAnalysis: analysis !== null,
        track: await store.track(RUNNER, id),
      });
    }
    const counts = await store.counts(RUNNER);
    await store.close();
    all.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    return { counts, all };
  }
});
