import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { known, type Measured, missing } from '../measured.ts';
import type { HalfMinuteBins } from '../run/half-minute-bins.ts';
import { type Adherence, adherence, programmeAdherence } from './adherence.ts';
import { beatLadder, beatRanges, stepsOnBeat } from './beats.ts';
import { cadenceLine } from './cadence-line.ts';
import { cadenceChangeEffect, cadenceTarget } from './cadence-target.ts';
import { EASY_HISTORY_DAYS, easySpeedMps, type SpeedHistory } from './easy-speed.ts';

const own = (level: number): ReturnType<typeof cadenceLine> => {
  const bins = Array.from({ length: 12 }, (_, i) => ({
    speedMps: 2.5 + 0.05 * i,
    cadenceSpm: level - 3 + 0.5 * i,
    gradeRatio: null,
  }));
  return cadenceLine([1, 2, 3].map((ageDays) => ({ ageDays, bins })));
};

describe('cadenceTarget', () => {
  it('is 5 % above own cadence at the same speed: 168 to 176.4, kept from 172 to 185.2', () => {
    const target = cadenceTarget(own(168), 2.8, 0.05);
    assert.ok(Math.abs(target.own.cadenceSpm - 168) < 0.1);
    assert.ok(Math.abs(target.targetSpm - 176.4) < 0.1);
    assert.ok(Math.abs(target.low - 172) < 0.1 && Math.abs(target.high - 185.2) < 0.1);
    assert.equal(target.ownIsKnown, true);
  });
  it('finds 159 at that speed worth a look, 161 not, and the population’s line never', () => {
    assert.equal(cadenceTarget(own(159), 2.8, 0.05).worthALook, true);
    assert.equal(cadenceTarget(own(161), 2.8, 0.05).worthALook, false);
    const unknown = cadenceTarget(cadenceLine([]), 1.6, 0.05);
    assert.deepEqual([unknown.worthALook, unknown.ownIsKnown], [false, false]);
  });
  it('expects 13.3 % less peak force of +10 %, between 10.8 and 18.9', () => {
    // 1.1^-1.5, 1.1^-1.2, 1.1^-2.2; trials: -11 % to -19 % (evidence B2c 3).
    const { peakForce } = cadenceChangeEffect(1.1);
    assert.ok(Math.abs(peakForce.value - 0.8668) < 1e-4);
    assert.ok(Math.abs(peakForce.low - 0.8108) < 1e-4 && Math.abs(peakForce.high - 0.8919) < 1e-4);
  });
  it('expects less of a kilometre than of a step, since it has more steps', () => {
    const { peakForce, impulsePerKm } = cadenceChangeEffect(1.05);
    assert.ok(Math.abs(impulsePerKm.value - 1.05 ** -0.955) < 1e-12);
    assert.ok(impulsePerKm.value > peakForce.value && impulsePerKm.high < 1);
  });
  it('answers for cadences a fifth lower to a quarter higher', () => {
    assert.ok(cadenceChangeEffect(0.8).peakForce.value > 1 && cadenceChangeEffect(1.25).peakForce.value < 1);
    assert.throws(() => cadenceChangeEffect(0.79), /ratio must be 0.8 to 1.25, got 0.79/);
    assert.throws(() => cadenceChangeEffect(1.26), RangeError);
    assert.deepEqual(cadenceChangeEffect(1).peakForce, { value: 1, low: 1, high: 1 });
  });
});

const run = (ageDays: number, v: number): SpeedHistory => ({ ageDays, meanSpeedMps: known(v) });

describe('easySpeedMps', () => {
  it('sits below the middle of recent runs, so that a race does not pull it up', () => {
    const speed = easySpeedMps([run(1, 2.7), run(3, 2.8), run(5, 2.9), run(7, 2.8), run(9, 4.2)]);
    assert.ok(speed.known && speed.value >= 2.75 && speed.value <= 2.85);
  });
  it('needs three runs of the last 60 days', () => {
    const two = [run(0, 2.8), run(EASY_HISTORY_DAYS, 2.8)];
    assert.equal(easySpeedMps([...two, run(61, 2.8)]).known, false);
    assert.equal(easySpeedMps([...two, run(-1, 2.8)]).known, false);
    assert.equal(easySpeedMps([...two, run(59, 2.8)]).known, true);
    const blind = { ageDays: 1, meanSpeedMps: missing({ reason: 'not-recorded', what: 'speed' }) };
    assert.deepEqual(
      easySpeedMps([...two, blind]),
      missing({ reason: 'too-little-data', what: 'runs in 60 days', have: 2, need: 3 }),
    );
  });
});

interface Bin {
  startS?: number;
  v?: number;
  spm?: number;
  grade?: number;
}
const binsOf = (bins: readonly Bin[]): HalfMinuteBins => {
  const none = new Float64Array(bins.length).fill(Number.NaN);
  return {
    startS: Float64Array.from(bins, ({ startS }, i) => startS ?? 300 + 30 * i),
    startM: none,
    speedMps: Float64Array.from(bins, ({ v }) => v ?? 3),
    cadenceSpm: Float64Array.from(bins, ({ spm }) => spm ?? 170),
    contactMs: none,
    oscillationMm: none,
    heartRateBpm: none,
    gradeRatio: Float64Array.from(bins, ({ grade }) => grade ?? 0),
  };
};
const tenAnd = (...bins: Bin[]): HalfMinuteBins =>
  binsOf([...Array.from({ length: 10 }, () => ({})), ...bins]);
