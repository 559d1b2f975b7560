import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Refusal } from '@kneewise/formats';
import { activityWith, RUNNER, sourceWith, steadyTrack, SUNDAY_MS } from '../testing/sources.ts';
import { storeFor } from '../testing/temporary-folder.ts';

const damaged: Refusal = { code: 'truncated', reason: 'It ends too early.', byteOffset: 7 };
const warning = { code: 'no-utc-offset', text: 'Its offset is not known.' } as const;
const DAY_MS = 86_400_000;

it('names every activity with the file that speaks for it, runs and others, oldest first', async (t) => {
  const store = await storeFor(t);
  const ride = activityWith({ sport: 'cycling', startAtMs: SUNDAY_MS + DAY_MS, name: 'To work' });
  await store.addSource(RUNNER, sourceWith('ride', { activities: [ride] }));
  const run = { ...activityWith({ name: 'Along the river' }), warnings: [warning] };
  await store.addSource(RUNNER, sourceWith('run', { activities: [run] }));
  const named = await store.names(RUNNER);
  assert.deepEqual(
    named.map(({ sport, name, path, channels, warnings }) => [sport, name, path, channels.length, warnings]),
    [
      ['running', 'Along the river', 'run.fit', 5, [warning]],
      ['cycling', 'To work', 'ride.fit', 5, []],
    ],
  );
  const [first] = await store.runs(RUNNER);
  assert.equal(named[0]?.id, first?.id);
  assert.deepEqual(await store.names('runner-2'), []);
});

it('names poorer files of an activity as duplicates of the one that speaks for it, whichever came first', async (t) => {
  const store = await storeFor(t);
  const poor = activityWith({ track: steadyTrack(60, { gpsOnly: true }) });
  await store.addSource(RUNNER, sourceWith('poor', { activities: [poor] }));
  assert.deepEqual(await store.duplicates(RUNNER), []);
  await store.addSource(RUNNER, sourceWith('rich'));
  await store.addSource(RUNNER, sourceWith('poor again', { activities: [poor] }));
  assert.deepEqual(await store.duplicates(RUNNER), [
    { path: 'poor.fit', of: 'rich.fit' },
    { path: 'poor again.fit', of: 'rich.fit' },
  ]);
  for (const batchId of ['batch-2', 'batch-3']) {
    await store.addSource(RUNNER, sourceWith('rich', { batchId }));
    await store.addSource(RUNNER, sourceWith('rich', { batchId, path: 'copy of rich.fit' }));
  }
  assert.deepEqual((await store.duplicates(RUNNER))[0], { path: 'copy of rich.fit', of: 'rich.fit' });
  assert.equal((await store.duplicates(RUNNER)).length, 3);
});

it('names a refused file once, with its last reason, until its path or its content could be read', async (t) => {
  const store = await storeFor(t);
  const batchOf = async (nowMs: number): Promise<string> =>
    (await store.createBatch(RUNNER, { label: 'some', filesFound: 1, nowMs })).id;
  const [first, second] = [await batchOf(0), await batchOf(1)];
  await store.recordRefusal(RUNNER, first, 'gone.zip', damaged);
  await store.recordRefusal(RUNNER, second, 'gone.zip', { ...damaged, byteOffset: 8 });
  await store.addSource(RUNNER, sourceWith('b', { batchId: first, refusal: damaged }));
  await store.addSource(RUNNER, sourceWith('a', { batchId: first, refusal: damaged }));
  assert.deepEqual(await store.refused(RUNNER), [
    { path: 'a.fit', refusal: damaged },
    { path: 'b.fit', refusal: damaged },
    { path: 'gone.zip', refusal: { ...damaged, byteOffset: 8 } },
  ]);
  // A later version reads the same bytes, under another name.
  await store.addSource(RUNNER, sourceWith('a', { batchId: second, path: 'renamed.fit' }));
  // The same name holds other bytes now.
  await store.addSource(
    RUNNER,
    sourceWith('c', {
      batchId: second,
      path: 'b.fit',
      activities: [activityWith({ startAtMs: SUNDAY_MS + DAY_MS })],
    }),
  );
  assert.deepEqual(
    (await store.refused(RUNNER)).map(({ path }) => path),
    ['gone.zip'],
  );
});
