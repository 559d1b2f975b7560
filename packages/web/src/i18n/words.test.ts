/** Every sentence a page asks for is there, and none is there that no page asks for. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const SRC = join(import.meta.dirname, '..');
const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

function flat(tree: unknown, at = ''): string[] {
  if (typeof tree === 'string') return [at];
  return Object.entries(tree as object).flatMap(([key, below]) =>
    flat(below, at === '' ? key : `${at}.${key}`),
  );
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' });
/** The first words, and those that parts of the app bring along. */
const trees = ['i18n/en.json', ...files.filter((name) => name.endsWith('words.en.json'))].map((name) =>
  read(join(SRC, name)),
);
const own = trees.flatMap((tree) => flat(tree));
const shared = flat(read(join(SRC, '../../words/src/en.json')));
const singular = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');
const known = new Set([...own, ...shared].map(singular));

const sources = files
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(join(SRC, name), 'utf8'))
  .join('\n');

/** Quoted keys: whole ones, and the fixed beginnings of those that end in a code. */
const TOPS = new Set([...known].map((key) => key.split('.')[0] ?? key));
const quoted = [...sources.matchAll(/['`]((?:[a-z]\w*)(?:\.[\w-]+)+)['`]/g)]
  .map(([, key = '']) => key)
  .filter((key) => TOPS.has(key.split('.')[0] ?? ''));
const alone = [...sources.matchAll(/\bt\(\s*'([a-z]\w*)'/gi)].map(([, key = '']) => key);
const begun = [...sources.matchAll(/`((?:[a-z]\w*\.)(?:[\w-]+\.)*)\$\{/gi)].map(([, start = '']) => start);

describe('the words of the pages', () => {
  it('have one place each', () => {
    const tops = trees.flatMap((tree) => Object.keys(tree as object));
    assert.deepEqual(
      tops.filter((top, at) => tops.indexOf(top) !== at),
      [],
    );
  });
  it('hold every key a page names', () => {
    const ending = /\.(finding|limits|source|tsx?|css|json)$/;
    const lacking = [...quoted, ...alone].filter((key) => !known.has(key) && !ending.test(key));
    assert.deepEqual([...new Set(lacking)], []);
  });
  it('hold something under every beginning a page completes with a code', () => {
    const lacking = begun.filter(
      (start) => TOPS.has(start.split('.')[0] ?? '') && ![...known].some((key) => key.startsWith(start)),
    );
    assert.deepEqual([...new Set(lacking)], []);
  });
  it('hold nothing that no page can ask for', () => {
    const named = new Set([...quoted, ...alone]);
    const idle = own
      .map(singular)
      .filter((key) => !named.has(key) && !begun.some((start) => key.startsWith(start)));
    assert.deepEqual([...new Set(idle)], []);
  });
  it('never praise, shout, or tell the runner what they have', () => {
    const texts = JSON.stringify(trees);
    assert.doesNotMatch(texts, /!|\bgreat\b|well done|streak|→|≥/i);
  });
});
