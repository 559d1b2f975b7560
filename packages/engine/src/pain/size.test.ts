// oxlint-disable unicorn/consistent-function-scoping -- small helpers stand beside what they serve
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mayRaise, sizeInForceM, withRun } from './effects.ts';
import { limitsFor } from './family.ts';
import { daysOff, easyOfLong, raised, stepAfterCalm } from './size.ts';
import { type PainState, type RunEvent, startingState } from './state.ts';

describe('raised', () => {
  it('adds 0.65 km below 5 km, a tenth from there on', () => {
    assert.equal(raised(4000), 4650);
    assert.equal(raised(4999), 5649);
    assert.equal(raised(5000), 5500);
    assert.equal(Math.round(raised(13_000)), 14_300);
  });
});

describe('daysOff', () => {
  it('has its rows at 3, 7, 14, 28 and 56 days', () => {
    const kind = (days: number) => {
      const off = daysOff(days);
      return off.kind === 'ladder' ? `step ${off.step}` : off.kind;
    };
    assert.deepEqual([0, 3, 4, 7, 8, 14, 15, 28, 29, 56, 57, 400].map(kind), [
      'as-planned',
      'as-planned',
      'no-raise',
      'no-raise',
      'shorter',
      'shorter',
      'step 7',
      'step 7',
      'step 3',
      'step 3',
      'step 1',
      'step 1',
    ]);
    assert.deepEqual([14, 15, 28, 29].map(stepAfterCalm), [5, 3, 3, 1]);
  });
});

const DAY = 50;
const ready: PainState = {
  ...startingState('BUILD', 'GO', 0),
  limit: { metres: 6000, code: 'same-again', figures: {} },
  cleanSinceRaise: 2,
  morningSettled: true,
  lastRunDay: DAY - 2,
  lastRunM: 6000,
};

describe('a raise', () => {
  it('needs GO, two clean runs, 7 days since the last, 14 since trouble, a settled morning and no break', () => {
    assert.equal(mayRaise(ready, DAY), true);
    assert.equal(mayRaise({ ...ready, light: 'HOLD' }, DAY), false);
    assert.equal(mayRaise({ ...ready, cleanSinceRaise: 1 }, DAY), false);
    assert.equal(mayRaise({ ...ready, noRaiseUntilDay: DAY }, DAY), true);
    assert.equal(mayRaise({ ...ready, noRaiseUntilDay: DAY + 1 }, DAY), false);
    assert.equal(mayRaise({ ...ready, troubleUntilDay: DAY - 14 }, DAY), true);
    assert.equal(mayRaise({ ...ready, troubleUntilDay: DAY - 13 }, DAY), false);
    assert.equal(mayRaise({ ...ready, lastRunDay: DAY - 3 }, DAY), true);
    assert.equal(mayRaise({ ...ready, lastRunDay: DAY - 4 }, DAY), false);
    assert.equal(mayRaise({ ...ready, morningSettled: false }, DAY), false);
  });

  const ran = (runM: number, longest30M = 20_000, before = ready): PainState => {
    const event: RunEvent = {
      kind: 'run',
      day: DAY,
      runId: 'run',
      report: {
        before: null,
        during: 0,
        evening: 0,
        morning: 0,
        secondMorning: null,
        onsetM: null,
        stopSign: null,
        painkiller: null,
      },
      grade: 'CLEAN',
      runM,
      movingMin: 40,
      longest30M,
    };
    return withRun(before, event, limitsFor(['GN']));
  };

  it('is taken by running it, and then waits seven days', () => {
    const taken = ran(6500);
    assert.equal(taken.limit?.metres, 6500);
    assert.equal(taken.noRaiseUntilDay, DAY + 7);
    assert.equal(taken.cleanSinceRaise, 1);
    assert.equal(ran(6000).limit?.metres, 6000);
    assert.equal(ran(6000).noRaiseUntilDay, null);
    // The watch's few metres more are still the size that was on offer.
    assert.equal(Math.round(ran(6700).limit?.metres ?? 0), 6600);
  });

  it('is not earned by a run over the cap, painless or not', () => {
    for (const over of [ran(6600, 5900), ran(6500, 5900)]) {
      assert.equal(over.limit?.metres, 6000);
      assert.equal(over.noRaiseUntilDay, DAY + 7);
      assert.equal(over.cleanSinceRaise, 0);
    }
  });

  it('is not lost by a run longer than on offer but within the tenth', () => {
    const early = { ...ready, cleanSinceRaise: 1 };
    for (const runM of [6000, 6300, 6600]) {
      const state = ran(runM, 6000, early);
      assert.deepEqual([state.limit?.metres, state.noRaiseUntilDay, state.cleanSinceRaise], [6000, null, 2]);
    }
    const over = ran(6601, 6000, early);
    assert.deepEqual([over.limit?.metres, over.noRaiseUntilDay, over.cleanSinceRaise], [6000, DAY + 7, 0]);
  });

  it('counts from the longest run of thirty days where that is shorter than what is allowed', () => {
    assert.equal(sizeInForceM(ready, 5000), 5000);
    assert.equal(sizeInForceM(ready, 7000), 6000);
    assert.equal(sizeInForceM(ready, null), 6000);
    const towards = ran(5500, 5000);
    assert.deepEqual([towards.limit?.metres, towards.noRaiseUntilDay], [6000, DAY + 7]);
  });

  it('is followed by a week without one after every third', () => {
    const third = ran(6500, 20_000, { ...ready, raises: 2 });
    assert.deepEqual([third.raises, third.easierFromDay, third.noRaiseUntilDay], [0, DAY + 7, DAY + 14]);
    const second = ran(6500, 20_000, { ...ready, raises: 1 });
    assert.deepEqual([second.raises, second.easierFromDay, second.noRaiseUntilDay], [2, null, DAY + 7]);
  });
});

describe('easyOfLong', () => {
  it('is all of it up to 4.5 km, and never less than seven tenths', () => {
    assert.deepEqual(
      [3000, 4500, 5000, 6500, 10_000].map((longM) => Math.round(easyOfLong(longM))),
      [3000, 4500, 4500, 4550, 7000],
    );
  });
});
