import assert from 'node:assert/strict';
import { chmod, mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { addSource } from './history/add-source.ts';
import { openStore } from './open-store.ts';
import { SQLITE_TYPES } from './schema/column-types.ts';
import { migrate } from './schema/migrate.ts';
import { TABLE_NAMES } from './schema/tables.ts';
import { openDatabase } from './sqlite/open-database.ts';
import { StoreError, type StoreErrorCode } from './store-error.ts';
import { RUNNER, sourceWith } from './testing/sources.ts';
import { storeFor, temporaryFolder } from './testing/temporary-folder.ts';

const failsWith = (code: StoreErrorCode, words: RegExp) => (error: unknown) => {
  assert.ok(error instanceof StoreError, String(error));
  assert.equal(error.code, code);
  assert.match(error.message, words);
  return true;
};

describe('a store', () => {
  it('makes its folder, for its owner only', async (t) => {
    const folder = join(await temporaryFolder(t), 'new', 'folder');
    await storeFor(t, folder);
    if (process.platform !== 'win32') assert.equal((await stat(folder)).mode & 0o777, 0o700);
    assert.ok((await stat(join(folder, 'kneewise.db'))).isFile());
  });

  it('keeps every table by runner first', async (t) => {
    const folder = await temporaryFolder(t);
    await storeFor(t, folder);
    const database = new DatabaseSync(join(folder, 'kneewise.db'));
    t.after(() => database.close());
    const tables = database
      .prepare("select name, sql from sqlite_master where type = 'table' and name not like 'kysely%'")
      .all();
    assert.deepEqual(tables.map(({ name }) => String(name)).sort(), [...TABLE_NAMES].sort());
    for (const { name, sql: text } of tables) {
      assert.match(String(text), /primary key \("runner_id"/, `${String(name)} begins with runner_id`);
      assert.match(String(text), / strict$/, `${String(name)} is strict`);
    }
  });

  it('opened twice in one process shows each what the other wrote', async (t) => {
    const folder = await temporaryFolder(t);
    const one = await storeFor(t, folder);
    const other = await storeFor(t, folder);
    await one.addSource(RUNNER, sourceWith('a'));
    assert.equal((await other.runs(RUNNER)).length, 1);
    const again = await other.addSource(RUNNER, sourceWith('a', { batchId: 'batch-2' }));
    assert.equal(again.outcome, 'duplicate');
  });

  it('in memory is gone when it is closed', async (t) => {
    const store = await openStore(':memory:');
    const { file } = await store.inboxAdd(RUNNER, 'batch-1', 'a.zip', Uint8Array.of(1));
    await store.addSource(RUNNER, sourceWith('a'));
    await store.close();
    await assert.rejects(stat(file), { code: 'ENOENT' });
    assert.deepEqual(await (await storeFor(t)).runs(RUNNER), []);
  });
});

describe('a store that cannot be opened says why', () => {
  it('where a file is in the way of its folder', async (t) => {
    const file = join(await temporaryFolder(t), 'file');
    await writeFile(file, '');
    await assert.rejects(openStore(join(file, 'data')), failsWith('folder-unusable', /--data/));
    await assert.rejects(openStore(file), failsWith('folder-unusable', /a file of that name is in the way/));
  });

  it('where a folder is in the way of its file', async (t) => {
    const folder = await temporaryFolder(t);
    await mkdir(join(folder, 'kneewise.db'));
    await assert.rejects(openStore(folder), failsWith('folder-unusable', /kneewise\.db cannot be opened/));
  });

  it('where the file is something else', async (t) => {
    const folder = await temporaryFolder(t);
    await writeFile(join(folder, 'kneewise.db'), 'a shopping list, '.repeat(100));
    await assert.rejects(openStore(folder), failsWith('not-a-store', /is not a Kneewise history/));
  });

  it('where the folder may not be written to', async (t) => {
    if (process.getuid?.() === 0) {
      t.skip('root may write everywhere; run as an ordinary user to check this');
      return;
    }
    const folder = await temporaryFolder(t);
    await chmod(folder, 0o500);
    await assert.rejects(openStore(folder), failsWith('read-only', /cannot be written to/));
    await chmod(folder, 0o700);
  });

  it('where a newer Kneewise has changed its tables', async (t) => {
    const folder = await temporaryFolder(t);
    await (await openStore(folder)).close();
    const database = new DatabaseSync(join(folder, 'kneewise.db'));
    database.exec("insert into kysely_migration values ('0999-from-the-future', '2030-01-01')");
    database.close();
    await assert.rejects(
      openStore(folder),
      failsWith('newer-store', /written by a newer Kneewise \(it has 0999-from-the-future\)/),
    );
  });
});

describe('a disk that is full', () => {
  it('says so, keeps nothing of the file, and the store goes on when there is room again', async (t) => {
    const folder = await temporaryFolder(t);
    const db = await openDatabase(join(folder, 'kneewise.db'));
    t.after(() => db.destroy());
    await migrate(db, SQLITE_TYPES, 'the test store');
    const large = sourceWith('large', { original: crypto.getRandomValues(new Uint8Array(60_000)) });
    const pages = await sql<{ page_count: number }>`pragma page_count`.execute(db);
    // SQLite's own limit on pages stands in for the disk's: the same error code comes from both.
    await sql.raw(`pragma max_page_count = ${(pages.rows[0]?.page_count ?? 0) + 3}`).execute(db);
    await assert.rejects(
      addSource(db, folder, RUNNER, large),
      failsWith('disk-full', /is full. What was being stored was not kept/),
    );
    for (const table of TABLE_NAMES) {
      assert.deepEqual(await db.selectFrom(table).select('runner_id').execute(), [], table);
    }
    await sql.raw('pragma max_page_count = 1000000').execute(db);
    assert.equal((await addSource(db, folder, RUNNER, large)).outcome, 'added');
  });
});
