import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Answer, all, any, may, not } from './answer.ts';

const THREE: readonly Answer[] = ['yes', 'no', 'unsure'];

describe('answers after Kleene', () => {
  it('and: no decides, unsure survives, yes needs all', () => {
    assert.deepEqual(
      THREE.map((a) => THREE.map((b) => all([a, b]))),
      [
        ['yes', 'no', 'unsure'],
        ['no', 'no', 'no'],
        ['unsure', 'no', 'unsure'],
      ],
    );
  });
  it('or is and, seen in the mirror', () => {
    for (const a of THREE) for (const b of THREE) assert.equal(any([a, b]), not(all([not(a), not(b)])));
  });
  it('may is yes unless certainly no', () => {
    assert.deepEqual(THREE.map(may), ['yes', 'no', 'yes']);
  });
  it('of nothing: and is yes, or is no', () => {
    assert.deepEqual([all([]), any([])], ['yes', 'no']);
  });
});
