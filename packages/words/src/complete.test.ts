import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { REASONS, SPIKE_BINS, WOULD_CHANGE_CODES } from '@kneewise/engine';
import english from './en.json' with { type: 'json' };
import { templateOf } from './say.ts';

describe('the words are complete', () => {
  it('every reason has a sentence, and no sentence is left without its reason', () => {
    assert.deepEqual(Object.keys(english.reason).sort(), Object.keys(REASONS).sort());
  });
  it('every what-would-change has a sentence, and none is left over', () => {
    assert.deepEqual(Object.keys(english.change).sort(), [...WOULD_CHANGE_CODES].sort());
  });
  it('every bin of the cohort has a sentence', () => {
    for (const { bin } of SPIKE_BINS) assert.notEqual(templateOf('bin', bin), null);
  });
});
