import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { seededRandom } from '../random.ts';
import { drawRunner } from './drawn-runner.ts';
import { capacityToday, painAt, ratioForPain, restPain, stateAtStart } from './knee-state.ts';
import { chanceOfTooMuch, trueEdgeKm } from './true-edge.ts';

const CEILING = 3;
const PER_KM_BWS = 275;

it('agrees with drawing ten thousand days', () => {
  const runner = drawRunner(seededRandom(4));
  const state = { ...stateAtStart(runner), leftoverBws: 0.2 * runner.capacityBws };
  const edgeKm = trueEdgeKm(runner, state, PER_KM_BWS, CEILING, 0.2);
  const random = seededRandom(9);
  const before = restPain(runner, state);
  const days = 10_000;
  let over = 0;
  for (let day = 0; day < days; day++) {
    const capacity = capacityToday(runner, state, 0, random.normal(0, runner.pain.dayNoise));
    const doseBws =
      edgeKm * PER_KM_BWS * random.logNormal(1, runner.loadError) +
      runner.leftover.weight * state.leftoverBws;
    if (painAt(runner.pain, before, doseBws / capacity) >= CEILING - 0.5) over += 1;
  }
  // This runner's ceiling comes before an unsettled morning does, so the ceiling alone decides.
  assert.ok(Math.abs(over / days - 0.2) < 0.015, `${over / days}`);
});

it('is nearer for a smaller chance, a lower ceiling and a sorer knee', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const runner = drawRunner(seededRandom(seed));
      const state = stateAtStart(runner);
      const edge = (share: number, ceiling = CEILING, fast = state.fast): number =>
        trueEdgeKm(runner, { ...state, fast }, PER_KM_BWS, ceiling, share);
      assert.ok(edge(0.1) <= edge(0.2));
      assert.ok(edge(0.2, 2) <= edge(0.2));
      assert.ok(edge(0.2, CEILING, state.fast + 0.1) <= edge(0.2));
    }),
    { numRuns: 50 },
  );
});

it('has no distance left where the ache is there before the run', () => {
  const runner = drawRunner(seededRandom(1));
  const sore = { ...stateAtStart(runner), fast: 1 };
  assert.equal(chanceOfTooMuch(runner, sore, PER_KM_BWS, 0.1, CEILING), 1);
  assert.ok(trueEdgeKm(runner, sore, PER_KM_BWS, CEILING, 0.2) < 1e-9);
});

it('inverts pain', () => {
  fc.assert(
    fc.property(fc.nat(), fc.double({ min: 0.01, max: 3, noNaN: true }), (seed, ratio) => {
      const { pain } = drawRunner(seededRandom(seed));
      assert.ok(Math.abs(ratioForPain(pain, 0.4, painAt(pain, 0.4, ratio)) - ratio) < 1e-9);
    }),
  );
});
