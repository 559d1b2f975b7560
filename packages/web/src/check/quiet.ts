/** Which answer says that a sign is not there, and which rows a question has in a list of signs. */
import type { CheckQuestion, Given } from '../api/types.ts';

const QUIET: ReadonlySet<string> = new Set(['none', 'fine', 'never', 'no']);
/** Where no is the sign. */
const NO_IS_THE_SIGN: ReadonlySet<string> = new Set(['straight-leg', 'bend']);

type Asked = Pick<CheckQuestion, 'id' | 'kind' | 'answers'>;

/** The answer of somebody without the sign, or null where there is none (a number). */
export function quietAnswer({ id, kind, answers }: Asked): Given | null {
  if (kind === 'number') return null;
  if (kind === 'yes-no') return NO_IS_THE_SIGN.has(id) ? 'yes' : 'no';
  const none = answers.find((answer) => QUIET.has(answer));
  if (kind === 'many') return none === undefined ? ['that-is-all'] : [none];
  return none ?? null;
}

/** The answers that are signs, the most serious first. */
export function signsOf(question: Asked): readonly string[] {
  const quiet = quietAnswer(question);
  const none = Array.isArray(quiet) ? quiet[0] : quiet;
  const signs = question.answers.filter((answer) => answer !== none && answer !== 'that-is-all');
  return question.kind === 'one' ? signs.toReversed() : signs;
}

/** What was said as a list of values; unsure and nothing said are none. */
export const valuesOf = (said: Given | null): readonly string[] =>
  said === null || said === 'unsure'
    ? []
    : Array.isArray(said)
      ? said
      : typeof said === 'string'
        ? [said]
        : typeof said === 'number'
          ? [String(said)]
          : Object.entries(said).flatMap(([item, is]) => (is === 'yes' ? [item] : []));

export const isOpen = (said: Given | null): boolean =>
  said === null || (Array.isArray(said) && said.length === 0);

/** A row of a list of signs was tapped: what its question then says; null: nothing. */
export function toggled(
  question: Pick<CheckQuestion, 'id' | 'kind' | 'answers' | 'severalHold'>,
  said: Given | null,
  sign: string,
): Given | null {
  const signs = new Set(signsOf(question));
  const now = valuesOf(said).filter((value) => signs.has(value));
  const list = now.includes(sign) ? now.filter((value) => value !== sign) : [...now, sign];
  if (question.kind === 'many') return list.length === 0 ? null : list;
  if (!question.severalHold) return now.includes(sign) ? null : sign;
  const [only] = list;
  return only === undefined ? null : list.length === 1 ? only : list;
}
