import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { NewSource, Store } from '../history-store.ts';
import { allBytes, RUNNER, sourceWith } from '../testing/sources.ts';
import { storeFor, temporaryFolder } from '../testing/temporary-folder.ts';
import { CHUNK_BYTES } from './original.ts';

async function bytesAfter(store: Store, name: string, original: NewSource['original']): Promise<Uint8Array> {
  const { activityIds } = await store.addSource(RUNNER, sourceWith(name, { original }));
  const activity = await store.activity(RUNNER, activityIds[0] ?? '');
  const source = activity?.sources.find(({ path }) => path === `${name}.fit`);
  const stored = await store.original(RUNNER, source?.id ?? '');
  assert.ok(stored !== null);
  const bytes = await allBytes(stored.bytes);
  assert.equal(stored.sizeBytes, bytes.length);
  return bytes;
}

/** Bytes that zstd cannot shrink, the same for the same seed. */
function noise(length: number, seed = 1): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = seed;
  for (let i = 0; i < length; i++) {
    state = (state * 48_271) % 2_147_483_647;
    bytes[i] = state >> 8;
  }
  return bytes;
}

async function* cut(bytes: Uint8Array, pieceBytes: number): AsyncIterable<Uint8Array> {
  const buffer = new Uint8Array(pieceBytes);
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const piece = bytes.subarray(at, at + pieceBytes);
    // The buffer is used again, as readers of files do.
    buffer.set(piece);
    yield buffer.subarray(0, piece.length);
  }
}

async function* failing(): AsyncIterable<Uint8Array> {
  yield noise(10 * CHUNK_BYTES);
  throw new Error('connection lost');
}

describe('an original', () => {
  it('that begins as a gzip or a zip is kept as it came, anything else packed', async (t) => {
    const folder = await temporaryFolder(t);
    const store = await storeFor(t, folder);
    const compressible = new Uint8Array(5_000);
    for (const [name, start] of Object.entries({
      gzip: [0x1f, 0x8b, 8],
      zip: [0x50, 0x4b, 3, 4],
      other: [0x1f, 0x8b, 9],
    })) {
      const bytes = compressible.slice();
      bytes.set(start);
      assert.deepEqual(await bytesAfter(store, name, bytes), Buffer.from(bytes));
    }
    const database = new DatabaseSync(join(folder, 'kneewise.db'));
    t.after(() => database.close());
    const codecs = database
      .prepare('select codec, length(bytes) as size from original_chunk order by rowid')
      .all();
    assert.deepEqual(
      codecs.map(({ codec }) => codec),
      ['as-is', 'as-is', 'zstd'],
    );
  });

  it('comes back byte for byte, however it came in pieces', async (t) => {
    const store = await storeFor(t);
    let files = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.integer({ min: 1, max: 50 }),
        async (bytes, size) => {
          const back = await bytesAfter(store, `file-${files++}`, cut(bytes, size));
          assert.deepEqual(back, Buffer.from(bytes));
        },
      ),
      { numRuns: 30 },
    );
  });

  for (const length of [CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1]) {
    it(`of ${length} bytes comes back byte for byte`, async (t) => {
      const store = await storeFor(t);
      assert.ok(Buffer.from(noise(length)).equals(await bytesAfter(store, 'whole', noise(length))));
      assert.ok(
        Buffer.from(noise(length, 2)).equals(await bytesAfter(store, 'cut', cut(noise(length, 2), 70_001))),
      );
    });
  }

  it('too large for memory waits in the data folder, comes back, and leaves nothing there', async (t) => {
    const folder = await temporaryFolder(t);
    const store = await storeFor(t, folder);
    const large = noise(12 * CHUNK_BYTES + 5);
    assert.ok(Buffer.from(large).equals(await bytesAfter(store, 'large', cut(large, 1 << 16))));
    assert.deepEqual(await readdir(join(folder, 'inbox')), []);
  });

  it('whose sender fails half way is not kept, and leaves nothing in the data folder', async (t) => {
    const folder = await temporaryFolder(t);
    const store = await storeFor(t, folder);
    await assert.rejects(
      store.addSource(RUNNER, sourceWith('half', { original: failing() })),
      /connection lost/,
    );
    assert.equal(await store.hasContent(RUNNER, sourceWith('half').contentHash), null);
    assert.deepEqual(await readdir(join(folder, 'inbox')), []);
  });

  it('takes less room where it is text', async (t) => {
    const folder = await temporaryFolder(t);
    const store = await storeFor(t, folder);
    const text = new TextEncoder().encode('<trkpt lat="48.1" lon="11.5"/>\n'.repeat(100_000));
    assert.ok(Buffer.from(text).equals(await bytesAfter(store, 'text', text)));
    const rows = query(folder, 'select sum(length(bytes)) as stored from original_chunk');
    assert.ok(Number(rows[0]?.['stored']) < text.length / 10);
  });

  it('that was damaged on the disk says so instead of coming back', async (t) => {
    const folder = await temporaryFolder(t);
    const store = await storeFor(t, folder);
    await bytesAfter(store, 'a', noise(100));
    query(folder, 'update original_chunk set bytes = zeroblob(100)');
    const [run] = await store.runs(RUNNER);
    const activity = await store.activity(RUNNER, run?.id ?? '');
    const original = await store.original(RUNNER, activity?.sources[0]?.id ?? '');
    assert.ok(original !== null);
    await assert.rejects(allBytes(original.bytes), /The stored original of a.fit is damaged: its SHA-256/);
  });
});

function query(folder: string, sql: string): Record<string, unknown>[] {
  const database = new DatabaseSync(join(folder, 'kneewise.db'));
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
}
