import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Measured } from '../measured.ts';
import { type Climb, climbOf, TURN_M } from './climb.ts';
import { gradeAlong } from './grade-along.ts';
import { windowedSlope } from './windowed-slope.ts';

const count = (n: number, f: (i: number) => number): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => f(i));

/** Level ground with one bump. */
const bump = (height: number): Measured<Climb> => climbOf(Float64Array.of(0, 0, 0, 0, height, 0, 0, 0, 0, 0));

/** The definition, written out: least squares over the window of each sample. */
function slopeByDefinition(x: Float64Array, y: Float64Array, t: Float64Array, half: number): number[] {
  return [...t].map((now) => {
    const inside = [...t.keys()].filter((j) => Math.abs((t[j] ?? 0) - now) <= half && Number.isFinite(y[j]));
    const mx = inside.reduce((sum, j) => sum + (x[j] ?? 0), 0) / inside.length;
    const my = inside.reduce((sum, j) => sum + (y[j] ?? 0), 0) / inside.length;
    let sxy = 0;
    let sxx = 0;
    for (const j of inside) {
      sxy += ((x[j] ?? 0) - mx) * ((y[j] ?? 0) - my);
      sxx += ((x[j] ?? 0) - mx) ** 2;
    }
    return sxy / sxx;
  });
}

describe('windowedSlope', () => {
  it('equals least squares written out, gaps and a far origin included', () => {
    const t = count(300, (i) => i);
    const x = count(300, (i) => 5e6 + 3 * i + Math.sin(i));
    const y = count(300, (i) => (i % 37 === 5 ? Number.NaN : 900 + 10 * Math.sin(i / 20)));
    const fast = windowedSlope(x, y, t, 30, 20);
    for (const [i, slope] of slopeByDefinition(x, y, t, 30).entries()) {
      assert.ok(Math.abs((fast[i] ?? Number.NaN) - slope) < 1e-9, `sample ${i}: ${fast[i]} against ${slope}`);
    }
  });
  it('has no slope on the spot, nor from two samples', () => {
    const t = count(5, (i) => i);
    assert.ok(
      windowedSlope(
        count(5, () => 7),
        count(5, (i) => i),
        t,
        30,
        20,
      ).every(Number.isNaN),
    );
    assert.ok(
      windowedSlope(
        count(2, (i) => 100 * i),
        count(2, (i) => i),
        count(2, (i) => i),
        30,
        20,
      ).every(Number.isNaN),
    );
  });
});

describe('gradeAlong', () => {
  const movingS = count(200, (i) => i);
  it('reads 5 % where three metres a second gain 0.15 m a second', () => {
    const track = {
      timeS: movingS,
      distanceM: count(200, (i) => 3 * i),
      altitudeM: count(200, (i) => 100 + 0.15 * i),
    };
    for (const grade of gradeAlong(track, movingS) ?? []) assert.ok(Math.abs(grade - 0.05) < 1e-9);
  });
  it('is null without altitude or distance, and the file’s own column where that is all there is', () => {
    assert.equal(gradeAlong({ timeS: movingS, distanceM: movingS }, movingS), null);
    const gradeRatio = count(200, () => 0.03);
    assert.equal(gradeAlong({ timeS: movingS, gradeRatio }, movingS), gradeRatio);
  });
  it('drops an altimeter’s jump', () => {
    const track = { timeS: movingS, distanceM: movingS, altitudeM: count(200, (i) => (i < 100 ? 0 : 500)) };
    assert.ok(gradeAlong(track, movingS)?.some(Number.isNaN));
    assert.ok(gradeAlong(track, movingS)?.every((grade) => Number.isNaN(grade) || Math.abs(grade) <= 0.5));
  });
});

describe('climbOf', () => {
  it('sums the hills and forgets the wobble', () => {
    // 0 → 50 → 20 → 60, with ±1 m of wobble.
    const path = [...count(51, (i) => i), ...count(30, (i) => 49 - i), ...count(40, (i) => 21 + i)];
    const climb = climbOf(Float64Array.from(path, (z, i) => z + (i % 2 === 0 ? 1 : -1)));
    assert.ok(climb.known);
    assert.ok(
      Math.abs(climb.value.ascentM - 90) <= 6 && Math.abs(climb.value.descentM - 30) <= 4,
      JSON.stringify(climb),
    );
  });
  it('counts a rise of 3 m and not one of 2.9 m', () => {
    assert.deepEqual(bump(2.9), { known: true, value: { ascentM: 0, descentM: 0 } });
    assert.deepEqual(bump(TURN_M), { known: true, value: { ascentM: 3, descentM: 3 } });
    assert.deepEqual(bump(3.1), { known: true, value: { ascentM: 3.1, descentM: 3.1 } });
  });
  it('says what is missing', () => {
    assert.deepEqual(climbOf(undefined), {
      known: false,
      because: { reason: 'not-recorded', what: 'altitude' },
    });
    assert.deepEqual(climbOf(count(9, (i) => i)), {
      known: false,
      because: { reason: 'too-little-data', what: 'altitude readings', have: 9, need: 10 },
    });
    assert.equal(climbOf(count(10, (i) => i)).known, true);
  });
  it('climbs as much one way as it descends the other, and differs by the net rise to within a turn', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, min: -50, max: 50 }), { minLength: 10, maxLength: 60 }),
        (z) => {
          const there = climbOf(Float64Array.from(z));
          const back = climbOf(Float64Array.from(z.toReversed()));
          if (!there.known || !back.known) return false;
          const net = (z.at(-1) ?? 0) - (z[0] ?? 0);
          const gained = there.value.ascentM - there.value.descentM;
          return (
            Math.abs(there.value.ascentM - back.value.descentM) <= 2 * TURN_M + 1e-9 &&
            Math.abs(gained - net) <= 2 * TURN_M + 1e-9
          );
        },
      ),
    );
  });
});
