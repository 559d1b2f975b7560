import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  atHour,
  civilFromDay,
  dayAt,
  dayFromCivil,
  isoDay,
  mondayOf,
  parseIsoDay,
  weekdayOf,
} from './civil-day.ts';

const LAST_DAY = 2_932_896; // 9999-12-31
const anyDay = fc.integer({ min: -719_528, max: LAST_DAY });

describe('civil days', () => {
  it('counts from 1970-01-01', () => {
    assert.equal(parseIsoDay('1970-01-01'), 0);
    assert.equal(isoDay(0), '1970-01-01');
    assert.equal(parseIsoDay('1969-12-31'), -1);
  });

  it('crosses year ends and leap days', () => {
    assert.equal(isoDay(parseIsoDay('2024-02-28') + 1), '2024-02-29');
    assert.equal(isoDay(parseIsoDay('2024-02-29') + 1), '2024-03-01');
    assert.equal(isoDay(parseIsoDay('2023-02-28') + 1), '2023-03-01');
    assert.equal(isoDay(parseIsoDay('1900-02-28') + 1), '1900-03-01');
    assert.equal(isoDay(parseIsoDay('2000-02-28') + 1), '2000-02-29');
    assert.equal(isoDay(parseIsoDay('2026-12-31') + 1), '2027-01-01');
  });

  it('refuses days that do not exist', () => {
    for (const text of ['2023-02-29', '2023-13-01', '2023-00-10', '2023-04-31', '2023-4-1', '', 'today']) {
      assert.throws(() => parseIsoDay(text), RangeError, text);
    }
    assert.throws(() => isoDay(0.5), RangeError);
    assert.throws(() => isoDay(LAST_DAY + 1), RangeError);
  });

  it('agrees with the platform calendar on every day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        assert.equal(isoDay(day), new Date(day * 86_400_000).toISOString().slice(0, 10));
        assert.equal(parseIsoDay(isoDay(day)), day);
        assert.equal(dayFromCivil(civilFromDay(day)), day);
        assert.equal(weekdayOf(day), (new Date(day * 86_400_000).getUTCDay() + 6) % 7);
      }),
    );
  });

  it('starts weeks on Monday, before 1970 too', () => {
    assert.equal(isoDay(mondayOf(parseIsoDay('2026-11-15'))), '2026-11-09');
    assert.equal(isoDay(mondayOf(parseIsoDay('2026-11-16'))), '2026-11-16');
    assert.equal(isoDay(mondayOf(parseIsoDay('1969-12-31'))), '1969-12-29');
    fc.assert(
      fc.property(anyDay, (day) => weekdayOf(mondayOf(day)) === 0 && day - mondayOf(day) === weekdayOf(day)),
    );
  });
});

describe('local days', () => {
  it('follow the offset of the run, and UTC where there is none', () => {
    const at = Date.UTC(2026, 10, 15, 23, 30);
    assert.equal(isoDay(dayAt(at, null)), '2026-11-15');
    assert.equal(isoDay(dayAt(at, 60)), '2026-11-16');
    assert.equal(isoDay(dayAt(at, -480)), '2026-11-15');
    assert.equal(isoDay(dayAt(-1, null)), '1969-12-31');
    assert.equal(isoDay(dayAt(0, -1)), '1969-12-31');
  });

  it('give back the moment of an hour of a day', () => {
    assert.equal(atHour(parseIsoDay('2026-11-16'), 8, 60), Date.UTC(2026, 10, 16, 7));
    assert.equal(atHour(0, 0, null), 0);
  });
});
