import assert from 'node:assert/strict';
import { it } from 'node:test';
import { limitsFor } from '../pain/family.ts';
import type { Replay } from '../pain/replay.ts';
import { type Light, type PainState, startingState } from '../pain/state.ts';
import { sizeTerms } from './size-today.ts';

const DAY = 20_000;

const replay = {
  reported: [],
  limits: limitsFor(['GN']),
  ground: { longest30M: () => 6000 },
} as unknown as Replay;
const shortestOn = (light: Light, day: number): number => {
  const state: PainState = {
    ...startingState('BUILD', light, DAY - 30),
    limit: { metres: 5000, code: 'same-again', figures: {} },
    easierFromDay: DAY,
  };
  return Math.min(...sizeTerms(state, replay, day).map(({ allowsM }) => allowsM));
};

it('an easier week stays as easy where something goes amiss in it: worse never earns more', () => {
  assert.equal(shortestOn('GO', DAY), 4000);
  for (const light of ['HOLD', 'EASE'] as const) assert.ok(shortestOn(light, DAY) <= 4000, light);
});
it('an easier week is over after seven days, whatever the light', () => {
  assert.equal(shortestOn('HOLD', DAY + 6), 4000);
  assert.equal(shortestOn('HOLD', DAY + 7), 5000);
});
