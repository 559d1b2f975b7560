import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readDistance } from './read-distance.ts';

describe('a typed distance', () => {
  it('may have a point or a comma', () => {
    assert.equal(readDistance('4.1'), 4.1);
    assert.equal(readDistance(' 4,1 '), 4.1);
    assert.equal(readDistance('12'), 12);
  });
  it('is never guessed from anything else', () => {
    for (const text of ['', 'four', '-1', '4.1 km', '1e3', '4.1.2']) assert.equal(readDistance(text), null);
  });
});
