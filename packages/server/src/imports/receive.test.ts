import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openHouse } from '../testing/open-house.ts';
import { beginImport, receiveFile, shownPath } from './receive.ts';

async function* pieces(...sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (const size of sizes) yield new Uint8Array(size);
}

describe('receiving a file', () => {
  it('takes a file of the largest size and refuses one byte more, leaving nothing of it', async () => {
    const { house, close } = await openHouse();
    try {
      const { batch } = await beginImport(house, 'test', 3);
      const received = (sizes: readonly number[]) =>
        receiveFile(house, batch.id, 'x.fit', pieces(...sizes), 100);
      assert.equal((await received([60, 39])).ok, true);
      assert.equal((await received([60, 40])).ok, true);
      assert.deepEqual(await received([60, 41]), { ok: false, code: 'too-large' });
      const waiting = await house.store.inboxPending(house.runnerId);
      assert.deepEqual(
        waiting.map(({ sizeBytes }) => sizeBytes),
        [99, 100],
      );
    } finally {
      await close();
    }
  });

  it('makes room: the simulated runner is erased before own runs come, and that is said', async () => {
    const { house, close } = await openHouse();
    try {
      await house.store.saveSettings(house.runnerId, { sample: true, family: 'PF' });
      assert.equal((await beginImport(house, 'test', 1)).sampleErased, true);
      assert.deepEqual(await house.store.settings(house.runnerId), {
        onset: null,
        family: 'GN',
        flags: 'unanswered',
        sample: false,
      });
      assert.equal((await beginImport(house, 'test', 1)).sampleErased, false);
    } finally {
      await close();
    }
  });

  it('shows a path without letters that act on a terminal', () => {
    assert.equal(shownPath('a\u001b[2J\u0000\\b.fit'), 'a[2J/b.fit');
  });
});
