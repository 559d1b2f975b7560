import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CheckIn } from '@kneewise/engine';
import type { PainEntry, Taken } from '@kneewise/store';
import fc from 'fast-check';
import { runOf } from '../testing/run-of.ts';
import { todayOf } from '../today/today-of.ts';
import { heardEntries, withTaken } from './heard.ts';

const at = (text: string): number => Date.parse(text);
const entry = (pain: number, time: string): PainEntry => ({
  id: time,
  side: 'right',
  place: 'front-kneecap',
  pain,
  atMs: at(time),
  utcOffsetMin: 0,
  words: null,
});
const run = runOf({ startAtMs: at('2026-11-15T08:00:00Z'), loadBws: 300, distanceM: 5_000 });
const during: CheckIn = {
  id: 'd',
  runId: run.id,
  side: 'right',
  when: 'during',
  atMs: at('2026-11-15T08:30:00Z'),
  utcOffsetMin: 0,
  pain: 0,
  onsetM: null,
  stopSign: false,
  painkiller: null,
};
const taken = (what: Taken['what'], time: string): Taken => ({
  id: time,
  what,
  atMs: at(time),
  utcOffsetMin: 0,
  words: null,
});

describe('what is heard of the diary', () => {
  it('is a pain above 0, as of the evening; a quiet place says nothing', () => {
    const heard = heardEntries([entry(0, '2026-11-16T10:00:00Z'), entry(1, '2026-11-16T11:00:00Z')], [run]);
    assert.deepEqual(
      heard.map(({ pain, when, runId, side }) => [pain, when, runId, side]),
      [[1, 'evening', null, 'right']],
    );
  });
  it('leaves a pain before a run of its day to the answers about that run, and hears one from its start on', () => {
    const pains = ['07:59:59', '08:00:00', '21:00:00'].map((time) => entry(4, `2026-11-15T${time}Z`));
    assert.deepEqual(
      heardEntries(pains, [run]).map(({ id }) => id.slice(11, 19)),
      ['08:00:00', '21:00:00'],
    );
    assert.equal(heardEntries(pains, []).length, 3);
  });

  const told = {
    date: '2026-11-17',
    runs: [run],
    others: [],
    events: [],
    flags: 'none-raised' as const,
    onset: '2026-10-01',
    family: 'PF' as const,
    side: 'right' as const,
  };
  const quiet: readonly CheckIn[] = [
    during,
    { ...during, id: 'm', when: 'next-morning', atMs: at('2026-11-16T08:00:00Z') },
    { ...during, id: 'h', when: '48h', atMs: at('2026-11-17T08:00:00Z') },
  ];
  it('a strong pain today means no run, although the mornings were quiet', () => {
    const before = todayOf({ ...told, checkIns: quiet });
    const heard = heardEntries([entry(5, '2026-11-17T11:00:00Z')], [run]);
    const after = todayOf({ ...told, checkIns: [...quiet, ...heard] });
    assert.ok(before.distanceM.known && before.distanceM.value > 0);
    assert.ok(!after.distanceM.known || after.distanceM.value === 0);
  });
  it('no entry of any day, place or strength ever earns a longer run', () => {
    const lengthOf = (checkIns: readonly CheckIn[]): number => {
      const { distanceM } = todayOf({ ...told, checkIns });
      return distanceM.known ? distanceM.value : 0;
    };
    const some = fc.record({
      pain: fc.integer({ min: 0, max: 10 }),
      hoursAgo: fc.integer({ min: 0, max: 24 * 20 }),
    });
    const said = fc.subarray([...quiet]);
    fc.assert(
      fc.property(said, fc.array(some, { maxLength: 6 }), (checkIns, entries) => {
        const written = entries.map(({ pain, hoursAgo }, index) => ({
          ...entry(pain, '2026-11-17T12:00:00Z'),
          id: String(index),
          atMs: at('2026-11-17T12:00:00Z') - hoursAgo * 3_600_000,
        }));
        return lengthOf([...checkIns, ...heardEntries(written, [run])]) <= lengthOf(checkIns);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a painkiller in the diary', () => {
  const painkiller = (what: Taken['what'], time: string): boolean | null =>
    withTaken([during], [taken(what, time)], [run])[0]?.painkiller ?? null;
  it('makes the quiet of a run within twelve hours unknown: below, at, above', () => {
    assert.equal(painkiller('anti-inflammatory', '2026-11-14T20:00:01Z'), true);
    assert.equal(painkiller('anti-inflammatory', '2026-11-14T20:00:00Z'), true);
    assert.equal(painkiller('anti-inflammatory', '2026-11-14T19:59:59Z'), null);
  });
  it('counts in the run and not after it', () => {
    assert.equal(painkiller('paracetamol', '2026-11-15T08:30:00Z'), true);
    assert.equal(painkiller('paracetamol', '2026-11-15T08:30:01Z'), null);
  });
  it('is a tablet or a gel; cold and tape are only noted', () => {
    const kinds = ['anti-inflammatory', 'paracetamol', 'stronger-painkiller', 'gel', 'cold', 'tape-or-brace'];
    assert.deepEqual(
      kinds.map((what) => painkiller(what as Taken['what'], '2026-11-15T07:00:00Z')),
      [true, true, true, true, null, null],
    );
  });
  it('is found for an answer that names no run, and changes no answer about another moment', () => {
    const pill = taken('gel', '2026-11-15T07:00:00Z');
    assert.equal(withTaken([{ ...during, runId: null }], [pill], [run])[0]?.painkiller, true);
    const evening: CheckIn = { ...during, when: 'evening' };
    assert.deepEqual(withTaken([evening], [pill], [run]), [evening]);
  });
});
