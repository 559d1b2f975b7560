import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { WELL } from '../testing/well.ts';
import { type Answers, factsOf } from './answers.ts';
import { CONDITION_IDS, type ConditionId } from './conditions.ts';
import { judgeFlags } from './flags.ts';
import { levelOf, mayLookAfterIt, secondNet } from './level-of.ts';
import { orderShown } from './order.ts';
import { RED_FLAGS } from './red-flags.ts';

const shares = (said: Readonly<Partial<Record<ConditionId, number>>>): readonly number[] =>
  CONDITION_IDS.map((id) => said[id] ?? 0);
const facts = factsOf(WELL);

describe('the second net', () => {
  it('asks for physio from .15 and for within-days from .35 of dangerous explanations together', () => {
    assert.deepEqual(
      [0.14, 0.15, 0.34, 0.35].map((share) =>
        secondNet(shares({ tumour: share / 2, fracture: share / 2, pfp: 1 - share })),
      ),
      ['self-manage', 'physio', 'physio', 'within-days'],
    );
  });
});

describe('looking after it oneself', () => {
  it('needs self-managed explanations of .50 together, and one of them leading', () => {
    assert.equal(mayLookAfterIt(facts, shares({ pfp: 0.5, oa: 0.3, other: 0.2 })), true);
    assert.equal(mayLookAfterIt(facts, shares({ pfp: 0.49, oa: 0.3, other: 0.21 })), false);
    assert.equal(mayLookAfterIt(facts, shares({ pfp: 0.3, itb: 0.3, oa: 0.4 })), false);
  });
  it('needs a leading share of .30', () => {
    assert.equal(mayLookAfterIt(facts, shares({ pfp: 0.3, itb: 0.29, plica: 0.29, other: 0.12 })), true);
    assert.equal(mayLookAfterIt(facts, shares({ pfp: 0.29, itb: 0.28, plica: 0.28, other: 0.15 })), false);
  });
  it('needs a place, what brings it on, and six definite answers that carry weight; age, sex and an untried hop are none', () => {
    const clear = shares({ pfp: 1 });
    const six = {
      age: 30,
      sex: 'male',
      place: ['kneecap'],
      hot: 'no',
      fever: 'no',
      calf: 'no',
      numb: 'none',
      hurts: ['squat'],
    };
    assert.equal(mayLookAfterIt(factsOf(six), clear), true);
    const { numb: _, ...five } = six;
    assert.equal(mayLookAfterIt(factsOf({ ...five, hop: 'not-tried' }), clear), false);
    const { place: __, ...nowhere } = six;
    assert.equal(mayLookAfterIt(factsOf({ ...nowhere, night: 'none' }), clear), false);
    const { hurts: ___, ...unprovoked } = six;
    assert.equal(mayLookAfterIt(factsOf({ ...unprovoked, night: 'none' }), clear), false);
  });
  it('is never offered beside a raised flag, while provisional, or with a dangerous sign left open', () => {
    const clear = shares({ pfp: 1 });
    const level = (answers: Answers): string => levelOf(judgeFlags(answers), factsOf(answers), clear);
    const { fever: _, ...provisional } = WELL;
    assert.equal(level(WELL), 'self-manage');
    assert.equal(level(provisional), 'physio');
    assert.equal(level({ ...WELL, age: 15 }), 'physio');
    assert.equal(level({ ...WELL, locks: 'locked-now' }), 'today');
    for (const unsure of ['night', 'lump'])
      assert.equal(level({ ...WELL, [unsure]: 'unsure' }), 'physio', unsure);
    const injured = { ...WELL, onset: 'injury', event: 'twist', bend: 'yes' };
    assert.equal(level(injured), 'self-manage');
    assert.equal(level({ ...injured, 'bone-spot': 'unsure' }), 'physio');
  });
  it('is not offered while a bone that may tire is unchecked, where load jumped or is not known', () => {
    const clear = shares({ pfp: 1 });
    const level = (said: Answers): string =>
      levelOf(judgeFlags({ ...WELL, ...said }), factsOf({ ...WELL, ...said }), clear);
    const unchecked = { hop: 'unsure', 'bone-spot': 'unsure' };
    assert.equal(
      level({ ...unchecked, load: ['longer', 'that-is-all'] }),
      'self-manage',
      'no ache at rest or at night',
    );
    assert.equal(level({ ...unchecked, load: ['longer', 'that-is-all'], rest: 'unsure' }), 'physio');
    assert.equal(
      level({ ...unchecked, load: ['longer', 'that-is-all'], rest: 'unsure', place: ['outer-above'] }),
      'self-manage',
    );
    assert.equal(level({ ...unchecked, rest: 'none' }), 'self-manage');
  });
  it('is not offered where a bone has a reason to tire and one of its signs may be there', () => {
    const clear = shares({ 'pes-anserine': 1 });
    const level = (said: Answers): string =>
      levelOf(judgeFlags({ ...WELL, ...said }), factsOf({ ...WELL, ...said }), clear);
    const inner = { place: ['inner-below'], 'bone-risk': 'unsure' };
    assert.equal(level(inner), 'self-manage', 'every sign of bone is certainly absent');
    for (const sign of ['hop', 'bone-spot', 'rest'])
      assert.equal(level({ ...inner, [sign]: 'unsure' }), 'physio', sign);
    assert.equal(level({ ...inner, load: 'unsure', hop: 'unsure', 'bone-spot': 'unsure' }), 'physio');
    assert.equal(level({ 'bone-risk': 'unsure', hop: 'unsure' }), 'self-manage', 'elsewhere');
  });
  it('is not offered without an age, with a medicine half answered, or for two knees of unknown stiffness', () => {
    const clear = shares({ pfp: 1 });
    const level = (said: Answers): string =>
      levelOf(judgeFlags({ ...WELL, ...said }), factsOf({ ...WELL, ...said }), clear);
    assert.equal(level({ age: 'unsure' }), 'physio');
    const said = { quinolone: 'no', steroid: 'no', thinner: 'no' };
    assert.equal(level({ medicines: said }), 'self-manage');
    for (const item of ['steroid', 'thinner'])
      assert.equal(level({ medicines: { ...said, [item]: 'unsure' } }), 'physio', item);
    assert.equal(level({ side: 'both' }), 'self-manage');
    assert.equal(level({ side: 'both', 'stiff-min': 29 }), 'self-manage');
    for (const stiff of [30, 31, 'unsure'])
      assert.equal(level({ side: 'both', 'stiff-min': stiff }), 'physio');
  });
  it('is not offered before a hop or the bones were tried, to somebody new, of high volume, or unknown', () => {
    const clear = shares({ pfp: 1 });
    const level = (said: Answers): string =>
      levelOf(judgeFlags({ ...WELL, ...said }), factsOf({ ...WELL, ...said }), clear);
    const untested = { hop: 'unsure', 'bone-spot': 'unsure' };
    assert.equal(level(untested), 'self-manage', 'a regular runner');
    for (const said of [
      { runner: 'high' },
      { runner: 'new' },
      { load: ['started', 'that-is-all'] },
      { runner: 'unsure', load: 'unsure' },
    ]) {
      assert.equal(level({ ...untested, ...said }), 'physio', JSON.stringify(said));
      assert.equal(
        level({ ...said, hop: 'fine', 'bone-spot': 'unsure' }),
        'self-manage',
        JSON.stringify(said),
      );
    }
  });
});

describe('orderShown', () => {
  const flag = (id: string) => RED_FLAGS.filter((each) => each.id === id);
  it('puts what a flag looks for first from a share of .01, the most harmful at most two', () => {
    const first = (tumour: number): readonly string[] =>
      orderShown(shares({ pfp: 0.9, tumour, 'bsi-tibia': 0.05, 'bsi-femur': 0.02 }), flag('RF23'))
        .slice(0, 3)
        .map(({ id }) => id);
    assert.deepEqual(first(0.01), ['tumour', 'bsi-tibia', 'pfp']);
    assert.deepEqual(first(0.0099), ['bsi-tibia', 'bsi-femur', 'pfp']);
  });
  it('stays by share under flags of physio', () => {
    assert.deepEqual(
      orderShown(shares({ pfp: 0.6, other: 0.4 }), flag('RF35'))
        .slice(0, 2)
        .map(({ id, checkFirst }) => [id, checkFirst]),
      [
        ['pfp', false],
        ['other', false],
      ],
    );
  });
});
