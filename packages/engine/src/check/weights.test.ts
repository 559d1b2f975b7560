import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sourceOf } from '../evidence/sources.ts';
import { answersOf } from '../testing/clinical.ts';
import { factsOf } from './answers.ts';
import { CONDITION_IDS, type ConditionId, conditionOf } from './conditions.ts';
import { FINDINGS, weightsOf, WEIGHTS_OF } from './findings.ts';
import { CONDITION_WORDS } from './condition-words.ts';
import { questionOf } from './questions.ts';
import { HURTS_AT_MOST, placeWeight, priorPer100, sharesOf } from './shares.ts';
import { SOURCED_WEIGHTS } from './weight-sources.ts';
import { WEIGHTS } from './weights.ts';

const shareIn = (id: ConditionId, said: string): number =>
  sharesOf(factsOf(answersOf(said)))[CONDITION_IDS.indexOf(id)] ?? Number.NaN;

describe('weights', () => {
  it('name only real conditions, classes, questions, values and places', () => {
    for (const name of Object.keys(WEIGHTS))
      assert.ok(['@overuse', '@bone', '@joint', '@injury', ...CONDITION_IDS].includes(name), name);
    for (const { token, rule } of FINDINGS) {
      if (token in CONDITION_WORDS) continue;
      assert.ok(rule.kind === 'is' || rule.kind === 'compare', token);
      const question = questionOf(rule.question);
      assert.ok(question, token);
      if (rule.kind === 'is')
        for (const value of rule.values) assert.ok(question.answers.includes(value), token);
    }
    const places = new Set(questionOf('place')?.answers);
    for (const { places: named } of WEIGHTS_OF)
      for (const place of named.keys()) assert.ok(places.has(place), place);
  });
  it('with a star have a registered source, and no other is listed', () => {
    const starred = Object.entries(WEIGHTS).flatMap(([of, line]) =>
      line
        .split(', ')
        .filter((entry) => entry.includes('*'))
        .map((entry) => `${of} ${entry.split(' ')[0]}`),
    );
    assert.deepEqual(SOURCED_WEIGHTS.map(({ of, token }) => `${of} ${token}`).sort(), starred.sort());
    for (const { sources } of SOURCED_WEIGHTS) for (const source of sources) assert.ok(sourceOf(source));
  });
  it('of a condition take the place of its class’s, both sides', () => {
    const { weights } = weightsOf('itb');
    const gradual = weights.filter(({ finding }) => FINDINGS[finding]?.token === 'onset=gradual');
    assert.deepEqual(
      gradual.map(({ ifYes }) => ifYes),
      [0.3],
      'from the class',
    );
    const tumourRest = weightsOf('oa').weights.filter(
      ({ finding }) => FINDINGS[finding]?.token === 'onset=gradual',
    );
    assert.deepEqual(
      tumourRest.map(({ ifYes }) => ifYes),
      [0.6],
      'its own',
    );
    const femur = weightsOf('bsi-patella').weights.filter(
      ({ finding }) => FINDINGS[finding]?.token === 'hurts:sitting',
    );
    assert.deepEqual(
      femur.map(({ ifYes }) => ifYes),
      [0],
      'its own, in place of the class’s -0.4',
    );
  });
});

describe('priors', () => {
  it('take the age band, from 16, 35 and 50 on, and the sex factor', () => {
    const pfp = conditionOf('pfp');
    assert.deepEqual(
      [15, 16, 34, 35, 49, 50].map((age) => priorPer100(pfp, factsOf({ age }))),
      [24, 34, 34, 22, 22, 12],
    );
    assert.equal(priorPer100(pfp, factsOf({ age: 20, sex: 'female' })), 34 * 1.2);
    assert.equal(priorPer100(pfp, factsOf({ age: 20, sex: 'other' })), 34);
    assert.equal(priorPer100(pfp, factsOf({})), (24 + 34 + 22 + 12) / 4);
  });
});

describe('the score', () => {
  it('counts place once, by its best match; elsewhere where none is listed; nothing where none was given', () => {
    const pfp = weightsOf('pfp');
    assert.equal(placeWeight(pfp, ['front', 'kneecap', 'groin']), 1.5);
    assert.equal(placeWeight(pfp, ['groin']), -2.2);
    assert.equal(placeWeight(pfp, []), 0);
  });
  it('keeps what brings pain on within ±2.5 together', () => {
    const six = 'stairs-down+stairs-up+squat+sitting+kneeling+downhill';
    const odds = (said: string): number => Math.log(shareIn('pfp', said) / shareIn('other', said));
    const gained = odds(`hurts=${six}`) - odds('');
    assert.ok(Math.abs(gained - HURTS_AT_MOST) < 1e-9, String(gained));
  });
  it('adds up thresholds: an hour of stiffness takes half an hour’s weight too', () => {
    const odds = (said: string): number =>
      Math.log(shareIn('inflammatory-joint', said) / shareIn('other', said));
    const gained = (minutes: number): number => odds(`stiff-min=${minutes}`) - odds('');
    assert.deepEqual(
      [14, 15, 29, 30, 59, 60].map((minutes) => Number(gained(minutes).toFixed(6))),
      [-0.6, 0, 0, 1.2, 1.2, 2.1],
    );
  });
  it('lets an unsure answer weigh nothing', () => {
    assert.deepEqual(sharesOf(factsOf({ hot: 'unsure', hop: 'not-tried' })), sharesOf(factsOf({})));
  });
});
