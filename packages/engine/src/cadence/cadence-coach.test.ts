import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CadenceBin } from '../run/analyse-run.ts';
import type { HalfMinuteBins } from '../run/half-minute-bins.ts';
import { run } from '../testing/histories.ts';
import { cadenceCoach, type CadenceCoachInput } from './cadence-coach.ts';

const binsAt = (cadenceSpm: number): CadenceBin[] =>
  Array.from({ length: 20 }, (_, i) => ({
    speedMps: 2.6 + 0.02 * i,
    cadenceSpm: cadenceSpm + 0.2 * i - 2,
    gradeRatio: null,
  }));
const day = (n: number): string => `2026-10-${String(n).padStart(2, '0')}`;
const monthAt = (cadenceSpm: number, from = 1, to = 14) =>
  Array.from({ length: to - from + 1 }, (_, i) =>
    run({ at: day(from + i), km: 8, bins: binsAt(cadenceSpm) }),
  );

const sessionAt = (cadenceSpm: number): HalfMinuteBins => {
  const startS = Float64Array.from({ length: 40 }, (_, i) => 30 * i);
  const filled = (value: number): Float64Array => new Float64Array(40).fill(value);
  return {
    startS,
    speedMps: filled(2.8),
    cadenceSpm: filled(cadenceSpm),
    gradeRatio: filled(0),
    contactMs: filled(Number.NaN),
    oscillationMm: filled(Number.NaN),
    heartRateBpm: filled(Number.NaN),
    startM: filled(Number.NaN),
  };
};

const ask = (change: Partial<CadenceCoachInput> = {}) =>
  cadenceCoach({
    date: day(15),
    runs: monthAt(164),
    programme: null,
    sessionBins: new Map(),
    counts: [],
    ...change,
  });

describe('cadenceCoach', () => {
  it('puts the target 5 % above the habit at the own easy speed', () => {
    const { target, ownFrom, beats, ladderSpm } = ask();
    assert.ok(target.known);
    assert.equal(ownFrom, 'line');
    assert.ok(Math.abs(target.value.targetSpm / target.value.own.cadenceSpm - 1.05) < 1e-9);
    assert.ok(beats !== null && beats[1].highBpm < beats[0].lowBpm);
    assert.equal(ladderSpm?.[0], target.value.own.cadenceSpm);
  });
  it('keeps the line of before the programme, however the runs since then are', () => {
    const programme = { startedOn: day(15), step: 0.05 } as const;
    const before = ask();
    const after = ask({ date: day(25), runs: [...monthAt(164), ...monthAt(172, 15, 24)], programme });
    assert.ok(before.target.known && after.target.known);
    assert.ok(Math.abs(before.target.value.targetSpm - after.target.value.targetSpm) < 0.05);
    assert.deepEqual(
      [after.runs.filter(({ since }) => since).length, after.runs.filter(({ since }) => !since).length],
      [10, 14],
    );
  });
  it('takes the habit of before the first step for every later step', () => {
    const runs = [...monthAt(164), ...monthAt(172, 15, 24)];
    const first = ask({ date: day(24), runs, programme: { startedOn: day(15), step: 0.05 } });
    const second = ask({
      date: day(24),
      runs,
      programme: { startedOn: day(23), step: 0.075, firstBegunOn: day(15) },
    });
    assert.ok(first.target.known && second.target.known);
    assert.ok(
      Math.abs(second.target.value.own.cadenceSpm - first.target.value.own.cadenceSpm) < 1e-9 &&
        second.target.value.targetSpm > first.target.value.targetSpm,
    );
  });
  it('judges the sessions since its first day against the target', () => {
    const programme = { startedOn: day(15), step: 0.05 } as const;
    const runs = [
      ...monthAt(164),
      run({ id: 'a', at: day(16), km: 8 }),
      run({ id: 'b', at: day(17), km: 8 }),
    ];
    const { programme: so } = ask({
      date: day(17),
      runs,
      programme,
      sessionBins: new Map([
        ['a', sessionAt(172.2)],
        ['b', sessionAt(164)],
      ]),
    });
    assert.deepEqual([so?.weeks[0]?.judged, so?.weeks[0]?.good, so?.weeks[0]?.share], [2, 1, 0.5]);
  });
  it('has no target without cadence in the runs, and takes two counted days instead', () => {
    const runs = monthAt(164).map(({ id, ...rest }) =>
      run({ id, at: new Date(rest.startAtMs).toISOString().slice(0, 16), km: 8 }),
    );
    const without = ask({ runs });
    assert.deepEqual([without.target.known, without.ownFrom, without.beats], [false, null, null]);
    const counted = ask({
      runs,
      counts: [
        { date: day(10), cadenceSpm: 160 },
        { date: day(12), cadenceSpm: 162 },
      ],
    });
    assert.ok(counted.target.known && counted.ownFrom === 'counts');
    assert.ok(Math.abs(counted.target.value.targetSpm - 161 * 1.05) < 1e-9);
    assert.equal(counted.target.value.ownIsKnown, false);
  });
  it('has no target without an easy speed, whatever was counted', () => {
    const { target } = ask({ runs: [], counts: [] });
    assert.ok(!target.known && target.because.reason === 'too-little-data');
  });
  it('passes over runs of the future and a programme that has not begun', () => {
    const { runs, programme } = ask({
      runs: [...monthAt(164), ...monthAt(180, 20, 24)],
      programme: { startedOn: day(20), step: 0.05 },
    });
    assert.deepEqual([runs.length, programme], [14, null]);
  });
  it('does not depend on the order of the runs', () => {
    const runs = monthAt(164);
    const { target } = ask({ runs });
    assert.deepEqual(ask({ runs: runs.toReversed() }).target, target);
  });
});
