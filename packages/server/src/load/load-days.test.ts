import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { known, missing } from '@kneewise/engine';
import { runOf } from '../testing/run-of.ts';
import { loadDays, MOST_DAYS } from './load-days.ts';

const usual = known({ kneeLoadBws: 1_000, distanceM: 30_000, runs: 3, weeks: 6 });
const at = (text: string): number => Date.parse(text);

const checkIn = (pain: number, atMs: number) => ({
  id: String(pain),
  runId: null,
  side: 'right' as const,
  when: 'evening' as const,
  atMs,
  utcOffsetMin: 60,
  pain,
  onsetM: null,
  stopSign: null,
  painkiller: null,
});

describe('knee load day by day', () => {
  it('gives every day from the first run to the day spoken as of, with the sum of its seven days', () => {
    const runs = [
      runOf({ startAtMs: at('2026-11-01T08:00:00Z'), loadBws: 200, distanceM: 6_000 }),
      runOf({ startAtMs: at('2026-11-01T18:00:00Z'), loadBws: 100, distanceM: 3_000 }),
      runOf({ startAtMs: at('2026-11-07T08:00:00Z'), loadBws: 400, distanceM: 9_000 }),
    ];
    const days = loadDays(runs, [], usual, '2026-11-09');
    assert.equal(days.length, 9);
    assert.deepEqual(days[0], {
      date: '2026-11-01',
      dayShare: 0.3,
      weekShare: 0.3,
      longestM: 6_000,
      worstPain: null,
    });
    assert.deepEqual(days[1], {
      date: '2026-11-02',
      dayShare: 0,
      weekShare: 0.3,
      longestM: null,
      worstPain: null,
    });
    assert.equal(days[6]?.weekShare, 0.7);
    // The eighth day looks back to the second: the first has left the seven.
    assert.equal(days[7]?.weekShare, 0.4);
    assert.equal(days.at(-1)?.date, '2026-11-09');
  });
  it('cannot tell a day with a run of unknown load, nor the six days after it', () => {
    const runs = [runOf({ startAtMs: at('2026-11-01T08:00:00Z'), loadBws: null, distanceM: 5_000 })];
    const days = loadDays(runs, [], usual, '2026-11-08');
    assert.deepEqual([days[0]?.dayShare, days[1]?.dayShare], [null, 0]);
    assert.deepEqual([days[6]?.weekShare, days[7]?.weekShare], [null, 0]);
  });
  it('has no shares while the usual week is not known', () => {
    const runs = [runOf({ startAtMs: at('2026-11-01T08:00:00Z'), loadBws: 200 })];
    const unknown = missing({ reason: 'too-little-data', what: 'weeks', have: 1, need: 2 });
    assert.equal(loadDays(runs, [], unknown, '2026-11-01')[0]?.dayShare, null);
  });
  it('carries the worst ache answered for a day, 0 as an answer and not as silence', () => {
    const runs = [runOf({ startAtMs: at('2026-11-01T08:00:00Z'), loadBws: 200 })];
    const said = [
      checkIn(1, at('2026-11-01T20:00:00Z')),
      checkIn(3, at('2026-11-01T09:00:00Z')),
      checkIn(0, at('2026-11-01T23:30:00Z')),
    ];
    const days = loadDays(runs, said, usual, '2026-11-03');
    assert.deepEqual(
      days.map(({ worstPain }) => worstPain),
      [3, 0, null],
    );
  });
  it('goes back ten years and no day further, however early a clock dated a run', () => {
    const from = (text: string): number =>
      loadDays([runOf({ startAtMs: at(text), loadBws: 200 })], [], usual, '2026-11-09').length;
    assert.equal(from('2016-11-10T08:00:00Z'), MOST_DAYS - 1);
    assert.equal(from('2016-11-09T08:00:00Z'), MOST_DAYS);
    assert.equal(from('2016-11-08T08:00:00Z'), MOST_DAYS);
    assert.equal(from('1980-01-01T08:00:00Z'), MOST_DAYS);
  });
  it('is empty without a run', () => {
    assert.deepEqual(loadDays([], [], usual, '2026-11-03'), []);
  });
});
