import assert from 'node:assert/strict';
import { it } from 'node:test';
import { channelsOf } from '@kneewise/engine';
import fc from 'fast-check';
import { cadenceOnLine } from '../model/cadence-line.ts';
import { usualFading, type RunPlan } from './run-plan.ts';
import { simulateRun } from './simulate-run.ts';

const hourPlan: RunPlan = {
  seed: 1,
  startAtMs: 1_700_000_000_000,
  utcOffsetMin: -480,
  distanceM: 10_000,
  speedMps: 2.8,
  cadenceLine: { spm: 166, atMps: 2.8, slopeSpmPerMps: 10 },
  legM: 0.9,
  outdoors: { stemShare: 0.3, routeSeed: 5, descentM: null },
};
const column = (values: Float64Array | undefined): Float64Array => {
  assert.ok(values);
  return values;
};
const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
const near = (actual: number, expected: number, tolerance: number): void =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not within ${tolerance} of ${expected}`);

it('gives the same run for the same seed and another for another', () => {
  assert.deepEqual(simulateRun(hourPlan), simulateRun(hourPlan));
  assert.notDeepEqual(
    simulateRun(hourPlan).track.cadenceSpm,
    simulateRun({ ...hourPlan, seed: 2 }).track.cadenceSpm,
  );
});

it('covers the planned distance to the metre, at one sample a second', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      fc.double({ min: 300, max: 6000, noNaN: true }),
      (seed, distanceM) => {
        const { track, elapsedS } = simulateRun({ ...hourPlan, seed, distanceM });
        const atM = column(track.distanceM);
        assert.equal(atM.at(-1), distanceM);
        assert.equal(track.timeS.length, elapsedS + 1);
        assert.ok(atM.every((m, i) => i === 0 || m >= (atM[i - 1] ?? 0)));
        assert.ok(channelsOf(track).every((channel) => track[channel]?.length === track.timeS.length));
      },
    ),
    { numRuns: 30 },
  );
});

// models.md A, "Sanity": 30 s bins about the line have a residual SD of 2.8 and a lag-1 correlation of 0.55.
it('scatters half-minutes of cadence about the line by 2.8 steps a minute, with a memory of 0.55', () => {
  const line = hourPlan.cadenceLine;
  const runs = Array.from({ length: 60 }, (_, seed) => {
    const { cadenceSpm, speedMps, altitudeM, distanceM } = simulateRun({ ...hourPlan, seed }).track;
    const bins: number[] = [];
    for (let from = 360; from + 30 <= column(cadenceSpm).length; from += 30) {
      const seconds = Array.from({ length: 30 }, (__, i) => from + i);
      const rise = (column(altitudeM)[from + 29] ?? 0) - (column(altitudeM)[from] ?? 0);
      const run = (column(distanceM)[from + 29] ?? 0) - (column(distanceM)[from] ?? 0);
      const spm = mean(seconds.map((s) => column(cadenceSpm)[s] ?? Number.NaN));
      const mps = mean(seconds.map((s) => column(speedMps)[s] ?? Number.NaN));
      bins.push(spm - cadenceOnLine(line, mps) - 15 * (rise / run));
    }
    const centre = mean(bins);
    return bins.map((bin) => bin - centre);
  });
  const all = runs.flat();
  const variance = mean(all.map((r) => r * r));
  const lagged = mean(runs.flatMap((bins) => bins.slice(1).map((r, i) => r * (bins[i] ?? 0))));
  near(Math.sqrt(variance), 2.8, 0.2);
  near(lagged / variance, 0.55, 0.06);
});

it('counts steps in even numbers, as a watch does that counts one leg', () => {
  assert.ok(column(simulateRun(hourPlan).track.cadenceSpm).every((spm) => spm % 2 === 0));
});

it('loses form from the fading point on: 5 steps a minute, and 10 ms and 4 mm more, at the same chance', () => {
  const fresh = simulateRun(hourPlan).track;
  const faded = simulateRun({ ...hourPlan, fading: usualFading(6400) }).track;
  const from = column(faded.distanceM).findIndex((m) => m >= 6400);
  assert.deepEqual(column(faded.cadenceSpm).subarray(0, from), column(fresh.cadenceSpm).subarray(0, from));
  const late = column(faded.cadenceSpm).length - 1;
  near((column(faded.contactMs)[late] ?? 0) - (column(fresh.contactMs)[late] ?? 0), 10, 1e-9);
  near((column(faded.oscillationMm)[late] ?? 0) - (column(fresh.oscillationMm)[late] ?? 0), 4, 1e-9);
  const rest = (track: typeof fresh): number => mean([...column(track.cadenceSpm).subarray(from + 301)]);
  near(rest(faded) - rest(fresh), -5, 0.1);
});

it('holds the stated descent and ends at the height it began', () => {
  const { track, descentM } = simulateRun({
    ...hourPlan,
    outdoors: { stemShare: 0, routeSeed: 9, descentM: 85, slopeLengthM: 400 },
  });
  assert.ok(descentM.known);
  near(descentM.value, 85, 1);
  near(column(track.altitudeM).at(-1) ?? 0, column(track.altitudeM)[0] ?? 0, 1e-6);
});

it('comes home to where it set out', () => {
  const { latDeg, lonDeg } = simulateRun(hourPlan).track;
  const homeM =
    111_195 *
    Math.hypot(
      (column(latDeg).at(-1) ?? 0) - (column(latDeg)[0] ?? 0),
      ((column(lonDeg).at(-1) ?? 0) - (column(lonDeg)[0] ?? 0)) * Math.cos((48.9 * Math.PI) / 180),
    );
  assert.ok(homeM < 20, `${homeM} m from the start`);
});

it('moves over the ground as fast as it says', () => {
  const { latDeg, lonDeg, distanceM } = simulateRun(hourPlan).track;
  let pathM = 0;
  for (let i = 10; i < column(latDeg).length; i += 10) {
    const north = (column(latDeg)[i] ?? 0) - (column(latDeg)[i - 10] ?? 0);
    const east =
      ((column(lonDeg)[i] ?? 0) - (column(lonDeg)[i - 10] ?? 0)) * Math.cos((48.9 * Math.PI) / 180);
    pathM += 111_195 * Math.hypot(north, east);
  }
  near(pathM / (column(distanceM).at(-1) ?? 1), 1, 0.03);
});

it("walks home after the run, without a runner's contact time", () => {
  const { track, distanceM } = simulateRun({ ...hourPlan, distanceM: 4100, walkedHomeM: 900 });
  assert.deepEqual(distanceM, { known: true, value: 5000 });
  const from = column(track.distanceM).findIndex((m) => m >= 4100);
  assert.ok(
    column(track.speedMps)
      .subarray(from)
      .every((mps) => mps < 1.8),
  );
  assert.ok(
    column(track.cadenceSpm)
      .subarray(from)
      .every((spm) => spm < 130),
  );
  assert.ok(column(track.contactMs).subarray(from).every(Number.isNaN));
});

it('leaves pauses out of the moving time and out of the samples', () => {
  const run = simulateRun({ ...hourPlan, seed: 3, stops: 'paused' });
  const pausedS = run.pauses.reduce((sum, { fromS, toS }) => sum + toS - fromS, 0);
  assert.ok(run.pauses.length > 0);
  assert.deepEqual(run.movingS, { known: true, value: run.elapsedS - pausedS });
  assert.ok(run.pauses.every(({ fromS, toS }) => run.track.timeS.every((t) => t <= fromS || t > toS)));
});

it('stands with the recorder running when stops are not paused', () => {
  const run = simulateRun({ ...hourPlan, seed: 3, stops: 'standing' });
  assert.deepEqual(run.pauses, []);
  assert.ok(column(run.track.speedMps).filter((mps) => mps === 0).length >= 10);
});

it('has neither places nor heights on a treadmill', () => {
  const run = simulateRun({ ...hourPlan, outdoors: null });
  assert.equal(run.subSport, 'treadmill');
  assert.deepEqual(
    channelsOf(run.track).filter((channel) => ['latDeg', 'lonDeg', 'altitudeM'].includes(channel)),
    [],
  );
  assert.equal(run.descentM.known, false);
});

it('refuses a plan that is no run', () => {
  assert.throws(() => simulateRun({ ...hourPlan, distanceM: 0 }), /distanceM must be above 0, got 0/u);
  assert.throws(() => simulateRun({ ...hourPlan, speedMps: 1.5 }), /speedMps must be at least 1.6, got 1.5/u);
  assert.throws(
    () => simulateRun({ ...hourPlan, startAtMs: 1500 }),
    /startAtMs must be whole seconds, got 1500/u,
  );
  assert.throws(() => simulateRun({ ...hourPlan, seed: -1 }), /seed must be a whole number/u);
});
