import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { registry } from './registry.ts';
import { found, type Sought } from './search.ts';
import { withGaps } from './title-of.ts';

const all = registry([]);
const title = (entry: (typeof all)[number]): string =>
  'text' in entry.title ? entry.title.text : entry.title.key;
const seek = (change: Partial<Sought>): readonly string[] =>
  found(all, { kind: 'claim', status: null, subject: null, words: '', ...change }, title).map(({ id }) => id);

describe('the search through the evidence', () => {
  it('shows all of a kind where nothing is asked', () => {
    assert.equal(seek({}).length, 50);
    assert.ok(seek({ kind: 'rule' }).includes('RF01'));
    assert.ok(seek({ kind: 'source' }).includes('frandsen-2025'));
  });
  it('finds words anywhere in an entry, in any order and case, without accents', () => {
    assert.deepEqual(seek({ words: 'ROLLING band' }), ['A09']);
    assert.deepEqual(seek({ words: 'band rolling' }), ['A09']);
    assert.ok(
      seek({ kind: 'source', words: 'muller' }).length === seek({ kind: 'source', words: 'Müller' }).length,
    );
    assert.deepEqual(seek({ words: 'a25' }), ['A25']);
    assert.deepEqual(seek({ words: 'no such word' }), []);
  });
  it('narrows by status and by subject', () => {
    const contradicted = seek({ status: 'contradicted' });
    assert.ok(contradicted.includes('A25') && !contradicted.includes('A07'));
    const shoes = seek({ subject: 'shoes' });
    assert.ok(shoes.includes('A19') && shoes.every((id) => !['A25', 'A43'].includes(id)));
    assert.deepEqual(seek({ subject: 'shoes', status: 'contradicted' }), ['A21']);
  });
});

it('a sentence with figures left open shows where they go', () => {
  assert.equal(withGaps('On {{date}} the ache reached {{pain}}/10'), 'On … the ache reached …/10');
});
