import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { RUNNER } from './testing/sources.ts';
import { storeFor, temporaryFolder } from './testing/temporary-folder.ts';
import type { Store } from './history-store.ts';

/** A store whose file another connection has locked, as another process would. */
async function locked(t: TestContext): Promise<{ store: Store; letGo: () => void }> {
  const folder = await temporaryFolder(t);
  const store = await storeFor(t, folder);
  const other = new DatabaseSync(join(folder, 'kneewise.db'));
  t.after(() => other.close());
  other.exec('begin immediate');
  return { store, letGo: () => other.exec('rollback') };
}

describe('a store that another process keeps busy', () => {
  it('lets everything else go on while a write waits, and writes once the other is through', async (t) => {
    const { store, letGo } = await locked(t);
    const saving = store.saveSettings(RUNNER, { family: 'PF' });
    let saved = false;
    void saving.then(() => (saved = true));
    // Were the wait SQLite's own, these would all come after it.
    for (let turn = 0; turn < 5; turn++) await sleep(1);
    assert.equal(saved, false);
    letGo();
    assert.equal((await saving).family, 'PF');
  });

  it('waits for the other within a transaction’s beginning, and keeps what it was given once', async (t) => {
    const { store, letGo } = await locked(t);
    const adding = store.addEvent(RUNNER, { kind: 'flag-raised', date: '2026-11-17' });
    await sleep(1);
    letGo();
    await adding;
    assert.equal((await store.events(RUNNER)).length, 1);
  });

  it('opens once another has let go of a file', async (t) => {
    const folder = await temporaryFolder(t);
    const other = new DatabaseSync(join(folder, 'kneewise.db'));
    t.after(() => other.close());
    other.exec('begin exclusive');
    const opening = storeFor(t, folder);
    await sleep(1);
    other.exec('rollback');
    assert.deepEqual(await (await opening).runs(RUNNER), []);
  });
});
