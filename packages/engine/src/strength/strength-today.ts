/**
 * Today's strength session, or why there is none (K11). It gathers standing, phase, block and light, and lists what to
 * do with the reason for each line. Rules: training.md §2; every number lives beside its rule.
 */
import { parseIsoDay } from '../calendar/civil-day.ts';
import type { Side } from '../pain/check-in.ts';
import type { Family, Limits } from '../pain/family.ts';
import type { Light, Stage } from '../pain/state.ts';
import { type Block, blockOf } from './block.ts';
import { type Chosen, chooseExercises } from './choose-exercises.ts';
import type { Criterion } from './criterion.ts';
import { heavyRow, KEEP_FROM_WEEK } from './doses.ts';
import type { ExerciseId, Kit } from './exercise.ts';
import { type JumpStage, jumpStage, jumpsFit } from './jumps.ts';
import { morningAfter } from './moments.ts';
import { type PhaseCode, type PhaseNow, phaseOf } from './phase.ts';
import { type Prescribed, prescribe } from './prescribe.ts';
import { type StrengthDay, type StrengthPhase, programmeFor } from './programmes.ts';
import { BEGINNING, type DoneOn, type Standing, standingOf } from './standing.ts';
import type { DoneSession, Morning } from './strength-log.ts';
import { type StrengthReason, strengthReason } from './strength-reasons.ts';
import { type JumpTests, type RunningSoFar, type Unlock, unlockJumps } from './unlock.ts';
import { exerciseLimits } from './verdict.ts';

/** What the plan says of a day: which session, or none; null: no plan was asked. */
export type PlannedStrength = 'calm' | 'A' | 'B' | 'light' | 'none';

export interface StrengthInput {
  readonly date: string;
  /** At least one; the first is the main one. */
  readonly families: readonly Family[];
  readonly soreSide: Side | null;
  readonly stage: Stage;
  readonly light: Light;
  readonly limits: Limits;
  readonly sessions: readonly DoneSession[];
  readonly mornings: readonly Morning[];
  /** Local days with a run. */
  readonly runDates: readonly string[];
  /** 0–10; null: not said. */
  readonly painNow: number | null;
  readonly stairsPain: number | null;
  readonly kit: readonly Kit[];
  readonly running: RunningSoFar;
  readonly tests: JumpTests;
  /** Asked for where jumps are optional. */
  readonly wantsJumps: boolean;
  readonly planned: PlannedStrength | null;
  /** Whether tomorrow holds a long or hard run, a race or a new step of the ladder; null: not known. */
  readonly hardTomorrow: boolean | null;
  /** Whether the plan keeps this week for a new stage of jumps; left out: no plan was asked. */
  readonly newStageThisWeek?: boolean;
  /** A clinician has allowed strength work while the light is REFER. */
  readonly allowedInRefer?: boolean;
}

export interface StrengthToday {
  readonly kind: 'session' | 'rest' | 'refer';
  readonly phase: StrengthPhase;
  readonly day: StrengthDay | null;
  readonly week: number;
  readonly exercises: readonly Prescribed[];
  /** The stage of jumps of this session; null: none today. */
  readonly jumps: JumpStage | null;
  readonly unlock: Unlock;
  /** What the next phase asks for. */
  readonly nextPhase: readonly Criterion<PhaseCode>[];
  /** About so long, minutes. */
  readonly minutes: readonly [number, number];
  /** A physiotherapist leads this programme. */
  readonly withPhysio: boolean;
  readonly reasons: readonly StrengthReason[];
}

// Our choices.
/** Two nights between heavy sessions. Days */
const DAYS_BETWEEN_HEAVY = 2;
const HEAVY_A_WEEK = 2;
/** Tendons may have three. [heavy-slow-protocols] */
const HEAVY_A_WEEK_TENDON = 3;
const CALM_A_WEEK = 5;
/** From this week of a block on once is enough. [spiering-2021] */
const HEAVY_A_WEEK_KEEPING = 1;
const WEEK_DAYS = 7;
/** How long sessions take, minutes. */
const MINUTES: Readonly<Record<StrengthPhase, readonly [number, number]>> = {
  calm: [15, 20],
  build: [35, 45],
  'run-specific': [35, 40],
};

/** Heavy sessions a week: two, three for tendons alone, one once twelve weeks are done. @param week of the block, from 1 */
export function heavyPerWeek(families: readonly Family[], week: number): number {
  if (week >= KEEP_FROM_WEEK) return HEAVY_A_WEEK_KEEPING;
  return families.every((family) => family === 'TE') ? HEAVY_A_WEEK_TENDON : HEAVY_A_WEEK;
}

export const isHeavy = ({ phase }: DoneSession): boolean => phase !== 'calm';

/** The other day than last time. */
function dayOf(heavy: readonly DoneSession[], planned: PlannedStrength | null): StrengthDay {
  if (planned === 'A' || planned === 'B') return planned;
  return heavy.at(-1)?.day === 'A' ? 'B' : 'A';
}

