/**
 * The questions that look for warning signs: all that a rule of level within-days, today or emergency reads.
 * Ids are permanent, and the same as in the knee check. Any answer may be "unsure", which can raise a
 * warning and never clear one; a question left out counts as unsure.
 */
import { WORD_RULES } from './condition-words.ts';
import { QUESTIONS, type Question } from './questions.ts';
import { RED_FLAGS } from './red-flags.ts';
import { questionsIn, readRule } from './rule.ts';

export type FlagQuestion = Pick<Question, 'id' | 'words' | 'kind' | 'answers' | 'range'>;

const READ: ReadonlySet<string> = new Set(
  RED_FLAGS.filter(({ level }) => level !== 'physio').flatMap(({ when }) =>
    questionsIn(readRule(when.join(' or '), WORD_RULES)),
  ),
);

const asFlagQuestion = ({ id, words, kind, answers, range }: Question): FlagQuestion =>
  range === undefined ? { id, words, kind, answers } : { id, words, kind, answers, range };

export const FLAG_QUESTIONS: readonly FlagQuestion[] = QUESTIONS.filter(({ id }) => READ.has(id)).map(
  asFlagQuestion,
);
