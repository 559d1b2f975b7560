/** One exercise of today: level, sets, repetitions, load, and why (training.md §1 and §2). */
import { type Measured, known, missing } from '../measured.ts';
import type { Side } from '../pain/check-in.ts';
import type { Light } from '../pain/state.ts';
import { type Block, SHARE_AFTER_TOO_HARD } from './block.ts';
import { DOSES, type Tempo, heavyRow } from './doses.ts';
import type { Caution, ExerciseId, ExerciseLevel, LevelDose, Span } from './exercise.ts';
import { exerciseOf } from './exercises.ts';
import { type Standing, levelUp, loadDown, loadUp } from './standing.ts';
import { type StrengthReason, strengthReason } from './strength-reasons.ts';
import type { ExerciseLimits } from './verdict.ts';

/** In EASE knee work is so much less. Our choice. Share */
const SHARE_IN_EASE = 0.8;
/** In PAUSE nothing may hurt more, 0–10. Our choice. */
const PAIN_IN_PAUSE = 2;
/** Fewest sets after one is left out. Our choice. */
const LEAST_SETS = 1;

export interface Prescribed {
  readonly exercise: ExerciseId;
  readonly level: ExerciseLevel;
  /** Of each side. */
  readonly sets: number;
  readonly reps: Span | null;
  /** Seconds. */
  readonly holdS: Span | null;
  readonly tempo: Tempo | null;
  readonly restS: Span;
  readonly reserve: Span | null;
  readonly perSide: boolean;
  /** Which side begins; null: both at once, or it does not matter. */
  readonly firstSide: Side | null;
  /** kg; missing where none is carried, or none is known yet: then one that is hard by the last repetition. */
  readonly loadKg: Measured<number>;
  /** In a shortened range. */
  readonly short: boolean;
  /** Stop or lighten above this, 0–10. */
  readonly painLimit: number;
  readonly cautions: readonly Caution[];
  readonly reasons: readonly StrengthReason[];
}

export interface PrescribeFor {
  readonly light: Light;
  readonly block: Block;
  readonly limits: ExerciseLimits;
  readonly soreSide: Side | null;
  readonly cautions: readonly Caution[];
  /** A light session in race week: no rise, a set fewer. */
  readonly lightDay: boolean;
  /** Reasons that led to this exercise. */
  readonly because: readonly StrengthReason[];
}

interface Step {
  readonly level: ExerciseLevel;
  readonly short: boolean;
  readonly loadKg: number | null;
  readonly reasons: readonly StrengthReason[];
}

/** What the standing has earned or lost, where light and breaks let it. */
function step(standing: Standing, { light, block, lightDay, cautions }: PrescribeFor): Step {
  const { level, loadKg, last, ready, short } = standing;
  if (last === null) {
    const startsShort = cautions.some(({ kind }) => kind === 'short');
    return { level, short: startsShort, loadKg: null, reasons: [strengthReason('first-time')] };
  }
  const figures = { date: last.date };
  const same: Step = { level, short, loadKg, reasons: [] };
  if (last.verdict === 'too-much') {
    const code = standing.tooMuch === 1 ? 'short-range' : standing.tooMuch === 2 ? 'load-down' : 'level-down';
    return { ...same, reasons: [strengthReason(code, figures)] };
  }
  if (last.verdict === 'too-heavy') return { ...same, reasons: [strengthReason('load-down', figures)] };
  if (last.verdict === 'unknown') return { ...same, reasons: [strengthReason('not-known', figures)] };
  if (ready === null) {
    const code = last.verdict === 'hold' ? 'hold-pain-or-reserve' : 'same-again';
    return { ...same, reasons: [strengthReason(code, figures)] };
  }
  if (light !== 'GO') return { ...same, reasons: [strengthReason('hold-by-light')] };
  if (block.repeats || block.tooHard || lightDay)
    return { ...same, reasons: [strengthReason('hold-by-gap')] };
  switch (ready) {
    case 'full-range':
      return { ...same, short: false, reasons: [strengthReason('full-range', figures)] };
    case 'load':
      return loadKg === null
        ? same
        : { ...same, loadKg: loadUp(loadKg), reasons: [strengthReason('load-up', { fromKg: loadKg })] };
    case 'level':
      return {
        level: levelUp(level),
        short: false,
        loadKg: null,
        reasons: [strengthReason('level-up', figures)],
      };
    case 'harder-exercise':
      return { ...same, reasons: [strengthReason('ready-for-harder', figures)] };
  }
}

