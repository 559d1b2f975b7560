import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { it } from 'node:test';
import type { z } from '@hono/zod-openapi';
import type { ImportList, ImportState, Quarantine, Retried, Status } from '../api.ts';
import { gpx } from '../testing/gpx.ts';
import { importThrough } from '../testing/import-over-http.ts';
import { type OpenHouse, openHouse, withFolder } from '../testing/open-house.ts';

const monday = gpx({ start: '2026-11-02T08:00:00Z', minutes: 20 });
const broken = new TextEncoder().encode('<gpx><trk></gpx>');
const files = async (open: OpenHouse) =>
  ((await open.json('GET', '/api/quarantine')) as z.infer<typeof Quarantine>).files;
const runs = async (open: OpenHouse): Promise<number> =>
  ((await open.json('GET', '/api/status')) as z.infer<typeof Status>).runs;

it('a refused file is listed with its reason, given back byte for byte, and forgotten on request', async () => {
  const open = await openHouse();
  try {
    await open.house.importer.start();
    const { id } = await importThrough(open, { 'a/broken.gpx': broken, 'monday.gpx': monday });
    const [file, ...more] = await files(open);
    assert.equal(more.length, 0);
    assert.ok(file !== undefined);
    assert.equal(file.path, 'a/broken.gpx');
    assert.ok(file.refusal.reason.length > 10);
    assert.equal(file.readerChanged, false);
    const response = await open.ask('GET', `/api/quarantine/${file.id}/original`);
    assert.deepEqual(new Uint8Array(await response.arrayBuffer()), broken);
    assert.match(response.headers.get('content-disposition') ?? '', /^attachment/);

    const retried = (await open.json('POST', '/api/quarantine/retry', { ids: [file.id] })) as z.infer<
      typeof Retried
    >;
    assert.deepEqual(retried.files, [{ path: 'a/broken.gpx', refusal: file.refusal }]);

    await open.json('DELETE', `/api/quarantine/${file.id}`);
    assert.deepEqual(await files(open), []);
    await open.json('DELETE', `/api/quarantine/${file.id}`, undefined, 404);
    await open.json('GET', `/api/quarantine/${file.id}/original`, undefined, 404);
    const state = (await open.json('GET', `/api/imports/${id}`)) as z.infer<typeof ImportState>;
    assert.deepEqual([state.refused, state.filesFound, state.filesDone], [0, 1, 1]);
    assert.deepEqual(open.errors, []);
  } finally {
    await open.close();
  }
});

it('what an older reader refused is offered again, and once it is read its import says so', () =>
  withFolder(async (folder) => {
    const open = await openHouse({ folder });
    try {
      await open.house.importer.start();
      // A run that is read today, refused as an older reader would have: twice, under two names.
      const { store, runnerId } = open.house;
      const first = await importThrough(open, { 'monday.gpx': monday });
      const content = (await store.rowsFrom(runnerId, first.id, 0, 1)).rows[0];
      assert.equal(content?.outcome, 'added');
      const database = new DatabaseSync(join(folder, 'kneewise.db'));
      const refusal = JSON.stringify({
        code: 'old',
        reason: 'An older reader knew no better.',
        byteOffset: 3,
      });
      database.exec(`
        delete from track; delete from recording; delete from source_name;
        update source set outcome = 'refused', refusal = '${refusal}', refused_by = 'reader 0';
        update import_file set outcome = 'refused', refusal = '${refusal}', activity_ids = '[]';
        insert into import_batch values ('me', 'second', 'x', 'done', 1e15, 1);
        insert into import_file select 'me', 'second', 0, 'other.gpx', content_hash, 'refused', '[]', '[]', refusal, null
          from import_file;`);
      database.close();
      assert.deepEqual(
        (await files(open)).map(({ path, readerChanged }) => [path, readerChanged]),
        [['monday.gpx', true]],
      );
      assert.equal(await runs(open), 0);
      const retried = (await open.json('POST', '/api/quarantine/retry', {})) as z.infer<typeof Retried>;
      assert.deepEqual(retried.files, [{ path: 'monday.gpx', refusal: null }]);
      assert.equal(await runs(open), 1);
      assert.deepEqual(await files(open), []);
      const { imports } = (await open.json('GET', '/api/imports')) as z.infer<typeof ImportList>;
      assert.deepEqual(
        imports.map(({ added, duplicates, refused }) => [added, duplicates, refused]),
        [
          [0, 1, 0],
          [1, 0, 0],
        ],
      );
      assert.deepEqual(open.errors, []);
    } finally {
      await open.close();
    }
  }));
