import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { it } from 'node:test';
import { openStore } from '../open-store.ts';
import { TABLE_NAMES } from '../schema/tables.ts';
import { openDatabase } from '../sqlite/open-database.ts';
import { live } from '../testing/live.ts';
import { RUNNER } from '../testing/sources.ts';
import { storeFor, temporaryFolder } from '../testing/temporary-folder.ts';
import { eraseRows } from './erase.ts';

it('erasing a runner leaves no row, no file and no readable trace, and others whole', async (t) => {
  const folder = await temporaryFolder(t);
  const store = await storeFor(t, folder);
  await live(store, RUNNER, 'sore-on-the-stairs');
  await live(store, 'runner-2', 'quite-well');
  const database = new DatabaseSync(join(folder, 'kneewise.db'));
  t.after(() => database.close());
  const rowsOf = (runnerId: string): number[] =>
    TABLE_NAMES.map((table) =>
      Number(database.prepare(`select count(*) as n from ${table} where runner_id = ?`).get(runnerId)?.['n']),
    );
  const before = rowsOf('runner-2');
  assert.ok(
    before.every((rows) => rows > 0),
    'the test leaves something in every table',
  );

  await store.erase(RUNNER);

  assert.deepEqual(new Set(rowsOf(RUNNER)), new Set([0]));
  assert.deepEqual(rowsOf('runner-2'), before);
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = await Promise.all(
    names.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name))),
  );
  assert.ok(texts.some((text) => text.includes('quite-well')));
  assert.ok(!texts.some((text) => text.includes('sore-on-the-stairs')));
  assert.equal((await readdir(join(folder, 'inbox'))).length, 1);
});

it('erased rows leave no readable trace even where the file cannot be shrunk', async (t) => {
  const folder = await temporaryFolder(t);
  const store = await openStore(folder);
  await live(store, RUNNER, 'sore-on-the-stairs');
  await store.close();
  const path = join(folder, 'kneewise.db');
  assert.ok((await readFile(path)).includes('sore-on-the-stairs'));
  const db = await openDatabase(path);
  await eraseRows(db, RUNNER);
  await db.destroy();
  assert.ok(!(await readFile(path)).includes('sore-on-the-stairs'));
});

it('erasing does not wait for long where another process is reading', async (t) => {
  const folder = await temporaryFolder(t);
  const store = await storeFor(t, folder);
  await live(store, RUNNER, 'sore-on-the-stairs');
  const reader = new DatabaseSync(join(folder, 'kneewise.db'));
  t.after(() => reader.close());
  reader.exec('begin; select count(*) from source');
  await store.erase(RUNNER);
  reader.exec('rollback');
  assert.deepEqual(await store.runs(RUNNER), []);
  await live(store, RUNNER, 'again');
});

it('erasing a runner who is not there does nothing', async (t) => {
  const store = await storeFor(t);
  await store.erase('nobody');
  assert.deepEqual(await store.runs('nobody'), []);
});
