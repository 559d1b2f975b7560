import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { normalQuantile } from '../stats/normal.ts';
import {
  type ChangePoint,
  changePoint,
  fadeLikelihood,
  type FormVariable,
  placeQuantile,
} from './change-point.ts';
import { fadeThreshold } from './fading-form.ts';
import { whiten, whiteningOf } from './noise.ts';

const each = (n: number, f: (i: number) => number): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => f(i));
const near = (actual: number | undefined, expected: number, tolerance: number): void => {
  assert.ok(
    actual !== undefined && Math.abs(actual - expected) <= tolerance,
    `${actual} against ${expected}`,
  );
};

const CADENCE: FormVariable = {
  speedSlope: 11.2,
  speedSlopeSd: 3,
  gradeSlope: 0.15,
  gradeSlopeSd: 0.3,
  noiseSd: 2.9,
  fadeSd: 5,
  least: -3,
};
/** The golden series of models.md D, losing `fade` steps/min from 900 s on. */
const speed = each(60, (i) => 2.9 + 0.1 * Math.sin(i / 7));
const gradeRatio = each(60, (i) => 0.01 * Math.sin(i / 5));
const golden = (fade: number): Float64Array =>
  each(60, (i) => {
    const steady = 170 + 10 * ((speed[i] ?? 0) - 2.9) + 15 * (gradeRatio[i] ?? 0);
    return (
      steady +
      1.5 * Math.sin(1.7 * i) +
      Math.sin(0.31 * i) -
      fade * Math.max(0, Math.min(1, (30 * i - 900) / 300))
    );
  });
const look = (value: Float64Array): ChangePoint =>
  changePoint({ value, speed, gradeRatio, stepS: 30 }, CADENCE);
const placeS = (point: ChangePoint, share: number): number => 30 * placeQuantile(point, share) - 15;

const short = (n: number): ChangePoint =>
  changePoint(
    {
      value: each(n, (i) => 170 + Math.sin(i)),
      speed: each(n, () => 3),
      gradeRatio: each(n, () => 0),
      stepS: 30,
    },
    CADENCE,
  );

describe('changePoint', () => {
  it('finds the golden fade: -6.04 ± 1.28 from 885 s (705–975), z 4.882 over 2.735', () => {
    const point = look(golden(6));
    near(point.change.z, 4.882, 5e-4);
    near(point.noiseSd, 2.06, 5e-4);
    near(point.change.delta, -6.465, 5e-4);
    near(point.said, -6.04, 5e-3);
    near(point.saidSe, 1.28, 5e-3);
    assert.deepEqual(
      [0.1, 0.5, 0.9].map((share) => placeS(point, share)),
      [705, 885, 975],
    );
    near(fadeThreshold(60, 1), 2.735, 5e-4);
  });
  it('finds nothing without the fade: z 0.966', () => {
    near(look(golden(0)).change.z, 0.966, 5e-4);
  });
  it('finds it with two outliers: -5.49 ± 1.56 from 885 s (675–1035)', () => {
    const value = golden(6);
    value[20] = (value[20] ?? 0) - 25;
    value[50] = (value[50] ?? 0) + 18;
    const point = look(value);
    near(point.change.z, 3.691, 5e-4);
    near(point.noiseSd, 2.563, 5e-4);
    near(point.said, -5.49, 5e-3);
    near(point.saidSe, 1.56, 5e-3);
    assert.deepEqual(
      [0.1, 0.5, 0.9].map((share) => placeS(point, share)),
      [675, 885, 1035],
    );
  });
  it('sees a rise as the opposite of a fade', () => {
    const point = look(golden(-6));
    assert.ok(point.oppositeZ > 4 && point.change.z < 2);
  });
  it('is not fooled by slowing down', () => {
    const slower = each(60, (i) => 2.9 - 0.3 * Math.max(0, Math.min(1, (30 * i - 900) / 300)));
    const value = each(60, (i) => 170 + 11.2 * ((slower[i] ?? 0) - 2.9) + 1.5 * Math.sin(1.7 * i));
    assert.ok(changePoint({ value, speed: slower, gradeRatio, stepS: 30 }, CADENCE).change.z < 2.735);
  });
  it('needs nineteen bins to have a place to look at', () => {
    assert.throws(() => short(18), /more than 18 bins, got 18/);
    assert.equal(short(19).likelihood.length, 2);
  });
  it('raises a false alarm in about one run in twenty of simulated wander', () => {
    // models.md D: 4.5 % (±1) over its mixture; here the usual wander alone, 300 runs of 60 min.
    const next = uniform(11);
    const normal = (): number => normalQuantile(next());
    const n = 106;
    let alarms = 0;
    for (let run = 0; run < 300; run += 1) {
      let fast = normal();
      let slow = normal();
      const value = each(n, () => {
        const y = 170 + 2.9 * (Math.sqrt(0.7) * fast + Math.sqrt(0.3) * slow);
        fast = FAST_KEEPS * fast + Math.sqrt(1 - FAST_KEEPS ** 2) * normal();
        slow = SLOW_KEEPS * slow + Math.sqrt(1 - SLOW_KEEPS ** 2) * normal();
        return y;
      });
      const { change } = changePoint(
        { value, speed: each(n, () => 3), gradeRatio: each(n, () => 0), stepS: 30 },
        CADENCE,
      );
      if (change.z > fadeThreshold(n, 1) && change.delta <= -3) alarms += 1;
    }
    assert.ok(alarms >= 3 && alarms <= 27, `${alarms} of 300`);
  });
});

