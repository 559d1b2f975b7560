/** How much of an exercise: sets, repetitions or seconds, tempo, rest and effort by class (training.md §1). */
import type { EvidenceId } from '../evidence/mark.ts';
import type { DoseClass, Span } from './exercise.ts';

/** Seconds down, held, up. */
export type Tempo = readonly [downS: number, holdS: number, upS: number];

export interface ClassDose {
  readonly sets: number;
  readonly reps: Span | null;
  readonly holdS: Span | null;
  readonly tempo: Tempo | null;
  readonly restS: Span;
  /** Repetitions that would still have gone at the end of a set; null: not judged by them. */
  readonly reserve: Span | null;
  readonly evidence: EvidenceId;
}

/** Sets, repetitions, seconds. Every number our choice unless its source says otherwise; reserve by [helms-2016], heavy rows by [heavy-slow-protocols]. */
export const DOSES: Readonly<Record<DoseClass, ClassDose>> = {
  control: {
    sets: 3,
    reps: [12, 15],
    holdS: null,
    tempo: [2, 1, 2],
    restS: [45, 45],
    reserve: [3, 3],
    evidence: 'our-choice',
  },
  hold: {
    sets: 5,
    reps: null,
    holdS: [30, 45],
    tempo: null,
    restS: [90, 120],
    reserve: null,
    evidence: 'isometric-squat',
  },
  trunk: {
    sets: 3,
    reps: null,
    holdS: [20, 40],
    tempo: null,
    restS: [45, 60],
    reserve: null,
    evidence: 'our-choice',
  },
  heavy: {
    sets: 3,
    reps: [15, 15],
    holdS: null,
    tempo: [3, 0, 3],
    restS: [120, 180],
    reserve: [2, 2],
    evidence: 'heavy-slow-protocols',
  },
  balance: {
    sets: 3,
    reps: null,
    holdS: [30, 30],
    tempo: null,
    restS: [30, 30],
    reserve: null,
    evidence: 'our-choice',
  },
  mobility: {
    sets: 1,
    reps: null,
    holdS: [45, 60],
    tempo: null,
    restS: [0, 15],
    reserve: null,
    evidence: 'our-choice',
  },
  plyometric: {
    sets: 3,
    reps: [5, 6],
    holdS: null,
    tempo: null,
    restS: [90, 120],
    reserve: null,
    evidence: 'our-choice',
  },
};

export interface HeavyRow {
  /** First week of the block that it holds for. */
  readonly fromWeek: number;
  readonly sets: number;
  readonly reps: number;
  readonly reserve: Span;
}

/** Twelve weeks from fifteen repetitions to six. Sets and repetitions [heavy-slow-protocols]; reserve our choice. */
export const HEAVY_ROWS: readonly HeavyRow[] = [
  { fromWeek: 1, sets: 3, reps: 15, reserve: [2, 2] },
  { fromWeek: 2, sets: 3, reps: 12, reserve: [2, 2] },
  { fromWeek: 4, sets: 4, reps: 10, reserve: [1, 2] },
  { fromWeek: 6, sets: 4, reps: 8, reserve: [1, 2] },
  { fromWeek: 9, sets: 4, reps: 6, reserve: [1, 2] },
];

/** From this week on once a week keeps what was won. [heavy-slow-protocols: twelve weeks; spiering-2021: once a week] */
export const KEEP_FROM_WEEK = 13;
/** Hard sets a session then, at the same load. [spiering-2021: one or two] */
export const KEEP_SETS = 2;

/**
 * The row of a week of heavy work.
 * @param week 1 and above: weeks in which heavy work was done, this one included
 * @param rowsBack rows taken back after a long break, 0 and above
 */
export function heavyRow(week: number, rowsBack = 0): HeavyRow {
  if (!(week >= 1)) throw new RangeError(`week must be 1 or above, got ${week}`);
  const at = HEAVY_ROWS.findLastIndex(({ fromWeek }) => week >= fromWeek);
  const row = HEAVY_ROWS[Math.max(0, at - rowsBack)];
  if (!row) throw new RangeError(`rowsBack must be a whole number of 0 or above, got ${rowsBack}`);
  return week >= KEEP_FROM_WEEK ? { ...row, sets: KEEP_SETS } : row;
}
