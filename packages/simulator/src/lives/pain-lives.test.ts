import assert from 'node:assert/strict';
import { it } from 'node:test';
import { KIND_DAYS, livePain } from './pain-lives.ts';

// A few of the 3,000 lives that `node packages/simulator/src/lives/count-lives.ts pain` lives.
const LIVES = 8;
const WEEKS = 30;

it('keeps every rule of the pain machine, whatever life does, and kind days lead back to running', () => {
  const total = { days: 0, runs: 0, pairs: 0, kind: 0 };
  for (let seed = 1; seed <= LIVES; seed += 1) {
    const life = livePain(seed, WEEKS);
    assert.deepEqual(life.breaches, [], `seed ${seed}`);
    for (const { toRun, toBuild, from } of life.kind) {
      assert.ok(toRun !== null && toRun <= 7, `${from}: a run after ${toRun} kind days`);
      assert.ok(toBuild !== null && toBuild <= KIND_DAYS, `${from}: running after ${toBuild} kind days`);
    }
    total.days += life.days;
    total.runs += life.runs;
    total.pairs += life.pairs;
    total.kind += life.kind.length;
  }
  assert.ok(total.runs > 200 && total.pairs > 30 && total.kind > 3, JSON.stringify(total));
});