const FAST_KEEPS = Math.exp(-30 / 50);
const SLOW_KEEPS = Math.exp(-30 / 800);

/** Even numbers between 0 and 1 from a seed (mulberry32). */
function uniform(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4_294_967_296;
  };
}

describe('fadeLikelihood', () => {
  it('is 51.0 for -5 ± 1.6 steps/min and 0.145 for +2, the golden numbers of models.md D', () => {
    near(fadeLikelihood(5 / 1.6, 1.6, 5), 51.0, 0.05);
    near(fadeLikelihood(-2 / 1.6, 1.6, 5), 0.145, 5e-4);
  });
  it('stays a number however clear the fade', () => {
    assert.ok(Number.isFinite(fadeLikelihood(60, 0.1, 5)));
  });
});

/** Correlation of half minutes i and j, as models.md D writes it. */
const corr = (i: number, j: number): number => {
  const apart = 30 * Math.abs(i - j);
  return 0.7 * Math.exp(-apart / 50) + 0.3 * Math.exp(-apart / 800) + (i === j ? 1e-6 : 0);
};

describe('whiten', () => {
  it('equals multiplying by the inverse Cholesky factor of the correlation matrix', () => {
    const n = 40;
    const factor: number[][] = [];
    for (let i = 0; i < n; i += 1) {
      const row: number[] = [];
      for (let j = 0; j <= i; j += 1) {
        let sum = corr(i, j);
        for (let k = 0; k < j; k += 1) sum -= (row[k] ?? 0) * ((i === j ? row : factor[j])?.[k] ?? 0);
        row.push(i === j ? Math.sqrt(sum) : sum / (factor[j]?.[j] ?? 1));
      }
      factor.push(row);
    }
    const series = each(n, (i) => 3 * Math.sin(i) + i / 10);
    const out = new Float64Array(n);
    whiten(whiteningOf(n, 30), series, out);
    const expected: number[] = [];
    for (let i = 0; i < n; i += 1) {
      let sum = series[i] ?? 0;
      for (let k = 0; k < i; k += 1) sum -= (factor[i]?.[k] ?? 0) * (expected[k] ?? 0);
      expected.push(sum / (factor[i]?.[i] ?? 1));
      near(out[i], expected[i] ?? 0, 1e-9);
    }
  });
});

describe('fadeThreshold', () => {
  it('is 2.90 for a run of 106 bins and rises with length and with what is tested', () => {
    assert.equal(fadeThreshold(106, 1), 2.9);
    near(fadeThreshold(106, 2), 3.18, 1e-12);
    near(fadeThreshold(106, 3), 3.32, 1e-12);
    near(fadeThreshold(106, 4), 3.42, 1e-12);
    assert.ok(fadeThreshold(200, 1) > 2.9 && fadeThreshold(60, 1) < 2.9);
  });
});
