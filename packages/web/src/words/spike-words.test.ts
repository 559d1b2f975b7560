import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SessionSpike } from '@kneewise/engine';
import { isSpike, jumpsOf, longestJump, openJumps } from './spike-words.ts';

const spike = (runId: string, ratio: number, bin: SessionSpike['bin']): SessionSpike => ({
  runId,
  startAtMs: 0,
  distanceM: ratio * 10_000,
  longestBeforeM: { known: true, value: 10_000 },
  ratio: { known: true, value: ratio },
  bin,
  hazardRatio: null,
  windowCovered: true,
});
const NO_MONTH = { known: false, because: { reason: 'not-recorded', what: 'longest-before' } } as const;

describe('jumps past the longest run of thirty days', () => {
  it('names the largest', () => {
    const found = longestJump([spike('a', 1.14, '10-to-30'), spike('b', 1.38, '30-to-100')]);
    assert.equal(found?.spike.runId, 'b');
    assert.equal(found?.longestBeforeM, 10_000);
  });
  it('is silent where nothing went more than 10 % past', () => {
    assert.equal(longestJump([spike('a', 1.1, 'up-to-10'), spike('b', 0.5, 'up-to-10')]), null);
    assert.equal(longestJump([]), null);
  });
  it('leaves out a run that has no thirty days to be held against', () => {
    const first: SessionSpike = { ...spike('a', 1, null), ratio: NO_MONTH, longestBeforeM: NO_MONTH };
    assert.deepEqual(jumpsOf([first]), []);
    assert.ok(!isSpike(first.bin));
  });
  it('claims no jump where the history begins inside the thirty days', () => {
    const early: SessionSpike = { ...spike('a', 1.55, '30-to-100'), windowCovered: false };
    const flat: SessionSpike = { ...spike('b', 1.05, 'up-to-10'), windowCovered: false };
    assert.deepEqual(jumpsOf([early, flat]), []);
    assert.equal(longestJump([early, spike('c', 1.2, '10-to-30')])?.spike.runId, 'c');
    assert.deepEqual(openJumps([early, flat, spike('c', 1.2, '10-to-30')]), [early]);
  });
});
