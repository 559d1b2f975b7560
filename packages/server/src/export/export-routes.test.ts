import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from 'node:test';
import { openZip } from '@kneewise/formats/open-zip';
import { gpx } from '../testing/gpx.ts';
import { importThrough } from '../testing/import-over-http.ts';
import { openHouse, withFolder } from '../testing/open-house.ts';

it('an export is downloaded as one zip: the files as they came, the tables, and what they mean', () =>
  withFolder(async (folder) => {
    const open = await openHouse({ folder });
    try {
      await open.house.importer.start();
      const monday = gpx({ start: '2026-11-02T08:00:00Z', minutes: 20 });
      await importThrough(open, { 'week/monday.gpx': monday });
      const response = await open.ask('GET', '/api/export');
      assert.equal(response.status, 200);
      assert.match(response.headers.get('content-disposition') ?? '', /kneewise-export-2026-11-17\.zip/);
      await writeFile(join(folder, 'out.zip'), new Uint8Array(await response.arrayBuffer()));
      const zip = await openZip(join(folder, 'out.zip'));
      assert.ok(zip !== null);
      const pieces: Uint8Array[] = [];
      for await (const piece of zip.bytes('originals/week/monday.gpx')) pieces.push(piece);
      assert.deepEqual(Buffer.concat(pieces), Buffer.from(monday));
      const names = new Set(zip.entries.map(({ name }) => name));
      for (const name of [
        'README.md',
        'tables/recording.csv',
        'tables/recording.json',
        'tracks/2026-11-02T0800.csv',
      ])
        assert.ok(names.has(name), name);
      await zip.close();
      assert.deepEqual(open.errors, []);
    } finally {
      await open.close();
    }
  }));
