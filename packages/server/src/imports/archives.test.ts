import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it, type TestContext } from 'node:test';
import { gzipSync } from 'node:zlib';
import {
  enumOf,
  fitFile,
  garminSummary,
  healthRecord,
  healthWorkout,
  healthXmlText,
  HEALTH_START_MS,
  message,
  STRAVA_LANGUAGES,
  stravaTable,
  summariesJson,
  u16,
  writeZip,
} from '@kneewise/formats/testing';
import { IN_MEMORY, openStore, type Store } from '@kneewise/store';
import fc from 'fast-check';
import { gpx } from '../testing/gpx.ts';
import { importPaths, type ImportOptions } from './import-paths.ts';
import { readingPool } from './reading-pool.ts';

const RUNNER = 'runner-1';
const pool = readingPool(2);
after(() => pool.close());

const DAY_S = 86_400;
const at = (day: number): number => HEALTH_START_MS + day * DAY_S * 1000;
const run = (day: number, type = 'running'): Uint8Array =>
  gpx({ start: new Date(at(day)).toISOString(), minutes: 20, type });
const monitoring = fitFile(message(0, [enumOf(0, 32), u16(1, 1)]));

/** An archive of each service; the runs of days 0 to 6, day 2 in all three. */
const ARCHIVE: Readonly<Record<string, Uint8Array | string>> = {
  'export_1/activities.csv': stravaTable(STRAVA_LANGUAGES.german, [
    {
      id: 10,
      atMs: at(0),
      name: 'Auf',
      elapsedS: 1200,
      distanceM: 3600,
      gear: 'Old blue',
      file: 'activities/10.gpx.gz',
    },
    {
      id: 11,
      atMs: at(1),
      name: 'Ab',
      elapsedS: 1200,
      distanceM: 3600,
      gear: 'New',
      file: 'activities/11.gpx',
    },
    { id: 12, atMs: at(2), name: 'Drei', elapsedS: 1200, distanceM: 3600, file: 'activities/12.gpx' },
    { id: 13, atMs: at(3), name: 'Nur hier', elapsedS: 1500, distanceM: 4000, gear: 'New' },
    { id: 14, atMs: at(4), type: 'Radfahrt', elapsedS: 3000, distanceM: 20_000 },
  ]),
  'export_1/shoes.csv':
    'Schuhname,Schuhmarke,Schuhmodell,Standard\nOld blue,Brooks,Ghost,\nNew,Asics,Novablast,\n',
  'export_1/activities/10.gpx.gz': gzipSync(run(0, 'unknown')),
  'export_1/activities/11.gpx': run(1, 'cycling'),
  'export_1/activities/12.gpx': run(2),
  'DI_CONNECT/DI-Connect-Fitness/x_0_summarizedActivities.json': summariesJson([
    garminSummary({ atMs: at(2), timerS: 1200, distanceM: 3610 }),
    garminSummary({ atMs: at(5), timerS: 1900, distanceM: 5000, activityType: 'treadmill_running' }),
  ]),
  'DI_CONNECT/DI-Connect-Uploaded-Files/UploadedFiles_0-_Part1.zip': writeZip([
    { name: 'x_1.fit', data: monitoring, lengthFollows: 'marked' },
    { name: 'x_2.gpx', data: run(2, 'Run'), lengthFollows: 'marked' },
  ]),
  'apple_health_export/Exportación.xml': healthXmlText(
    ...Array.from({ length: 600 }, (_, i) =>
      healthRecord({
        type: 'RunningGroundContactTime',
        unit: 'ms',
        value: 240 + (i % 9),
        fromS: 6 * DAY_S + i * 2,
        toS: 6 * DAY_S + i * 2 + 2,
      }),
    ),
    healthWorkout({ fromS: 2 * DAY_S, toS: 2 * DAY_S + 1200, distance: [3.6, 'km'] }),
    healthWorkout({ fromS: 6 * DAY_S, toS: 6 * DAY_S + 1200, distance: [3.6, 'km'], route: 'route_6.gpx' }),
  ),
  'apple_health_export/export_cda.xml': '<?xml version="1.0"?><ClinicalDocument/>',
  'apple_health_export/workout-routes/route_6.gpx': run(6, 'unknown'),
};

