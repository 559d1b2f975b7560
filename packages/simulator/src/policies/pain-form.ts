/** Pain over dose, and back, for every variant (models.md A). */
import { painAt, ratioForPain } from '../model/knee-state.ts';
import type { VariantRunner } from './variant.ts';

/** As in the drawn runner: pain at which dose equals capacity. */
const PAIN_AT_CAPACITY = 2.5;

/** Pain felt at a dose that is `ratio` of today's capacity, the easing start pain left out. */
export function feltAt({ pain, straightFrom }: VariantRunner, before: number, ratio: number): number {
  if (straightFrom === null) return painAt(pain, before, ratio);
  const over = ratio * Math.exp(-pain.shift) - straightFrom;
  return before + (PAIN_AT_CAPACITY * Math.max(0, over)) / (1 - straightFrom);
}

/** Dose ÷ capacity at which pain reaches a level; 0 where it is there before the run. */
export function ratioFelt({ pain, straightFrom }: VariantRunner, before: number, level: number): number {
  if (straightFrom === null) return ratioForPain(pain, before, level);
  if (level <= before) return 0;
  return Math.exp(pain.shift) * (straightFrom + ((1 - straightFrom) * (level - before)) / PAIN_AT_CAPACITY);
}
