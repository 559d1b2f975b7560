import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from 'node:test';
import { openStore } from '@kneewise/store';
import { dayAfterLastRun } from '../history.ts';
import { importPaths } from '../imports/import-paths.ts';
import { gpx } from '../testing/gpx.ts';
import { sharedPool as pool, standingClock, withFolder } from '../testing/open-house.ts';
import { reportFromStore } from './report-from-store.ts';
import { reportOf } from './report.ts';

const TODAY = '2026-11-17';
const runOn = (day: string) => ({ startAtMs: Date.parse(`${day}T08:00:00Z`), utcOffsetMin: 0 });

it('speaks as of the day after the last run that is at most two days ahead of the clock', () => {
  const after = (...days: string[]): string | null => dayAfterLastRun(days.map(runOn), TODAY);
  assert.equal(after('2026-11-10', '2026-11-18'), '2026-11-19');
  assert.equal(after('2026-11-10', '2026-11-19'), '2026-11-20');
  assert.equal(after('2026-11-10', '2026-11-20'), '2026-11-11');
  assert.equal(after('2031-01-01'), null);
  assert.equal(after(), null);
});

/** Runs of a sound clock beside those of clocks that are wrong in every way we know. */
const FILES: Readonly<Record<string, Uint8Array>> = {
  'sound.gpx': gpx({ start: '2026-11-08T08:00:00Z', minutes: 30 }),
  '1980.gpx': gpx({ start: '1980-01-01T08:00:00Z', minutes: 20 }),
  '2031.gpx': gpx({ start: '2031-06-01T08:00:00Z', minutes: 20 }),
  '9998.gpx': gpx({ start: '9998-06-01T08:00:00Z', minutes: 20 }),
  '9999.gpx': gpx({ start: '9999-12-31T08:00:00Z', minutes: 20 }),
  '0000.gpx': gpx({ start: '0000-01-01T08:00:00Z', minutes: 20 }),
};

it('gives a report, from files and from the store, whatever date a file holds', () =>
  withFolder(async (folder) => {
    const files = join(folder, 'files');
    await mkdir(files);
    for (const [name, bytes] of Object.entries(FILES)) await writeFile(join(files, name), bytes);
    const clock = standingClock(TODAY);
    const store = await openStore(join(folder, 'data'));
    try {
      await importPaths(store, 'me', [files], { clock, pool });
      for (const report of [
        await reportOf([files], { clock, pool }),
        await reportFromStore(store, 'me', { clock }),
      ]) {
        assert.deepEqual(report.asOf, { date: '2026-11-09', because: 'day-after-last-run' });
        const told = [...report.runs, ...report.other, ...report.refused].map(({ file }) => file);
        assert.deepEqual(
          told.sort(),
          Object.keys(FILES)
            .map((name) => join(files, name))
            .sort(),
        );
        assert.ok(report.runs.some(({ file }) => file.endsWith('sound.gpx')));
      }
    } finally {
      await store.close();
    }
  }));