function folderOf(t: TestContext | null): string {
  const folder = mkdtempSync(join(tmpdir(), 'kneewise-archives-'));
  t?.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** Imports parts of the archive, each a zip of its own, one import after the other. */
async function importParts(
  parts: readonly (readonly string[])[],
  options: ImportOptions = {},
): Promise<Store> {
  const folder = folderOf(null);
  const store = await openStore(IN_MEMORY);
  try {
    for (const [i, names] of parts.entries()) {
      const zip = join(folder, `part-${i}.zip`);
      writeFileSync(zip, writeZip(names.map((name) => ({ name, data: ARCHIVE[name] ?? '' }))));
      await importPaths(store, RUNNER, [zip], { pool, ...options });
    }
    return store;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function contentOf(store: Store): Promise<unknown> {
  const { pairs, worn } = await store.shoes(RUNNER);
  const shoes = new Map(worn.map(({ activityId, shoe }) => [activityId, shoe]));
  const activities = [];
  for (const { id } of await store.names(RUNNER)) {
    const { id: _, sources, analysis, ...figures } = (await store.activity(RUNNER, id)) ?? {};
    activities.push({
      ...figures,
      analysis: analysis === null ? null : structuredClone(analysis),
      sources: sources?.map(({ path, used }) => `${path.split('!/').at(-1)} ${used}`).toSorted(),
      shoe: shoes.get(id) ?? null,
      track: await store.track(RUNNER, id),
    });
  }
  return { pairs, activities };
}

describe('archives of three services', () => {
  it('give each run once: by its file where there is one, else by its totals', async () => {
    const store = await importParts([Object.keys(ARCHIVE)]);
    const runs = await store.runs(RUNNER);
    assert.deepEqual(
      runs.map(({ startAtMs }) => (startAtMs - HEALTH_START_MS) / 1000 / DAY_S),
      [0, 1, 2, 3, 5, 6],
    );
    assert.deepEqual(await store.counts(RUNNER), { runs: 6, others: 1 });
    const names = await store.names(RUNNER);
    assert.deepEqual(
      names.map(({ name }) => name),
      ['Auf', 'Ab', 'Drei', 'Nur hier', null, 'Run', null],
    );
    const channels = names.map((activity) => activity.channels.length);
    assert.deepEqual(
      channels.map((count) => count > 0),
      [true, true, true, false, false, false, true],
    );
    const last = await store.track(RUNNER, names[6]?.id ?? '');
    assert.ok(last?.latDeg !== undefined && last.contactMs !== undefined);
    const worn = (await store.shoes(RUNNER)).worn.map(({ shoe }) => shoe);
    assert.deepEqual(worn, ['Old blue', 'New', 'New']);
    await store.close();
  });

  it('give the same store however they are split, in any order', async () => {
    const whole = await importParts([Object.keys(ARCHIVE)]);
    const wanted = await contentOf(whole);
    await whole.close();
    const names = Object.keys(ARCHIVE).filter((name) => !name.endsWith('cda.xml'));
    const splits = fc
      .tuple(
        fc.shuffledSubarray(names, { minLength: names.length }),
        fc.array(fc.nat(3), { minLength: names.length, maxLength: names.length }),
      )
      .map(([order, places]) => [0, 1, 2, 3].map((part) => order.filter((_, i) => places[i] === part)));
    await fc.assert(
      fc.asyncProperty(splits, async (parts) => {
        const store = await importParts(parts.filter((part) => part.length > 0));
        const content = await contentOf(store);
        await store.close();
        assert.deepEqual(content, wanted);
      }),
      { numRuns: 15 },
    );
  });

  it('come again without a change', async () => {
    const all = Object.keys(ARCHIVE);
    const store = await importParts([all, all]);
    assert.deepEqual(await store.counts(RUNNER), { runs: 6, others: 1 });
    await store.close();
  });
});

describe('an archive', () => {
  it('passes over files of another kind, keeps nothing of them and refuses nothing', async (t) => {
    const zip = join(folderOf(t), 'garmin.zip');
    writeFileSync(
      zip,
      writeZip([
        { name: 'm.fit', data: monitoring },
        { name: 'a.gpx', data: run(0) },
      ]),
    );
    const store = await openStore(IN_MEMORY);
    const { outcomes } = await importPaths(store, RUNNER, [zip], { pool });
    assert.deepEqual(
      outcomes.map(({ outcome, refusal }) => [outcome, refusal?.code ?? null]),
      [
        ['added', null],
        ['other', 'no-activity'],
      ],
    );
    assert.deepEqual([await store.refused(RUNNER), await store.quarantine(RUNNER)], [[], []]);
    await store.close();
  });

  it('with a large export is read where it lies, and tells how far it is', async (t) => {
    const folder = folderOf(t);
    const zip = join(folder, 'export.zip');
    const beats = Array.from({ length: 120_000 }, (_, i) =>
      healthRecord({ type: 'HeartRate', unit: 'count/min', value: 60 + (i % 40), fromS: i * 5 }),
    );
    writeFileSync(
      zip,
      writeZip([
        { name: 'apple_health_export/export.xml', data: healthXmlText(beats.join('\n'), healthWorkout()) },
      ]),
    );
    const data = join(folder, 'data');
    const store = await openStore(data);
    const shares: number[] = [];
    const scratch = join(data, 'scratch');
    const { outcomes } = await importPaths(store, RUNNER, [zip], {
      pool,
      onShare: ({ share }) => {
        shares.push(share);
        assert.deepEqual(existsSync(scratch) ? readdirSync(scratch) : [], []);
      },
    });
    assert.deepEqual(
      outcomes.map(({ outcome }) => outcome),
      ['added'],
    );
    assert.ok(shares.length > 5 && shares.every((share, i) => share >= (shares[i - 1] ?? 0)), shares.join());
    assert.equal(shares.at(-1), 1);
    const [only] = await store.names(RUNNER);
    assert.equal((await store.track(RUNNER, only?.id ?? ''))?.heartRateBpm?.[0], 60);
    await store.close();
  });
});
