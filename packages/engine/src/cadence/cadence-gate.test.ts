import assert from 'node:assert/strict';
import { it } from 'node:test';
import { cadenceGate } from './cadence-gate.ts';

const day = { action: 'run', stage: 'BUILD', light: 'GO', ladder: null } as const;
const step = (n: number) =>
  ({
    ...day,
    stage: 'LADDER',
    action: 'walk-run',
    ladder: { step: n, repeats: 5, runMin: 2, walkMin: 1 },
  }) as const;

it('a beat begins on a day of GO only', () => {
  assert.equal(cadenceGate(day), 'open');
  for (const light of ['HOLD', 'EASE', 'PAUSE'] as const)
    assert.equal(cadenceGate({ ...day, light }), 'hold');
});
it('a beat has no place where someone is to be seen or the questions are open', () => {
  assert.equal(cadenceGate({ ...day, light: 'REFER', action: 'see-someone' }), 'closed');
  assert.equal(cadenceGate({ ...day, action: 'see-someone' }), 'closed');
  assert.equal(cadenceGate({ ...day, stage: 'UNCHECKED', action: 'ask-first' }), 'closed');
});
it('on the ladder a beat comes in at step four', () => {
  assert.equal(cadenceGate(step(3)), 'hold');
  assert.equal(cadenceGate(step(4)), 'open');
  assert.equal(cadenceGate({ ...day, stage: 'LADDER' }), 'hold');
});
it('while the knee calms down nothing is begun', () => {
  assert.equal(cadenceGate({ ...day, stage: 'CALM', action: 'cross-train' }), 'hold');
});
