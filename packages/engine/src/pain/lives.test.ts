import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { limitsFor } from './family.ts';
import { type RunReport, gradeOf } from './grade.ts';
import { play } from './rows.ts';
import { type PainEvent, type PainState, type Stage, startingState } from './state.ts';

// Random lives with disobedience, gaps, flags and clearances, straight through the rows.
const limits = limitsFor(['PF']);
const ground = { limits, oneRunSteps: true, easySpeedMps: 2.7, longest30M: () => 12_000 };
const pain = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(0, 1) }, fc.integer({ min: 0, max: 10 }));
const maybe = fc.option(pain, { freq: 6 });
const report = fc.record<RunReport>({
  before: fc.constant(null),
  during: maybe,
  evening: maybe,
  morning: maybe,
  secondMorning: maybe,
  onsetM: fc.option(fc.integer({ min: 100, max: 12_000 })),
  stopSign: fc.oneof({ weight: 30, arbitrary: fc.constant(false) }, fc.constant(true)),
  painkiller: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true)),
});
const happening = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ report, runM: fc.option(fc.integer({ min: 500, max: 20_000 }), { freq: 20 }) }),
  },
  { weight: 3, arbitrary: fc.record({ morning: pain }) },
  { weight: 1, arbitrary: fc.record({ walk: pain }) },
  { weight: 1, arbitrary: fc.constant('way-in-passed' as const) },
  { weight: 1, arbitrary: fc.constantFrom('flag-raised', 'cleared-by-professional', 'answers-corrected') },
  { weight: 8, arbitrary: fc.constant('day' as const) },
);
const lives = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), happening), { maxLength: 120 });

const eventOf = (
  day: number,
  what: ReturnType<(typeof lives)['generate']>['value'][number][1],
): PainEvent => {
  if (typeof what === 'string') return { kind: what as 'day', day };
  if ('morning' in what) return { kind: 'morning', day, pain: what.morning };
  if ('walk' in what) return { kind: 'walked-30-min', day, pain: what.walk };
  return {
    kind: 'run',
    day,
    runId: `run-${day}`,
    report: what.report,
    grade: gradeOf(what.report, limits),
    runM: what.runM,
    movingMin: what.runM === null ? null : what.runM / 160,
    longest30M: 12_000,
  };
};

it('keeps every rule that always holds, whatever life does', () => {
  fc.assert(
    fc.property(lives, fc.constantFrom<Stage>('CALM', 'CLEAR', 'BUILD'), (life, stage) => {
      let day = 0;
      let state: PainState = startingState(stage, 'GO', 0);
      for (const [gap, what] of life) {
        day += gap;
        const event = eventOf(day, what);
        const before = state;
        state = play(state, event, ground);
        // REFER is left only by 3 and 3b.
        if (before.light === 'REFER' && state.light !== 'REFER') {
          assert.ok(event.kind === 'cleared-by-professional' || event.kind === 'answers-corrected');
        }
        // Any flag leads to REFER.
        if (event.kind === 'flag-raised') assert.equal(state.light, 'REFER');
        // Once the machine has sent to CALM, only the tests lead on to running.
        if (
          before.stage === 'CALM' &&
          !before.waysInOpen &&
          state.stage !== 'CALM' &&
          before.light !== 'REFER'
        ) {
          assert.equal(event.kind, 'way-in-passed');
        }
        // A step is on the ladder and nowhere else.
        assert.equal(state.step !== null, state.stage === 'LADDER');
        if (state.step !== null)
          assert.ok(state.step >= 1 && state.step <= 12 && Number.isInteger(state.step));
        // The size in force grows only by a clean run, or from the ladder to BUILD.
        const [was, is] = [before.limit?.metres, state.limit?.metres];
        if (was !== undefined && is !== undefined && is > was && before.light !== 'REFER') {
          assert.ok(event.kind === 'run' && event.grade === 'CLEAN', `${was} to ${is} by ${event.kind}`);
        }
        if (is !== undefined) assert.ok(Number.isFinite(is) && is >= 0);
        // A bad run never leaves GO behind it.
        if (event.kind === 'run' && ['STOP', '48H', 'RED', 'EDGE', 'AMBER'].includes(event.grade)) {
          assert.ok(state.light !== 'GO' || state.stage === 'CALM', event.grade);
        }
      }
    }),
    { numRuns: 500 },
  );
});
