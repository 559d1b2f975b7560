import assert from 'node:assert/strict';
import { it } from 'node:test';
import { livePlanned } from './plan-lives.ts';

// A few of the thousand lives that `node packages/simulator/src/lives/count-lives.ts plan` lives.
const LIVES = 5;
const WEEKS = 8;

it('keeps every rule of a plan, whatever life does', () => {
  const total = { plans: 0, ran: 0, changes: 0 };
  for (let seed = 1; seed <= LIVES; seed += 1) {
    const life = livePlanned(seed, WEEKS);
    assert.deepEqual(life.breaches, [], `seed ${seed}`);
    total.plans += life.plans;
    total.ran += life.ran;
    total.changes += life.changes;
  }
  assert.ok(total.plans > 80 && total.ran > 30 && total.changes > 3, JSON.stringify(total));
});

it('lives the same life from the same seed', () => {
  assert.deepEqual(livePlanned(7, 4), livePlanned(7, 4));
});
