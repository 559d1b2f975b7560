import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { daysShown, gridShares, monthTicks, topShare, unknownStretches } from './load-days.ts';

const DAY_MS = 86_400_000;
const days = (count: number, last = '2026-11-17', weekShare: (index: number) => number | null = () => 1) =>
  Array.from({ length: count }, (_, index) => ({
    date: new Date(Date.parse(`${last}T00:00:00Z`) - (count - 1 - index) * DAY_MS).toISOString().slice(0, 10),
    dayShare: 0.2,
    weekShare: weekShare(index),
    longestM: null,
    worstPain: null,
  }));

describe('the days of the load chart', () => {
  it('are sixteen weeks, ending with the day spoken as of', () => {
    const shown = daysShown(days(400), 'weeks', null);
    assert.equal(shown.length, 112);
    assert.equal(shown.at(-1)?.date, '2026-11-17');
  });
  it('reach back to eight weeks before the onset, but not for ever', () => {
    assert.equal(daysShown(days(400), 'weeks', '2026-08-17')[0]?.date, '2026-06-23');
    assert.equal(daysShown(days(900), 'weeks', '2025-01-01').length, 210);
  });
  it('are all there are where there are fewer, or all were asked for', () => {
    assert.equal(daysShown(days(10), 'weeks', null).length, 10);
    assert.equal(daysShown(days(4000), 'all', null).length, 4000);
    assert.deepEqual(daysShown([], 'year', null), []);
  });
});

describe('its scales', () => {
  it('always hold one usual week', () => {
    assert.equal(topShare(days(3, '2026-11-17', () => 0.2)), 1.15);
    assert.ok(topShare(days(3, '2026-11-17', () => 2)) >= 2);
    assert.deepEqual(gridShares(1.15), [0, 0.5, 1]);
    for (const top of [1.15, 1.7, 3, 9]) {
      assert.ok(gridShares(top).length <= 3);
      assert.ok(gridShares(top).every((share) => share <= top));
    }
  });
  it('name months without crowding', () => {
    assert.equal(monthTicks(days(112), 10).length, 4);
    assert.ok(monthTicks(days(3650), 10).length <= 10);
  });
});

describe('days nobody can tell of', () => {
  it('are gathered into stretches', () => {
    const some = days(6, '2026-11-17', (index) => (index === 1 || index === 2 || index === 5 ? null : 1));
    assert.deepEqual(unknownStretches(some), [
      [1, 2],
      [5, 5],
    ]);
  });
});
