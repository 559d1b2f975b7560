import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { FAMILIES, type Family, limitsFor } from './family.ts';
import { GRADES, type Grade, type RunReport, gradeOf } from './grade.ts';

const QUIET: RunReport = {
  before: null,
  during: 0,
  evening: 0,
  morning: 0,
  secondMorning: null,
  onsetM: null,
  stopSign: false,
  painkiller: false,
};
const families = Object.keys(FAMILIES) as Family[];

describe('limitsFor', () => {
  it('has the ceilings 2 kneecap, 3 usual, 5 tendon, 1 bone', () => {
    const table = families.map((family) => {
      const { ceiling, clean, red, exercise, settled } = limitsFor([family]);
      return [family, ceiling, clean, red, exercise, settled];
    });
    assert.deepEqual(table, [
      ['PF', 2, 1, 4, 3, 1],
      ['FP', 2, 1, 4, 3, 1],
      ['IT', 3, 2, 5, 3, 1],
      ['PA', 3, 2, 5, 3, 1],
      ['GN', 3, 2, 5, 3, 1],
      ['GP', 3, 2, 5, 3, 1],
      ['OA', 3, 2, 5, 5, 1],
      ['TE', 5, 3, 6, 3, 1],
      ['BS', 1, 0, 2, 0, 0],
    ]);
  });

  it('takes the lowest numbers of two families', () => {
    const { ceiling, clean, red, exercise, evidence } = limitsFor(['TE', 'OA', 'PF']);
    assert.deepEqual([ceiling, clean, red, exercise, evidence], [2, 1, 4, 3, 'esculier-2018']);
    assert.equal(limitsFor(['TE', 'BS'], 2).settled, 0);
    assert.throws(() => limitsFor([]), RangeError);
  });

  it('calls a morning settled up to the usual one, between 1 and 2', () => {
    assert.deepEqual(
      [0, 1, 1.5, 2, 5].map((b) => limitsFor(['GN'], b).settled),
      [1, 1, 1.5, 2, 2],
    );
  });
});

const cases = (family: Family): [string, Partial<RunReport>, Grade][] => {
  const { ceiling, clean, red, settled } = limitsFor([family]);
  return [
    ['a stop sign whatever else', { stopSign: true, secondMorning: 9 }, 'STOP'],
    ['a stop sign on a quiet run', { stopSign: true }, 'STOP'],
    ['second morning settled', { secondMorning: settled }, 'CLEAN'],
    ['second morning one above', { secondMorning: settled + 1, during: red }, '48H'],
    ['during one below red', { during: red - 1 }, 'EDGE'],
    ['during at red', { during: red }, 'RED'],
    ['during one above red', { during: red + 1 }, 'RED'],
    ['evening at red', { evening: red }, 'RED'],
    ['morning two above settled', { morning: settled + 2 }, 'RED'],
    ['morning three above settled', { morning: settled + 3 }, 'RED'],
    ['morning one above settled', { morning: settled + 1 }, 'AMBER'],
    ['morning settled', { morning: settled }, 'CLEAN'],
    ['during at the ceiling', { during: ceiling }, 'EDGE'],
    ['during at the ceiling and morning one above', { during: ceiling, morning: settled + 1 }, 'EDGE'],
    ['during at the clean limit', { during: clean }, 'CLEAN'],
    ['evening settled', { evening: settled }, 'CLEAN'],
    ['evening above settled', { evening: settled + 1 }, settled + 1 >= red ? 'RED' : 'AMBER'],
    [
      'evening no worse than before',
      { evening: settled + 1, before: settled + 1 },
      settled + 1 >= red ? 'RED' : 'CLEAN',
    ],
    ['during not said', { during: null }, 'UNKNOWN'],
    ['during not said, morning above', { during: null, morning: settled + 1 }, 'AMBER'],
    ['morning not said', { morning: null }, 'UNKNOWN'],
    ['morning not said, second one settled', { morning: null, secondMorning: settled }, 'CLEAN'],
    ['evening not said', { evening: null }, 'CLEAN'],
    ['a painkiller before', { painkiller: true }, 'UNKNOWN'],
    ['a painkiller before and the ceiling reached', { painkiller: true, during: ceiling }, 'EDGE'],
  ];
};

describe('gradeOf, for every family', () => {
  for (const family of families) {
    it(`follows the table for ${family}`, () => {
      for (const [title, said, grade] of cases(family)) {
        assert.equal(gradeOf({ ...QUIET, ...said }, limitsFor([family])), grade, title);
      }
    });
  }

  it('has amber between the clean limit and the ceiling for tendons', () => {
    assert.deepEqual(
      [3, 4, 5].map((during) => gradeOf({ ...QUIET, during }, limitsFor(['TE']))),
      ['CLEAN', 'AMBER', 'EDGE'],
    );
  });

  it('treats a morning between settled 1.5 and 2.5 as amber', () => {
    const limits = limitsFor(['GN'], 1.5);
    assert.deepEqual(
      [1, 2, 3, 4].map((morning) => gradeOf({ ...QUIET, morning }, limits)),
      ['CLEAN', 'AMBER', 'AMBER', 'RED'],
    );
  });

  it('never grades a worse or unknown report better', () => {
    const pain = fc.option(fc.integer({ min: 0, max: 10 }));
    const report = fc.record<RunReport>({
      before: fc.constant(null),
      during: pain,
      evening: pain,
      morning: pain,
      secondMorning: pain,
      onsetM: fc.constant(null),
      stopSign: fc.option(fc.boolean()),
      painkiller: fc.option(fc.boolean()),
    });
    const field = fc.constantFrom('during', 'evening', 'morning', 'secondMorning');
    const rank = GRADES.map(({ grade }) => grade);
    fc.assert(
      fc.property(
        report,
        field,
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom(...families),
        (said, key, more, family) => {
          const limits = limitsFor([family]);
          const grade = rank.indexOf(gradeOf(said, limits));
          const value = said[key];
          if (value !== null)
            assert.ok(rank.indexOf(gradeOf({ ...said, [key]: value + more }, limits)) <= grade);
          // What was not said cannot be better than the best that could have been said.
          const best = rank.indexOf(gradeOf({ ...said, [key]: 0 }, limits));
          assert.ok(rank.indexOf(gradeOf({ ...said, [key]: null }, limits)) <= best);
        },
      ),
    );
  });
});
