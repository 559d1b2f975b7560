import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { gpx } from '../testing/gpx.ts';
import { sharedPool as pool, standingClock, withFolder } from '../testing/open-house.ts';
import { storedZip } from '../testing/zip.ts';
import { reportOf } from './report.ts';

const SHARED = join(import.meta.dirname, '../../../../../shared/data/activities');
const needsShared = existsSync(SHARED) ? false : 'needs ../shared/data/activities';

const write = async (folder: string, files: Readonly<Record<string, Uint8Array>>): Promise<string[]> => {
  await mkdir(folder, { recursive: true });
  return Promise.all(
    Object.entries(files).map(async ([name, bytes]) => {
      const path = join(folder, name);
      await writeFile(path, bytes);
      return path;
    }),
  );
};

const monday = gpx({ start: '2026-11-02T08:00:00Z', minutes: 30 });
const sunday = gpx({ start: '2026-11-08T08:00:00Z', minutes: 40 });

describe('report of files', () => {
  it('accounts for every file: runs, other sports, refused, duplicates', () =>
    withFolder(async (folder) => {
      await write(folder, {
        '1-monday.gpx': monday,
        '2-again.gpx.gz': gzipSync(monday),
        '3-ride.gpx': gpx({ start: '2026-11-03T08:00:00Z', minutes: 60, speedMps: 8, type: 'cycling' }),
        '4-broken.gpx': new TextEncoder().encode('<gpx'),
        '5-all.zip': storedZip([{ path: 'in/sunday.gpx', bytes: sunday }]),
        'readme.txt': new TextEncoder().encode('passed over'),
      });
      const report = await reportOf([folder], { pool });
      assert.equal(report.schema, 1);
      assert.deepEqual(
        report.runs.map(({ file, startAt }) => [file, startAt]),
        [
          [join(folder, '1-monday.gpx'), '2026-11-02T08:00:00.000Z'],
          [join(folder, '5-all.zip!/in/sunday.gpx'), '2026-11-08T08:00:00.000Z'],
        ],
      );
      assert.deepEqual(report.other, [{ file: join(folder, '3-ride.gpx'), sport: 'cycling' }]);
      assert.deepEqual(report.duplicates, [
        { file: join(folder, '2-again.gpx.gz'), of: join(folder, '1-monday.gpx') },
      ]);
      assert.deepEqual(
        report.refused.map(({ file }) => file),
        [join(folder, '4-broken.gpx')],
      );
      assert.ok(report.refused[0]?.reason);
      assert.deepEqual(
        report.weeks.map(({ start, runs }) => [start, runs]),
        [['2026-11-02', 2]],
      );
    }));

  it('speaks as of the day asked for, else the day after the last run, else today', () =>
    withFolder(async (folder) => {
      const paths = await write(folder, { 'sunday.gpx': sunday });
      const clock = standingClock('2026-12-24');
      assert.deepEqual((await reportOf(paths, { clock, pool })).asOf, {
        date: '2026-11-09',
        because: 'day-after-last-run',
      });
      const asked = await reportOf(paths, { clock, pool, date: '2026-11-20', onset: '2026-11-10' });
      assert.deepEqual(asked.asOf, { date: '2026-11-20', because: 'asked' });
      assert.deepEqual([asked.today.date, asked.audit.onset], ['2026-11-20', '2026-11-10']);
      assert.deepEqual((await reportOf([join(folder, 'nothing-here.gpx')], { clock, pool })).asOf, {
        date: '2026-12-24',
        because: 'today',
      });
    }));

  it('asks the flag questions first, as files say nothing of pain', () =>
    withFolder(async (folder) => {
      const { today } = await reportOf(await write(folder, { 'sunday.gpx': sunday }), { pool });
      assert.equal(today.action, 'ask-first');
      assert.ok(today.questions.length > 0);
      assert.ok(today.distanceM.known, 'the distance that would stand if no flag is raised');
    }));

  it('refuses a day that is none', () =>
    withFolder(async (folder) => {
      const paths = await write(folder, { 'sunday.gpx': sunday });
      await assert.rejects(reportOf(paths, { pool, date: '2026-02-30' }), RangeError);
    }));

  it('gives one real month: 34 runs, 178 steps a minute on 1 June, null where none was recorded', async (t) => {
    if (needsShared !== false) return t.skip(needsShared);
    const { runs, other, refused, duplicates, weeks } = await reportOf([join(SHARED, 'trackeR')], { pool });
    assert.deepEqual([runs.length, other.length, refused.length, duplicates.length], [34, 0, 0, 0]);
    const first = runs.find(({ file }) => file.endsWith('2013-06-01-183220.TCX.gz'));
    assert.ok(Math.abs((first?.cadenceSpm ?? 0) - 178) <= 1, String(first?.cadenceSpm));
    assert.deepEqual(
      runs.filter(({ cadenceSpm }) => cadenceSpm === null).map(({ file }) => file.slice(-24)),
      ['2013-06-17-182443.TCX.gz', '2013-06-18-063609.TCX.gz'],
    );
    assert.deepEqual(
      weeks.map(({ runs: count }) => count),
      [2, 6, 8, 10, 7, 1],
    );
    assert.equal(runs.filter(({ kneeLoad }) => kneeLoad === null).length, 0);
    return undefined;
  });

  it('takes the same run as FIT, TCX and GPX for one run each', async (t) => {
    if (needsShared !== false) return t.skip(needsShared);
    const folder = join(SHARED, 'sports-lib');
    const report = await reportOf([folder], { pool });
    for (const id of ['6782987395', '2067489619']) {
      const named = ({ file }: { file: string }): boolean => file.includes(id);
      const speaking = [...report.runs, ...report.other].filter(named);
      const again = report.duplicates.filter(named);
      assert.equal(speaking.length, 1, `${id}: ${speaking.map(({ file }) => file).join(', ')}`);
      assert.ok(again.length >= 1, id);
      for (const { of } of again) assert.equal(of, speaking[0]?.file);
    }
    return undefined;
  });
});
