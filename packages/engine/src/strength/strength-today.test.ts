import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isoDay, parseIsoDay } from '../calendar/civil-day.ts';
import { FAMILIES, type Family, limitsFor } from '../pain/family.ts';
import type { Light, Stage } from '../pain/state.ts';
import { afterGap, blockOf } from './block.ts';
import { exerciseOf } from './exercises.ts';
import { jumpStage, jumpsFit } from './jumps.ts';
import { phaseOf } from './phase.ts';
import type { StrengthPhase } from './programmes.ts';
import { type StrengthInput, standingIn, strengthToday } from './strength-today.ts';
import type { WeeksAhead } from '../plan/plan-types.ts';
import { strengthForPlan, strengthOfPlan } from './strength-in-plan.ts';
import type { DoneSession, Morning } from './strength-log.ts';
import { type JumpTests, type RunningSoFar, unlockJumps } from './unlock.ts';

const TODAY = '2026-11-24';
const back = (days: number): string => isoDay(parseIsoDay(TODAY) - days);
const session = (
  daysBack: number,
  phase: StrengthPhase = 'build',
  more: Partial<DoneSession> = {},
): DoneSession => ({
  id: `s${daysBack}`,
  date: back(daysBack),
  phase,
  day: phase === 'calm' ? null : 'A',
  exercises: [],
  rpe: 7,
  ...more,
});
const settledMornings = (days: number): Morning[] =>
  Array.from({ length: days }, (_, i) => ({ date: back(days - 1 - i), pain: 0 }));
const NO_TESTS: JumpTests = { calfRaises: null, oneLegSquats: null, balanceS: null, pogos: null };
const NOTHING: RunningSoFar = { daysInGo: null, continuousCleanMin: null, cleanWeeks: null };
const READY: RunningSoFar = { daysInGo: 14, continuousCleanMin: 30, cleanWeeks: 2 };
const PASSED: JumpTests = {
  calfRaises: { left: 20, right: 22 },
  oneLegSquats: { count: 10, pain: 1 },
  balanceS: 30,
  pogos: { count: 20, pain: 1 },
};
const input = (more: Partial<StrengthInput> = {}): StrengthInput => ({
  date: TODAY,
  families: ['PF'],
  soreSide: 'right',
  stage: 'BUILD',
  light: 'GO',
  limits: limitsFor(more.families ?? ['PF']),
  sessions: [],
  mornings: [],
  runDates: [],
  painNow: 0,
  stairsPain: 0,
  kit: ['band', 'gym'],
  running: NOTHING,
  tests: NO_TESTS,
  wantsJumps: false,
  planned: null,
  hardTomorrow: false,
  ...more,
});
const codes = ({ reasons }: { readonly reasons: readonly { readonly code: string }[] }): readonly string[] =>
  reasons.map(({ code }) => code);

describe('the phase', () => {
  const calm = [10, 8, 6, 4, 2].map((days) => session(days, 'calm'));
  const phase = (more: Partial<StrengthInput>) => phaseOf(input(more));
  it('is calm until five sessions, three settled mornings and stairs within the ceiling', () => {
    const enough = { sessions: calm, mornings: settledMornings(3), stairsPain: 2 };
    assert.equal(phase(enough).phase, 'build');
    assert.equal(phase({ ...enough, sessions: calm.slice(1) }).phase, 'calm');
    assert.equal(phase({ ...enough, mornings: settledMornings(2) }).phase, 'calm');
    assert.equal(phase({ ...enough, stairsPain: 3 }).phase, 'calm');
  });
  it('takes an unanswered question for no answer, not for a good one', () => {
    const asked = phase({ sessions: calm, mornings: settledMornings(3), stairsPain: null });
    assert.equal(asked.phase, 'calm');
    assert.deepEqual(
      asked.next.map(({ met }) => met),
      ['yes', 'yes', 'unknown'],
    );
  });
  it('is run-specific after six weeks and ten sessions of building', () => {
    const days = [42, 38, 35, 31, 28, 24, 21, 17, 14, 10];
    const built = days.map((each) => session(each));
    assert.equal(phase({ sessions: built }).phase, 'run-specific');
    assert.equal(phase({ sessions: built.slice(1) }).phase, 'build');
    assert.equal(phase({ sessions: days.map((each) => session(Math.min(each, 41))) }).phase, 'build');
  });
  it('is calm again while the knee calms or rests, whatever was built', () => {
    assert.equal(phase({ sessions: [session(3)], stage: 'CALM' }).phase, 'calm');
    assert.equal(phase({ sessions: [session(3)], light: 'PAUSE' }).phase, 'calm');
    assert.equal(phase({ sessions: [session(3)] }).phase, 'build');
  });
});

