import assert from 'node:assert/strict';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { openStore } from '../open-store.ts';
import { RUNNER } from '../testing/sources.ts';
import { storeFor, temporaryFolder } from '../testing/temporary-folder.ts';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

async function* inTwo(content: string): AsyncIterable<Uint8Array> {
  yield text(content.slice(0, 3));
  yield text(content.slice(3));
}

async function* breaking(): AsyncIterable<Uint8Array> {
  yield text('half');
  throw new Error('connection lost');
}

describe('an upload', () => {
  it('is there for its reader, in order, also after the store was opened again', async (t) => {
    const folder = await temporaryFolder(t);
    const first = await openStore(folder);
    const a = await first.inboxAdd(RUNNER, 'batch-1', 'a.zip', inTwo('content of a'));
    const b = await first.inboxAdd(RUNNER, 'batch-1', 'b.zip', text('b'));
    await first.inboxAdd('runner-2', 'batch-9', 'c.zip', text('c'));
    await first.close();
    const second = await storeFor(t, folder);
    assert.deepEqual(await second.inboxPending(RUNNER), [a, b]);
    assert.deepEqual([a.batchId, a.path, a.sizeBytes], ['batch-1', 'a.zip', 12]);
    assert.equal(await readFile(a.file, 'utf8'), 'content of a');
  });

  it('is gone once it is done, and once more does nothing', async (t) => {
    const folder = await temporaryFolder(t);
    const store = await storeFor(t, folder);
    const { id } = await store.inboxAdd(RUNNER, 'batch-1', 'a.zip', text('a'));
    await store.inboxDone('runner-2', id);
    assert.equal((await store.inboxPending(RUNNER)).length, 1);
    await store.inboxDone(RUNNER, id);
    await store.inboxDone(RUNNER, id);
    assert.deepEqual(await store.inboxPending(RUNNER), []);
    assert.deepEqual(await readdir(join(folder, 'inbox')), []);
  });

  it('that breaks off is not acknowledged and leaves nothing', async (t) => {
    const folder = await temporaryFolder(t);
    const store = await storeFor(t, folder);
    await assert.rejects(store.inboxAdd(RUNNER, 'batch-1', 'a.zip', breaking()), /connection lost/);
    assert.deepEqual(await store.inboxPending(RUNNER), []);
    assert.deepEqual(await readdir(join(folder, 'inbox')), []);
  });
});

describe('opening a store', () => {
  it('sweeps away what was never acknowledged and is a day old, and nothing else', async (t) => {
    const folder = await temporaryFolder(t);
    const store = await openStore(folder);
    const kept = await store.inboxAdd(RUNNER, 'batch-1', 'a.zip', text('a'));
    await store.close();
    const inbox = join(folder, 'inbox');
    const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000);
    await writeFile(join(inbox, 'old.part'), 'half');
    await writeFile(join(inbox, 'new.part'), 'half');
    await utimes(join(inbox, 'old.part'), twoDaysAgo, twoDaysAgo);
    await utimes(kept.file, twoDaysAgo, twoDaysAgo);
    await storeFor(t, folder);
    assert.deepEqual((await readdir(inbox)).sort(), [kept.id, 'new.part'].sort());
  });
});
