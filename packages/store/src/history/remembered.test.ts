import assert from 'node:assert/strict';
import { it } from 'node:test';
import { analysis, activityWith, RUNNER, sourceWith, SUNDAY_MS } from '../testing/sources.ts';
import { storeFor, temporaryFolder } from '../testing/temporary-folder.ts';

const DAY_MS = 86_400_000;
const later = (days: number) => ({ activities: [activityWith({ startAtMs: SUNDAY_MS + days * DAY_MS })] });

it('runs asked for again are the same objects until somebody writes, here or through another connection', async (t) => {
  const folder = await temporaryFolder(t);
  const one = await storeFor(t, folder);
  const other = await storeFor(t, folder);
  await one.addSource(RUNNER, sourceWith('a'));
  const first = await one.runs(RUNNER);
  assert.equal(await one.runs(RUNNER), first);
  await one.addSource(RUNNER, sourceWith('b', later(1)));
  assert.equal((await one.runs(RUNNER)).length, 2);
  await other.addSource(RUNNER, sourceWith('c', later(2)));
  assert.equal((await one.runs(RUNNER)).length, 3);
  assert.equal((await one.names(RUNNER)).length, 3);
  await other.erase(RUNNER);
  assert.deepEqual(await one.runs(RUNNER), []);
  assert.deepEqual(await one.names(RUNNER), []);
});

it('runs show a new analysis at once, and never those of another runner', async (t) => {
  const store = await storeFor(t);
  await store.addSource(RUNNER, sourceWith('a', { activities: [{ ...activityWith(), analysis }] }));
  assert.equal((await store.runs(RUNNER)).length, 1);
  assert.deepEqual(await store.runs('runner-2'), []);
  const [outdated] = await store.outdated(RUNNER, 2, 1);
  assert.ok(outdated);
  assert.equal((await store.runs(RUNNER))[0]?.analysis.engineVersion, 1);
  await store.saveAnalysis(RUNNER, outdated.ref, { ...analysis, engineVersion: 2 });
  assert.equal((await store.runs(RUNNER))[0]?.analysis.engineVersion, 2);
});

it('runs are not read again after an answer about the knee, a setting or an import that is only begun', async (t) => {
  const store = await storeFor(t);
  await store.addSource(RUNNER, sourceWith('a'));
  const first = await store.runs(RUNNER);
  const checkIn = await store.addCheckIn(RUNNER, {
    runId: first[0]?.id ?? null,
    side: 'right',
    when: 'evening',
    atMs: SUNDAY_MS,
    utcOffsetMin: 0,
    pain: 2,
    onsetM: null,
    stopSign: null,
    painkiller: null,
  });
  await store.saveSettings(RUNNER, { family: 'PF' });
  await store.createBatch(RUNNER, { label: 'more', filesFound: 0, nowMs: 0 });
  await store.removeCheckIn(RUNNER, checkIn.id);
  assert.equal(await store.runs(RUNNER), first);
});

it('runs asked for while a file is being added are those from before or after, and after it the new ones', async (t) => {
  const store = await storeFor(t);
  await store.addSource(RUNNER, sourceWith('a'));
  const adding = store.addSource(RUNNER, sourceWith('b', later(1)));
  const meanwhile = await store.runs(RUNNER);
  assert.ok(meanwhile.length === 1 || meanwhile.length === 2);
  await adding;
  assert.equal((await store.runs(RUNNER)).length, 2);
});
