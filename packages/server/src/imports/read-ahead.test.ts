import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MOST_BYTES_AHEAD, readAhead, weightOf } from './read-ahead.ts';

const none = (): Promise<null> => Promise.resolve(null);

const file = (path: string, sizeBytes: number | null) => ({
  kind: 'file' as const,
  file: {
    path,
    sizeBytes,
    open: async function* () {
      yield new Uint8Array(0);
    },
  },
});

describe('reading ahead', () => {
  it('has three small files under way for each thread', () => {
    const ahead = readAhead<null>(2);
    for (let count = 0; count < 6; count++) {
      assert.equal(ahead.isFullFor(1), false, String(count));
      ahead.add(none(), 1);
    }
    assert.equal(ahead.isFullFor(1), true);
    void ahead.takeFirst();
    assert.equal(ahead.isFullFor(1), false);
  });

  it('has so many bytes under way and not one more', () => {
    const ahead = readAhead<null>(2);
    ahead.add(none(), MOST_BYTES_AHEAD - 10);
    assert.equal(ahead.isFullFor(10), false);
    assert.equal(ahead.isFullFor(11), true);
  });

  it('lets a file larger than that have the way to itself, behind which all others wait', () => {
    const ahead = readAhead<null>(4);
    assert.equal(ahead.isFullFor(MOST_BYTES_AHEAD * 9), false);
    ahead.add(none(), MOST_BYTES_AHEAD * 9);
    assert.equal(ahead.isFullFor(1), true);
    void ahead.takeFirst();
    assert.equal(ahead.isFullFor(MOST_BYTES_AHEAD * 9), false);
    assert.equal(ahead.takeFirst(), undefined);
    assert.equal(ahead.isFullFor(MOST_BYTES_AHEAD), false);
  });

  it('hands over in the order begun, and a failure when its turn comes', async () => {
    const ahead = readAhead<number>(1);
    ahead.add(new Promise((resolve) => setTimeout(resolve, 5, 1)), 1);
    ahead.add(Promise.reject(new Error('second')), 1);
    ahead.add(Promise.resolve(3), 1);
    assert.equal(await ahead.takeFirst(), 1);
    await assert.rejects(async () => ahead.takeFirst(), /second/);
    await ahead.settled();
    assert.equal(await ahead.takeFirst(), 3);
  });

  it('weighs a packed file by what it unpacks to, one of unstated size as a middling one, a refusal as nothing', () => {
    assert.equal(weightOf(file('a.gpx', 1_000)), 1_000);
    assert.equal(weightOf(file('a.gpx.GZ', 1_000)), 10_000);
    assert.ok(weightOf(file('a.gpx', null)) > 0);
    const refusal = { code: 'x', reason: 'x', byteOffset: null };
    assert.equal(weightOf({ kind: 'refused', path: 'a', refusal }), 0);
  });
});
