/**
 * How much pain is too much? Limits per pain family, and what counts as settled (training.md, opening table).
 * All are expert rules: none of them has been tried against another in runners with this kind of pain.
 */
import type { EvidenceId } from '../evidence/mark.ts';

/**
 * PF kneecap, FP fat pad or plica, IT outer band, PA pes anserinus, hamstring or popliteus, GN unsure,
 * GP growth plate, OA osteoarthritis or worn meniscus, TE patellar or quadriceps tendon, BS bone stress.
 */
export type Family = 'PF' | 'FP' | 'IT' | 'PA' | 'GN' | 'GP' | 'OA' | 'TE' | 'BS';

export interface FamilyLimits {
  /** C: pain in a run at which to turn back, 0–10. */
  readonly ceiling: number;
  /** q: most pain of a clean run. */
  readonly clean: number;
  /** R: from here on a run was far too much. */
  readonly red: number;
  /** X: most pain in an exercise that may still move up. */
  readonly exercise: number;
  readonly evidence: EvidenceId;
}

/** Kneecap programmes: pains of 0–10. [esculier-2018] The rest of the row: our choice. */
const kneecap: FamilyLimits = { ceiling: 2, clean: 1, red: 4, exercise: 3, evidence: 'esculier-2018' };
/** Everything else that a runner has: pains of 0–10. [popular-articles, A29] The rest of the row: our choice. */
const usual: FamilyLimits = { ceiling: 3, clean: 2, red: 5, exercise: 3, evidence: 'popular-articles' };

/** Limits by family, pains of 0–10; each row names its source. [silbernagel-2007 for tendons; others our choice] */
export const FAMILIES: Readonly<Record<Family, FamilyLimits>> = {
  PF: kneecap,
  FP: kneecap,
  IT: usual,
  PA: usual,
  GN: usual,
  GP: usual,
  OA: { ...usual, exercise: 5, evidence: 'our-choice' },
  TE: { ceiling: 5, clean: 3, red: 6, exercise: 3, evidence: 'silbernagel-2007' },
  BS: { ceiling: 1, clean: 0, red: 2, exercise: 0, evidence: 'our-choice' },
};

/** 1/10 in the morning is noise. Our choice. */
const SETTLED_AT_LEAST = 1;
/** A usual morning pain above this is no usual morning. Our choice. */
const USUAL_MORNING_MOST = 2;

export interface Limits extends FamilyLimits {
  /** s: a morning at or below this is settled. */
  readonly settled: number;
}

/**
 * The limits that hold for a knee, or for both: with several families the lowest number of each.
 * @param families at least one
 * @param usualMorningPain b, 0–10: see `usualMorningPain`
 */
export function limitsFor(families: readonly Family[], usualMorningPain = 0): Limits {
  const [first, ...others] = families.map((family) => FAMILIES[family]);
  if (!first) throw new RangeError('families must name at least one family, got none');
  const lowest = others.reduce((low, next) => {
    const stricter = next.ceiling < low.ceiling ? next : low;
    return {
      ceiling: Math.min(low.ceiling, next.ceiling),
      clean: Math.min(low.clean, next.clean),
      red: Math.min(low.red, next.red),
      exercise: Math.min(low.exercise, next.exercise),
      evidence: stricter.evidence,
    };
  }, first);
  const settled = families.includes('BS')
    ? 0
    : Math.max(SETTLED_AT_LEAST, Math.min(usualMorningPain, USUAL_MORNING_MOST));
  return { ...lowest, settled };
}
