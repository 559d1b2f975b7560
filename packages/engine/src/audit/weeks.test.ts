import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseIsoDay } from '../calendar/civil-day.ts';
import { ride, run } from '../testing/histories.ts';
import { weekChange, weeksOf } from './weeks.ts';

const weekOfLateSunday = (utcOffsetMin: number | null) => {
  const lateSunday = { ...run({ at: '2026-11-15T23:30', km: 5 }), utcOffsetMin };
  return weeksOf([lateSunday])[0]?.start;
};

describe('weeksOf', () => {
  it('starts weeks on Monday and leaves out weeks without any activity', () => {
    const weeks = weeksOf([
      run({ at: '2026-11-16', km: 5, loadBws: 1000 }),
      run({ at: '2026-11-15', km: 12, loadBws: 3000 }),
      run({ at: '2026-11-09', km: 6, loadBws: 1500 }),
      run({ at: '2026-10-20', km: 4, loadBws: 900 }),
    ]);
    assert.deepEqual(weeks, [
      {
        start: '2026-10-19',
        runs: 1,
        distanceM: 4000,
        longestM: 4000,
        kneeLoadBws: 900,
        runsWithoutDistance: 0,
      },
      {
        start: '2026-11-09',
        runs: 2,
        distanceM: 18_000,
        longestM: 12_000,
        kneeLoadBws: 4500,
        runsWithoutDistance: 0,
      },
      {
        start: '2026-11-16',
        runs: 1,
        distanceM: 5000,
        longestM: 5000,
        kneeLoadBws: 1000,
        runsWithoutDistance: 0,
      },
    ]);
  });

  it('keeps a week with a ride and no run as zero', () => {
    assert.deepEqual(weeksOf([], [ride('2026-11-11')]), [
      { start: '2026-11-09', runs: 0, distanceM: 0, longestM: 0, kneeLoadBws: 0, runsWithoutDistance: 0 },
    ]);
  });

  it("takes the day from the run's own offset, else UTC", () => {
    assert.equal(weekOfLateSunday(null), '2026-11-09');
    assert.equal(weekOfLateSunday(60), '2026-11-16');
  });

  it('does not call a sum known that lacks one run', () => {
    const [week] = weeksOf([run({ at: '2026-11-10', km: 5, loadBws: 1000 }), run({ at: '2026-11-11' })]);
    assert.equal(week?.kneeLoadBws, null);
    assert.equal(week?.runsWithoutDistance, 1);
  });
});

describe('weekChange', () => {
  const weeks = weeksOf([
    run({ at: '2026-11-04', km: 20 }),
    run({ at: '2026-11-10', km: 25 }),
    run({ at: '2026-11-17', km: 3 }),
  ]);
  const on = (day: string) => weekChange(weeks, parseIsoDay(day));

  it('compares the last whole week with the one before', () => {
    const change = on('2026-11-18');
    assert.ok(change.known);
    assert.equal(Math.round(change.value.percent), 25);
    assert.equal(change.value.week, '2026-11-09');
    assert.equal(change.value.evidence, 'buist-2008');
  });

  it('calls a week whole from its Sunday on', () => {
    assert.equal(on('2026-11-14').known, false);
    assert.equal(on('2026-11-15').known, true);
    assert.equal(on('2026-11-22').known, true);
  });

  it('does not make zero of a week that is not known', () => {
    const gap = weekChange(weeksOf([run({ at: '2026-11-10', km: 25 })]), parseIsoDay('2026-11-16'));
    assert.deepEqual(gap, {
      known: false,
      because: { reason: 'too-little-data', what: 'whole weeks with any activity', have: 1, need: 2 },
    });
    const fromZero = weekChange(
      weeksOf([run({ at: '2026-11-10', km: 25 })], [ride('2026-11-03')]),
      parseIsoDay('2026-11-16'),
    );
    assert.equal(fromZero.known, false);
  });
});
