import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ReasonStep } from '@kneewise/engine';
import { createFormat } from '../format/format.ts';
import { heatStep, leadReason, receiptFigure } from './today-words.ts';

const gb = createFormat('en-GB', 'km');
const step = (more: Partial<ReasonStep>): ReasonStep => ({
  code: 'morning-settled',
  figures: {},
  allowsM: null,
  binding: false,
  evidence: 'our-choice',
  mark: 'expert',
  ...more,
});

describe('the receipt', () => {
  it('ends each line in the distance it allows, where it allows one', () => {
    assert.equal(receiptFigure(step({ allowsM: 4100, figures: { pain: 3 } }), gb), '4.1\u00a0km');
  });
  it('else in the place or the ache it speaks of', () => {
    assert.equal(receiptFigure(step({ figures: { pain: 0 } }), gb), '0/10');
    assert.equal(receiptFigure(step({ figures: { edgeM: 4100, pain: 3 } }), gb), '4.1\u00a0km');
  });
  it('leaves the place free where the sentence says it all', () => {
    assert.equal(receiptFigure(step({ figures: { date: '2026-11-15' } }), gb), null);
  });
  it('leads with the term that decided', () => {
    assert.equal(
      leadReason([step({ code: 'days-off' }), step({ code: 'same-again', binding: true })])?.code,
      'same-again',
    );
    assert.equal(leadReason([step({ code: 'answer' }), step({ code: 'days-off' })])?.code, 'days-off');
    assert.equal(leadReason([]), null);
  });
});

describe('pain in steps of decision', () => {
  it('turns at the ceiling of 3: 0, 1 to 2, 3, 4 to 5, 6 to 10', () => {
    const steps = Array.from({ length: 11 }, (_, pain) => heatStep(pain, 3));
    assert.deepEqual(steps, [0, 1, 1, 2, 3, 3, 4, 4, 4, 4, 4]);
  });
  it('is redrawn for a ceiling of 2 and of 5', () => {
    assert.deepEqual(
      [1, 2, 3, 5, 6].map((pain) => heatStep(pain, 2)),
      [1, 2, 3, 3, 4],
    );
    assert.deepEqual(
      [4, 5, 6, 7].map((pain) => heatStep(pain, 5)),
      [1, 2, 3, 4],
    );
  });
});
