/** Today's answer in words: which sentences, and the figure each line of the receipt ends in. */
import type { ReasonStep, Today } from '@kneewise/engine';
import type { Format } from '../format/format.ts';

/** The reason line under the answer: the term that decided, else the first. */
export const leadReason = (reasons: readonly ReasonStep[]): ReasonStep | null =>
  reasons.find(({ binding }) => binding) ?? claims(reasons)[0] ?? null;

/** The receipt's lines: all but the answer itself, which is its total. */
export const claims = (reasons: readonly ReasonStep[]): readonly ReasonStep[] =>
  reasons.filter(({ code }) => code !== 'answer');

/**
 * What stands at the right of a receipt's line: the distance it allows; else its own key figure;
 * null where the sentence holds all there is.
 */
export function receiptFigure(step: ReasonStep, format: Format): string | null {
  if (step.allowsM !== null) return format.distance(step.allowsM);
  const { edgeM, pain } = step.figures;
  if (typeof edgeM === 'number') return format.distance(edgeM);
  if (typeof pain === 'number') return `${format.number(pain)}/10`;
  return null;
}

/** Answers that let nobody run: the receipt's total is then no distance. */
export const allowsRunning = (action: Today['action']): boolean => action === 'run' || action === 'walk-run';

/** The day a rest between runs ends, where one stands in the way; null: nothing does. */
export function readyDate(reasons: readonly ReasonStep[]): string | null {
  const date = reasons.find(({ code }) => code === 'rest-until')?.figures['readyDate'];
  return typeof date === 'string' ? date : null;
}

/**
 * The working is one claim, and the answer says it already: it is told once, with where it comes from.
 * Where a distance is given the receipt always stands, since its total is the answer.
 */
export function saidOnce({ action, reasons }: Pick<Today, 'action' | 'reasons'>): boolean {
  const [only, ...more] = claims(reasons);
  return (
    !allowsRunning(action) &&
    action !== 'ask-first' &&
    only !== undefined &&
    more.length === 0 &&
    only === leadReason(reasons)
  );
}
