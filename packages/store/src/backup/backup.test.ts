import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it, type TestContext } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Migrator } from 'kysely/migration';
import { openStore } from '../open-store.ts';
import { SQLITE_TYPES } from '../schema/column-types.ts';
import { migrations } from '../schema/migrations.ts';
import { openDatabase } from '../sqlite/open-database.ts';
import { backUp } from '../testing/backup-file.ts';
import { everyTable } from '../testing/every-table.ts';
import { live } from '../testing/live.ts';
import { numberedSource } from '../testing/numbered-source.ts';
import { RUNNER } from '../testing/sources.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { restoreBackup } from './restore-backup.ts';

/** A folder with a history, one to restore into, and a file for the backup. */
async function places(t: TestContext): Promise<{ from: string; to: string; file: string }> {
  const root = await temporaryFolder(t);
  const from = join(root, 'from');
  const store = await openStore(from);
  await live(store, RUNNER, 'stairs');
  await live(store, 'runner-2', 'well');
  for (let i = 1; i < 4; i++) await store.addSource(RUNNER, numberedSource(i));
  await store.close();
  return { from, to: join(root, 'to'), file: join(root, 'backup.zip') };
}

const inboxOf = async (folder: string): Promise<Record<string, string>> => {
  const names = (await readdir(join(folder, 'inbox'))).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, 'inbox', name), 'utf8')));
  return Object.fromEntries(names.map((name, i) => [name, texts[i] ?? '']));
};
const rejects = (work: Promise<unknown>, code: string, words: RegExp): Promise<void> =>
  assert.rejects(work, (error: Error & { code?: string }) => {
    assert.equal(error.code, code, error.message);
    assert.match(error.message, words);
    return true;
  });

