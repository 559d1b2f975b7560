// oxlint-disable unicorn/consistent-function-scoping -- small helpers stand beside what they serve
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isoDay, parseIsoDay } from '../calendar/civil-day.ts';
import { checkIn, run } from '../testing/histories.ts';
import { aloneOf, reportedRuns, runSpokenOf, usualMorningPain } from './reports.ts';

const early = run({ at: '2026-11-15T07:00', km: 5, id: 'early' });
const late = run({ at: '2026-11-15T18:00', km: 5, id: 'late' });
const of = (id: string, ...said: Parameters<typeof checkIn>[0][]) =>
  reportedRuns([late, early], said.map(checkIn)).find((each) => each.run.id === id)?.report;

describe('reportedRuns', () => {
  it('binds a check-in to the run it names where the day fits the moment, a day either side', () => {
    const evening = (at: string) => of('early', { at, when: 'evening', pain: 4, run: 'early' })?.evening;
    assert.deepEqual(['2026-11-13', '2026-11-14', '2026-11-15', '2026-11-16', '2026-11-17'].map(evening), [
      null,
      4,
      4,
      4,
      null,
    ]);
    const morning = (at: string) => of('late', { at, when: 'next-morning', pain: 0, run: 'late' })?.morning;
    assert.deepEqual(['2026-11-15', '2026-11-16', '2026-11-17', '2026-11-18', '2026-11-20'].map(morning), [
      0,
      0,
      0,
      null,
      null,
    ]);
  });

  it('finds the run that something said now speaks of, or none', () => {
    const runOn = (at: string, when: 'during' | 'next-morning' | '48h') =>
      runSpokenOf([early, late], checkIn({ at, when, pain: 0 }))?.id;
    assert.equal(runOn('2026-11-15T20:00', 'during'), 'late');
    assert.equal(runOn('2026-11-16T09:00', 'during'), 'late');
    assert.equal(runOn('2026-11-17T09:00', 'during'), undefined);
    assert.equal(runOn('2026-11-16T07:00', 'next-morning'), 'late');
    assert.equal(runOn('2026-11-17T07:00', '48h'), 'late');
    assert.equal(runOn('2026-11-19T07:00', '48h'), undefined);
  });

  it('leaves what fits no run to stand alone', () => {
    const alone = (...said: Parameters<typeof checkIn>[0][]) =>
      aloneOf([late, early], said.map(checkIn)).map(({ id }) => id.slice(0, 10));
    assert.deepEqual(
      alone(
        { at: '2026-11-15T19:00', when: 'during', pain: 2 },
        { at: '2026-11-18', when: 'next-morning', pain: 0, run: 'late' },
        { at: '2026-11-19', when: 'evening', pain: 9 },
        { at: '2026-11-20', when: 'evening', pain: 9, run: 'of another runner' },
      ),
      ['2026-11-18', '2026-11-19', '2026-11-20'],
    );
  });

  it('gives one without a run to the last run of the day its moment belongs to', () => {
    assert.equal(of('late', { at: '2026-11-15T19:00', when: 'during', pain: 2 })?.during, 2);
    assert.equal(of('late', { at: '2026-11-16T07:00', when: 'next-morning', pain: 1 })?.morning, 1);
    assert.equal(of('late', { at: '2026-11-17T07:00', when: '48h', pain: 3 })?.secondMorning, 3);
    assert.equal(of('early', { at: '2026-11-16T07:00', when: 'next-morning', pain: 1 })?.morning, null);
    assert.equal(of('late', { at: '2026-11-18T07:00', when: 'next-morning', pain: 1 })?.morning, null);
  });

  it('takes the worse knee, the earlier place, and a sign or painkiller from either', () => {
    const said = of(
      'late',
      {
        at: '2026-11-15T19:00',
        when: 'during',
        pain: 1,
        run: 'late',
        side: 'left',
        onsetKm: 3,
        stopSign: false,
      },
      {
        at: '2026-11-15T19:00',
        when: 'during',
        pain: 2,
        run: 'late',
        onsetKm: 4,
        stopSign: true,
        painkiller: true,
      },
    );
    assert.deepEqual([said?.during, said?.onsetM, said?.stopSign, said?.painkiller], [2, 3000, true, true]);
  });

  it('keeps what was not said as not said', () => {
    assert.deepEqual(of('early'), {
      before: null,
      during: null,
      evening: null,
      morning: null,
      secondMorning: null,
      onsetM: null,
      stopSign: null,
      painkiller: null,
      eased: null,
    });
  });

  it('does not take a painkiller after the run for one before it', () => {
    assert.equal(
      of('late', { at: '2026-11-15T21:00', when: 'evening', pain: 1, run: 'late', painkiller: true })
        ?.painkiller,
      null,
    );
  });
});

describe('usualMorningPain', () => {
  const mornings = (pains: readonly number[], last: string) =>
    pains.map((pain, i) =>
      checkIn({ at: isoDay(parseIsoDay(last) - (pains.length - 1 - i)), when: 'next-morning', pain }),
    );

  it('needs 14 mornings before the onset', () => {
    assert.equal(usualMorningPain(mornings(Array(13).fill(2), '2026-09-30'), '2026-10-01'), 0);
    assert.equal(usualMorningPain(mornings(Array(14).fill(2), '2026-09-30'), '2026-10-01'), 2);
    assert.equal(usualMorningPain(mornings(Array(14).fill(2), '2026-10-01'), '2026-10-01'), 0);
    assert.equal(usualMorningPain(mornings(Array(14).fill(2), '2026-09-30'), null), 0);
  });

  it('is the median of the last 14, at most 2, and never rises in an episode', () => {
    const seven = [...Array(7).fill(1), ...Array(7).fill(2)];
    assert.equal(usualMorningPain(mornings(seven, '2026-09-30'), '2026-10-01'), 1.5);
    assert.equal(usualMorningPain(mornings(Array(14).fill(4), '2026-09-30'), '2026-10-01'), 2);
    const ache = mornings(Array(20).fill(6), '2026-11-10');
    assert.equal(usualMorningPain([...mornings(seven, '2026-09-30'), ...ache], '2026-10-01'), 1.5);
  });
});
