import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sourceOf } from '../evidence/sources.ts';
import { AKPS_ITEMS } from '../questionnaires/akps.ts';
import { QUESTIONNAIRES } from '../questionnaires/licences.ts';
import { adviceFor, type AdviceInput, UNTIL_WORDS } from './advice.ts';
import { CARDS, ceilingOf } from './cards.ts';
import { CERTAINTY_WORDS, certaintyOf, CHECK_FIRST_WORDS } from './certainty.ts';
import { conditionOf } from './conditions.ts';
import { DISAGREEMENTS } from './disagreements.ts';
import { factsOf } from './answers.ts';
import { isAtLeast, LEVEL_WORDS, LEVELS } from './level.ts';
import { QUESTIONS } from './questions.ts';
import { RED_FLAGS } from './red-flags.ts';
import { SELF_TESTS } from './self-tests.ts';

const FORBIDDEN = [
  '(?<!do )you have',
  'diagnosis',
  'safe',
  'damage',
  'worn out',
  'all clear',
  'nothing serious',
  'just',
  'ruled out',
];

const everyAdvice = LEVELS.flatMap((level) =>
  adviceFor({
    level,
    provisional: true,
    raised: RED_FLAGS,
    facts: factsOf({ medicines: ['steroid', 'quinolone', 'thinner', 'painkiller-before'] }),
    card: null,
    comeBackDays: 3,
  }),
);

describe('the words of the check', () => {
  it('never promise or judge', () => {
    const texts = [
      QUESTIONS,
      RED_FLAGS,
      CARDS,
      LEVEL_WORDS,
      UNTIL_WORDS,
      CERTAINTY_WORDS,
      CHECK_FIRST_WORDS,
      DISAGREEMENTS,
      SELF_TESTS,
      AKPS_ITEMS,
      QUESTIONNAIRES,
      everyAdvice,
    ];
    for (const text of texts)
      for (const word of FORBIDDEN)
        assert.doesNotMatch(JSON.stringify(text).toLowerCase(), new RegExp(`\\b${word}\\b`), word);
  });
  it('say how well it fits: possible from .10, a fair fit from .30, best from .55, very well from .80', () => {
    assert.deepEqual([0.09, 0.1, 0.29, 0.3, 0.54, 0.55, 0.79, 0.8].map(certaintyOf), [
      'folded',
      'possible',
      'possible',
      'fair',
      'fair',
      'best',
      'best',
      'very-well',
    ]);
  });
});

describe('red flags', () => {
  it('each has a permanent id, a title, what to tell, and a registered source with population and limits', () => {
    assert.deepEqual(
      RED_FLAGS.map(({ id }) => id),
      Array.from({ length: 40 }, (_, at) => `RF${String(at + 1).padStart(2, '0')}`),
    );
    for (const { id, title, tell, why, sources } of RED_FLAGS) {
      assert.ok(title.length > 3 && tell.length > 3 && why.length > 3, id);
      assert.ok(sources.length > 0, id);
      for (const source of sources)
        assert.ok(sourceOf(source).population.length > 3 && sourceOf(source).limits.length > 3, id);
    }
  });
});

describe('cards', () => {
  it('offer care only where the condition’s own level is physio or self-manage', () => {
    for (const { id, care } of CARDS)
      assert.equal(care !== null, !isAtLeast(conditionOf(id).level, 'within-days'), id);
  });
  it('carry the ceilings of the pain rules: kneecap 2, tendon 5, default 3', () => {
    const ceilings = Object.fromEntries(
      CARDS.flatMap(({ id, care }) => (care ? [[id, ceilingOf(care)]] : [])),
    );
    assert.deepEqual(
      [
        ceilings['pfp'],
        ceilings['plica'],
        ceilings['fat-pad'],
        ceilings['patellar-tendon'],
        ceilings['quad-tendon'],
        ceilings['itb'],
        ceilings['oa'],
      ],
      [2, 2, 2, 5, 5, 3, 3],
    );
  });
});

describe('disagreements', () => {
  it('show both sides of thirteen topics, what was found and what we do, on registered sources', () => {
    assert.equal(DISAGREEMENTS.length, 13);
    for (const { id, oneSide, otherSide, found, here, sources } of DISAGREEMENTS) {
      for (const text of [oneSide, otherSide, found, here]) assert.ok(text.length > 3, id);
      for (const source of sources) assert.ok(sourceOf(source));
    }
  });
  it('say where a finding is not checked', () => {
    for (const { id, found, sources } of DISAGREEMENTS)
      if (sources.some((source) => sourceOf(source).confidence === 'M'))
        assert.match(found, /not checked/, id);
  });
});

const adviceIds = (input: Partial<AdviceInput>): ReadonlySet<string> =>
  new Set(
    adviceFor({
      level: 'physio',
      provisional: false,
      raised: [],
      facts: factsOf({}),
      card: 'pfp',
      comeBackDays: 3,
      ...input,
    }).map(({ id }) => id),
  );

describe('advice', () => {
  it('from within-days on plans no run', () => {
    for (const level of LEVELS) {
      const ids = adviceIds({ level });
      assert.equal(ids.has('no-run'), isAtLeast(level, 'within-days'), level);
      assert.equal(ids.has('ceiling'), !isAtLeast(level, 'within-days'), level);
      assert.ok(ids.has('get-help-if') && ids.has('come-back') && ids.has('stop-rule'), level);
    }
  });
  it('while provisional offers no care of one’s own', () => {
    const ids = adviceIds({ provisional: true });
    assert.ok(ids.has('provisional') && !ids.has('exercises') && !ids.has('ceiling'));
  });
  it('takes the strictest of what the flags ask', () => {
    const raised = RED_FLAGS.filter(({ id }) => ['RF21', 'RF25', 'RF35'].includes(id));
    assert.ok(adviceIds({ level: 'within-days', raised }).has('until-B'));
  });
  it('cautions about what hides pain or weakens tendon and bone', () => {
    const facts = factsOf({ medicines: ['steroid', 'quinolone', 'thinner', 'painkiller-before'] });
    for (const id of ['steroid', 'quinolone', 'thinner', 'painkiller-before']) {
      assert.ok(adviceIds({ facts }).has(id), id);
      assert.ok(!adviceIds({}).has(id), id);
    }
  });
});
