/**
 * The flag questions as a list of signs that can be answered at once, until the full interview joins.
 * A sign is worded so that whoever shows none of them raises no flag of within-days or above; the rules that
 * need two answers together are told as one sign. Wider than the rules: rather one asked too many.
 */

/** Questions that only narrow another one's rule: their part is inside that sign's sentence. */
export const INSIDE_OTHERS: ReadonlySet<string> = new Set([
  'age',
  'place',
  'onset',
  'weeks',
  'course',
  'swell-speed',
  'infection-risk',
  'load',
  'runner',
  'tried',
]);

/** Ids of the questions that have a sign of their own, in the order they were asked. Words: `sign.<id>`. */
export const signsOf = (questions: readonly { readonly id: string }[]): readonly string[] =>
  questions.map(({ id }) => id).filter((id) => !INSIDE_OTHERS.has(id));
