import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SOURCES } from '@kneewise/engine';
import { NewTaken, Place } from '@kneewise/server/api';
import { REGIONS } from '../knee/body-map/regions.ts';
import type { PainEntry } from './api.ts';
import { heatOf, heatSteps, heatWeeks, lastSeven, trendOf, weeksSince, worstByDay } from './heat.ts';
import { BACK, BESIDE, FRONT, keyOf, spotOf } from './places.ts';
import { MASKS } from './what-hides-pain.ts';
import { fieldOf, momentOf, nowOn } from './when.ts';
import { lastAt, worstPlaces } from './worst-places.ts';

const entry = (pain: number, time: string, place: PainEntry['place'] = 'front-kneecap'): PainEntry => ({
  id: `${time} ${place}`,
  side: 'right',
  place,
  pain,
  atMs: Date.parse(time),
  utcOffsetMin: 60,
  words: null,
});

describe('places of the diary', () => {
  it('are those the server takes: 24 regions of the map and three beside it', () => {
    assert.equal(REGIONS.length, 24);
    assert.deepEqual([...FRONT, ...BACK, ...BESIDE].sort(), [...Place.options].sort());
  });
  it('come back from the names of a list, and nothing else does', () => {
    const spot = { side: 'left', place: 'back-hollow' } as const;
    assert.deepEqual(spotOf(keyOf(spot)), spot);
    for (const wrong of ['', 'left', 'left elbow', 'both back-hollow']) assert.equal(spotOf(wrong), null);
  });
  it('show the worst of seven days: the seventh back counts, the eighth does not; a day ahead counts, two do not', () => {
    const places = worstPlaces(
      [
        entry(5, '2026-11-10T10:00:00Z'),
        entry(3, '2026-11-11T10:00:00Z'),
        entry(1, '2026-11-17T10:00:00Z'),
        entry(0, '2026-11-17T11:00:00Z', 'back-hollow'),
        entry(4, '2026-11-18T10:00:00Z', 'back-thigh'),
        entry(9, '2026-11-19T10:00:00Z'),
      ],
      '2026-11-17',
    );
    assert.deepEqual(
      [...places],
      [
        ['right front-kneecap', 3],
        ['right back-hollow', 0],
        ['right back-thigh', 4],
      ],
    );
  });
  it('tell the last that was said there, newest first', () => {
    const said = [1, 2, 3].map((pain) => entry(pain, `2026-11-1${pain}T10:00:00Z`));
    assert.deepEqual(
      lastAt(said, { side: 'right', place: 'front-kneecap' }, 2).map(({ pain }) => pain),
      [3, 2],
    );
    assert.deepEqual(lastAt(said, { side: 'left', place: 'front-kneecap' }, 2), []);
  });
});