describe('a backup', () => {
  it('restores to the same contents of every table and every waiting upload, byte for byte', async (t) => {
    const { from, to, file } = await places(t);
    assert.equal(await backUp(from, file), (await stat(file)).size);
    const restored = await restoreBackup(to, file);
    assert.equal(restored.movedAside, null);
    assert.deepEqual(everyTable(to), everyTable(from));
    assert.deepEqual(await inboxOf(to), await inboxOf(from));
    assert.equal(Object.keys(await inboxOf(to)).length, 2);
    assert.deepEqual(await readdir(join(to, 'scratch')), []);
    if (process.platform !== 'win32')
      assert.equal((await stat(join(to, 'kneewise.db'))).mode & 0o077, 0, 'nobody else may look into it');
    const store = await openStore(to);
    assert.equal((await store.runs(RUNNER)).length, 4);
    await store.close();
  });

  it('holds one moment while others go on writing', async (t) => {
    const { from, to, file } = await places(t);
    const store = await openStore(from);
    const batch = await store.createBatch(RUNNER, { label: 'x', filesFound: 40, nowMs: 0 });
    const writing = (async () => {
      for (let i = 10; i < 50; i++) {
        await store.addSource(RUNNER, { ...numberedSource(i), batchId: batch.id });
        const { id } = await store.inboxAdd(RUNNER, batch.id, `${i}`, new TextEncoder().encode(`${i}`));
        if (i % 2 === 0) await store.inboxDone(RUNNER, id);
      }
    })();
    await backUp(from, file);
    await writing;
    await store.close();
    await restoreBackup(to, file);
    const then = await openStore(to);
    const runs = (await then.runs(RUNNER)).length;
    assert.ok(runs >= 4 && runs <= 44);
    assert.equal((await then.batch(RUNNER, batch.id))?.filesDone ?? 0, Math.max(0, runs - 4));
    for (const upload of await then.inboxPending(RUNNER))
      assert.match(await readFile(upload.file, 'utf8'), /^(?:stairs|\d+)$/);
    await then.close();
  });

  it('of older tables restores, and becomes what its history would have become', async (t) => {
    const root = await temporaryFolder(t);
    const [from, to, file] = [join(root, 'from'), join(root, 'to'), join(root, 'backup.zip')];
    await mkdir(join(from, 'inbox'), { recursive: true });
    const db = await openDatabase(join(from, 'kneewise.db'));
    const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations(SQLITE_TYPES) } });
    assert.equal((await migrator.migrateTo('0003-clearances')).error, undefined);
    await db.destroy();
    const old = new DatabaseSync(join(from, 'kneewise.db'));
    old.exec(`
      insert into runner values ('${RUNNER}', '{"family":"IT"}');
      insert into source values ('${RUNNER}', 's1', 0, 'a/b.fit', 'hash', 'added', null, 3, 'sha', 1);
      insert into original_chunk values ('${RUNNER}', 's1', 0, 'as-is', x'010203');
      insert into recording values ('${RUNNER}', 's1', 0, 'a1', 1, 'running', null, null, null, 1000, 60, 60.5,
        180, null, null, null, null, '[]', '[]', '[]', 0, 1, '{}', null);
      insert into check_in values ('${RUNNER}', 'c1', 'a1', 'left', '48h', 5, 60, 3, 1200.5, null, 1);
      insert into event values ('${RUNNER}', 'e1', 0, 'walked-30-min', '2026-01-02', 1, null, null);`);
    old.close();
    await backUp(from, file);
    await restoreBackup(to, file);
    // The old history itself, opened by today's Kneewise.
    await (await openStore(from)).close();
    const timeless = (folder: string) =>
      Object.entries(everyTable(folder)).filter(([name]) => name !== 'kysely_migration');
    assert.deepEqual(timeless(to), timeless(from));
    const store = await openStore(to);
    const [said] = await store.checkIns(RUNNER);
    assert.deepEqual([said?.runId, said?.pain, said?.onsetM, said?.eased], ['a1', 3, 1200.5, null]);
    assert.equal((await store.settings(RUNNER)).family, 'IT');
    await store.close();
    assert.match(everyTable(to)['check_in']?.join() ?? '', /\["about_hash","hash"\],\["about_position",0\]/);
  });

  it('of a newer Kneewise is refused with what to do', async (t) => {
    const { from, to, file } = await places(t);
    const database = new DatabaseSync(join(from, 'kneewise.db'));
    database.exec(`insert into kysely_migration values ('9999-telepathy', '2030-01-01')`);
    database.close();
    await backUp(from, file);
    await rejects(
      restoreBackup(to, file),
      'newer-backup',
      /has 9999-telepathy.*Update Kneewise, then restore/,
    );
    assert.deepEqual(await readdir(to).catch(() => []), []);
  });

  it('with one byte changed anywhere, or cut short, is refused, and nothing is changed', async (t) => {
    const { from, to, file } = await places(t);
    await backUp(from, file);
    const sound = await readFile(file);
    const store = await openStore(to);
    await live(store, RUNNER, 'kept');
    await store.close();
    const before = everyTable(to);
    const places20 = Array.from({ length: 20 }, (_, i) => Math.floor((sound.length * (i + 0.5)) / 20));
    for (const at of places20) {
      const bytes = Buffer.from(sound);
      bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at);
      await writeFile(file, bytes);
      await rejects(
        restoreBackup(to, file, { replace: true }),
        'damaged-backup',
        /damaged.*Nothing was changed/,
      );
    }
    for (const length of [sound.length - 1, sound.length >> 1, 300]) {
      await writeFile(file, sound);
      await truncate(file, length);
      await rejects(restoreBackup(to, file, { replace: true }), 'damaged-backup', /damaged/);
    }
    assert.deepEqual(everyTable(to), before);
    assert.equal(Object.keys(await inboxOf(to)).length, 1);
  });

  it('is told from what is none', async (t) => {
    const { to, file } = await places(t);
    for (const content of ['', 'some text', Buffer.alloc(1000, 7)]) {
      await writeFile(file, content);
      await rejects(restoreBackup(to, file), 'not-a-backup', /is no backup of Kneewise/);
    }
    await rejects(restoreBackup(to, `${file}.gone`), 'not-a-backup', /cannot be opened \(ENOENT\)/);
  });

  it('replaces a history only where that is said, and then all of it', async (t) => {
    const { from, to, file } = await places(t);
    await backUp(from, file);
    const store = await openStore(to);
    // A folder in which nothing was kept yet is no history.
    await store.close();
    await restoreBackup(to, file);
    await rejects(restoreBackup(to, file), 'not-empty', /already holds a history.*--replace/);
    const other = await openStore(to);
    await live(other, RUNNER, 'another');
    await other.close();
    await restoreBackup(to, file, { replace: true });
    assert.deepEqual(everyTable(to), everyTable(from));
    assert.deepEqual(await inboxOf(to), await inboxOf(from));
  });

  it('takes the place of a history that is open, and whoever has it open sees it', async (t) => {
    const { from, to, file } = await places(t);
    await backUp(from, file);
    const store = await openStore(to);
    await store.addSource(RUNNER, numberedSource(77));
    assert.equal((await store.runs(RUNNER)).length, 1);
    await restoreBackup(to, file, { replace: true });
    assert.equal((await store.runs(RUNNER)).length, 4);
    await store.addSource(RUNNER, numberedSource(78));
    assert.equal((await store.runs(RUNNER)).length, 5);
    await store.close();
  });

  it('takes the place of a damaged history, which is moved aside', async (t) => {
    const { from, to, file } = await places(t);
    await backUp(from, file);
    await mkdir(to);
    await writeFile(join(to, 'kneewise.db'), 'this is no database, whatever it was before');
    await rejects(restoreBackup(to, file), 'not-empty', /--replace/);
    const { movedAside } = await restoreBackup(to, file, { replace: true });
    assert.equal(await readFile(movedAside ?? '', 'utf8'), 'this is no database, whatever it was before');
    assert.deepEqual(everyTable(to), everyTable(from));
  });

  it(
    'killed at any moment while it is restored, leaves the old history whole or the new one',
    { timeout: 120_000 },
    async (t) => {
      const { from, to, file } = await places(t);
      const store = await openStore(from);
      for (let i = 100; i < 160; i++) await store.addSource(RUNNER, numberedSource(i));
      await store.close();
      await backUp(from, file);
      const old = await openStore(to);
      await live(old, RUNNER, 'before');
      await old.close();
      const backToOld = async (): Promise<void> => {
        await restoreBackup(to, oldFile, { replace: true });
      };
      const oldFile = `${file}.old`;
      await backUp(to, oldFile);
      const contents = [everyTable(to), everyTable(from)].map((tables) => JSON.stringify(tables));
      const child = fileURLToPath(new URL('../testing/restore-child.ts', import.meta.url));
      const begin = async (folder: string) => {
        const restoring = spawn(process.execPath, [child, folder, file], {
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        const exit = once(restoring, 'exit');
        await once(restoring.stdout, 'data');
        return { restoring, exit };
      };
      const { exit: through } = await begin(join(to, '../elsewhere'));
      const begun = performance.now();
      await through;
      const takesMs = performance.now() - begun;
      let ended = 0;
      for (let round = 0; round < 12; round++) {
        const { restoring, exit } = await begin(to);
        const afterMs = (takesMs * round) / 10;
        await setTimeout(afterMs);
        restoring.kill('SIGKILL');
        await exit;
        const found = contents.indexOf(JSON.stringify(everyTable(to)));
        assert.notEqual(found, -1, `killed after ${afterMs} ms it is neither`);
        ended += found;
        if (found === 1) await backToOld();
        const again = await openStore(to);
        for (const upload of await again.inboxPending(RUNNER)) await stat(upload.file);
        await again.close();
      }
      t.diagnostic(`${ended} of 12 were killed after it had taken place`);
      await restoreBackup(to, file, { replace: true });
      assert.equal(JSON.stringify(everyTable(to)), contents[1]);
    },
  );
});
