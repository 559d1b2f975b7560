/** Every question, rule, weight and word list stands in the code as it stands in the clinical document. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { block, clinical, NEEDS_CLINICAL } from '../testing/clinical.ts';
import { DEPARTURES } from '../testing/departures.ts';
import { CARDS } from './cards.ts';
import { CONDITION_WORDS } from './condition-words.ts';
import { CONDITIONS } from './conditions.ts';
import { LEVEL_WORDS, LEVELS } from './level.ts';
import { HARM } from './order.ts';
import { QUESTIONS } from './questions.ts';
import { RED_FLAGS } from './red-flags.ts';
import { SCREENS } from './screens.ts';
import { WEIGHTS } from './weights.ts';

/** The document's "asked when", as the rule it means. */
const ASKED_WHEN: Readonly<Record<string, string | null>> = {
  all: null,
  'onset=injury': 'onset=injury',
  'weeks>=1': 'weeks>=1',
  'onset in injury, sudden': 'onset in injury,sudden',
  'hot or swelling or fever': 'hot or PUFFY or fever',
  'may(calf), or breath, or place in calf, lower-leg, thigh, shin, back, back-middle, back-inner, back-outer':
    'may(calf) or breath or place in calf,lower-leg,thigh,shin,back,back-middle,back-inner,back-outer',
  'onset in injury, sudden, or place above- or below-kneecap':
    // Also where the kneecap itself or all of the front is tapped: a tendon that gave way slowly is told so too.
    'onset in injury,sudden or place in above-kneecap,kneecap,below-kneecap,shin-bump,front,deep',
  'onset=injury or swelling': 'onset=injury or PUFFY',
  'walking=normal': 'walking=normal',
  'swelling or stiff-min>=15': 'PUFFY or stiff-min>=15',
  swelling: 'PUFFY',
  'place in calf, shin, lower-leg, back, back-middle, back-inner, back-outer, thigh, foot':
    'place in calf,shin,lower-leg,back,back-middle,back-inner,back-outer,thigh,foot',
  'age<20, or limping, or place in groin, hip, buttock, thigh, lower-thigh, or the leading share < .30':
    'age<20 or walking=limping or place in groin,hip,buttock,thigh,lower-thigh',
  'place in thigh, buttock, low-back, calf, shin, or numb':
    'place in thigh,buttock,low-back,calf,shin or numb in patch,leg,foot-drop,saddle',
  'place not only groin, hip':
    'not(place in groin,hip) or place in above-kneecap,kneecap,below-kneecap,beside-tendon,shin-bump,inner-kneecap-edge,inner-above,inner-line,inner-below,outer-above,outer-line,outer-below,back-middle,back-inner,back-outer,lower-thigh,front,inner,outer,back,deep,buttock,thigh,shin,calf,lower-leg,foot,low-back',
  'age<20': 'age<20',
  'weeks>=3': 'weeks>=3',
  'tried has something': 'weeks>=3 and tried in rest,exercises,supervised,injection',
};

/** The rules that the document has too. */
const DOCUMENTED = RED_FLAGS.slice(0, 37);
const asHere = (line: string): string =>
  DEPARTURES.reduce((text, [id, document, here]) => {
    if (!line.startsWith(`${id} `)) return text;
    assert.ok(text.includes(document), `${id}: ${document}`);
    return text.replace(document, here);
  }, line);

