import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answerProblems, QUESTIONS, SCREENS } from '@kneewise/engine';
import { quietAnswer, signsOf, toggled } from './quiet.ts';
import words from './words.en.json' with { type: 'json' };

const inLists = SCREENS.filter(({ checklist }) => checklist !== null).flatMap(({ questions }) => questions);
const question = (id: string) => {
  const found = QUESTIONS.find((each) => each.id === id);
  assert.ok(found);
  return { ...found, answers: [...found.answers], severalHold: found.worstLast !== undefined };
};

describe('the lists of signs', () => {
  it('have words for every sign, and none is left over', () => {
    const signs: Record<string, Record<string, string>> = words.check.sign;
    for (const id of inLists) {
      if (question(id).kind === 'number') continue;
      assert.deepEqual([...signsOf(question(id))].sort(), Object.keys(signs[id] ?? {}).sort(), id);
    }
    assert.deepEqual(
      Object.keys(signs).filter((id) => !inLists.includes(id)),
      [],
    );
  });
  it('have a quiet answer to each question that the engine takes', () => {
    for (const id of inLists) {
      const quiet = quietAnswer(question(id));
      if (question(id).kind === 'number') assert.equal(quiet, null);
      else assert.deepEqual(quiet === null ? ['none'] : answerProblems({ [id]: quiet }), [], id);
    }
  });
  it('take a sign that is no as one: a leg that cannot be lifted', () => {
    assert.deepEqual(
      [signsOf(question('straight-leg')), quietAnswer(question('straight-leg'))],
      [['no'], 'yes'],
    );
  });
  it('keep two signs of one question where the worse counts, and one where one is wanted', () => {
    assert.deepEqual(toggled(question('numb'), 'patch', 'leg'), ['patch', 'leg']);
    assert.deepEqual(toggled(question('numb'), ['patch', 'leg'], 'leg'), 'patch');
    assert.equal(toggled(question('numb'), 'patch', 'patch'), null);
    assert.equal(toggled(question('locks'), 'catches', 'sticks'), 'sticks');
    assert.deepEqual(toggled(question('history'), ['none'], 'cancer'), ['cancer']);
    assert.equal(toggled(question('hot'), 'no', 'yes'), 'yes');
  });
});

describe('the words of the interview', () => {
  it('ask every question, and explain why, alone or with its list', () => {
    const { ask, why, help } = words.check;
    const ids = QUESTIONS.map(({ id }) => id);
    assert.deepEqual(Object.keys(ask).sort(), [...ids].sort());
    const alone = SCREENS.filter(({ checklist }) => checklist === null).flatMap(({ questions }) => questions);
    assert.deepEqual(
      alone.filter((id) => !(id in why) && !['tried-result', 'rest'].includes(id)),
      [],
    );
    for (const id of [...Object.keys(why), ...Object.keys(help)]) assert.ok(ids.includes(id), id);
  });
});
