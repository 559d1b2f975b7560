import assert from 'node:assert/strict';
import { chmod, mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from 'node:test';
import { gpx } from '../testing/gpx.ts';
import { openHouse, withFolder } from '../testing/open-house.ts';
import { takeLease } from './lease.ts';
import { newScratchDir } from './scratch.ts';
import { takeIn } from './take-in.ts';

/** More than is kept in memory, so that it is put on disk. */
const PIECES = 9;
const large = {
  path: 'large.gpx',
  sizeBytes: null,
  open: async function* () {
    for (let piece = 0; piece < PIECES; piece++) yield new Uint8Array(1024 ** 2);
  },
};

const noModes = process.platform === 'win32' ? 'needs file modes' : false;

it('lets nobody else look into what is kept, even in a folder that all may enter', { skip: noModes }, () =>
  withFolder(async (parent) => {
    const folder = join(parent, 'data');
    await mkdir(folder);
    await chmod(folder, 0o755);
    const open = await openHouse({ folder });
    const lease = await takeLease(folder);
    const scratch = newScratchDir(folder);
    const taken = await takeIn(large, scratch, 'large');
    try {
      const { id } = (await open.json('POST', '/api/imports', { label: 'test', files: 1 }, 201)) as {
        id: string;
      };
      const bytes = gpx({ start: '2026-11-02T08:00:00Z', minutes: 20 });
      await open.json('PUT', `/api/imports/${id}/files?path=run.gpx`, bytes, 201);
      const names = await readdir(folder, { recursive: true });
      for (const name of [
        'kneewise.db',
        'kneewise.db-wal',
        'kneewise.db-shm',
        'import.lease',
        'scratch',
        'inbox',
      ])
        assert.ok(names.includes(name), name);
      assert.ok(names.some((name) => name.endsWith('large')));
      for (const name of names) assert.equal((await stat(join(folder, name))).mode & 0o077, 0, name);
    } finally {
      await taken.release();
      await lease?.release();
      await open.close();
    }
  }),
);
