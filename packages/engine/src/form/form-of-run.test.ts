import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cadenceLine, type CadenceLine } from '../cadence/cadence-line.ts';
import type { Track } from '../track.ts';
import { formOfRun } from './form-of-run.ts';
import { ENOUGH_SHOWN_BINS, SHOWN_FORM, type ShownForm } from './shown-form.ts';

const near = (actual: number | undefined, expected: number, tolerance: number): void =>
  assert.ok(
    actual !== undefined && Math.abs(actual - expected) <= tolerance,
    `${actual} is not within ${tolerance} of ${expected}`,
  );

interface Shape {
  readonly minutes?: number;
  /** What the last part of the run adds to each, from half way on. */
  readonly cadence?: number;
  readonly contact?: number;
  readonly balance?: number;
  readonly heart?: number;
  readonly speedOf?: (s: number) => number;
  readonly grade?: number;
}

/** A run second by second, with every sensor, whose form may change half way. */
function trackOf({
  minutes = 50,
  cadence = 0,
  contact = 0,
  balance = 0,
  heart = 0,
  speedOf = () => 3,
  grade = 0,
}: Shape = {}): Track {
  const n = 60 * minutes + 1;
  const each = (f: (i: number) => number): Float64Array => Float64Array.from({ length: n }, (_, i) => f(i));
  const late = (i: number): number => (i > n / 2 ? 1 : 0);
  const distanceM = each(() => 0);
  for (let i = 1; i < n; i += 1) distanceM[i] = (distanceM[i - 1] ?? 0) + speedOf(i);
  const cadenceSpm = each(
    (i) => 170 + 11.2 * (speedOf(i) - 3) + 15 * grade + cadence * late(i) + Math.sin(i),
  );
  return {
    timeS: each((i) => i),
    distanceM,
    speedMps: each(speedOf),
    cadenceSpm,
    contactMs: each((i) => 240 * (speedOf(i) / 3) ** -0.44 + contact * late(i)),
    oscillationMm: each((i) => 90 + 2 * (speedOf(i) - 3)),
    balancePct: each((i) => 50.5 + balance * late(i)),
    heartRateBpm: each((i) => 150 * (1 + heart * late(i))),
    altitudeM: distanceM.map((m) => 100 + grade * m),
  };
}
const without = (track: Track, ...channels: (keyof Track)[]): Track =>
  Object.fromEntries(
    Object.entries(track).filter(([key]) => !channels.includes(key as keyof Track)),
  ) as Track;
const shownOf = (track: Track, name: ShownForm['name'], line: CadenceLine | null = null): ShownForm => {
  const found = formOfRun(track, [], line).shown.find((each) => each.name === name);
  assert.ok(found, name);
  return found;
};
const ownLine = (level: number): CadenceLine =>
  cadenceLine(
    Array.from({ length: 4 }, (_, i) => ({
      ageDays: i,
      bins: Array.from({ length: 20 }, (_unused, j) => ({
        speedMps: 2.6 + 0.04 * j,
        cadenceSpm: level + 11.2 * (0.04 * j - 0.4),
        gradeRatio: 0,
      })),
    })),
  );

