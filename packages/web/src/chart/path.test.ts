import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { areaPath, linePath } from './path.ts';

describe('paths', () => {
  it('lift the pen where nothing is known', () => {
    assert.equal(linePath([[0, 1], [2, 3], null, [4, 5.04]]), 'M0 1L2 3M4 5');
  });
  it('fill each known piece down to the base by itself', () => {
    assert.equal(areaPath([[0, 1], [2, 3], null, [4, 5]], 9), 'M0 9L0 1L2 3L2 9ZM4 9L4 5L4 9Z');
    assert.equal(areaPath([], 9), '');
  });
});
