import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createFormat, dayOf, daysBetween, localeFor, unitsOf } from './format.ts';

const gb = createFormat('en-GB', 'km');
const us = createFormat('en-US', 'mi');

describe('figures for a reader', () => {
  it('writes a distance with one decimal and a space that does not break', () => {
    assert.equal(gb.distance(3100), '3.1\u00a0km');
    assert.equal(us.distance(16_093.44), '10.0\u00a0mi');
  });
  it('turns seconds a kilometre into minutes a mile where the runner thinks in miles', () => {
    assert.equal(gb.pace(373), '6:13');
    assert.equal(us.pace(373), '10:00');
    assert.equal(gb.pace(359.6), '6:00');
  });
  it('shows hours only once there is one', () => {
    assert.equal(gb.duration(3599), '59:59');
    assert.equal(gb.duration(3600), '1:00:00');
    assert.equal(gb.duration(59.6), '1:00');
  });
  it('writes a fall with a minus sign, and nothing before a change that rounds to none', () => {
    assert.equal(gb.change(0.38), '+38\u00a0%');
    assert.equal(gb.change(-0.18), '−18\u00a0%');
    assert.equal(gb.change(0.004), '0\u00a0%');
    assert.equal(gb.change(-0.004), '0\u00a0%');
  });
  it('never lets a range break at its dash, and writes one figure where both ends look alike', () => {
    assert.equal(gb.distanceRange(3200, 4300), '3.2\u2060–\u20604.3\u00a0km');
    assert.equal(gb.distanceRange(3200, 3210), '3.2\u00a0km');
  });
  it('climbs in feet beside miles', () => {
    assert.equal(gb.climb(410), '410\u00a0m');
    assert.equal(us.climb(410), '1,345\u00a0ft');
  });
  it('brings every distance back from the runner’s unit', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (metres) => {
        assert.ok(Math.abs(us.fromUnit(us.inUnit(metres)) - metres) < 1e-6 * Math.max(1, metres));
      }),
    );
  });
});

describe('dates', () => {
  it('shows a run on the day and hour of the place it was run in', () => {
    const lateSunday = Date.UTC(2026, 10, 15, 23, 30);
    assert.equal(gb.day(lateSunday, 60), 'Monday 16 November');
    assert.equal(gb.time(lateSunday, 60), '00:30');
    assert.equal(dayOf(lateSunday, 60), '2026-11-16');
    assert.equal(dayOf(lateSunday, -60), '2026-11-15');
  });
  it('counts whole days over a change of the clocks', () => {
    assert.equal(daysBetween('2026-10-24', '2026-10-26'), 2);
  });
});

describe('locale and units', () => {
  it('takes the runner’s own variant of the language of the words', () => {
    assert.equal(localeFor('en', ['de-DE', 'en-US']), 'en-US');
    assert.equal(localeFor('en', ['de-DE']), 'en-GB');
  });
  it('starts in miles only where roads are signed in miles and runners speak of them', () => {
    assert.equal(unitsOf('en-US'), 'mi');
    assert.equal(unitsOf('en-GB'), 'km');
    assert.equal(unitsOf('en'), 'km');
  });
});

describe('the locale', () => {
  it('passes over a tag no standard knows', () => {
    assert.equal(localeFor('en', ['en-US@posix', 'en-AU']), 'en-AU');
    assert.equal(localeFor('en', ['en-US@posix']), 'en-GB');
  });
});