describe('a break of heavy work', () => {
  it('repeats from 7 days, takes a tenth from 14, a quarter and a row from 28', () => {
    assert.deepEqual(
      [6, 7, 13, 14, 27, 28].map((days) => Object.values(afterGap(days))),
      [
        [1, false, 0],
        [1, true, 0],
        [1, true, 0],
        [0.9, true, 0],
        [0.9, true, 0],
        [0.75, true, 1],
      ],
    );
  });
  it('is no week of the block', () => {
    const day = parseIsoDay(TODAY);
    assert.equal(blockOf([], day).week, 1);
    assert.equal(blockOf([session(21), session(18), session(7)], day).week, 3);
    assert.equal(blockOf([session(35), session(33)], day).rowsBack, 1);
  });
  it('is not needed to find two sessions too hard: effort 9 twice, not once, not 8', () => {
    const day = parseIsoDay(TODAY);
    const hard = (a: number | null, b: number | null) =>
      blockOf([session(6, 'build', { rpe: a }), session(3, 'build', { rpe: b })], day).tooHard;
    assert.deepEqual([hard(9, 9), hard(8, 9), hard(9, null)], [true, false, false]);
  });
});

describe('jumps', () => {
  const limits = limitsFor(['PF']);
  const open = (running = READY, tests = PASSED, sessions = 10, families: readonly Family[] = ['PF']) =>
    unlockJumps(families, limitsFor(families), sessions, running, tests).open;
  it('open with all eleven conditions, and with none of them missing', () => {
    assert.equal(open(), true);
    assert.equal(open({ ...READY, daysInGo: 13 }), false);
    assert.equal(open({ ...READY, continuousCleanMin: 29.9 }), false);
    assert.equal(open({ ...READY, cleanWeeks: 1 }), false);
    assert.equal(open(READY, PASSED, 9), false);
    assert.equal(open(READY, { ...PASSED, calfRaises: { left: 19, right: 20 } }), false);
    assert.equal(open(READY, { ...PASSED, calfRaises: { left: 20, right: 23 } }), false);
    assert.equal(open(READY, { ...PASSED, oneLegSquats: { count: 9, pain: 0 } }), false);
    assert.equal(open(READY, { ...PASSED, oneLegSquats: { count: 10, pain: 2 } }), false);
    assert.equal(open(READY, { ...PASSED, balanceS: 29 }), false);
    assert.equal(open(READY, { ...PASSED, pogos: { count: 19, pain: 0 } }), false);
    assert.equal(open(READY, { ...PASSED, pogos: { count: 20, pain: null } }), false);
  });
  it('wait four clean weeks for a bone', () => {
    const tests = { ...PASSED, oneLegSquats: { count: 10, pain: 0 }, pogos: { count: 20, pain: 0 } };
    assert.equal(open({ ...READY, cleanWeeks: 3 }, tests, 10, ['BS']), false);
    assert.equal(open({ ...READY, cleanWeeks: 4 }, tests, 10, ['BS']), true);
  });
  it('tell first what is missing', () => {
    const { criteria } = unlockJumps(['PF'], limits, 10, { ...READY, daysInGo: 3 }, PASSED);
    assert.deepEqual(criteria[0], { code: 'days-in-go', met: 'no', figures: { have: 3, need: 14 } });
  });
  const jumped = (daysBack: number, pain: number | null, level: 1 | 2 | 3 = 1): DoneSession =>
    session(daysBack, 'run-specific', {
      exercises: [
        {
          exercise: 'pogo',
          level,
          short: false,
          askedSets: 3,
          askedTop: 20,
          sets: [],
          pain,
          formLost: false,
        },
      ],
    });
  it('go up after two sessions settled on the second morning', () => {
    const mornings = settledMornings(20);
    assert.deepEqual(jumpStage([], mornings, limits), {
      exercise: 'pogo',
      stage: 1,
      level: 1,
      isNew: true,
      contacts: 60,
    });
    const level = (...done: readonly DoneSession[]) => jumpStage(done, mornings, limits)?.level;
    assert.equal(level(jumped(10, 0)), 1);
    assert.equal(level(jumped(10, 0), jumped(6, 1)), 2);
    assert.equal(level(jumped(10, 0), jumped(6, null)), 1);
    assert.equal(jumpStage([jumped(10, 0), jumped(6, 0)], [], limits)?.level, 1);
  });
  it('take a new stage only in a week that is kept for it; else the last again, or none', () => {
    const mornings = settledMornings(20);
    assert.equal(jumpStage([], mornings, limits, false), null);
    assert.equal(jumpStage([jumped(10, 0), jumped(6, 0)], mornings, limits, false)?.level, 1);
    assert.equal(jumpStage([jumped(10, 0)], mornings, limits, false)?.level, 1);
  });
  it('lie two days apart, three for a tendon, twice a week at most', () => {
    const today = parseIsoDay(TODAY);
    assert.equal(jumpsFit([jumped(1, 0)], 'pogo', false, today), false);
    assert.equal(jumpsFit([jumped(2, 0)], 'pogo', false, today), true);
    assert.equal(jumpsFit([jumped(2, 0)], 'pogo', true, today), false);
    assert.equal(jumpsFit([jumped(3, 0)], 'pogo', true, today), true);
    assert.equal(jumpsFit([jumped(6, 0), jumped(3, 0)], 'pogo', false, today), false);
    assert.equal(jumpsFit([jumped(6, 0)], 'uphill_sprint', false, today), false);
  });
});

