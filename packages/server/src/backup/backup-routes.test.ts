import assert from 'node:assert/strict';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from 'node:test';
import type { z } from '@hono/zod-openapi';
import type { Status } from '../api.ts';
import { takeLease } from '../imports/lease.ts';
import { gpx } from '../testing/gpx.ts';
import { importThrough } from '../testing/import-over-http.ts';
import { type OpenHouse, openHouse, withFolder } from '../testing/open-house.ts';
import { restoreInto } from './restore-into.ts';

const run = (day: string) => gpx({ start: `2026-11-${day}T08:00:00Z`, minutes: 20 });
const status = async (open: OpenHouse) => (await open.json('GET', '/api/status')) as z.infer<typeof Status>;

it('a backup that was downloaded restores in the app, also over another history, and the app goes on', () =>
  withFolder(async (parent) => {
    const [from, to] = [join(parent, 'from'), join(parent, 'to')];
    const one = await openHouse({ folder: from });
    await one.house.importer.start();
    await importThrough(one, { 'a.gpx': run('02'), 'b.gpx': run('04') });
    // Half an upload: received, not read, and nobody will send the rest.
    const { store, runnerId } = one.house;
    const half = await store.createBatch(runnerId, { label: 'half', filesFound: 2, nowMs: 1e15 });
    const response = await one.ask('GET', '/api/backup');
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), 'application/zip');
    assert.match(response.headers.get('content-disposition') ?? '', /kneewise-backup-2026-11-17\.zip/);
    const bytes = new Uint8Array(await response.arrayBuffer());
    assert.equal(String(bytes.length), response.headers.get('content-length'));
    assert.deepEqual(await readdir(join(from, 'scratch')), []);
    await one.close();

    const two = await openHouse({ folder: to });
    try {
      await two.house.importer.start();
      await importThrough(two, { 'c.gpx': run('06') });
      const refused = (await two.json('PUT', '/api/restore', bytes, 409)) as { code: string };
      assert.equal(refused.code, 'not-empty');
      assert.equal((await status(two)).runs, 1);
      await two.json('PUT', '/api/restore?replace=true', bytes);
      assert.equal((await status(two)).runs, 2);
      while ((await two.house.store.batch('me', half.id))?.state !== 'done') two.house.importer.wake();
      await importThrough(two, { 'd.gpx': run('08') });
      assert.equal((await status(two)).runs, 3);
      const damaged = new Uint8Array(bytes);
      damaged.fill(1, 5_000, 5_010);
      const said = (await two.json('PUT', '/api/restore?replace=true', damaged, 400)) as { text: string };
      assert.match(said.text, /^This file is damaged.*Nothing was changed/);
      assert.equal((await status(two)).runs, 3);
      assert.deepEqual(await readdir(join(to, 'scratch')), []);
    } finally {
      await two.close();
    }
  }));

it('the terminal does not restore where a Kneewise is running', () =>
  withFolder(async (folder) => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'x.zip'), 'x');
    const lease = await takeLease(folder);
    await assert.rejects(
      restoreInto(folder, join(folder, 'x.zip'), { replace: true }),
      /A Kneewise is running with .*End it first/,
    );
    await lease?.release();
    await assert.rejects(restoreInto(folder, join(folder, 'x.zip'), { replace: true }), /is no backup/);
  }));
