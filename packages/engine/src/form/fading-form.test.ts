import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cadenceLineSoFar } from '../cadence/cadence-line.ts';
import type { HalfMinuteBins } from '../run/half-minute-bins.ts';
import { type FadingEvidence, type FadingForm, fadingForm } from './fading-form.ts';
import { heartRateDrift } from './heart-rate-drift.ts';
import { ENOUGH_FORM_RUNS, type UsualPlace, usualPlace } from './usual-place.ts';

const each = (n: number, f: (i: number) => number): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => f(i));
const ramp = (t: number): number => Math.max(0, Math.min(1, t / 300));
const near = (actual: number | undefined, expected: number, tolerance: number): void => {
  assert.ok(
    actual !== undefined && Math.abs(actual - expected) <= tolerance,
    `${actual} against ${expected}`,
  );
};

interface Shape {
  readonly bins: number;
  readonly fadeAtS?: number;
  readonly cadence?: number;
  readonly contact?: number;
  readonly noise?: number;
  readonly seed?: number;
}
/** A run at 3 m/s whose form changes from `fadeAtS` on, with a regular wander instead of chance. */
function runOf({ bins, fadeAtS = 0, cadence = 0, contact, noise = 1, seed = 0 }: Shape): HalfMinuteBins {
  const none = each(bins, () => Number.NaN);
  const change = (i: number): number => (fadeAtS === 0 ? 0 : ramp(30 * i - fadeAtS));
  return {
    startS: each(bins, (i) => 30 * i),
    startM: each(bins, (i) => 90 * i),
    speedMps: each(bins, (i) => 3 + 0.05 * Math.sin(i / 6 + seed)),
    cadenceSpm: each(
      bins,
      (i) => 170 + noise * (1.5 * Math.sin(1.7 * i + seed) + Math.sin(0.31 * i + seed)) + cadence * change(i),
    ),
    contactMs:
      contact === undefined ? none : each(bins, (i) => 240 + 3 * Math.sin(2.1 * i) + contact * change(i)),
    oscillationMm: none,
    heartRateBpm: none,
    gradeRatio: each(bins, () => 0),
  };
}
const formOf = (bins: HalfMinuteBins): FadingForm => {
  const form = fadingForm(bins, null);
  assert.ok(form.known, JSON.stringify(form));
  return form.value;
};

describe('fadingForm', () => {
  it('says where six steps/min went: from 30 min, 5.4 km', () => {
    const form = formOf(runOf({ bins: 120, fadeAtS: 1800, cadence: -6 }));
    const [finding] = form.findings;
    assert.deepEqual([form.verdict, finding?.name, form.findings.length], ['fade', 'cadence', 1]);
    near(finding?.change, -6, 1.5);
    near(finding?.place?.atS, 1800, 150);
    near(finding?.place?.distanceM?.at, 5400, 450);
    assert.ok((finding?.place?.lowS ?? 0) <= 1800 && (finding?.place?.highS ?? 0) >= 1750);
  });
  it('finds a steady run steady, and a rise no fade', () => {
    assert.equal(formOf(runOf({ bins: 120 })).verdict, 'steady');
    assert.equal(formOf(runOf({ bins: 120, fadeAtS: 1800, cadence: 6 })).verdict, 'steady');
  });
  it('finds longer ground contact where cadence holds, and asks more of z for two variables', () => {
    const form = formOf(runOf({ bins: 120, fadeAtS: 1800, contact: 20 }));
    assert.deepEqual([form.verdict, form.findings.map(({ name }) => name)], ['fade', ['contact', 'cadence']]);
    // 20 ms of 240 are 8 %.
    near(form.findings[0]?.change, 8, 2);
    const alone = formOf(runOf({ bins: 120 })).findings[0]?.threshold ?? 0;
    near((form.findings[0]?.threshold ?? 0) - alone, 0.28, 1e-12);
  });
  it('has no verdict of a run that goes both ways, nor of one too noisy to see anything', () => {
    const both = runOf({ bins: 160 });
    const torn = {
      ...both,
      cadenceSpm: both.cadenceSpm.map((c, i) => c + 12 * ramp(30 * i - 1200) - 16 * ramp(30 * i - 3300)),
    };
    assert.equal(formOf(torn).verdict, 'uneven');
    assert.equal(formOf(runOf({ bins: 60, noise: 12 })).verdict, 'too-noisy');
  });
  it('needs 44 half minutes after the first six minutes and before the last', () => {
    // 12 bins before, 2 after.
    assert.deepEqual(fadingForm(runOf({ bins: 57 }), null), {
      known: false,
      because: { reason: 'too-little-data', what: 'half minutes of running', have: 43, need: 44 },
    });
    assert.equal(fadingForm(runOf({ bins: 58 }), null).known, true);
    assert.equal(fadingForm(runOf({ bins: 0 }), null).known, false);
  });
  it('tests a sensor that nine bins in ten have, and not one that fewer have', () => {
    const run = runOf({ bins: 114, contact: 0 });
    const without = (gaps: number): number =>
      formOf({
        ...run,
        contactMs: run.contactMs.map((ms, i) => (i >= 20 && i < 20 + gaps ? Number.NaN : ms)),
      }).findings.length;
    assert.deepEqual([without(10), without(11)], [2, 1]);
  });
  it('joins half minutes of a run longer than two hours in pairs and keeps the place', () => {
    const form = formOf(runOf({ bins: 400, fadeAtS: 6000, cadence: -9 }));
    assert.equal(form.verdict, 'fade');
    near(form.findings[0]?.place?.atS, 6000, 240);
    assert.ok((form.evidence?.likelihood.length ?? 0) < 240);
  });
  it('takes the slope of the runner’s own line', () => {
    const bins = Array.from({ length: 60 }, (_, i) => ({
      speedMps: 2.5 + 0.02 * i,
      cadenceSpm: 160 + 0.04 * i,
      gradeRatio: null,
    }));
    const flat = cadenceLineSoFar([
      { ageDays: 0, bins },
      { ageDays: 1, bins },
      { ageDays: 2, bins },
    ]);
    // Seven steps/min fewer while slowing by 0.6 m/s: what the population does, and not this runner.
    const run = runOf({ bins: 120, fadeAtS: 1800, cadence: -7 });
    const slowing = { ...run, speedMps: each(120, (i) => 3 - 0.6 * ramp(30 * i - 1800)) };
    const own = fadingForm(slowing, flat);
    const population = fadingForm(slowing, null);
    assert.ok(own.known && population.known);
    assert.deepEqual([own.value.verdict, population.value.verdict], ['fade', 'steady']);
  });
});

