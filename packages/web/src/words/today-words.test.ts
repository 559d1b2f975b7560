import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ReasonStep } from '@kneewise/engine';
import { createFormat } from '../format/format.ts';
import { leadReason, readyDate, receiptFigure, saidOnce } from './today-words.ts';

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

describe('a single claim', () => {
  const pause = step({ code: 'pause', binding: true });
  it('is told once where nobody runs', () => {
    assert.ok(saidOnce({ action: 'rest', reasons: [pause, step({ code: 'answer' })] }));
  });
  it('stands in the receipt too where a distance is given, or there are more', () => {
    assert.ok(!saidOnce({ action: 'run', reasons: [pause] }));
    assert.ok(!saidOnce({ action: 'rest', reasons: [pause, step({})] }));
    assert.ok(!saidOnce({ action: 'rest', reasons: [] }));
  });
});

describe('a rest between runs', () => {
  it('names the day it ends', () => {
    const rest = step({ code: 'rest-until', figures: { readyDate: '2026-11-25', hours: 48 } });
    assert.equal(readyDate([step({}), rest]), '2026-11-25');
    assert.equal(readyDate([step({})]), null);
  });
});
