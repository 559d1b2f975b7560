/**
 * Cross-validation in which all rows of one athlete lie in one fold: otherwise a model may know the athlete, not the
 * training, and looks better than it is.
 */
import type { Random } from '@kneewise/simulator';
import { aucInOrder } from './auc.ts';
import { fitLogistic } from './logistic.ts';

export interface Labelled {
  readonly group: string;
  readonly positive: boolean;
  readonly features: readonly number[];
}

export interface Figure {
  readonly value: number;
  /** 95 % interval over resampled athletes. */
  readonly low: number;
  readonly high: number;
}

export const FOLDS = 10;
export const SPLITS = 20;
/** Penalty on standardised coefficients. [models.md G] */
export const RIDGE = 10;
/** Draws of as many athletes as there are, and what their middle 95 % lies between. */
const RESAMPLES = 400;
const INTERVAL = [0.025, 0.975] as const;

/** A fold for each row; rows of one group share it, and folds hold about as many groups each. */
export function foldsByGroup(groups: readonly string[], folds: number, random: Random): number[] {
  const names = [...new Set(groups)].sort();
  for (let i = names.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random.uniform() * (i + 1));
    [names[i], names[j]] = [names[j] as string, names[i] as string];
  }
  const foldOf = new Map(names.map((name, i) => [name, i % folds]));
  return groups.map((group) => foldOf.get(group) ?? 0);
}

/** Log odds of every row by a model that has seen no row of its fold. */
export function heldOutScores(rows: readonly Labelled[], folds: readonly number[]): number[] {
  const scores = rows.map(() => Number.NaN);
  for (const fold of new Set(folds)) {
    const train = rows.filter((_, i) => folds[i] !== fold);
    const model = fitLogistic(
      train.map(({ features }) => features),
      train.map(({ positive }) => positive),
      RIDGE,
    );
    for (const [i, row] of rows.entries()) if (folds[i] === fold) scores[i] = model(row.features);
  }
  return scores;
}

/**
 * AUC of scores with its interval: athletes are drawn again with all their rows.
 * @param splits scores of the same rows, one list for each way of splitting; the figure is the mean over them
 */
export function aucOverAthletes(
  rows: readonly Labelled[],
  splits: readonly (readonly number[])[],
  random: Random,
): Figure {
  const positive = rows.map((row) => row.positive);
  const orders = splits.map((scores) =>
    Array.from(scores.keys()).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0)),
  );
  const meanAuc = (weights: Float64Array | null): number =>
    splits.reduce((sum, scores, s) => sum + aucInOrder(orders[s] ?? [], scores, positive, weights), 0) /
    splits.length;
  const names = [...new Set(rows.map(({ group }) => group))];
  const placeOf = new Map(names.map((name, i) => [name, i]));
  const groupOf = rows.map(({ group }) => placeOf.get(group) ?? 0);
  const drawn = Array.from({ length: RESAMPLES }, () => {
    const times = new Float64Array(names.length);
    for (let i = 0; i < names.length; i += 1) {
      const pick = Math.floor(random.uniform() * names.length);
      times[pick] = (times[pick] ?? 0) + 1;
    }
    return meanAuc(Float64Array.from(groupOf, (group) => times[group] ?? 0));
  }).sort((a, b) => a - b);
  const at = (share: number): number => drawn[Math.round(share * (RESAMPLES - 1))] ?? Number.NaN;
  return { value: meanAuc(null), low: at(INTERVAL[0]), high: at(INTERVAL[1]) };
}