describe('the picture of pain by day', () => {
  const worst = worstByDay('right', [
    entry(1, '2026-11-16T08:00:00Z'),
    entry(4, '2026-11-16T20:00:00Z'),
    { ...entry(9, '2026-11-16T21:00:00Z'), side: 'left' },
    // Past midnight where the runner is.
    entry(2, '2026-11-14T23:30:00Z'),
  ]);
  it('holds the worst ache of a day, on the runner’s own clock, of one knee', () => {
    assert.deepEqual(
      [...worst],
      [
        ['2026-11-16', 4],
        ['2026-11-15', 2],
      ],
    );
  });
  const weeks = (change: Partial<Parameters<typeof heatWeeks>[0]> = {}) =>
    heatWeeks({
      worst,
      load: [{ date: '2026-11-15', dayShare: 0.2, weekShare: 0.2, longestM: 5000, worstPain: 2 }],
      today: '2026-11-17',
      onset: '2026-11-11',
      weeks: 2,
      firstWeekday: 1,
      due: true,
      ...change,
    });
  it('goes week by week from the first day of the week, and tells silence from what lies outside', () => {
    const [first = [], second = []] = weeks();
    assert.deepEqual(
      first.map(({ date, state }) => `${date.slice(8)} ${state}`),
      ['09 before', '10 before', '11 silent', '12 silent', '13 silent', '14 silent', '15 said'],
    );
    assert.deepEqual(
      second.map(({ date, state }) => `${date.slice(8)} ${state}`),
      ['16 said', '17 due', '18 to-come', '19 to-come', '20 to-come', '21 to-come', '22 to-come'],
    );
    assert.deepEqual([first[6]?.load, first[5]?.load], [0.2, null]);
    assert.equal(weeks({ due: false })[1]?.[1]?.state, 'silent');
  });
  it('begins on Sunday where the runner’s weeks do', () => {
    assert.deepEqual(
      weeks({ firstWeekday: 7 }).map(([day]) => day?.date),
      ['2026-11-08', '2026-11-15'],
    );
  });
  it('reaches back to the day it began', () => {
    assert.deepEqual(
      ['2026-11-17', '2026-11-11', '2026-11-10', '2026-10-01'].map((from) => weeksSince(from, '2026-11-17')),
      [1, 2, 2, 8],
    );
  });
  it('steps at the ceiling, and at 6 whatever the ceiling', () => {
    assert.deepEqual(
      [0, 1, 2, 3, 5, 6, 10].map((pain) => heatOf(pain, 2)),
      [0, 1, 2, 3, 3, 4, 4],
    );
    assert.deepEqual(
      heatSteps(3).map(({ low, high }) => `${low}–${high}`),
      ['0–0', '1–2', '3–3', '4–5', '6–10'],
    );
    assert.deepEqual(
      heatSteps(1).map(({ heat }) => heat),
      [0, 2, 3, 4],
    );
  });
  it('compares two weeks once three days of each are known', () => {
    const of = (now: readonly number[], before: readonly number[]) =>
      trendOf(
        new Map([
          ...now.map((pain, day) => [`2026-11-${17 - day}`, pain] as const),
          ...before.map((pain, day) => [`2026-11-${String(10 - day).padStart(2, '0')}`, pain] as const),
        ]),
        '2026-11-17',
      );
    assert.equal(of([1, 1, 1], [2, 2, 2]), 'quieter');
    assert.equal(of([2, 2, 2], [1, 1, 1]), 'louder');
    assert.equal(of([1, 1, 2], [1, 1, 1]), 'same');
    assert.equal(of([1, 1, 1, 1], [1, 2, 1, 2]), 'quieter');
    assert.equal(of([0, 0, 0], [0, 0, 0]), 'quiet');
    assert.equal(of([1, 1], [3, 3, 3]), 'unknown');
    assert.equal(of([1, 1, 1], [3, 3]), 'unknown');
  });
  it('counts the quiet days of the last seven', () => {
    const days = new Map([
      ['2026-11-17', 0],
      ['2026-11-11', 0],
      ['2026-11-12', 2],
      ['2026-11-10', 0],
    ]);
    assert.deepEqual(lastSeven(days, '2026-11-17'), { quiet: 2, said: 3 });
  });
});

describe('moments of the diary', () => {
  it('are read from a field and shown in it, in this browser’s place', () => {
    const moment = momentOf('2026-11-17T14:05');
    assert.ok(moment);
    assert.equal(fieldOf(moment), '2026-11-17T14:05');
    assert.equal(momentOf(''), null);
    assert.equal(momentOf('soon'), null);
  });
  it('are now, and with the simulated runner the same time of its own day', () => {
    const now = new Date('2031-05-01T15:07:00');
    assert.equal(fieldOf(nowOn(null, now)), '2031-05-01T15:07');
    assert.equal(fieldOf(nowOn('2026-11-17', now)), '2026-11-17T15:07');
  });
});

describe('what can hide pain', () => {
  it('is all that the server takes, each at the strength of its source', () => {
    assert.deepEqual(MASKS.map(({ what }) => what).sort(), [...NewTaken.shape.what.options].sort());
    for (const { evidence, mark } of MASKS)
      assert.equal(SOURCES.find(({ id }) => id === evidence)?.mark, mark, evidence);
  });
});
