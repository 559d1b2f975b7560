import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answerProblems, factsOf } from './answers.ts';
import { isOneOf } from './facts.ts';

describe('factsOf', () => {
  it('takes what is absent, unsure or not tried for not known', () => {
    assert.equal(factsOf({ hot: 'unsure', age: 'unsure', walking: 'normal', hop: 'not-tried' }).size, 1);
  });
  it('knows the rest of a list only beside none or that-is-all', () => {
    const steroidOnly = factsOf({ medicines: ['steroid'] });
    assert.equal(isOneOf(steroidOnly, 'medicines', ['steroid']), 'yes');
    assert.equal(isOneOf(steroidOnly, 'medicines', ['thinner']), 'unsure');
    assert.equal(isOneOf(factsOf({ medicines: ['steroid', 'that-is-all'] }), 'medicines', ['thinner']), 'no');
    assert.equal(isOneOf(factsOf({ medicines: ['none'] }), 'medicines', ['thinner']), 'no');
    assert.equal(isOneOf(factsOf({ medicines: [] }), 'medicines', ['thinner']), 'unsure');
  });
  it('lets an item win over none beside it', () => {
    assert.equal(isOneOf(factsOf({ medicines: ['none', 'thinner'] }), 'medicines', ['thinner']), 'yes');
  });
  it('reads a list item by item', () => {
    const facts = factsOf({ hurts: { downhill: 'yes', walking: 'no', squat: 'unsure' } });
    assert.equal(isOneOf(facts, 'hurts', ['downhill']), 'yes');
    assert.equal(isOneOf(facts, 'hurts', ['walking']), 'no');
    assert.equal(isOneOf(facts, 'hurts', ['squat']), 'unsure');
    assert.equal(isOneOf(facts, 'hurts', ['sitting']), 'unsure');
  });
  it('takes the places for told whole, and no place for not told', () => {
    assert.equal(isOneOf(factsOf({ place: ['kneecap'] }), 'place', ['groin']), 'no');
    assert.equal(isOneOf(factsOf({ place: [] }), 'place', ['groin']), 'unsure');
  });
  it('takes the worse of two where one answer was wanted', () => {
    assert.deepEqual(factsOf({ numb: ['saddle', 'patch'] }).get('numb'), { kind: 'one', value: 'saddle' });
    assert.deepEqual(factsOf({ lump: ['bone', 'behind'] }).get('lump'), { kind: 'one', value: 'bone' });
    assert.equal(answerProblems({ onset: ['injury', 'gradual'] })[0]?.code, 'several-values');
  });
  it('drops an answer whose question is no longer asked', () => {
    assert.equal(factsOf({ onset: 'gradual', event: 'twist' }).has('event'), false);
    assert.equal(factsOf({ event: 'twist' }).has('event'), true);
    assert.equal(factsOf({ age: 30, growing: 'yes' }).has('growing'), false);
    assert.equal(factsOf({ age: 19, growing: 'yes' }).has('growing'), true);
    assert.equal(factsOf({ age: 20, growing: 'yes' }).has('growing'), false);
    assert.equal(factsOf({ weeks: 2, tried: ['rest'], 'tried-result': 'same' }).size, 1);
    assert.equal(factsOf({ weeks: 3, tried: ['rest'], 'tried-result': 'same' }).size, 3);
    assert.equal(factsOf({ walking: 'limping', hop: 'deep' }).has('hop'), false);
  });
  it('gives the same for any order of answers', () => {
    const answers = {
      'tried-result': 'same',
      tried: ['rest'],
      weeks: 2,
      breath: 'no',
      'clot-risk': 'yes',
      calf: 'no',
    };
    const backwards = Object.fromEntries(Object.entries(answers).reverse());
    assert.deepEqual(Object.fromEntries(factsOf(answers)), Object.fromEntries(factsOf(backwards)));
  });
});

describe('answerProblems', () => {
  it('names unknown questions, unknown values, and numbers out of range', () => {
    assert.deepEqual(
      answerProblems({
        colour: 'red',
        hot: 'maybe',
        age: 7,
        weeks: '3',
        place: ['knee'],
        hurts: { squat: 'often' },
        side: ['left', 'both'],
        constructor: 'yes',
      }).map(({ code, question }) => [code, question]),
      [
        ['unknown-question', 'colour'],
        ['unknown-value', 'hot'],
        ['out-of-range', 'age'],
        ['unknown-value', 'weeks'],
        ['unknown-value', 'place'],
        ['unknown-value', 'hurts'],
        ['several-values', 'side'],
        ['unknown-question', 'constructor'],
      ],
    );
    assert.throws(() => factsOf({ hot: 'maybe' }), RangeError);
  });
  it('finds nothing wrong with the ends of a range, and something just beyond', () => {
    assert.deepEqual(answerProblems({ age: 8, weeks: 0, 'stiff-min': 240 }), []);
    for (const answers of [
      { age: 7.9 },
      { age: 95.1 },
      { weeks: -0.1 },
      { 'stiff-min': 241 },
      { age: Number.NaN },
    ])
      assert.equal(answerProblems(answers).length, 1, JSON.stringify(answers));
  });
});
