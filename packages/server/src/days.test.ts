import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dayAfter, dayOf, daysBetween, isDay, isOnCalendar, isSpokenOf } from './days.ts';

describe('days', () => {
  it('falls on the runner’s own day, not on UTC’s', () => {
    const lateEvening = Date.parse('2013-06-01T23:30:00Z');
    assert.equal(dayOf(lateEvening, 60), '2013-06-02');
    assert.equal(dayOf(lateEvening, null), '2013-06-01');
    assert.equal(dayOf(lateEvening, -600), '2013-06-01');
  });
  it('steps over the end of February in and out of leap years', () => {
    assert.equal(dayAfter('2024-02-28', 1), '2024-02-29');
    assert.equal(dayAfter('2023-02-28', 1), '2023-03-01');
    assert.equal(daysBetween('2024-02-28', '2024-03-01'), 2);
  });
  it('stays within the calendar', () => {
    assert.equal(dayAfter('9999-12-31', 1), '9999-12-31');
    assert.equal(dayAfter('9999-12-30', 1), '9999-12-31');
    assert.equal(dayAfter('0000-01-01', -1), '0000-01-01');
  });
  it('knows which moments leave room for the days around them', () => {
    const on = (text: string): boolean => isOnCalendar(Date.parse(text), null);
    assert.deepEqual(
      ['0000-12-31T12:00:00Z', '0001-01-01T00:00:00Z', '9998-12-30T12:00:00Z', '9998-12-31T00:00:00Z'].map(
        on,
      ),
      [false, true, true, false],
    );
    for (const atMs of [Number.NaN, Infinity, -Infinity, 1e18]) assert.equal(isOnCalendar(atMs, 60), false);
    assert.equal(isOnCalendar(Date.parse('2026-11-24'), 1e12), false);
  });
  it('takes for a runner’s day what lies from 1970 to 2099', () => {
    assert.deepEqual(['1969-12-31', '1970-01-01', '2099-12-31', '2100-01-01'].map(isSpokenOf), [
      false,
      true,
      true,
      false,
    ]);
  });
  it('refuses what is no day', () => {
    for (const text of ['2023-02-29', '2023-13-01', '1-1-2023', '', '2023-01-01T00:00:00Z'])
      assert.equal(isDay(text), false, text);
    assert.equal(isDay('2024-02-29'), true);
    assert.throws(() => dayAfter('2023-02-29', 1), RangeError);
  });
});
