import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { it } from 'node:test';
import { FLAG_QUESTIONS } from './flag-questions.ts';

const CLINICAL = new URL('../../../../../shared/clinical.md', import.meta.url);

const block = (text: string, name: string): string[] =>
  (new RegExp(`\`\`\`${name}\\n([^]*?)\\n\`\`\``).exec(text)?.[1] ?? '').split('\n');

/** Ids of the questions that a condition reads; words in capitals stand for a condition. */
function reads(condition: string, ids: ReadonlySet<string>, words: ReadonlyMap<string, string>): string[] {
  const names =
    condition.replaceAll(/(<=|>=|=|<|>)[\w.-]+| in [\w-]+(,[\w-]+)*/g, ' ').match(/[A-Za-z][\w-]*/g) ?? [];
  return names.flatMap((name) => {
    const word = words.get(name);
    return word === undefined ? (ids.has(name) ? [name] : []) : reads(word, ids, words);
  });
}

it('asks exactly what the rules of within-days and above read, in the order of the interview', (t) => {
  if (!existsSync(CLINICAL)) return t.skip('needs ../shared/clinical.md');
  const text = readFileSync(CLINICAL, 'utf8');
  const questions = block(text, 'questions').map((line) => line.split(' | '));
  const ids = new Set(questions.map(([id = '']) => id));
  const words = new Map(block(text, 'words').map((line) => line.split(' := ') as [string, string]));
  const read = new Set(
    block(text, 'rules').flatMap((line) => {
      const [, level, ...rest] = line.split(' ');
      return level === 'physio' ? [] : reads(rest.join(' ').split('=>')[0] ?? '', ids, words);
    }),
  );
  assert.ok(read.size > 0);
  assert.deepEqual(
    FLAG_QUESTIONS.map(({ id, words: asked }) => [id, asked]),
    questions.filter(([id = '']) => read.has(id)).map(([id, asked]) => [id, asked]),
  );
  for (const { id, answers, range } of FLAG_QUESTIONS) {
    const [, , kinds = ''] = questions.find(([other]) => other === id) ?? [];
    for (const answer of answers) assert.ok(kinds.includes(answer), `${id}: ${answer}`);
    if (range) assert.ok(kinds.includes(`${range.low}-${range.high} ${range.unit}`), id);
  }
});

it('gives every question an id of its own, words and a way to answer', () => {
  assert.equal(new Set(FLAG_QUESTIONS.map(({ id }) => id)).size, FLAG_QUESTIONS.length);
  for (const { id, words, kind, answers, range } of FLAG_QUESTIONS) {
    assert.ok(/^[A-Z].*[?.]$/.test(words), id);
    assert.equal(kind === 'number', range !== undefined, id);
    assert.equal(kind === 'number', answers.length === 0, id);
  }
});
