/**
 * Where does a runner stand with one exercise, and what is it ready for? Its logged sessions, folded by the rules of
 * training.md §2: up slowly and by repetition, down at once.
 */
import type { ExerciseId, ExerciseLevel } from './exercise.ts';
import { exerciseOf } from './exercises.ts';
import type { MorningAfter } from './moments.ts';
import { DOSES } from './doses.ts';
import { sidesAlike } from './side-balance.ts';
import type { DoneExercise } from './strength-log.ts';
import { type ExerciseLimits, type Verdict, verdictOf } from './verdict.ts';

// Steps of the rules. Our choices, in the order of [helms-2016]: repetitions first, then load.
/** Sessions in a row at the top of the range before the range widens or the load rises. */
export const TOP_FOR_LOAD = 2;
/** Sessions at the top before the next level. */
export const TOP_FOR_LEVEL = 3;
/** Load after it was too much a second time, and after nothing was left in reserve; shares. */
export const SHARE_TOO_MUCH = 0.8;
export const SHARE_TOO_HEAVY = 0.95;
/** One step up, share; never more than `MOST_UP`. */
export const SHARE_UP = 1.05;
export const MOST_UP = 1.1;
/** Weights come in such steps, kg. */
const LOAD_STEP_KG = 0.5;

/** What the last sessions have earned; a light other than GO keeps it waiting. */
export type Ready = 'full-range' | 'load' | 'level' | 'harder-exercise';

export interface Standing {
  readonly level: ExerciseLevel;
  readonly short: boolean;
  /** kg; null: none carried, or never said. */
  readonly loadKg: number | null;
  /** Times in a row that it was too much. */
  readonly tooMuch: number;
  readonly topInARow: number;
  readonly topAtLevel: number;
  readonly ready: Ready | null;
  /** The exercise to change to after a third "too much" on the first level; null: stay. */
  readonly insteadOf: ExerciseId | null;
  readonly last: { readonly date: string; readonly verdict: Verdict } | null;
}

/** Where everybody begins: level 1, nothing counted yet. Our choice. */
export const BEGINNING: Standing = {
  level: 1,
  short: false,
  loadKg: null,
  tooMuch: 0,
  topInARow: 0,
  topAtLevel: 0,
  ready: null,
  insteadOf: null,
  last: null,
};

export interface DoneOn {
  readonly date: string;
  readonly done: DoneExercise;
  readonly morning: MorningAfter;
}

const toStep = (kg: number): number => Math.max(0, Math.floor(kg / LOAD_STEP_KG + 1e-9) * LOAD_STEP_KG);

/** A load one step up: 5 %, but at least the smallest weight there is where that stays within 10 %. */
export const loadUp = (kg: number): number => {
  const up = toStep(kg * SHARE_UP);
  if (up > kg) return up;
  return kg + LOAD_STEP_KG <= kg * MOST_UP ? kg + LOAD_STEP_KG : kg;
};

/** A lighter load. @param share of it, 0–1 */
export const loadDown = (kg: number, share: number): number => toStep(kg * share);

/** The lightest load that was carried, both sides; null where none was said. */
function carried({ sets }: DoneExercise): number | null {
  const loads = sets.flatMap(({ loadKg }) => loadKg ?? []);
  return loads.length === 0 ? null : Math.min(...loads);
}

const levelDown = (level: ExerciseLevel): ExerciseLevel => (level === 3 ? 2 : 1);
export const levelUp = (level: ExerciseLevel): ExerciseLevel => (level === 1 ? 2 : 3);

/** The first time range goes, the second time load, the third time a level. */
function cut(standing: Standing, exercise: ExerciseId, date: string): Standing {
  const tooMuch = standing.tooMuch + 1;
  const fresh = { ...standing, tooMuch, topInARow: 0, topAtLevel: 0, ready: null };
  const last = { date, verdict: 'too-much' } as const;
  if (!standing.short && tooMuch === 1) return { ...fresh, short: true, last };
  const { loadKg } = standing;
  if (loadKg !== null && loadKg > 0 && tooMuch <= 2) {
    return { ...fresh, loadKg: loadDown(loadKg, SHARE_TOO_MUCH), last };
  }
  if (standing.level > 1) {
    return {
      ...fresh,
      level: levelDown(standing.level),
      short: false,
      loadKg: null,
      tooMuch: 0,
      last,
    };
  }
  return { ...fresh, tooMuch: 0, insteadOf: exerciseOf(exercise).easier, last };
}

function readyFor(standing: Standing, exercise: ExerciseId): Ready | null {
  if (standing.short) return standing.topInARow >= TOP_FOR_LOAD ? 'full-range' : null;
  if (standing.topAtLevel >= TOP_FOR_LEVEL) {
    if (standing.level < 3) return 'level';
    if (standing.loadKg === null && exerciseOf(exercise).harder !== null) return 'harder-exercise';
  }
  return standing.topInARow >= TOP_FOR_LOAD && standing.loadKg !== null && standing.loadKg > 0
    ? 'load'
    : null;
}

/** One more session. What was really done counts, not what had been asked for. */
function after(before: Standing, { date, done, morning }: DoneOn, limits: ExerciseLimits): Standing {
  const exercise = exerciseOf(done.exercise);
  const loadKg = carried(done) ?? (done.level === before.level ? before.loadKg : null);
  const moved = done.level !== before.level || done.short !== before.short || loadKg !== before.loadKg;
  const standing: Standing = {
    ...before,
    level: done.level,
    short: done.short,
    loadKg,
    topInARow: moved ? 0 : before.topInARow,
    topAtLevel: done.level === before.level ? before.topAtLevel : 0,
    ready: null,
    insteadOf: null,
  };
  const verdict = verdictOf(done, morning, limits, DOSES[exercise.dose].reserve !== null);
  const last = { date, verdict };
  switch (verdict) {
    case 'too-much':
      return cut(standing, done.exercise, date);
    case 'too-heavy':
      return {
        ...standing,
        loadKg: loadKg === null ? null : loadDown(loadKg, SHARE_TOO_HEAVY),
        tooMuch: 0,
        topInARow: 0,
        last,
      };
    case 'unknown':
      return { ...standing, topInARow: 0, last };
    case 'hold':
      return { ...standing, tooMuch: 0, topInARow: 0, last };
    case 'top': {
      const below = done.pain !== null && (done.pain < limits.up || done.pain === 0);
      const alike = sidesAlike(done) === true;
      const counted: Standing = {
        ...standing,
        tooMuch: 0,
        topInARow: standing.topInARow + 1,
        topAtLevel: standing.topAtLevel + (below && alike ? 1 : 0),
        last,
      };
      return { ...counted, ready: readyFor(counted, done.exercise) };
    }
  }
}

/**
 * The standing after all sessions of one exercise.
 * @param done that exercise only, oldest first
 */
export const standingOf = (done: readonly DoneOn[], limits: ExerciseLimits): Standing =>
  done.reduce((standing, each) => after(standing, each, limits), BEGINNING);
