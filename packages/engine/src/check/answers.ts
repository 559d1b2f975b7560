/** Answers as they are given, what is wrong with them, and the facts they come to. */
import { judge } from './judge.ts';
import type { Fact, Facts } from './facts.ts';
import { QUESTIONS, type Question, questionOf } from './questions.ts';
import { questionsIn, readRule, type Rule } from './rule.ts';
import { WORD_RULES } from './condition-words.ts';

/**
 * `unsure`, or left out: not known. A list holds what was ticked; the rest is certainly no only beside `none` or
 * `that-is-all`. A map says it item by item.
 */
export type GivenAnswer = number | string | readonly string[] | Readonly<Record<string, string>>;
export type Answers = Readonly<Record<string, GivenAnswer>>;

export interface AnswerProblem {
  readonly code: 'unknown-question' | 'unknown-value' | 'out-of-range' | 'several-values';
  readonly question: string;
  readonly value: string;
  /** What would be allowed. */
  readonly allowed: string;
}

const UNSURE = 'unsure';
const COMPLETE: ReadonlySet<string> = new Set(['none', 'that-is-all']);

const shown = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
const allowedFor = ({ answers, range }: Question): string =>
  range ? `a number from ${range.low} to ${range.high}, or unsure` : [...answers, UNSURE].join(', ');

function problemsOf(question: Question, given: unknown): AnswerProblem[] {
  const problem = (code: AnswerProblem['code'], value: unknown): AnswerProblem => ({
    code,
    question: question.id,
    value: shown(value),
    allowed: allowedFor(question),
  });
  if (given === UNSURE) return [];
  if (question.range) {
    // A figure in quotation marks is shown with them.
    if (typeof given !== 'number' || !Number.isFinite(given))
      return [problem('unknown-value', JSON.stringify(given))];
    const { low, high } = question.range;
    return given < low || given > high ? [problem('out-of-range', given)] : [];
  }
  const known = (value: unknown): boolean => typeof value === 'string' && question.answers.includes(value);
  const unknown = (values: readonly unknown[]): AnswerProblem[] =>
    values.filter((value) => !known(value)).map((value) => problem('unknown-value', value));
  if (Array.isArray(given)) {
    const wrong = unknown(given);
    return wrong.length === 0 && question.kind !== 'many' && !question.worstLast && new Set(given).size > 1
      ? [problem('several-values', given)]
      : wrong;
  }
  if (question.kind === 'many' && typeof given === 'object' && given !== null)
    return Object.entries(given).flatMap(([item, answer]) =>
      known(item) && ['yes', 'no', UNSURE].includes(String(answer))
        ? []
        : [problem('unknown-value', `${item}: ${shown(answer)}`)],
    );
  return unknown([given]);
}

/** Everything in the answers that is no answer to one of the questions; none: they can be read. */
export function answerProblems(answers: Readonly<Record<string, unknown>>): readonly AnswerProblem[] {
  return Object.entries(answers).flatMap(([id, given]) => {
    const question = questionOf(id);
    return question
      ? problemsOf(question, given)
      : [
          {
            code: 'unknown-question' as const,
            question: id,
            value: shown(given),
            allowed: 'a question of the check',
          },
        ];
  });
}

function listFact(
  question: Question,
  given: readonly string[] | Readonly<Record<string, string>>,
): Fact | null {
  const isList = Array.isArray(given);
  const entries: (readonly [string, string])[] = isList
    ? (given as readonly string[]).map((item) => [item, 'yes'] as const)
    : Object.entries(given as Readonly<Record<string, string>>);
  const said = (answer: string): string[] =>
    entries.filter(([item, its]) => its === answer && !COMPLETE.has(item)).map(([item]) => item);
  const [yes, no] = [said('yes'), said('no')];
  const closed = entries.some(([item, answer]) => COMPLETE.has(item) && answer === 'yes');
  // Where it hurts is always told whole; not pointing anywhere tells nothing.
  const complete =
    closed || (question.id === 'place' && yes.length > 0 && !entries.some(([, its]) => its === UNSURE));
  return yes.length + no.length === 0 && !complete ? null : { kind: 'many', yes, no, complete };
}

