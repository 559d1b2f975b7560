import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { numberedSource } from './testing/numbered-source.ts';
import { RUNNER } from './testing/sources.ts';
import { storeFor, temporaryFolder } from './testing/temporary-folder.ts';

const IMPORTER = fileURLToPath(new URL('testing/import-forever.ts', import.meta.url));

interface Importer {
  readonly process: ChildProcess;
  /** Every whole line it has said. */
  readonly said: () => string[];
  readonly complaints: () => string;
}

function importer(folder: string, first: number, count: number): Importer {
  const child = spawn(process.execPath, [IMPORTER, folder, String(first), String(count)]);
  let out = '';
  let err = '';
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (err += data.toString()));
  return {
    process: child,
    said: () => out.split('\n').slice(0, -1),
    complaints: () => err,
  };
}

const integrityOf = (folder: string): unknown => {
  const database = new DatabaseSync(join(folder, 'kneewise.db'));
  try {
    return database.prepare('pragma integrity_check').get()?.['integrity_check'];
  } finally {
    database.close();
  }
};

describe('kill -9 in the middle of an import', () => {
  it('loses nothing that was acknowledged, and the store is sound', { timeout: 60_000 }, async (t) => {
    const folder = await temporaryFolder(t);
    const added = new Set<number>();
    const uploads = new Set<string>();
    for (let round = 0; round < 5; round++) {
      const { process: child, said, complaints } = importer(folder, round * 1000, 1000);
      const exit = once(child, 'exit');
      // A file and an upload at least are acknowledged in every round.
      while (said().length < 2) {
        assert.equal(child.exitCode, null, complaints());
        await setTimeout(5);
      }
      await setTimeout(Math.random() * 60);
      child.kill('SIGKILL');
      await exit;
      for (const line of said()) {
        const [what = '', outcome] = line.split(' ');
        if (outcome === 'inbox') uploads.add(what);
        else if (outcome === 'added') added.add(Number(what));
        else assert.fail(line);
      }
    }
    assert.equal(integrityOf(folder), 'ok');
    const store = await storeFor(t, folder);
    for (const number of added) {
      const known = await store.hasContent(RUNNER, numberedSource(number).contentHash);
      assert.equal(known?.outcome, 'added', `file ${number} was acknowledged`);
      assert.equal((await store.track(RUNNER, known.activityIds[0] ?? ''))?.timeS.length, 600);
    }
    const pending = new Map((await store.inboxPending(RUNNER)).map((upload) => [upload.id, upload]));
    for (const id of uploads) {
      const upload = pending.get(id);
      assert.ok(upload !== undefined, `upload ${id} was acknowledged`);
      assert.equal(await readFile(upload.file, 'utf8'), upload.path.replace('-', ' '));
    }
    assert.ok(added.size >= 5 && uploads.size >= 5);
  });
});

describe('several processes that open a new store at once and import the same files', () => {
  it('double nothing and lose nothing', { timeout: 60_000 }, async (t) => {
    const folder = await temporaryFolder(t);
    const files = 12;
    const importers = [0, 1, 2, 3].map(() => importer(folder, 0, files));
    await Promise.all(importers.map(({ process: child }) => once(child, 'exit')));
    for (const { process: child, complaints } of importers) assert.equal(child.exitCode, 0, complaints());
    const store = await storeFor(t, folder);
    assert.equal((await store.runs(RUNNER)).length, files);
    assert.equal(integrityOf(folder), 'ok');
    // The same batch and path answer what they answered first, so all four say added; the rows say once.
    const { rows } = await store.rowsFrom(RUNNER, 'batch-1', 0, 1000);
    assert.deepEqual(
      rows.map(({ path }) => path),
      Array.from({ length: files }, (_, i) => `numbered-${i}.fit`),
    );
  });
});
