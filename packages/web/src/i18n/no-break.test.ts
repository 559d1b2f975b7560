import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { noBreaks } from './no-break.ts';

describe('figures and their units', () => {
  it('stay together', () => {
    assert.equal(noBreaks('over 10 % longer, after 48 h'), 'over 10\u00a0% longer, after 48\u00a0h');
    assert.equal(noBreaks('{{run}} min running'), '{{run}}\u00a0min running');
    assert.equal(noBreaks('30 m'), '30\u00a0m');
  });
  it('leave words that only begin like a unit', () => {
    assert.equal(noBreaks('{{count}} minutes, 4 moments'), '{{count}} minutes, 4 moments');
  });
  it('are found at every depth', () => {
    assert.deepEqual(noBreaks({ a: { b: '5 %' }, c: 'x' }), { a: { b: '5\u00a0%' }, c: 'x' });
  });
});
