import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FINDINGS, QUESTIONS, WEIGHTS_OF } from '@kneewise/engine';
import english from './en.json' with { type: 'json' };

const places = QUESTIONS.find(({ id }) => id === 'place')?.answers ?? [];

describe('the words of the knee check', () => {
  it('has a label for every answer, and none is left over', () => {
    assert.deepEqual(
      Object.keys(english.answer).sort(),
      QUESTIONS.flatMap(({ id, answers }) => answers.map((answer) => `${id}.${answer}`)).sort(),
    );
  });
  it('has a sentence for every finding that carries weight, and none is left over', () => {
    assert.deepEqual(
      Object.keys(english.finding).sort(),
      [
        'age-and-sex',
        'place=elsewhere',
        ...places.map((place) => `place=${place}`),
        ...FINDINGS.map(({ token }) => token),
      ].sort(),
    );
  });
  it('has a sentence for every finding whose absence carries weight, and none is left over', () => {
    const absent = WEIGHTS_OF.flatMap(({ weights }) =>
      weights.filter(({ ifNo }) => ifNo !== 0).map(({ finding }) => FINDINGS[finding]?.token ?? ''),
    );
    assert.deepEqual(Object.keys(english.findingNot).sort(), [...new Set(['age-and-sex', ...absent])].sort());
  });
  it('never promises or judges', () => {
    const text = JSON.stringify([english.answer, english.finding, english.findingNot]).toLowerCase();
    for (const word of [
      'you have',
      'diagnosis',
      'safe',
      'damage',
      'worn out',
      'all clear',
      'nothing serious',
      'just',
      'ruled out',
    ])
      assert.doesNotMatch(text, new RegExp(`\\b${word}\\b`), word);
  });
});
