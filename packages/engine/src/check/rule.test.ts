import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CONDITION_WORDS, WORD_RULES } from './condition-words.ts';
import type { Facts } from './facts.ts';
import { because, judge, undecided } from './judge.ts';
import { questionsIn, readRule } from './rule.ts';

const yesNo = (said: Readonly<Record<string, 'yes' | 'no'>>): Facts =>
  new Map(Object.entries(said).map(([id, value]) => [id, { kind: 'one', value }]));
const of = (text: string, said: Readonly<Record<string, 'yes' | 'no'>>): string =>
  judge(readRule(text), yesNo(said));

describe('readRule', () => {
  it('binds not before and, and before or', () => {
    assert.equal(of('a or b and c', { a: 'yes', b: 'yes', c: 'no' }), 'yes');
    assert.equal(of('(a or b) and c', { a: 'yes', b: 'yes', c: 'no' }), 'no');
    assert.equal(of('not a and b', { a: 'no', b: 'no' }), 'no');
    assert.equal(of('not(a and b)', { a: 'no', b: 'no' }), 'yes');
  });
  it('reads values, lists, numbers and may', () => {
    assert.deepEqual(readRule('q=two-hours'), { kind: 'is', question: 'q', values: ['two-hours'] });
    assert.deepEqual(readRule('q in a, b'), { kind: 'is', question: 'q', values: ['a', 'b'] });
    assert.deepEqual(readRule('q>=.5'), { kind: 'compare', question: 'q', by: '>=', than: 0.5 });
    assert.deepEqual(readRule('may(q)'), {
      kind: 'may',
      of: { kind: 'is', question: 'q', values: ['yes'] },
    });
  });
  it('puts the condition in the place of its word', () => {
    assert.deepEqual(questionsIn(readRule('BONERISK', WORD_RULES)), ['bone-risk', 'medicines']);
    assert.deepEqual(Object.keys(WORD_RULES), Object.keys(CONDITION_WORDS));
  });
  it('refuses what it cannot read whole', () => {
    for (const text of [
      '',
      'a and',
      'a b',
      '(a',
      'a)',
      'a=',
      'a in',
      'UNKNOWN',
      'a<b',
      'a & b',
      'may a',
      'or a',
    ])
      assert.throws(() => readRule(text), RangeError, text);
  });
});

describe('judge', () => {
  it('lets may turn unsure into yes, and nothing else', () => {
    assert.equal(of('may(a) and b', { b: 'yes' }), 'yes');
    assert.equal(of('may(a) and b', { a: 'no', b: 'yes' }), 'no');
    assert.equal(of('a and b', { b: 'yes' }), 'unsure');
    assert.equal(of('a or b', { b: 'yes' }), 'yes');
  });
});

describe('because', () => {
  it('names what raised it, an unsure answer inside may included, and nothing more', () => {
    const rule = readRule('(a and may(b)) or c');
    assert.deepEqual(because(rule, yesNo({ a: 'yes' })), ['a', 'b']);
    assert.deepEqual(because(rule, yesNo({ a: 'yes', b: 'no', c: 'yes' })), ['c']);
  });
});

describe('undecided', () => {
  it('names only what could still turn the rule', () => {
    const rule = readRule('(a and may(b)) or (c and d)');
    assert.deepEqual(undecided(rule, yesNo({})), ['a', 'b', 'c', 'd']);
    assert.deepEqual(undecided(rule, yesNo({ a: 'no' })), ['c', 'd']);
    assert.deepEqual(undecided(rule, yesNo({ a: 'no', c: 'no' })), []);
    assert.deepEqual(undecided(rule, yesNo({ a: 'yes', c: 'no' })), ['b']);
    assert.deepEqual(undecided(rule, yesNo({ c: 'yes', d: 'yes' })), []);
  });
});