/** Sets, repetitions and seconds of a level: its own, else those of the heavy row, else of its class. */
function amounts(
  exercise: ExerciseId,
  dose: LevelDose,
  block: Block,
): Pick<Prescribed, 'sets' | 'reps' | 'holdS' | 'reserve'> {
  const { dose: kind } = exerciseOf(exercise);
  const usual = DOSES[kind];
  const own = dose.reps !== undefined || dose.holdS !== undefined;
  if (kind === 'heavy' && !own) {
    const row = heavyRow(block.week, block.rowsBack);
    return { sets: row.sets, reps: [row.reps, row.reps], holdS: null, reserve: row.reserve };
  }
  return {
    sets: dose.sets ?? usual.sets,
    reps: own ? (dose.reps ?? null) : usual.reps,
    holdS: own ? (dose.holdS ?? null) : usual.holdS,
    reserve: dose.holdS === undefined ? usual.reserve : null,
  };
}

const scaled = (range: Span | null, share: number): Span | null =>
  range && [Math.max(1, Math.round(range[0] * share)), Math.max(1, Math.round(range[1] * share))];

/** @param standing of this exercise (`standingOf`) */
export function prescribe(id: ExerciseId, standing: Standing, ground: PrescribeFor): Prescribed {
  const exercise = exerciseOf(id);
  const { light, block, limits, soreSide, lightDay } = ground;
  const taken = step(standing, ground);
  const levelDose = exercise.levels[taken.level - 1] ?? {};
  const asked = amounts(id, levelDose, block);
  const eased = light === 'EASE' && exercise.region === 'knee';
  const easedShare = eased ? SHARE_IN_EASE : 1;
  const share = block.share * (block.tooHard ? SHARE_AFTER_TOO_HARD : 1) * easedShare;
  const weighted = levelDose.weighted === true;
  const loadKg = weighted && taken.loadKg !== null ? loadDown(taken.loadKg, share) : null;
  const fewer = block.tooHard || lightDay ? 1 : 0;
  // Without a load to cut, knee work in EASE has fewer repetitions.
  const amountShare = eased && loadKg === null ? easedShare : 1;
  return {
    exercise: id,
    level: taken.level,
    sets: Math.max(LEAST_SETS, asked.sets - fewer),
    reps: scaled(asked.reps, amountShare),
    holdS: scaled(asked.holdS, amountShare),
    tempo: asked.holdS === null ? DOSES[exercise.dose].tempo : null,
    restS: DOSES[exercise.dose].restS,
    reserve: asked.reserve,
    perSide: exercise.perSide,
    firstSide: exercise.perSide ? soreSide : null,
    loadKg: !weighted
      ? missing({ reason: 'does-not-apply', what: 'load of this exercise' })
      : loadKg === null
        ? missing({ reason: 'not-recorded', what: 'load of the last session' })
        : known(loadKg),
    short: taken.short,
    painLimit: light === 'PAUSE' ? Math.min(PAIN_IN_PAUSE, limits.up) : limits.up,
    cautions: ground.cautions,
    reasons: [
      ...ground.because,
      ...taken.reasons,
      ...(eased ? [strengthReason('eased-by-light')] : []),
      ...(exercise.perSide && soreSide !== null
        ? [strengthReason('sorer-side-first', { side: soreSide })]
        : []),
    ],
  };
}