describe('formOfRun', () => {
  it('shows five curves, judges three of them, and keeps the heart apart', () => {
    const form = formOfRun(trackOf({ heart: 0.06 }));
    assert.deepEqual(
      form.shown.map(({ name, tested, unit }) => [name, tested, unit]),
      [
        ['cadence', true, 'spm'],
        ['contact', true, 'ms'],
        ['oscillation', true, 'mm'],
        ['step-length', false, 'm'],
        ['balance', false, 'pct'],
      ],
    );
    assert.ok(form.fading.known);
    assert.deepEqual(
      new Set(form.fading.value.findings.map(({ name }) => name)),
      new Set(['cadence', 'contact', 'oscillation']),
    );
    assert.equal(form.fading.value.verdict, 'steady');
    near(form.heartRateDrift.known ? form.heartRateDrift.value : Number.NaN, 0.06, 0.01);
  });
  it('never lets step length or balance say that form fades, however much they change', () => {
    const lopsided = formOfRun(trackOf({ balance: 6 }));
    near(lopsided.shown.find(({ name }) => name === 'balance')?.change, 6, 0.01);
    assert.ok(lopsided.fading.known && lopsided.fading.value.verdict === 'steady');
  });
  it('shows the change of each against its own beginning', () => {
    const track = trackOf({ cadence: -6, contact: 12 });
    near(shownOf(track, 'cadence').change, -6, 0.2);
    near(shownOf(track, 'contact').change, 12, 0.2);
    near(shownOf(track, 'oscillation').change, 0, 0.01);
    // Same speed at 164 instead of 170 steps: 60 × 3 ÷ 164 − 60 × 3 ÷ 170.
    near(shownOf(track, 'step-length').change, 0.0388, 0.002);
    assert.equal(shownOf(track, 'cadence').expectedFrom, 'start-of-run');
  });
  it('takes speed and slope out: a faster end and a hill are no change of form', () => {
    const faster = trackOf({ speedOf: (s) => (s < 1500 ? 2.8 : 3.4) });
    for (const name of SHOWN_FORM) {
      const { change, swing } = shownOf(faster, name);
      near(change, 0, Math.max(0.3, 3 * swing));
    }
    near(shownOf(trackOf({ grade: 0.05 }), 'cadence', ownLine(170)).change, 0, 0.3);
  });
  it('takes the level from the own line where there is one: a whole run below it lies below it', () => {
    const tired = shownOf(trackOf(), 'cadence', ownLine(175));
    assert.equal(tired.expectedFrom, 'own-line');
    near((tired.value[20] ?? 0) - (tired.expected[20] ?? 0), -5, 0.5);
    near(tired.change, 0, 0.2);
    assert.equal(shownOf(trackOf(), 'contact', ownLine(175)).expectedFrom, 'start-of-run');
  });
  it('works step length out where no sensor gives it, and takes the sensor where one does', () => {
    const track = trackOf();
    near(shownOf(track, 'step-length').value[10], 180 / 170, 0.01);
    const measured = { ...track, stepLengthM: track.timeS.map(() => 0.9) };
    near(shownOf(measured, 'step-length').value[10], 0.9, 1e-9);
  });
  it('leaves out what was not recorded, and shows nothing of a run too short for a curve', () => {
    const plain = formOfRun(without(trackOf(), 'contactMs', 'oscillationMm', 'balancePct', 'heartRateBpm'));
    assert.deepEqual(
      plain.shown.map(({ name }) => name),
      ['cadence', 'step-length'],
    );
    assert.equal(plain.heartRateDrift.known, false);
    // Six minutes to warm up, so many half minutes, one minute at the end.
    const minutes = 7 + ENOUGH_SHOWN_BINS / 2;
    assert.equal(formOfRun(trackOf({ minutes })).shown.length, 5);
    assert.equal(formOfRun(trackOf({ minutes: minutes - 1 })).shown.length, 0);
    assert.equal(formOfRun(trackOf({ minutes })).fading.known, false);
  });
  it('gives no number that is none, and columns of one length, whatever was recorded', () => {
    const odd = fc.constantFrom(Number.NaN, Infinity, -Infinity, 0, -1, 1e9, 3, 170);
    fc.assert(
      fc.property(
        fc.record({
          channel: fc.constantFrom(
            'speedMps',
            'cadenceSpm',
            'contactMs',
            'balancePct',
            'altitudeM',
            'distanceM',
            'heartRateBpm',
            'stepLengthM',
          ),
        }),
        odd,
        fc.integer({ min: 1, max: 40 }),
        ({ channel }, value, every) => {
          const track = trackOf({ minutes: 20 });
          const column = (track[channel as 'speedMps'] ?? new Float64Array(track.timeS.length)).map((v, i) =>
            i % every === 0 ? value : v,
          );
          const form = formOfRun({ ...track, [channel]: column });
          for (const { value: values, expected, change, swing, startS } of form.shown) {
            assert.ok([change, swing, ...values, ...expected].every(Number.isFinite));
            assert.ok(values.length === expected.length && startS.length === values.length);
          }
          if (form.heartRateDrift.known) assert.ok(Number.isFinite(form.heartRateDrift.value));
        },
      ),
      { numRuns: 60 },
    );
    const empty = formOfRun({ timeS: new Float64Array(0) });
    assert.deepEqual([empty.fading.known, empty.shown, empty.heartRateDrift.known], [false, [], false]);
  });
});