/** What stands against a session today; null: nothing does. */
function against(
  input: StrengthInput,
  { phase }: PhaseNow,
  sessions: readonly DoneSession[],
  { week }: Block,
): StrengthReason | null {
  const today = parseIsoDay(input.date);
  if (input.light === 'REFER' && input.allowedInRefer !== true) return strengthReason('refer');
  if (sessions.some(({ date }) => date === input.date)) return strengthReason('done-today');
  if (input.planned === 'none') return strengthReason('not-planned');
  const inWeek = (list: readonly DoneSession[]): number =>
    list.filter(({ date }) => today - parseIsoDay(date) < WEEK_DAYS).length;
  if (phase === 'calm') {
    const done = inWeek(sessions);
    return done >= CALM_A_WEEK ? strengthReason('enough-this-week', { done, most: CALM_A_WEEK }) : null;
  }
  const heavy = sessions.filter(isHeavy);
  const lastDay = heavy.at(-1);
  if (lastDay && today - parseIsoDay(lastDay.date) < DAYS_BETWEEN_HEAVY) {
    return strengthReason('heavy-too-close', { date: lastDay.date, days: DAYS_BETWEEN_HEAVY });
  }
  const most = heavyPerWeek(input.families, week);
  const done = inWeek(heavy);
  // A session the plan has placed has been counted there.
  if (done >= most && input.planned === null) return strengthReason('enough-this-week', { done, most });
  return input.hardTomorrow === true ? strengthReason('hard-run-tomorrow') : null;
}

/** Standing of every exercise, worked out when first asked for. */
function standings({
  sessions,
  mornings,
  runDates,
  limits,
  families,
}: StrengthInput): (id: ExerciseId) => Standing {
  const runs = new Set(runDates);
  const byExercise = new Map<ExerciseId, DoneOn[]>();
  for (const { date, exercises } of sessions) {
    const morning = morningAfter(date, mornings, runs, limits.settled);
    for (const done of exercises) {
      const list = byExercise.get(done.exercise) ?? [];
      list.push({ date, done, morning });
      byExercise.set(done.exercise, list);
    }
  }
  const known = new Map<ExerciseId, Standing>();
  return (id) => {
    const found = known.get(id) ?? standingOf(byExercise.get(id) ?? [], exerciseLimits(families, limits));
    known.set(id, found);
    return found;
  };
}

/** Standing of one exercise by the runner's log. */
export const standingIn = (input: StrengthInput, id: ExerciseId): Standing =>
  input.sessions.length === 0 ? BEGINNING : standings(ordered(input))(id);

const ordered = (input: StrengthInput): StrengthInput => ({
  ...input,
  sessions: input.sessions
    .filter(({ date }) => date <= input.date)
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
});

const phaseReason = (phase: StrengthPhase): StrengthReason =>
  strengthReason(phase === 'calm' ? 'phase-calm' : phase === 'build' ? 'phase-build' : 'phase-run-specific');

function sessionReasons(
  phase: StrengthPhase,
  block: Block,
  lightDay: boolean,
  withPhysio: boolean,
): StrengthReason[] {
  const row = heavyRow(block.week, block.rowsBack);
  return [
    phaseReason(phase),
    ...(withPhysio ? [strengthReason('with-physio')] : []),
    ...(phase === 'calm'
      ? []
      : [
          block.week >= KEEP_FROM_WEEK
            ? strengthReason('heavy-keep', { sets: row.sets })
            : strengthReason('heavy-row', { week: block.week, sets: row.sets, reps: row.reps }),
        ]),
    ...(block.gapDays !== null && block.repeats && phase !== 'calm'
      ? [strengthReason('after-break', { days: block.gapDays })]
      : []),
    ...(block.tooHard ? [strengthReason('session-too-hard')] : []),
    ...(lightDay ? [strengthReason('race-week-light')] : []),
  ];
}

/**
 * Today's session for one runner. Nothing unknown ever raises a load; a worse answer never does either.
 * @throws RangeError where a date is not a day or no family is named
 */
export function strengthToday(asked: StrengthInput): StrengthToday {
  const input = ordered(asked);
  const today = parseIsoDay(input.date);
  const { families, light, limits, sessions, mornings } = input;
  const { programme } = programmeFor(families);
  const phaseNow = phaseOf({ ...input, date: input.date });
  const { phase } = phaseNow;
  const heavy = sessions.filter(isHeavy);
  const block = blockOf(heavy, today);
  const unlock = unlockJumps(families, limits, heavy.length, input.running, input.tests);
  const shared = {
    phase,
    week: block.week,
    unlock,
    nextPhase: phaseNow.next,
    withPhysio: programme.withPhysio,
  };
  const stands = against(input, phaseNow, sessions, block);
  if (stands) {
    const kind = stands.code === 'refer' ? 'refer' : 'rest';
    return { ...shared, kind, day: null, exercises: [], jumps: null, minutes: [0, 0], reasons: [stands] };
  }
  const sore = input.painNow !== null && input.painNow > limits.settled;
  const standing = standings(input);
  const day = phase === 'calm' ? null : dayOf(heavy, input.planned);
  const list = phase === 'calm' || day === null ? programme.calm : programme[phase][day];
  const lightDay = input.planned === 'light';
  const chosen = chooseExercises(list, {
    families,
    kit: input.kit,
    light,
    phase,
    week: block.week,
    sore,
    standing,
  });
  const ground = {
    light,
    block,
    limits: exerciseLimits(families, limits),
    soreSide: input.soreSide,
    lightDay,
  };
  const exercises = chosen.map(({ exercise, cautions, because }: Chosen) =>
    prescribe(exercise.id, standing(exercise.id), { ...ground, cautions, because }),
  );
  const wantsJumps = programme.jumps === 'yes' || (programme.jumps === 'optional' && input.wantsJumps);
  const stage = jumpStage(sessions, mornings, limits, input.newStageThisWeek ?? true);
  const jumps =
    phase === 'run-specific' &&
    unlock.open &&
    wantsJumps &&
    stage !== null &&
    light === 'GO' &&
    !sore &&
    !lightDay &&
    jumpsFit(sessions, stage.exercise, families.includes('TE'), today)
      ? stage
      : null;
  return {
    ...shared,
    kind: 'session',
    day,
    exercises,
    jumps,
    minutes: MINUTES[phase],
    reasons: sessionReasons(phase, block, lightDay, programme.withPhysio),
  };
}
