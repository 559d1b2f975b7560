/** Every question, rule, weight and word list stands in the code as it stands in the clinical document. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { block, clinical, NEEDS_CLINICAL } from '../testing/clinical.ts';
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
    'onset in injury,sudden or place in above-kneecap,below-kneecap',
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

/** Where a rule departs from the document's, and why: stricter where a danger could end in looking after it alone, sharper where nothing but one answer spoke for it. */
const DEPARTURES: readonly (readonly [id: string, document: string, here: string, why: string])[] = [
  [
    'RF22',
    'or locks=sticks))',
    'or locks=sticks or swell-speed=two-hours))',
    'blood in the joint means a torn ligament in two of three, also when the swelling has gone',
  ],
  [
    'RF35',
    'bone-spot in kneecap,fibula,other',
    'bone-spot in kneecap,shin,thigh,fibula,other or hop=deep or rest=constant or (joints and stiff-min>=15) or hip-twist',
    'one sore bone, a hop that hurts deep, an ache that never goes, other joints or a stiff hip need hands on them, also without a jump in load',
  ],
  [
    'RF35',
    '(may(exertional) and place in calf,lower-leg)',
    '(may(exertional) and place in calf,lower-leg,back,back-middle,back-inner,back-outer) or (clot-risk and place in back,back-middle,back-inner,back-outer) or ((load in started or runner=new) and place in inner-below)',
    'artery and clot also hurt at the back of the knee; the upper inner shin of somebody new to running is the place where plateau fractures passed for tendons',
  ],
  [
    'RF23',
    'BONERISK or place in lower-thigh,thigh,shin)',
    'BONERISK or place in lower-thigh,thigh,shin) and may(age<25 or weeks>=12 or rest=constant or course=worse or systemic or BONERISK or walking in limping,cannot or PUFFY or hop=deep or lump in bone,soft or bone-spot in kneecap,shin,thigh,fibula,other or place in lower-thigh,thigh,shin or history in cancer)',
    'under twelve weeks, from 25 on, and with every other sign certainly absent, waking pain is seen by a physiotherapist (RF35), not within days: 4–7 % of sound knees have it',
  ],
  [
    'RF26',
    '(BONERISK and place in shin,inner,inner-below,inner-above,inner-line,lower-thigh)',
    '(BONERISK and place in shin,inner-below,lower-thigh) or (BONERISK and place in inner,inner-above,inner-line and may(BONESIGN or hop=deep or bone-spot in shin,thigh,other))',
    'on and above the joint line a meniscus is likelier than bone where rest, night, walking, a hop and the bone itself are certainly free',
  ],
  [
    'RF28',
    '(course=worse and tried in rest))',
    '(course=worse and tried in rest and may(BONESIGN or BONERISK or hop=deep or PUFFY or lump in bone,soft or bone-spot in kneecap,shin,thigh,fibula,other)))',
    'worse in spite of rest, with every sign of bone and joint certainly absent, is for hands (RF34, RF35)',
  ],
  [
    'RF22',
    '(may(onset in injury,sudden) and pop) or',
    '(may(onset in injury,sudden) and pop and may(PUFFY or swell-speed in two-hours,day,later or gives-way in pain-buckle,unstable or walking in limping,cannot or locks in sticks,locked-now)) or',
    'it takes two of pop, swelling and giving way to raise the likelihood of a tear; a pop with both certainly absent is for hands (RF35)',
  ],
  [
    'RF25',
    'or runner=high or BONERISK))',
    'or (runner=high and may(BONESIGN or hop=deep)) or BONERISK))',
    'a sore kneecap edge is common in kneecap pain; many kilometres alone do not make it bone where rest, night, walking and a hop are certainly free',
  ],
  [
    'RF35',
    'or locks=sticks or numb in patch,leg',
    'or (onset in injury,sudden and pop) or locks=sticks or numb in patch,leg',
    'a pop that RF22 lets go',
  ],
  [
    'RF07',
    'fever or (hot',
    '(fever and may(age<16 or hot or PUFFY or infection-risk or walking in limping,cannot or BONESIGN or hop=deep or bone-spot in kneecap,bump,shin,thigh,fibula,other or place in groin,hip,buttock,thigh,lower-thigh,deep,low-back or medicines in steroid or history in replacement,operation,cancer)) or (hot',
    'fever beside a knee with every sign of infection certainly absent, from 16 on, is mostly a cold: seen within days (RF30) instead of today',
  ],
  ['RF30', 'systemic or', 'systemic or fever or', 'the fever that RF07 lets go'],
];
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
      RED_FLAGS.map(
        ({ id, level, when, looksFor }) => `${id} ${level} ${when.join(' or ')} => ${looksFor.join(' ')}`,
      ),
      block(text, 'rules').map(asHere),
    );
    assert.equal(RED_FLAGS.length, 37);
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
      RED_FLAGS.map(({ id, title, why, tell, until }) => [id, title, why, tell, until]),
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