const at170 = (bins: HalfMinuteBins): Adherence => {
  const result = adherence(bins, 3, () => 170);
  assert.ok(result.known);
  return result.value;
};

const onTarget = (spm: number): boolean => at170(tenAnd({ spm })).share === 1;

const judged = (bin: Bin): boolean => at170(tenAnd(bin)).easyBins === 11;

const share = (on: number, off: number): Adherence =>
  at170(binsOf(Array.from({ length: on + off }, (_, i) => ({ spm: i < on ? 170 : 150 }))));

describe('adherence', () => {
  it('counts target -2.5 % to +5 % as on target', () => {
    assert.deepEqual(
      [onTarget(165.7), onTarget(165.76), onTarget(178.5), onTarget(178.6)],
      [false, true, true, false],
    );
  });
  it('judges easy speed ±10 %, slopes to 3 %, and nothing of the first five minutes', () => {
    assert.deepEqual(
      [judged({ v: 2.69 }), judged({ v: 2.71 }), judged({ v: 3.29 }), judged({ v: 3.31 })],
      [false, true, true, false],
    );
    assert.deepEqual(
      [judged({ grade: 0.03 }), judged({ grade: -0.031 }), judged({ grade: Number.NaN })],
      [true, false, true],
    );
    assert.deepEqual([judged({ startS: 270 }), judged({ startS: 300 })], [false, true]);
  });
  it('calls 70 % good and 69 % not', () => {
    assert.deepEqual([share(70, 30).good, share(69, 31).good, share(71, 29).good], [true, false, true]);
    assert.equal(share(7, 3).share, 0.7);
  });
  it('asks for ten half minutes', () => {
    assert.deepEqual(
      adherence(binsOf(Array.from({ length: 9 }, () => ({}))), 3, () => 170),
      missing({ reason: 'too-little-data', what: 'half minutes of easy, level running', have: 9, need: 10 }),
    );
    assert.throws(() => adherence(binsOf([]), 0, () => 170), /easyMps must be above 0, got 0/);
  });
  it('says how far off the typical half minute is', () => {
    assert.equal(
      at170(binsOf(Array.from({ length: 12 }, () => ({ spm: 153 })))).typicalOffset.toFixed(3),
      '-0.100',
    );
  });
});

const session = (good: boolean): Measured<Adherence> =>
  known({ share: 0.5, good, easyBins: 20, typicalOffset: 0 });
const kept = (...good: boolean[]): boolean => {
  const result = programmeAdherence(good.map(session));
  return result.known && result.value.kept;
};

describe('programmeAdherence', () => {
  it('is kept from two good sessions in three', () => {
    assert.deepEqual(
      [kept(true, true, false), kept(true, false), kept(true, true, true, false)],
      [true, false, true],
    );
  });
  it('leaves out sessions that could not be judged', () => {
    const blind = missing({ reason: 'not-recorded', what: 'cadence' });
    assert.deepEqual(programmeAdherence([session(true), blind]), known({ sessions: 1, good: 1, kept: true }));
    assert.equal(programmeAdherence([blind]).known, false);
  });
});

const ranges = (spm: number): number[] => beatRanges(spm).flatMap(({ lowBpm, highBpm }) => [lowBpm, highBpm]);

describe('beats', () => {
  it('gives 162–168 and 81–84 for 165, 169–175 and 85–87 for 172', () => {
    // training.md 5, Music.
    assert.deepEqual(ranges(165), [162, 168, 81, 84]);
    assert.deepEqual(ranges(172), [169, 175, 85, 87]);
    assert.throws(() => beatRanges(0), RangeError);
  });
  it('knows whether a beat falls on every step, every second one, or on none', () => {
    assert.deepEqual([stepsOnBeat(170, 170), stepsOnBeat(85, 170), stepsOnBeat(120, 170)], [1, 2, null]);
    assert.deepEqual([stepsOnBeat(166.6, 170), stepsOnBeat(166.5, 170)], [1, null]);
  });
  it('climbs from one cadence to another in steps of at most 3 %', () => {
    const cadence = fc.double({ noNaN: true, min: 120, max: 220 });
    fc.assert(
      fc.property(cadence, cadence, (from, to) => {
        const ladder = beatLadder(from, to);
        return (
          ladder[0] === from &&
          (from === to || ladder.at(-1) === to) &&
          ladder.every(
            (spm, i) => i === 0 || Math.abs(Math.log(spm / (ladder[i - 1] ?? 0))) <= Math.log(1.03) + 1e-9,
          )
        );
      }),
    );
    assert.deepEqual(beatLadder(170, 170), [170]);
    assert.throws(() => beatLadder(0, 170), RangeError);
  });
});