const evidence = (bins: number, fadeAtS: number, cadence: number, seed: number): FadingEvidence => {
  const found = formOf(runOf({ bins, fadeAtS, cadence, seed })).evidence;
  assert.ok(found);
  return found;
};
const placeOf = (runs: readonly FadingEvidence[]): UsualPlace => {
  const place = usualPlace(runs);
  assert.ok(place.known);
  return place.value;
};

describe('usualPlace', () => {
  it('is near 7 km for six runs that lose six steps/min there, and calls it a habit', () => {
    const runs = [6600, 7000, 7300, 7100, 6900, 7000].map((m, i) => evidence(140, m / 3, -6, i));
    const place = placeOf(runs);
    near(place.distanceM, 7000, 1000);
    assert.deepEqual([place.verdict, place.runs], ['habit', 6]);
    assert.ok(place.agreeing >= 2 && place.lowM < place.distanceM && place.highM > place.distanceM);
  });
  it('lies beyond the longest run where no run fades', () => {
    const place = placeOf([0, 1, 2, 3, 4, 5].map((seed) => evidence(140, 0, 0, seed)));
    assert.deepEqual([place.verdict, place.agreeing], ['none-within', 0]);
    assert.ok(place.lowM > 6000);
  });
  it('does not take runs that ended earlier for runs without a fade', () => {
    const long = [7000, 7000].map((m, i) => evidence(140, m / 3, -6, i));
    const short = [2, 3, 4, 5].map((seed) => evidence(62, 0, 0, seed));
    near(placeOf([...long, ...short]).distanceM, 7000, 1200);
  });
  it('is never a habit from one run', () => {
    const runs = [evidence(140, 2333, -6, 0), ...[1, 2, 3, 4, 5].map((seed) => evidence(62, 0, 0, seed))];
    assert.notEqual(placeOf(runs).verdict, 'habit');
  });
  it('needs six runs', () => {
    const runs = [0, 1, 2, 3, 4].map((seed) => evidence(140, 2333, -6, seed));
    assert.deepEqual(usualPlace(runs), {
      known: false,
      because: {
        reason: 'too-little-data',
        what: 'runs long enough to see form fade',
        have: 5,
        need: ENOUGH_FORM_RUNS,
      },
    });
  });
  it('does not depend on the order of runs', () => {
    const runs = [6600, 7000, 7300, 7100, 6900, 7000].map((m, i) => evidence(140, m / 3, -6, i));
    near(placeOf(runs.toReversed()).distanceM, placeOf(runs).distanceM, 1e-6);
  });
});

const withHeart = (bins: number, bpm: (i: number) => number): HalfMinuteBins => ({
  ...runOf({ bins }),
  speedMps: each(bins, () => 3),
  heartRateBpm: each(bins, bpm),
});

describe('heartRateDrift', () => {
  it('is 10 % where the second half beats 154 instead of 140 at the same speed', () => {
    // Judged from bin 12 on: 100 bins, half of them after bin 62.
    const drift = heartRateDrift(withHeart(112, (i) => (i < 62 ? 140 : 154)));
    assert.ok(drift.known);
    near(drift.value, 0.1, 1e-12);
  });
  it('is missing without a strap and for a short run', () => {
    assert.equal(heartRateDrift(runOf({ bins: 112 })).known, false);
    assert.equal(heartRateDrift(withHeart(55, () => 140)).known, false);
    assert.equal(heartRateDrift(withHeart(56, () => 140)).known, true);
  });
});
