import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AuditFinding } from '@kneewise/engine';
import { createFormat } from '../format/format.ts';
import { changedAndNot, figureOf, inUnit, unitOf, unitOnce } from './audit-words.ts';

const gb = createFormat('en-GB', 'km');
const finding = (
  variable: AuditFinding['variable'],
  verdict: AuditFinding['verdict'],
  z: number,
): AuditFinding => ({
  variable,
  group: 'volume',
  unit: 'm',
  usual: 0,
  before: 0,
  usualWeeks: [],
  windowWeeks: [],
  weeks: 4,
  effect: 0,
  se: 1,
  z,
  change: 0,
  verdict,
  coverage: 1,
  evidence: 'our-choice',
  mark: 'expert',
});

describe('what changed', () => {
  it('is ranked: clear before possible, then by how far it left the usual, up or down', () => {
    const { changed, same } = changedAndNot([
      finding('distance', 'possible', 2.4),
      finding('sessions', 'within-usual-swing', 0.1),
      finding('longest', 'clear', 3),
      finding('cadence-at-speed', 'clear', -5),
    ]);
    assert.deepEqual(
      changed.map(({ variable }) => variable),
      ['cadence-at-speed', 'longest', 'distance'],
    );
    assert.deepEqual(
      same.map(({ variable }) => variable),
      ['sessions'],
    );
  });
});

describe('units of a finding', () => {
  it('tell climb in metres and distance in kilometres', () => {
    assert.equal(inUnit(410, unitOf({ variable: 'descent', unit: 'm' }), gb), '410\u00a0m');
    assert.equal(inUnit(18_000, unitOf({ variable: 'longest', unit: 'm' }), gb), '18.0\u00a0km');
    assert.equal(inUnit(0.31, 'share', gb), '31\u00a0%');
    assert.equal(inUnit(3.5, 'runs', gb), '3.5');
  });
  it('are told once where both figures share one', () => {
    assert.deepEqual(unitOnce('13.0\u00a0km', '18.0\u00a0km'), ['13.0', '18.0\u00a0km']);
    assert.deepEqual(unitOnce('900\u00a0m', '1.2\u00a0km'), ['900\u00a0m', '1.2\u00a0km']);
    assert.deepEqual(unitOnce('3', '4'), ['3', '4']);
  });
  it('tell knee load as a share of a usual week, never by itself', () => {
    const load = { ...finding('knee-load', 'clear', 3), unit: 'BW·s', usual: 4000 };
    assert.equal(figureOf(load, 5600, gb), '140\u00a0%');
    assert.equal(figureOf(load, 4000, gb), '100\u00a0%');
  });
});