describe('the clinical document', () => {
  if (clinical === null) {
    it('is compared word for word', (t) => t.skip(NEEDS_CLINICAL));
    return;
  }
  const text = clinical;

  it('has the 49 questions: words, answers, when they are asked and what they separate', () => {
    const lines = block(text, 'questions');
    assert.equal(lines.length, 49);
    const written = QUESTIONS.map(({ id, words, kind, answers, range, separates }) => {
      const how = range
        ? `number ${range.low}-${range.high} ${range.unit}`
        : kind === 'yes-no'
          ? 'yes/no'
          : `${kind}: ${answers.join(' ')}`;
      return [id, words, how, separates];
    });
    const split = lines.map((line) => line.split(' | '));
    assert.deepEqual(
      written,
      split.map(([id, words, how, , separates]) => [id, words, how, separates]),
    );
    assert.deepEqual(
      QUESTIONS.map(({ askedWhen }) => askedWhen),
      split.map(([, , , asked = '']) => ASKED_WHEN[asked]),
    );
  });

  it('has the words in capitals', () => {
    assert.deepEqual(
      Object.entries(CONDITION_WORDS).map(([word, rule]) => `${word} := ${rule}`),
      block(text, 'words'),
    );
  });

  it('has the 37 rules with their levels and what they look for, apart from the departures listed', () => {
    assert.deepEqual(
      DOCUMENTED.map(
        ({ id, level, when, looksFor }) => `${id} ${level} ${when.join(' or ')} => ${looksFor.join(' ')}`,
      ),
      block(text, 'rules').map(asHere),
    );
    assert.equal(DOCUMENTED.length, 37);
    // What RF19 and RF08 let go, and a straight leg that will not lift where RF13 does not look.
    assert.deepEqual(
      RED_FLAGS.slice(37).map(({ id, level }) => [id, level]),
      [
        ['RF38', 'within-days'],
        ['RF39', 'within-days'],
        ['RF40', 'within-days'],
      ],
    );
  });

  it('has the title, why, what to tell and what to do until seen of every rule', () => {
    /** Where the table points to another row or page, the code says it in full. */
    const inFull: Readonly<Record<string, string>> = {
      'as 16, earlier': 'a stress fracture of the femoral neck, caught earlier',
      'as 16': 'load jump, periods, hop; "MRI?"',
      'the report page': 'what this page says; show it',
      'Weight loss, night sweats, or past cancer': 'Fever, weight loss, night sweats, or past cancer',
    };
    const rows = Array.from(text.matchAll(/^\| (\d\d) \| (.*) \|$/gm), ([, id, cells = '']) => [
      `RF${id}`,
      ...cells
        .split(' | ')
        .slice(0, 3)
        .map((cell) => inFull[cell] ?? cell),
      cells.split(' | ')[3]?.[0],
    ]);
    assert.deepEqual(
      DOCUMENTED.map(({ id, title, why, tell, until }) => [id, title, why, tell, until]),
      rows,
    );
  });

  it('has the 37 priors, number for number', () => {
    const number = (value: number): string => String(value).replace(/^0\./, '.');
    assert.deepEqual(
      CONDITIONS.map(({ id, per100, female, male, level, class: group }) =>
        [id, ...per100.map(number), number(female), number(male), level, group ?? '-'].join(' '),
      ),
      block(text, 'priors'),
    );
  });

  it('has the weights, number for number', () => {
    assert.deepEqual(
      Object.entries(WEIGHTS).map(([name, weights]) => `${name} = ${weights}`),
      block(text, 'weights'),
    );
  });

  it('has the harm of a miss', () => {
    assert.equal(
      Object.entries(HARM)
        .map(([id, harm]) => `${id}:${harm}`)
        .join(' '),
      block(text, 'harm').join(' '),
    );
  });

  it('has the sentences of the five levels', () => {
    for (const level of LEVELS)
      assert.ok(text.includes(`| ${level} | ${LEVEL_WORDS[level].replaceAll('’', "'")} |`), level);
  });

  it('asks every question on one of the 19 screens', () => {
    assert.equal(SCREENS.length, 19);
    assert.deepEqual(
      SCREENS.flatMap(({ questions }) => questions).sort(),
      QUESTIONS.map(({ id }) => id).sort(),
    );
  });

  it('has a card for every condition', () => {
    assert.deepEqual(CARDS.map(({ id }) => id).sort(), CONDITIONS.map(({ id }) => id).sort());
  });
});
