import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type DoneSession,
  type Light,
  type PlanInput,
  type Run,
  type StrengthInput,
  isoDay,
  known,
  limitsFor,
  missing,
  parseIsoDay,
  planAhead,
  strengthToday,
} from '@kneewise/engine';
import { say } from './say.ts';

// Every reason that plans and sessions really give can be said: its sentence names no figure that nobody gave.
const UNITS = { distance: 'km', locale: 'en-GB' } as const;
const DATE = '2026-11-24';
const back = (days: number): string => isoDay(parseIsoDay(DATE) - days);
const notThere = missing({ reason: 'not-recorded', what: 'altitude' });
const run = (daysBack: number, km: number): Run => ({
  id: `r${daysBack}`,
  startAtMs: parseIsoDay(back(daysBack)) * 86_400_000 + 36_000_000,
  utcOffsetMin: 0,
  subSport: null,
  distanceM: known(km * 1000),
  movingS: known(km * 400),
  elapsedS: km * 400,
  analysis: {
    engineVersion: 1,
    meanSpeedMps: known(2.5),
    cadenceSpm: notThere,
    ascentM: notThere,
    descentM: notThere,
    kneeLoad: notThere,
    cadenceBins: [],
  },
});
const runs = Array.from({ length: 24 }, (_, i) => run(1 + Math.round((i * 7) / 3), i % 3 === 0 ? 13 : 9));

const plans: readonly Partial<PlanInput>[] = [
  {},
  { race: { date: back(-45), distanceM: 10_000, terrain: 'trail' } },
  { race: { date: back(-45), distanceM: 42_195, terrain: 'road' } },
  { race: { date: back(-200), distanceM: 5000, terrain: 'road' } },
  { longDay: 6, requested: ['new-shoe', 'cadence', 'rough-ground', 'jumps'], mostRuns: 4 },
  { cadence: { startedOn: DATE, step: 0.05, targetSpm: known(170) } },
  { strength: { phase: 'build', done: [{ date: back(1), heavy: true }], perWeek: 2 } },
  { moves: [{ sessionId: 'run-2026-11-30-1', to: '2026-12-01' }] },
];

describe('what a plan says', () => {
  it('can be said of every session, change, problem and race', () => {
    let said = 0;
    for (const more of plans) {
      for (const flags of ['none-raised', 'raised', 'unanswered'] as const) {
        for (const ofRuns of [runs, runs.slice(12), []]) {
          const plan = planAhead({
            today: {
              date: DATE,
              runs: ofRuns,
              others: [],
              checkIns: [],
              flags,
              onset: null,
              family: 'GN',
              side: null,
              ache: 'no',
              events: [{ kind: 'way-in-passed', date: back(1) }],
            },
            weeks: 9,
            days: null,
            longDay: null,
            mostRuns: null,
            goal: { longM: 16_000, hills: true, speed: true, downhill: true },
            race: null,
            changes: [],
            requested: [],
            cadence: null,
            strength: { phase: 'build', done: [], perWeek: 2 },
            moves: [],
            ...more,
          });
          const reasons = [
            ...plan.sessions.flatMap(({ why }) => why),
            ...(plan.blocked?.why ?? []),
            ...(plan.race?.why ?? []),
          ];
          for (const { code, figures } of reasons)
            said += say('plan', `why.${code}`, figures, UNITS).length > 0 ? 1 : 0;
          for (const { kind } of plan.sessions) assert.ok(say('plan', `kind.${kind}`, {}, UNITS));
          for (const session of plan.sessions) {
            if (!('surface' in session)) continue;
            assert.ok(say('plan', `surface.${session.surface}`, {}, UNITS));
            if (session.work) assert.ok(say('plan', `work.${session.work.kind}`, { ...session.work }, UNITS));
          }
          for (const { kind } of plan.changes) assert.ok(say('plan', `change.${kind}`, {}, UNITS));
          for (const { code, figures } of plan.problems)
            assert.ok(say('plan', `problem.${code}`, figures, UNITS));
          if (plan.race) assert.ok(say('plan', `offer.${plan.race.offered}`, {}, UNITS));
        }
      }
    }
    assert.ok(said > 500, `${said} said`);
  });
});

describe('what a strength session says', () => {
  const done = (daysBack: number, reserve: number, pain: number): DoneSession => ({
    id: `s${daysBack}`,
    date: back(daysBack),
    phase: 'build',
    day: 'A',
    rpe: 9,
    exercises: (['squat', 'calf_raise', 'leg_press'] as const).map((exercise) => ({
      exercise,
      level: 3,
      short: false,
      askedSets: 3,
      askedTop: 10,
      sets: [0, 1, 2].map(() => ({ side: null, reps: 10, holdS: null, loadKg: 30, reserve })),
      pain,
      formLost: false,
    })),
  });
  const input = (more: Partial<StrengthInput>): StrengthInput => ({
    date: DATE,
    families: ['PF'],
    soreSide: 'right',
    stage: 'BUILD',
    light: 'GO',
    limits: limitsFor(['PF']),
    sessions: [],
    mornings: Array.from({ length: 40 }, (_, i) => ({ date: back(i), pain: 0 })),
    runDates: [],
    painNow: 0,
    stairsPain: 0,
    kit: [],
    running: { daysInGo: 3, continuousCleanMin: null, cleanWeeks: 0 },
    tests: { calfRaises: null, oneLegSquats: null, balanceS: null, pogos: null },
    wantsJumps: true,
    planned: null,
    hardTomorrow: false,
    ...more,
  });
  it('can be said of every exercise, lock and phase', () => {
    const logs: readonly (readonly DoneSession[])[] = [
      [],
      [done(3, 2, 0)],
      [done(6, 2, 0), done(3, 2, 0)],
      [done(6, 0, 0), done(3, 0, 0)],
      [done(6, 2, 5), done(3, 2, 5)],
      [done(40, 2, 1)],
      [done(1, 2, 1)],
      [done(5, 2, 1), done(2, 2, 1)],
    ];
    let said = 0;
    for (const sessions of logs) {
      for (const light of ['GO', 'HOLD', 'EASE', 'PAUSE', 'REFER'] as readonly Light[]) {
        for (const planned of [null, 'A', 'light', 'none'] as const) {
          const session = strengthToday(input({ sessions, light, planned }));
          const reasons = [...session.reasons, ...session.exercises.flatMap(({ reasons: why }) => why)];
          for (const { code, figures } of reasons)
            said += say('strength', `why.${code}`, figures, UNITS).length > 0 ? 1 : 0;
          assert.ok(say('strength', `phase.${session.phase}`, {}, UNITS));
          for (const { code, figures } of [...session.unlock.criteria, ...session.nextPhase]) {
            assert.ok(say('strength', `need.${code}`, figures, UNITS));
          }
        }
      }
    }
    assert.ok(said > 300, `${said} said`);
  });
});
