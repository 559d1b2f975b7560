/** An ache that eased as the run went on: what the learnt edge makes of it (models.md B, variant V3). */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isoDay, parseIsoDay } from '../calendar/civil-day.ts';
import { reportedRuns } from '../pain/reports.ts';
import { checkIn, run, type ShortCheckIn } from '../testing/histories.ts';
import { learnCapacity, type LearntCapacity } from './learn-capacity.ts';

const FIRST = parseIsoDay('2026-03-02');
const USUAL_KM_BWS = 270;
const STYLE = { speedMps: 2.8, cadenceSpm: 164 };
/** The learner rounds to cells of its grid. */
const A_CELL = 0.05;

interface Told {
  readonly km: number;
  /** Said of the run itself. */
  readonly said?: Pick<ShortCheckIn, 'pain' | 'eased' | 'onsetKm' | 'painkiller'>;
}

function learnt(told: readonly Told[]): LearntCapacity {
  const at = (i: number): string => `${isoDay(FIRST + 2 * i)}T18:00`;
  const result = learnCapacity({
    runs: told.map(({ km }, i) => run({ at: at(i), id: at(i), km, loadBws: km * USUAL_KM_BWS, ...STYLE })),
    checkIns: told.flatMap(({ said }, i) =>
      said === undefined
        ? []
        : [checkIn({ at: at(i).replace('18:00', '19:00'), when: 'during', run: at(i), ...said })],
    ),
    date: isoDay(FIRST + 2 * told.length),
    side: null,
    ceiling: 3,
  });
  assert.ok(result.known);
  return result.value;
}

const BEFORE: readonly Told[] = [{ km: 6 }, { km: 5 }, { km: 4, said: { pain: 1 } }];
const withLast = (said: Required<Told>['said'], km = 4): LearntCapacity => learnt([...BEFORE, { km, said }]);
const saidOfLast = (said: Required<Told>['said']): unknown => withLast(said).learntFrom.at(-1)?.said;

describe('an ache that eased', () => {
  it('tells that the ceiling was not reached, and no more: below, at and above the ceiling', () => {
    const eased = (pain: number): unknown => saidOfLast({ pain, eased: true });
    assert.deepEqual(eased(0), { kind: 'pain', worst: 0, ofBefore: 0 });
    assert.deepEqual(eased(1), { kind: 'reached', reached: false });
    assert.deepEqual(eased(2), { kind: 'reached', reached: false });
    assert.deepEqual(eased(3), { kind: 'pain', worst: 3, ofBefore: 0 });
    assert.deepEqual(eased(4), { kind: 'pain', worst: 4, ofBefore: 0 });
  });
  it('counts as any other ache where it did not ease, or nobody asked', () => {
    const usual = { kind: 'pain', worst: 2, ofBefore: 0 };
    assert.deepEqual(saidOfLast({ pain: 2, eased: false }), usual);
    assert.deepEqual(saidOfLast({ pain: 2 }), usual);
  });
  it('speaks after a place that was told, and not at all under a painkiller', () => {
    assert.deepEqual(saidOfLast({ pain: 3, onsetKm: 3, eased: true }), {
      kind: 'onset',
      load: 3 * USUAL_KM_BWS,
    });
    const { learntFrom } = withLast({ pain: 2, eased: true, painkiller: true });
    assert.equal(learntFrom.length, 1);
  });
  it('pushes the edge less than the same ache that grew on the way pulls it in', () => {
    const edge = (eased: boolean): number => withLast({ pain: 2, eased }).capM.q50;
    assert.ok(edge(true) > edge(false));
  });
  it('never gives a longer plan or a farther edge than no ache at all', () => {
    const km = fc.double({ min: 0.3, max: 12, noNaN: true });
    const pain = fc.integer({ min: 1, max: 10 });
    const any = fc.record({ km, said: fc.record({ pain, eased: fc.boolean() }) });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), km, pain, (told, lastKm, worst) => {
        const after = (said: Required<Told>['said']) => learnt([...BEFORE, ...told, { km: lastKm, said }]);
        const eased = after({ pain: worst, eased: true });
        const quiet = after({ pain: 0 });
        assert.ok(eased.plan10M <= quiet.plan10M * (1 + A_CELL));
        assert.ok(eased.capM.q50 <= quiet.capM.q50 * (1 + A_CELL));
      }),
      { numRuns: 60 },
    );
  });
});

describe('several answers about one run', () => {
  const said = (...answers: readonly { pain: number; eased?: boolean; side?: 'left' | 'right' }[]) => {
    const at = '2026-03-02T18:00';
    return reportedRuns(
      [run({ at, id: 'r', km: 4 })],
      answers.map((answer) => checkIn({ at: '2026-03-02T19:00', when: 'during', run: 'r', ...answer })),
    )[0]?.report.eased;
  };
  it('say it eased only where every ache told of eased, in whatever order', () => {
    assert.equal(said({ pain: 2, eased: true }), true);
    assert.equal(said({ pain: 2, eased: true }, { pain: 1, eased: true, side: 'left' }), true);
    assert.equal(said({ pain: 0 }, { pain: 2, eased: true }), true);
    assert.equal(said({ pain: 2, eased: true }, { pain: 0 }), true);
    const answer = fc.record({
      pain: fc.integer({ min: 0, max: 3 }),
      eased: fc.option(fc.boolean(), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1, maxLength: 4 }), (answers) => {
        const plain = answers.map(({ pain, eased }) => (eased === undefined ? { pain } : { pain, eased }));
        const aches = plain.filter(({ pain }) => pain > 0);
        const expected = aches.some(({ eased }) => eased === false)
          ? false
          : aches.length > 0 && aches.every(({ eased }) => eased === true)
            ? true
            : null;
        assert.equal(said(...plain), expected);
        assert.equal(said(...plain.toReversed()), expected);
      }),
    );
  });
});
