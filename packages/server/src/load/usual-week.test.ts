import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runOf } from '../testing/run-of.ts';
import { FEWEST_WEEKS, usualWeek } from './usual-week.ts';

const UNTIL = '2026-10-01';
const daysBefore = (days: number): number => Date.parse(`${UNTIL}T08:00:00Z`) - days * 86_400_000;
/** One run in the middle of week `back`, counted back from `UNTIL`, the last being 1. */
const inWeek = (back: number, loadBws: number | null) =>
  runOf({ startAtMs: daysBefore(back * 7 - 3), loadBws });

describe('usual week', () => {
  it('is the median of weeks 7–18, so that the weeks that may have brought the ache do not count', () => {
    const runs = [
      ...[1, 2, 3, 4, 5, 6].map((back) => inWeek(back, 9_000)),
      ...[7, 8, 9, 10, 11, 12].map((back) => inWeek(back, back * 100)),
    ];
    const usual = usualWeek(runs, [], UNTIL);
    assert.ok(usual.known);
    assert.equal(usual.value.kneeLoadBws, 950);
    assert.equal(usual.value.weeks, 6);
  });
  it('takes all weeks with runs where only five of weeks 7–18 are told', () => {
    const runs = [
      ...[1, 2, 3, 4, 5, 6].map((back) => inWeek(back, 9_000)),
      ...[7, 8, 9, 10, 11].map((back) => inWeek(back, 100)),
    ];
    const usual = usualWeek(runs, [], UNTIL);
    assert.ok(usual.known);
    assert.equal(usual.value.weeks, 11);
    assert.equal(usual.value.kneeLoadBws, 9_000);
  });
  it(`needs ${FEWEST_WEEKS} weeks: one is too few, two are enough`, () => {
    assert.deepEqual(usualWeek([inWeek(1, 500)], [], UNTIL), {
      known: false,
      because: { reason: 'too-little-data', what: 'weeks with a known knee load', have: 1, need: 2 },
    });
    assert.equal(usualWeek([inWeek(1, 500), inWeek(2, 700)], [], UNTIL).known, true);
  });
  it('leaves out a week that holds a run of unknown load, instead of counting it as little', () => {
    const usual = usualWeek([inWeek(1, 500), inWeek(2, 700), inWeek(3, 100), inWeek(3, null)], [], UNTIL);
    assert.ok(usual.known);
    assert.equal(usual.value.weeks, 2);
  });
  it('counts a week with a ride and no run as a true zero, and one without anything as a gap', () => {
    const runs = [7, 8, 9, 10, 11, 12].map((back) => inWeek(back, 1_000));
    const ride = { startAtMs: daysBefore(13 * 7 - 3), utcOffsetMin: 0, sport: 'cycling' };
    const usual = usualWeek(runs, [ride], UNTIL);
    assert.ok(usual.known);
    assert.equal(usual.value.weeks, 7);
  });
  it('does not look at the day itself, nor at week 19', () => {
    const runs = [inWeek(0, 500), inWeek(19, 500), inWeek(1, 500)];
    assert.equal(usualWeek(runs, [], UNTIL).known, false);
  });
});