function factOf(question: Question, given: GivenAnswer): Fact | null {
  if (given === UNSURE) return null;
  if (question.kind === 'many')
    return listFact(question, typeof given === 'string' ? [given] : (given as readonly string[]));
  if (typeof given === 'number') return { kind: 'number', value: given };
  const values = (Array.isArray(given) ? given : [given]) as readonly string[];
  const value = question.worstLast?.findLast((worse) => values.includes(worse)) ?? values[0];
  // A hop that was not tried tells nothing.
  return value === undefined || value === 'not-tried' ? null : { kind: 'one', value };
}

const ASKED_WHEN: ReadonlyMap<string, Rule> = new Map(
  QUESTIONS.flatMap(({ id, askedWhen }) =>
    askedWhen === null ? [] : [[id, readRule(askedWhen, WORD_RULES)]],
  ),
);

/** Questions that decide whether this one is asked. */
export function askedBy(id: string): readonly string[] {
  const rule = ASKED_WHEN.get(id);
  return rule === undefined ? [] : questionsIn(rule);
}

/** Whether a question is asked: unless its rule is certainly no. */
export function isAsked(id: string, facts: Facts): boolean {
  const rule = ASKED_WHEN.get(id);
  return rule === undefined || judge(rule, facts) !== 'no';
}

/** Questions, those first that decide whether others are asked. */
const IN_ORDER: readonly Question[] = (() => {
  const done: Question[] = [];
  const visit = (question: Question): void => {
    if (done.includes(question)) return;
    for (const id of askedBy(question.id)) {
      const before = questionOf(id);
      if (before) visit(before);
    }
    done.push(question);
  };
  QUESTIONS.forEach(visit);
  return done;
})();

/** The same rule with nothing taken for granted: `may(x)` asks for x itself. */
function strict(rule: Rule): Rule {
  switch (rule.kind) {
    case 'all':
    case 'any':
      return { kind: rule.kind, of: rule.of.map(strict) };
    case 'not':
      return { kind: 'not', of: strict(rule.of) };
    case 'may':
      return strict(rule.of);
    case 'is':
    case 'compare':
      return rule;
  }
}

const CERTAINLY_ASKED_WHEN: ReadonlyMap<string, Rule> = new Map(
  Array.from(ASKED_WHEN, ([id, rule]) => [id, strict(rule)]),
);

function gather(answers: Answers, belongs: (id: string, facts: Facts) => boolean): Facts {
  const [problem] = answerProblems(answers);
  if (problem)
    throw new RangeError(
      `${problem.question} must be ${problem.allowed}, got ${problem.value} (${problem.code})`,
    );
  const facts = new Map<string, Fact>();
  for (const question of IN_ORDER) {
    const given = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
    if (given === undefined || !belongs(question.id, facts)) continue;
    const fact = factOf(question, given);
    if (fact) facts.set(question.id, fact);
  }
  return facts;
}

/**
 * What is definitely known. An answer whose question is no longer asked is dropped.
 * @throws {RangeError} where `answerProblems` has something to say
 */
export const factsOf = (answers: Answers): Facts =>
  // The turned hip is also asked when nothing stands out, so its answer is never out of place.
  gather(answers, (id, facts) => id === 'hip-twist' || isAsked(id, facts));

/**
 * Of these only the answers whose questions are certainly asked. Only they may clear a warning sign: otherwise taking
 * one answer away could bring a dropped one back, and clear what was raised.
 */
export const certainFactsOf = (answers: Answers): Facts =>
  gather(answers, (id, facts) => {
    const rule = CERTAINLY_ASKED_WHEN.get(id);
    return id === 'hip-twist' || rule === undefined || judge(rule, facts) === 'yes';
  });
