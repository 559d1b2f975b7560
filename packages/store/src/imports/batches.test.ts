import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { NewSource } from '../history-store.ts';
import { openStore } from '../open-store.ts';
import { activityWith, RUNNER, sourceWith, SUNDAY_MS } from '../testing/sources.ts';
import { storeFor, temporaryFolder } from '../testing/temporary-folder.ts';

const refusal = { code: 'too-large-inside', reason: 'Unpacks to more than 4 GB.', byteOffset: 77 };
const HOUR_MS = 3_600_000;

describe('an import', () => {
  it('counts its files by what became of them', async (t) => {
    const store = await storeFor(t);
    const { id: batchId, ...begun } = await store.createBatch(RUNNER, {
      label: 'March',
      filesFound: 5,
      nowMs: 123,
    });
    assert.deepEqual(begun, {
      label: 'March',
      state: 'receiving',
      createdAtMs: 123,
      filesFound: 5,
      filesDone: 0,
      added: 0,
      duplicates: 0,
      others: 0,
      refused: 0,
    });
    await store.addSource(RUNNER, sourceWith('run', { batchId }));
    await store.addSource(RUNNER, sourceWith('run', { batchId, path: 'copy.fit' }));
    await store.addSource(
      RUNNER,
      sourceWith('swim', { batchId, activities: [activityWith({ sport: 'swimming' })] }),
    );
    await store.addSource(RUNNER, sourceWith('photo', { batchId, refusal }));
    await store.recordRefusal(RUNNER, batchId, 'bomb.zip', refusal);
    await store.recordRefusal(RUNNER, batchId, 'bomb.zip', refusal);
    const { id: _, ...done } = await store.updateBatch(RUNNER, batchId, { state: 'done', filesFound: 6 });
    assert.deepEqual(done, {
      ...begun,
      state: 'done',
      filesFound: 6,
      filesDone: 5,
      added: 1,
      duplicates: 1,
      others: 1,
      refused: 2,
    });
  });

  it('gives its rows in order, a page at a time, each with its activity', async (t) => {
    const store = await storeFor(t);
    for (let i = 0; i < 5; i++) {
      const startAtMs = SUNDAY_MS + i * HOUR_MS;
      await store.addSource(
        RUNNER,
        sourceWith(`run-${i}`, { activities: [activityWith({ startAtMs, elapsedS: 600 + i })] }),
      );
    }
    await store.recordRefusal(RUNNER, 'batch-1', 'bomb.zip', refusal);
    const first = await store.rowsFrom(RUNNER, 'batch-1', 0, 4);
    assert.equal(first.nextRow, 4);
    assert.deepEqual(
      first.rows.map((row) => [row.path, row.sport, row.distanceM, row.startAtMs, row.utcOffsetMin]),
      [0, 1, 2, 3].map((i) => [`run-${i}.fit`, 'running', 1800 + 3 * i, SUNDAY_MS + i * HOUR_MS, 60]),
    );
    const second = await store.rowsFrom(RUNNER, 'batch-1', first.nextRow, 4);
    assert.deepEqual(
      second.rows.map((row) => [row.path, row.sport, row.refusal?.code ?? null]),
      [
        ['run-4.fit', 'running', null],
        ['bomb.zip', null, 'too-large-inside'],
      ],
    );
    assert.equal(second.nextRow, 6);
    assert.deepEqual(await store.rowsFrom(RUNNER, 'batch-1', 6, 4), { rows: [], nextRow: 6 });
  });

  it('that was cut short and is taken up again ends in the same rows as one that was not', async (t) => {
    const files = ['a', 'b', 'b-again', 'photo', 'c'].map((name, i) =>
      sourceWith(name.slice(0, 1), {
        path: `${name}.fit`,
        ...(name === 'photo'
          ? { refusal, activities: [] }
          : { activities: [activityWith({ startAtMs: SUNDAY_MS + i * HOUR_MS })] }),
      }),
    );
    const rowsAfter = async (...parts: NewSource[][]) => {
      const folder = await temporaryFolder(t);
      for (const part of parts) {
        const store = await openStore(folder);
        for (const file of part) {
          if ((await store.seenBefore(RUNNER, file)) === null) await store.addSource(RUNNER, file);
        }
        await store.close();
      }
      const { rows } = await (await storeFor(t, folder)).rowsFrom(RUNNER, 'batch-1', 0, 10);
      return rows.map(({ path, outcome, duplicateOf }) => [path, outcome, duplicateOf]);
    };
    assert.deepEqual(await rowsAfter(files), [
      ['a.fit', 'added', null],
      ['b.fit', 'added', null],
      ['b-again.fit', 'duplicate', 'b.fit'],
      ['photo.fit', 'refused', null],
      ['c.fit', 'added', null],
    ]);
    for (let cut = 0; cut <= files.length; cut++) {
      assert.deepEqual(await rowsAfter(files.slice(0, cut), files), await rowsAfter(files));
    }
  });

  it('is unfinished while it receives or reads, and found by its own runner only', async (t) => {
    const store = await storeFor(t);
    const ids: string[] = [];
    for (const [i, state] of (['receiving', 'reading', 'done', 'stopped'] as const).entries()) {
      const { id } = await store.createBatch(RUNNER, { label: state, filesFound: 1, nowMs: i });
      await store.updateBatch(RUNNER, id, { state });
      ids.push(id);
    }
    const unfinished = await store.unfinishedBatches(RUNNER);
    assert.deepEqual(
      unfinished.map(({ id }) => id),
      ids.slice(0, 2),
    );
    assert.deepEqual(await store.unfinishedBatches('runner-2'), []);
    assert.equal(await store.batch('runner-2', ids[0] ?? ''), null);
    await assert.rejects(store.updateBatch('runner-2', ids[0] ?? '', { state: 'done' }), RangeError);
  });
});
