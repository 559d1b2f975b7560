import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { missing } from '@kneewise/engine';
import { figureText, fill, say, sayBecause } from './say.ts';

const UNITS = { distance: 'km', locale: 'en-GB' } as const;

describe('words for codes', () => {
  it('reads a figure’s unit from the ending of its name', () => {
    assert.equal(figureText('onsetM', 4100, UNITS), '4.1\u00A0km');
    assert.equal(figureText('easySPerKm', 373, UNITS), '6:13\u00A0/km');
    assert.equal(figureText('changePercent', 37.6, UNITS), '38\u00A0%');
    assert.equal(figureText('cadenceSpm', 163.7, UNITS), '164');
    assert.equal(figureText('restS', 90, UNITS), '1:30');
    assert.equal(figureText('day', '2026-11-15', UNITS), 'Sunday 15 November 2026');
    assert.equal(figureText('pain', 3, UNITS), '3');
  });
  it('fails on a template that names a figure nobody gave', () => {
    assert.throws(() => fill('at {{onsetM}}', { pain: '3' }), RangeError);
  });
  it('fails on a code without words instead of showing the code', () => {
    assert.throws(
      () => say('reason', 'no-such-code', {}, UNITS),
      /must have words for every code, got no-such-code/,
    );
  });
  it('says what is missing and how much there is', () => {
    const { because } = missing({ reason: 'too-little-data', what: 'runs with cadence', have: 1, need: 3 });
    assert.equal(sayBecause(because, UNITS), 'too little so far: runs with cadence, 1 of 3');
  });
});
