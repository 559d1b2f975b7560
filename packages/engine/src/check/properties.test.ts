import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { anyAnswers } from '../testing/check-answers.ts';
import { adviceFor } from './advice.ts';
import { answerProblems, type Answers, certainFactsOf, factsOf, type GivenAnswer } from './answers.ts';
import { WORD_RULES } from './condition-words.ts';
import { check } from './check.ts';
import { judgeFlags, ruleOf } from './flags.ts';
import { judge } from './judge.ts';
import { isAtLeast, LEVELS } from './level.ts';
import { QUESTIONS } from './questions.ts';
import { RED_FLAGS } from './red-flags.ts';
import { type Rule, questionsIn } from './rule.ts';
import { SCREENS } from './screens.ts';
import { sharesOf } from './shares.ts';
import { triage } from './triage.ts';

const RUNS = 2500;
const dropped = (answers: Answers, keep: readonly boolean[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter((_, at) => keep[at % keep.length]));
/** Answers that contradict each other: every item of a list and `none` beside them, two where one is wanted, extremes. */
const quarrelsome: fc.Arbitrary<Answers> = fc.record(
  Object.fromEntries(
    QUESTIONS.map(({ id, kind, answers, range, worstLast }): [string, fc.Arbitrary<GivenAnswer>] => {
      if (range) return [id, fc.constantFrom<GivenAnswer>(range.low, range.high, 'unsure')];
      const all: GivenAnswer[] =
        kind === 'many'
          ? [
              [...answers],
              [],
              Object.fromEntries(answers.map((item) => [item, 'no'])),
              ['none', 'that-is-all'],
            ]
          : worstLast
            ? [[...answers], [...answers].reverse(), 'unsure']
            : [...answers, 'unsure'];
      const allowed = all.filter((given) => answerProblems({ [id]: given }).length === 0);
      return [id, fc.constantFrom(...allowed)];
    }),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<Answers>;
const states = (answers: Answers): Map<string, string> =>
  new Map(judgeFlags(answers).map(({ flag, is }) => [flag.id, is]));
/** Questions that stand in a rule outside `may`. */
const readOutsideMay = (rule: Rule): readonly string[] => {
  switch (rule.kind) {
    case 'all':
    case 'any':
      return rule.of.flatMap(readOutsideMay);
    case 'not':
      return readOutsideMay(rule.of);
    case 'may':
      return [];
    case 'is':
    case 'compare':
      return [rule.question];
  }
};

describe('knowing less never reassures', () => {
  it('(a) no removal of answers turns a raised flag into a cleared one', () => {
    fc.assert(
      fc.property(anyAnswers, fc.array(fc.boolean(), { minLength: 1, maxLength: 49 }), (answers, keep) => {
        const before = states(answers);
        const after = states(dropped(answers, keep));
        for (const [id, is] of before) if (is === 'raised') assert.notEqual(after.get(id), 'cleared', id);
      }),
      { numRuns: RUNS },
    );
  });

  it('(b) removing an answer from a rule in which it stands only inside may keeps that rule raised', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        for (const { flag, is } of judgeFlags(answers)) {
          if (is !== 'raised') continue;
          const rule = ruleOf(flag.id);
          const outside = new Set(readOutsideMay(rule));
          for (const id of questionsIn(rule)) {
            if (outside.has(id) || !Object.hasOwn(answers, id)) continue;
            const { [id]: _, ...without } = answers;
            assert.equal(states(without).get(flag.id), 'raised', `${flag.id} without ${id}`);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('(b) what raised a flag raises it alone: all other answers can go without lowering the level', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        for (const { flag, is, because } of judgeFlags(answers)) {
          if (is !== 'raised') continue;
          const alone = Object.fromEntries(Object.entries(answers).filter(([id]) => because.includes(id)));
          assert.equal(states(alone).get(flag.id), 'raised', flag.id);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('(c) within one interview a raised flag stays until it is certainly no', () => {
    fc.assert(
      fc.property(anyAnswers, anyAnswers, (before, after) => {
        const raisedBefore = judgeFlags(before)
          .filter(({ is }) => is === 'raised')
          .map(({ flag }) => flag.id);
        for (const { flag, is } of judgeFlags(after, raisedBefore))
          if (raisedBefore.includes(flag.id) && judge(ruleOf(flag.id), certainFactsOf(after)) !== 'no')
            assert.equal(is, 'raised', flag.id);
      }),
      { numRuns: RUNS },
    );
  });

  it('(d) with all eighteen questions of the checklists unsure it is never looked after alone', () => {
    const checklist = SCREENS.filter((screen) => screen.checklist !== null)
      .flatMap(({ questions }) => questions)
      .filter((id) => id !== 'clot-risk');
    assert.equal(checklist.length, 18);
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const unsure = { ...answers, ...Object.fromEntries(checklist.map((id) => [id, 'unsure'])) };
        assert.notEqual(check(unsure).level, 'self-manage');
      }),
      { numRuns: 200 },
    );
  });
});

describe('every answer set', () => {
  it('comes to a level, advice, a time to return, flags with what raised them, and shares that sum to 1', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const result = check(answers);
        assert.ok(LEVELS.includes(result.level));
        assert.ok(result.advice.length > 3 && result.advice.every(({ words }) => words.length > 3));
        assert.ok(result.comeBackDays >= 0);
        for (const { flag, because } of result.flags) {
          assert.ok(because.length > 0, flag.id);
          assert.ok(isAtLeast(result.level, flag.level), flag.id);
        }
        const sum = result.explanations.reduce((total, { share }) => total + share, 0);
        assert.ok(Math.abs(sum - 1) < 1e-9);
        assert.ok(result.explanations.some(({ id }) => id === 'other'));
        for (const { share } of result.explanations) assert.ok(share >= 0 && share <= 1);
        if (isAtLeast(result.level, 'within-days')) assert.ok(!result.mayRun && result.card === null);
        if (result.provisional) assert.ok(isAtLeast(result.level, 'physio') && result.card === null);
        assert.equal(
          result.provisional,
          result.open.some(({ level }) => isAtLeast(level, 'today')),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('has a level, advice, flags and finite shares in 10,000 random and adversarial sets', () => {
    fc.assert(
      fc.property(fc.oneof(anyAnswers, quarrelsome), (answers) => {
        const { level, provisional, judged, facts, shares } = triage(answers);
        assert.ok(LEVELS.includes(level));
        assert.equal(judged.length, RED_FLAGS.length);
        assert.ok(shares.every(Number.isFinite));
        const raised = judged.flatMap(({ is, flag }) => (is === 'raised' ? [flag] : []));
        const advice = adviceFor({ level, provisional, raised, facts, card: null, comeBackDays: 14 });
        assert.ok(advice.length > 3 && advice.every(({ words }) => words.length > 3));
        if (provisional) assert.notEqual(level, 'self-manage');
      }),
      { numRuns: 10_000 },
    );
  });

  it('means the same in any order of answers and of list items', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const turned = Object.fromEntries(
          Object.entries(answers)
            .reverse()
            .map(([id, given]): [string, GivenAnswer] => [
              id,
              Array.isArray(given) ? given.toReversed() : given,
            ]),
        );
        assert.deepEqual(states(turned), states(answers));
        assert.deepEqual(sharesOf(factsOf(turned)), sharesOf(factsOf(answers)));
      }),
      { numRuns: 1000 },
    );
  });

  it('means the same for the left knee and the right', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { askNext: left, ...result } = check({ ...answers, side: 'left' });
        const { askNext: right, ...mirrored } = check({ ...answers, side: 'right' });
        assert.deepEqual([left, result], [right, mirrored]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a lone answer', () => {
  it('of no, none or normal raises nothing; where no is the sign it may', () => {
    for (const { id, answers } of QUESTIONS) {
      for (const value of ['no', 'none', 'normal', 'never', 'fine'].filter((each) =>
        answers.includes(each),
      )) {
        if ((id === 'straight-leg' || id === 'bend') && value === 'no') continue;
        const given = QUESTIONS.find((question) => question.id === id)?.kind === 'many' ? [value] : value;
        assert.deepEqual(check({ [id]: given }).flags, [], `${id}=${value}`);
      }
    }
  });
});

describe('the words in capitals', () => {
  it('may is never negated, so that not knowing cannot clear', () => {
    const negatesMay = (rule: Rule, negated = false): boolean => {
      switch (rule.kind) {
        case 'all':
        case 'any':
          return rule.of.some((part) => negatesMay(part, negated));
        case 'not':
          return negatesMay(rule.of, true);
        case 'may':
          return negated || negatesMay(rule.of, negated);
        case 'is':
        case 'compare':
          return false;
      }
    };
    for (const { id } of RED_FLAGS) assert.equal(negatesMay(ruleOf(id)), false, id);
    for (const [word, rule] of Object.entries(WORD_RULES)) assert.equal(negatesMay(rule), false, word);
  });
});
