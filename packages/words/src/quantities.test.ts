import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  changeText,
  dayText,
  distanceText,
  durationText,
  localClock,
  localDay,
  paceText,
} from './quantities.ts';

const METRIC = { distance: 'km', locale: 'en-GB' } as const;
const IMPERIAL = { distance: 'mi', locale: 'en-US' } as const;

describe('quantities', () => {
  it('gives a distance one decimal below 100 and none from there on', () => {
    assert.equal(distanceText(4100, METRIC), '4.1\u00A0km');
    assert.equal(distanceText(99_949, METRIC), '99.9\u00A0km');
    assert.equal(distanceText(100_000, METRIC), '100\u00A0km');
    assert.equal(distanceText(1609.344, IMPERIAL), '1.0\u00A0mi');
  });
  it('writes hours only where there are any', () => {
    assert.equal(durationText(1530), '25:30');
    assert.equal(durationText(3599.6), '1:00:00');
    assert.equal(durationText(0), '0:00');
  });
  it('turns a pace per kilometre into one per mile: 6:00 /km is 9:39 /mi', () => {
    assert.equal(paceText(360, METRIC), '6:00\u00A0/km');
    assert.equal(paceText(360, IMPERIAL), '9:39\u00A0/mi');
  });
  it('always says which way a change goes', () => {
    assert.equal(changeText(38.4, 'en'), '+38\u00A0%');
    assert.equal(changeText(-27.2, 'en'), '−27\u00A0%');
    assert.equal(changeText(0.3, 'en'), '±0\u00A0%');
  });
  it('names the weekday, and the year only where it is another', () => {
    assert.equal(dayText('2026-11-15', 'en-GB', 2026), 'Sunday 15 November');
    assert.equal(dayText('2013-06-30', 'en-GB', 2026), 'Sunday 30 June 2013');
  });
  it('keeps a late evening run on its own day', () => {
    const at = Date.UTC(2026, 10, 15, 23, 30);
    assert.equal(localDay(at, 60), '2026-11-16');
    assert.equal(localDay(at, null), '2026-11-15');
    assert.equal(localClock(at, -300), '18:30');
  });
});
