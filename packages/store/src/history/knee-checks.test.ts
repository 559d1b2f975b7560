import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BEGUN_CHECK } from '../testing/begun-check.ts';
import { RUNNER } from '../testing/sources.ts';
import { storeFor, temporaryFolder } from '../testing/temporary-folder.ts';
import { openStore } from '../open-store.ts';

const begun = BEGUN_CHECK;
const done = {
  level: 'physio',
  provisional: false,
  mayRun: true,
  family: 'PF',
  flags: ['RF35'],
};

describe('knee checks', () => {
  it('come back as they were kept, also after the store was closed, and belong to their runner', async (t) => {
    const folder = await temporaryFolder(t);
    const store = await openStore(folder);
    const kept = await store.saveKneeCheck(RUNNER, begun);
    assert.deepEqual(kept, { ...begun, revision: 1 });
    assert.deepEqual(await store.kneeChecks('runner-2'), []);
    await store.close();
    const again = await openStore(folder);
    assert.deepEqual(await again.kneeChecks(RUNNER), [kept]);
    await again.close();
  });

  it('are changed only by whoever has seen the last change', async (t) => {
    const store = await storeFor(t);
    const first = await store.saveKneeCheck(RUNNER, begun);
    assert.ok(first);
    const changed = await store.saveKneeCheck(RUNNER, { ...first, raised: ['RF08'] });
    assert.equal(changed?.revision, 2);
    assert.equal(await store.saveKneeCheck(RUNNER, { ...first, raised: [] }), null);
    assert.deepEqual((await store.kneeChecks(RUNNER))[0]?.raised, ['RF08']);
    assert.equal(await store.removeKneeCheck(RUNNER, first.id, 1), false);
    assert.equal(await store.removeKneeCheck('runner-2', first.id, 2), false);
    assert.equal(await store.removeKneeCheck(RUNNER, first.id, 2), true);
    assert.deepEqual(await store.kneeChecks(RUNNER), []);
  });

  it('are under way one at a time; the one under way comes first, then the newest finished', async (t) => {
    const store = await storeFor(t);
    const finish = async (id: string, atMs: number): Promise<void> => {
      const kept = await store.saveKneeCheck(RUNNER, { ...begun, id, begunAtMs: atMs });
      assert.ok(kept);
      assert.ok(await store.saveKneeCheck(RUNNER, { ...kept, finishedAtMs: atMs + 1, outcome: done }));
    };
    await finish('a', 2_000);
    await finish('b', 3_000);
    assert.ok(await store.saveKneeCheck(RUNNER, { ...begun, id: 'c', begunAtMs: 500 }));
    assert.equal(await store.saveKneeCheck(RUNNER, { ...begun, id: 'd' }), null);
    assert.deepEqual(
      (await store.kneeChecks(RUNNER)).map(({ id }) => id),
      ['c', 'b', 'a'],
    );
    assert.ok(await store.saveKneeCheck('runner-2', { ...begun, id: 'd' }));
  });

  it('are erased with everything else', async (t) => {
    const store = await storeFor(t);
    await store.saveKneeCheck(RUNNER, begun);
    await store.erase(RUNNER);
    assert.deepEqual(await store.kneeChecks(RUNNER), []);
  });
});
