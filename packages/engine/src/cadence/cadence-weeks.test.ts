import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { known, missing } from '../measured.ts';
import type { CadenceSession } from './cadence-weeks.ts';
import { CADENCE_WEEKS, programmeSoFar } from './cadence-weeks.ts';
import { countedCadence } from './counted-cadence.ts';

const begun = { startedOn: '2026-10-05', step: 0.05 } as const;

const session = (sinceStart: number, share: number, easyBins = 20): CadenceSession => ({
  runId: `run ${sinceStart}`,
  sinceStart,
  adherence: known({ share, good: share >= 0.7, easyBins, typicalOffset: 0 }),
});
const unjudged = (sinceStart: number): CadenceSession => ({
  runId: `run ${sinceStart}`,
  sinceStart,
  adherence: missing({ reason: 'not-recorded', what: 'cadence' }),
});

describe('programmeSoFar', () => {
  it('begins with week one, five times three minutes with the beat', () => {
    const { weekNow, plan, weeks, advice, mayRaise } = programmeSoFar(begun, 0, []);
    assert.deepEqual([weekNow, weeks.length, advice, mayRaise], [1, 1, 'go-on', false]);
    assert.deepEqual(plan?.beat, { kind: 'blocks', repeats: 5, onMin: 3, offMin: 1 });
  });
  it('turns to the next week on the seventh day after the first', () => {
    assert.equal(programmeSoFar(begun, 6, []).weekNow, 1);
    assert.equal(programmeSoFar(begun, 7, []).weekNow, 2);
  });
  it('weighs a week’s sessions by their easy half minutes and leaves out what could not be judged', () => {
    const [first] = programmeSoFar(begun, 3, [session(0, 1, 10), session(2, 0.4, 30), unjudged(3)]).weeks;
    assert.deepEqual([first?.judged, first?.good], [2, 1]);
    assert.ok(Math.abs((first?.share ?? 0) - 0.55) < 1e-12);
  });
  it('goes back a week after two weeks below a half, and not after one, nor for the week under way', () => {
    const poor = [session(1, 0.49), session(8, 0.49)];
    assert.equal(programmeSoFar(begun, 13, poor).advice, 'go-on');
    const back = programmeSoFar(begun, 14, poor);
    assert.deepEqual([back.advice, back.weekNow, back.plan?.week], ['back-a-week', 3, 2]);
    assert.equal(programmeSoFar(begun, 14, [session(1, 0.49), session(8, 0.5)]).advice, 'go-on');
  });
  it('is learnt where the sixth week, without a beat, held 70 %, and else asks for a count', () => {
    assert.equal(programmeSoFar(begun, 42, [session(38, 0.7)]).advice, 'learnt');
    assert.equal(programmeSoFar(begun, 42, [session(38, 0.69)]).advice, 'count-again');
    const over = programmeSoFar(begun, 42, []);
    assert.deepEqual([over.advice, over.plan, over.weeks.length], ['count-again', null, 6]);
  });
  it('lets the next step be asked for after seven days and a week at 70 %', () => {
    const good = [session(1, 0.7)];
    assert.equal(programmeSoFar(begun, 6, good).mayRaise, false);
    assert.equal(programmeSoFar(begun, 7, good).mayRaise, true);
    assert.equal(programmeSoFar(begun, 7, [session(1, 0.69)]).mayRaise, false);
  });
  it('does not depend on the order of the sessions', () => {
    const some = [session(0, 0.4), session(2, 0.9), session(9, 0.6), unjudged(10), session(16, 0.2)];
    fc.assert(
      fc.property(fc.shuffledSubarray(some, { minLength: some.length }), (shuffled) => {
        const [a, b] = [programmeSoFar(begun, 20, some), programmeSoFar(begun, 20, shuffled)];
        assert.deepEqual(
          a.weeks.map(({ judged, good }) => [judged, good]),
          b.weeks.map(({ judged, good }) => [judged, good]),
        );
        assert.equal(a.advice, b.advice);
      }),
    );
  });
  it('has the beat fade: never more of it in a later week from the second on', () => {
    const onMin = CADENCE_WEEKS.map(({ beat }) => (beat.kind === 'blocks' ? beat.repeats * beat.onMin : 0));
    assert.deepEqual(onMin, [15, 20, 12, 6, 0, 0]);
  });
  it('refuses a day before the first', () => {
    assert.throws(() => programmeSoFar(begun, -1, []), /daysSince must be a whole number, 0 or more, got -1/);
  });
});

describe('countedCadence', () => {
  const count = (date: string, cadenceSpm: number) => ({ date, cadenceSpm });
  it('is the mean of the last two days', () => {
    const counts = [count('2026-10-01', 150), count('2026-10-05', 168), count('2026-10-03', 164)];
    assert.deepEqual(countedCadence(counts), known(166));
  });
  it('takes four steps apart as agreeing, five as not', () => {
    assert.equal(countedCadence([count('2026-10-01', 164), count('2026-10-02', 168)]).known, true);
    assert.equal(countedCadence([count('2026-10-01', 164), count('2026-10-02', 169)]).known, false);
  });
  it('is missing with one day alone, however often it was counted there', () => {
    assert.equal(countedCadence([count('2026-10-01', 164), count('2026-10-01', 164)]).known, false);
  });
});
