import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { paceKeeper } from './pace.ts';

describe('pace of an import', () => {
  it('cannot be told from one look', () => {
    assert.deepEqual(paceKeeper().note('a', 0, 0, 100), { filesPerS: null, secondsLeft: null });
  });
  it('cannot be told below 500 ms, and can at 500 ms', () => {
    const keeper = paceKeeper();
    keeper.note('a', 0, 0, 100);
    assert.equal(keeper.note('a', 499, 10, 90).filesPerS, null);
    assert.deepEqual(keeper.note('a', 500, 10, 90), { filesPerS: 20, secondsLeft: 5 });
  });
  it('forgets what was more than ten seconds ago', () => {
    const keeper = paceKeeper();
    keeper.note('a', 0, 0, 1000);
    keeper.note('a', 5_000, 10, 990);
    assert.deepEqual(keeper.note('a', 15_000, 110, 890), { filesPerS: 10, secondsLeft: 89 });
  });
  it('names no time left while nothing moves', () => {
    const keeper = paceKeeper();
    keeper.note('a', 0, 5, 10);
    assert.deepEqual(keeper.note('a', 1_000, 5, 10), { filesPerS: 0, secondsLeft: null });
  });
  it('keeps batches apart', () => {
    const keeper = paceKeeper();
    keeper.note('a', 0, 0, 10);
    assert.equal(keeper.note('b', 1_000, 5, 5).filesPerS, null);
  });
});