describe('today’s strength', () => {
  it('begins with the calm list, short of deep bends, the sorer side first', () => {
    const { kind, phase, exercises } = strengthToday(input());
    assert.deepEqual([kind, phase], ['session', 'calm']);
    assert.deepEqual(
      exercises.map(({ exercise, sets, reps, holdS, short, firstSide }) => [
        exercise,
        sets,
        reps,
        holdS,
        short,
        firstSide,
      ]),
      [
        ['side_lying_abduction', 3, [12, 15], null, false, 'right'],
        ['glute_bridge', 3, [12, 12], null, false, null],
        ['straight_leg_raise', 3, [12, 15], null, false, 'right'],
        ['wall_sit', 5, null, [20, 20], true, null],
      ],
    );
  });
  it('builds with two days in turn', () => {
    const first = strengthToday(input({ stage: 'CLEAR' }));
    assert.deepEqual([first.phase, first.day, first.exercises[0]?.reps], ['build', 'A', [15, 15]]);
    const second = strengthToday(input({ stage: 'CLEAR', sessions: [session(2)] }));
    assert.equal(second.day, 'B');
  });
  it('replaces machines that are not there, and says so', () => {
    const { exercises } = strengthToday(input({ stage: 'CLEAR', kit: [], sessions: [session(2)] }));
    assert.deepEqual(
      exercises.map(({ exercise }) => exercise),
      ['split_squat', 'single_leg_bridge', 'wall_sit', 'plank'],
    );
    assert.ok(codes(exercises[2] ?? { reasons: [] }).includes('instead-of-kit'));
  });
  it('rests on the day after heavy work, and works on the second', () => {
    assert.deepEqual(codes(strengthToday(input({ sessions: [session(1)] }))), ['heavy-too-close']);
    assert.equal(strengthToday(input({ sessions: [session(2)] })).kind, 'session');
  });
  it('is twice a week at most, three times for a tendon', () => {
    const sessions = [session(5), session(2)];
    assert.deepEqual(codes(strengthToday(input({ sessions }))), ['enough-this-week']);
    assert.equal(strengthToday(input({ sessions, families: ['TE'] })).kind, 'session');
  });
  it('yields to a long or hard run tomorrow; the calm list does not', () => {
    const hardTomorrow = true;
    assert.deepEqual(codes(strengthToday(input({ sessions: [session(3)], hardTomorrow }))), [
      'hard-run-tomorrow',
    ]);
    assert.equal(strengthToday(input({ hardTomorrow })).kind, 'session');
  });
  it('is none with a flag, unless a clinician allowed it', () => {
    const refer = strengthToday(input({ light: 'REFER' }));
    assert.deepEqual([refer.kind, refer.exercises.length], ['refer', 0]);
    assert.equal(strengthToday(input({ light: 'REFER', allowedInRefer: true })).kind, 'session');
  });
  it('in PAUSE keeps hip, trunk, calf and holds, at 2 of 10', () => {
    const { exercises } = strengthToday(input({ light: 'PAUSE' }));
    assert.ok(exercises.length > 0);
    for (const { exercise, painLimit } of exercises) {
      const { region, dose } = exerciseOf(exercise);
      assert.ok(region !== 'knee' || dose === 'hold', exercise);
      assert.equal(painLimit, 2);
    }
  });
  it('in EASE takes a fifth off knee work and holds every load', () => {
    const sets = [0, 1, 2].map(() => ({ side: null, reps: 15, holdS: null, loadKg: 40, reserve: 2 }));
    const squats = (daysBack: number): DoneSession =>
      session(daysBack, 'build', {
        exercises: [
          {
            exercise: 'squat',
            level: 2,
            short: false,
            askedSets: 3,
            askedTop: 15,
            sets,
            pain: 1,
            formLost: false,
          },
        ],
      });
    const given = input({ sessions: [squats(6), squats(3)], mornings: settledMornings(8), planned: 'A' });
    const squat = (light: Light) => {
      const found = strengthToday({ ...given, light }).exercises.find(({ exercise }) => exercise === 'squat');
      return [found?.loadKg, found ? codes(found) : []] as const;
    };
    assert.equal(standingIn(given, 'squat').ready, 'load');
    assert.deepEqual(squat('GO'), [{ known: true, value: 42 }, ['load-up']]);
    assert.deepEqual(squat('HOLD'), [{ known: true, value: 40 }, ['hold-by-light']]);
    assert.deepEqual(squat('EASE'), [{ known: true, value: 32 }, ['hold-by-light', 'eased-by-light']]);
  });
  it('a light session in race week has a set fewer and no rise', () => {
    const { exercises, reasons } = strengthToday(input({ stage: 'CLEAR', planned: 'light' }));
    assert.equal(exercises[0]?.sets, 2);
    assert.ok(codes({ reasons }).includes('race-week-light'));
  });
  it('gives jumps only in the last phase, in GO, once they are open', () => {
    const sessions = [42, 38, 35, 31, 28, 24, 21, 17, 14, 10].map((each) => session(each));
    const ready = input({ sessions, running: READY, tests: PASSED, mornings: settledMornings(50) });
    assert.equal(strengthToday(ready).jumps?.exercise, 'pogo');
    assert.equal(strengthToday({ ...ready, light: 'HOLD' }).jumps, null);
    assert.equal(strengthToday({ ...ready, running: NOTHING }).jumps, null);
    assert.equal(strengthToday({ ...ready, sessions: sessions.slice(1) }).jumps, null);
  });
  it('always has something to do, for every family, light and kit, and never what is barred', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(FAMILIES) as Family[])),
        fc.constantFrom<Stage>('CALM', 'LADDER', 'BUILD', 'CLEAR'),
        fc.constantFrom<Light>('GO', 'HOLD', 'EASE', 'PAUSE'),
        fc.subarray(['band', 'gym', 'roller'] as const),
        fc.constantFrom(null, 0, 4),
        (family, stage, light, kit, painNow) => {
          const given = input({
            families: [family],
            stage,
            light,
            kit,
            painNow,
            limits: limitsFor([family]),
          });
          const { kind, exercises, jumps } = strengthToday(given);
          assert.equal(kind, 'session');
          assert.ok(exercises.length > 0, `${family} ${stage} ${light}`);
          assert.equal(jumps, null);
          for (const { exercise, cautions, sets } of exercises) {
            assert.ok(!cautions.some((caution) => caution.kind === 'avoid'), exercise);
            assert.ok(sets >= 1);
            for (const need of exerciseOf(exercise).kit) {
              assert.ok(
                !['band', 'gym', 'roller'].includes(need) || (kit as string[]).includes(need),
                exercise,
              );
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('strength and the plan', () => {
  it('is told by the plan: what today holds, and whether tomorrow is hard', () => {
    const sessions = [
      { kind: 'strength', slot: 'A', date: TODAY },
      { kind: 'long', date: back(-1), change: null, work: null },
    ];
    const changes = [{ kind: 'jumps', date: back(2), sessionId: null }];
    const plan = { sessions, until: back(-10), changes } as unknown as WeeksAhead;
    assert.deepEqual(strengthOfPlan(plan, TODAY), {
      planned: 'A',
      hardTomorrow: true,
      newStageThisWeek: true,
    });
    assert.deepEqual(strengthOfPlan(plan, back(-1)), {
      planned: 'none',
      hardTomorrow: false,
      newStageThisWeek: true,
    });
    assert.deepEqual(strengthOfPlan(plan, back(-10)), {
      planned: 'none',
      hardTomorrow: null,
      newStageThisWeek: false,
    });
  });
  it('tells the plan what was done and how often', () => {
    const given = strengthForPlan('build', [session(5), session(2, 'calm')], ['PF'], TODAY);
    assert.deepEqual(given, {
      phase: 'build',
      done: [
        { date: back(5), heavy: true },
        { date: back(2), heavy: false },
      ],
      perWeek: 2,
    });
    const weeks = Array.from({ length: 13 }, (_, i) => session(7 * i));
    assert.equal(strengthForPlan('run-specific', weeks, ['PF'], TODAY).perWeek, 1);
    assert.equal(strengthForPlan('run-specific', weeks.slice(1), ['PF'], back(7)).perWeek, 2);
    assert.equal(strengthForPlan('build', [], ['TE'], TODAY).perWeek, 3);
    assert.equal(strengthForPlan('build', [], ['TE', 'PF'], TODAY).perWeek, 2);
  });
});
