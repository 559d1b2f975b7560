/** Words of the knee check: an answer's label, and why an explanation stands where it does. */
import type { Reason } from '@kneewise/engine';
import { templateOf } from './say.ts';

/** The label of an answer, or the answer itself where it needs none (a number). */
export const answerLabel = (question: string, answer: string): string =>
  answer === 'unsure' ? 'Not sure' : (templateOf('answer', `${question}.${answer}`) ?? answer);

/** A sentence for a reason. @throws {RangeError} where the finding has no words */
export function sayReason({ finding, is }: Pick<Reason, 'finding' | 'is'>): string {
  const words = templateOf(is === 'yes' ? 'finding' : 'findingNot', finding);
  if (words === null) throw new RangeError(`finding must have words, got ${finding} (${is})`);
  return `${words}.`;
}
