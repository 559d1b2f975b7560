/** References: a real month of a Forerunner 310XT, whose laps state what each run must come to. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { valueOrNull } from '@kneewise/engine';
import { walk } from '../archive/walk.ts';
import type { ReadActivity } from '../read-result.ts';
import { readSource } from '../read/read-source.ts';
import { activitiesOf, onlyActivity } from '../testing/read-text.ts';
import { NEEDS_SHARED, sharedActivities } from '../testing/shared-data.ts';

const shared = sharedActivities();

async function readAll(folder: string): Promise<Map<string, readonly ReadActivity[]>> {
  const all = new Map<string, readonly ReadActivity[]>();
  for await (const found of walk([folder])) {
    assert.ok(found.kind === 'file');
    all.set(found.file.path, activitiesOf((await readSource(found.file)).result));
  }
  return all;
}

/** Read once for all that is asked of it. */
let june: Promise<Map<string, readonly ReadActivity[]>> | null = null;
const month = (folder: string): Promise<Map<string, readonly ReadActivity[]>> =>
  (june ??= readAll(join(folder, 'trackeR')));

/** Lap totals by a plain search of the text: another way to the same figures. */
function lapTotals(path: string, element: string): number {
  const text = gunzipSync(readFileSync(path)).toString();
  const laps = text.replace(/<Track>[\s\S]*?<\/Track>/g, '');
  return [...laps.matchAll(new RegExp(`<${element}>([^<]+)`, 'g'))].reduce(
    (sum, match) => sum + Number(match[1]),
    0,
  );
}

/** Median of the samples that are steps at all, as the issue counts it. */
function medianCadence({ recording }: ReadActivity): number | null {
  const steps = recording.track.cadenceSpm?.filter((spm) => spm >= 130).sort();
  return steps?.[steps.length >> 1] ?? null;
}

const read = async (path: string): Promise<ReadActivity> => {
  const [[, activities]] = [...(await readAll(path))] as [[string, readonly ReadActivity[]]];
  return onlyActivity({ ok: true, activities });
};
const movingSeconds = ({ recording }: ReadActivity): number => valueOrNull(recording.movingS) ?? Number.NaN;
const metres = ({ recording }: ReadActivity): number => valueOrNull(recording.distanceM) ?? Number.NaN;

describe('the month of June 2013', () => {
  it('holds 34 runs, whose distance and time are those of their laps', async (t) => {
    if (shared === null) return t.skip(NEEDS_SHARED);
    const all = await month(shared);
    const runs = [...all.values()].flat().filter(({ recording }) => recording.sport === 'running');
    assert.equal(runs.length, 34);
    for (const [path, activities] of all) {
      if (!path.endsWith('.TCX.gz')) continue;
      const [{ recording }] = activities as [ReadActivity];
      const lapsM = lapTotals(path, 'DistanceMeters');
      const seconds = lapTotals(path, 'TotalTimeSeconds');
      assert.ok(Math.abs((valueOrNull(recording.distanceM) ?? 0) / lapsM - 1) < 0.005, path);
      assert.ok(Math.abs((valueOrNull(recording.movingS) ?? 0) - seconds) < 2, path);
      const pausedS = recording.pauses.reduce((sum, { fromS, toS }) => sum + toS - fromS, 0);
      // A gap of 3 s and a few half seconds at pauses are all that the pauses found leave over.
      assert.ok(Math.abs(recording.elapsedS - pausedS - seconds) < 12, `${path}: ${pausedS} s of pauses`);
    }
  });

  it('has a median cadence of 178 on the first of June, and no cadence column on two days', async (t) => {
    if (shared === null) return t.skip(NEEDS_SHARED);
    const all = await month(shared);
    const cadence = new Map(
      [...all].map(([path, [first]]) => [basename(path), first && medianCadence(first)]),
    );
    assert.ok(Math.abs((cadence.get('2013-06-01-183220.TCX.gz') ?? 0) - 178) <= 1);
    const without = [...cadence].filter(([, spm]) => spm === null).map(([name]) => name);
    assert.deepEqual(without, ['2013-06-17-182443.TCX.gz', '2013-06-18-063609.TCX.gz']);
  });

  it('reads the GPX of the month as a run because its title says so', async (t) => {
    if (shared === null) return t.skip(NEEDS_SHARED);
    const all = await readAll(join(shared, 'trackeR', '20170708-154835-Run.gpx.gz'));
    const [{ recording, warnings }] = [...all.values()].flat() as [ReadActivity];
    assert.equal(recording.sport, 'running');
    assert.deepEqual(
      warnings.map(({ code }) => code),
      ['sport-from-name', 'cadence-doubled'],
    );
  });
});

describe('the same run in two formats', () => {
  it('agrees as TCX and GPX within 2.5 % in distance, and in cadence', async (t) => {
    if (shared === null) return t.skip(NEEDS_SHARED);
    const tcx = await read(join(shared, 'sports-lib/tcx/6782987395.tcx'));
    const gpx = await read(join(shared, 'sports-lib/gpx/6782987395.gpx'));
    assert.ok(Math.abs(metres(gpx) / metres(tcx) - 1) < 0.025, `${metres(gpx)} and ${metres(tcx)}`);
    assert.equal(medianCadence(gpx), medianCadence(tcx));
    assert.ok(
      Math.abs((valueOrNull(gpx.recording.movingS) ?? 0) - (valueOrNull(tcx.recording.movingS) ?? 0)) < 2,
    );
  });

  it('agrees as FIT and TCX within 0.1 % in distance and 2 s, and in start', async (t) => {
    if (shared === null) return t.skip(NEEDS_SHARED);
    const tcx = await read(join(shared, 'sports-lib/tcx/6782987395.tcx'));
    const fit = await read(join(shared, 'sports-lib/fit/6782987395.fit'));
    assert.ok(Math.abs(metres(fit) / metres(tcx) - 1) < 0.001, `${metres(fit)} and ${metres(tcx)}`);
    assert.ok(Math.abs(movingSeconds(fit) - movingSeconds(tcx)) < 2);
    assert.equal(fit.recording.startAtMs, tcx.recording.startAtMs);
    assert.equal(medianCadence(fit), medianCadence(tcx));
  });

  it('agrees as GPX with the totals of the watch: 4,489.39 m and 2,820 s', async (t) => {
    if (shared === null) return t.skip(NEEDS_SHARED);
    const gpx = await read(join(shared, 'sports-lib/gpx/2067489619.gpx'));
    // The session of the FIT file of this run, by the official SDK 21.217: 4,489.39 m, timer 2,820.172 s.
    assert.ok(Math.abs(metres(gpx) / 4489.39 - 1) < 0.025, `${metres(gpx)}`);
    assert.ok(Math.abs((valueOrNull(gpx.recording.movingS) ?? 0) - 2820.172) < 6);
  });
});
