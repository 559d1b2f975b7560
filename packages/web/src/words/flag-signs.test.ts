import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { FLAG_QUESTIONS } from '@kneewise/engine';
import { INSIDE_OTHERS, signsOf } from './flag-signs.ts';

const en = JSON.parse(readFileSync(new URL('../i18n/en.json', import.meta.url), 'utf8')) as {
  sign: Record<string, string>;
};

describe('the list of signs', () => {
  it('has words for every flag question that is not inside another one', () => {
    for (const id of signsOf(FLAG_QUESTIONS)) assert.ok(en.sign[id], `sign.${id} has no words`);
  });
  it('leaves no question out without saying so, and names none that is not asked', () => {
    const asked = new Set(FLAG_QUESTIONS.map(({ id }) => id));
    for (const id of [...INSIDE_OTHERS, ...Object.keys(en.sign)])
      assert.ok(asked.has(id), `${id} is no flag question`);
    assert.equal(signsOf(FLAG_QUESTIONS).length + INSIDE_OTHERS.size, asked.size);
  });
});
