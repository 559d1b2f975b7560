import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from 'node:test';
import { openStore } from '@kneewise/store';
import { importPaths } from '../imports/import-paths.ts';
import { gpx } from '../testing/gpx.ts';
import { sharedPool as pool, standingClock, withFolder } from '../testing/open-house.ts';
import { reportFromStore } from './report-from-store.ts';
import { reportOf } from './report.ts';

const withoutCadence = (bytes: Uint8Array): string =>
  new TextDecoder().decode(bytes).replaceAll(/<extensions>.*?<\/extensions>/g, '');

it('says of what was imported the same as a report on the files', () =>
  withFolder(async (folder) => {
    const files = join(folder, 'files');
    await mkdir(files);
    const sunday = gpx({ start: '2026-11-08T08:00:00Z', minutes: 40 });
    const parts: Record<string, Uint8Array | string> = {
      'sunday.gpx': sunday,
      'copy-of-sunday.gpx': sunday,
      'sunday-without-cadence.gpx': withoutCadence(sunday),
      'tuesday.gpx': gpx({ start: '2026-11-10T08:00:00Z', minutes: 30 }),
      'ride.gpx': gpx({ start: '2026-11-11T08:00:00Z', minutes: 30, type: 'cycling' }),
      'broken.fit': 'not a FIT file at all',
    };
    for (const [name, bytes] of Object.entries(parts)) await writeFile(join(files, name), bytes);
    const clock = standingClock('2026-12-24');
    const store = await openStore(join(folder, 'data'));
    try {
      await importPaths(store, 'me', [files], { clock, pool });
      const kept = await reportFromStore(store, 'me', { clock });
      const read = await reportOf([files], { clock, pool });
      const idLess = ({ runs }: typeof read): object[] => runs.map((run) => ({ ...run, id: null }));
      assert.equal(kept.runs.length, 2);
      assert.deepEqual(idLess(kept), idLess(read));
      assert.deepEqual(kept.other, [{ file: join(files, 'ride.gpx'), sport: 'cycling' }]);
      assert.deepEqual(kept.other, read.other);
      assert.equal(kept.refused.length, 1);
      assert.deepEqual(kept.refused, read.refused);
      assert.equal(kept.duplicates.length, 2);
      assert.deepEqual(kept.duplicates, read.duplicates);
      assert.deepEqual(kept.weeks, read.weeks);
    } finally {
      await store.close();
    }
  }));
