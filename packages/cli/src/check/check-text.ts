/** The knee check in words: what to do, until when, why, what fits, what would tell it apart. */
import {
  CERTAINTY_WORDS,
  CHECK_FIRST_WORDS,
  type CheckResult,
  type Explanation,
  type Question,
  questionOf,
} from '@kneewise/engine';
import { answerLabel, sayReason } from '@kneewise/words';
import type { Style } from '../terminal/style.ts';

/** As many reasons and open questions as can be read at a glance. */
const REASONS_SHOWN = 3;
const QUESTIONS_SHOWN = 5;

const list = (title: string, lines: readonly string[], style: Style): string[] =>
  lines.length === 0 ? [] : ['', style.strong(title), ...lines.map((line) => `  ${line}`)];

/** Here nothing is tapped. */
export const wordsInTerminal = (id: string): string =>
  id === 'place' ? 'Where does it hurt? Every place counts.' : (questionOf(id)?.words ?? id);

const said = (answer: unknown, question: string): string =>
  typeof answer === 'string'
    ? answerLabel(question, answer)
    : Array.isArray(answer)
      ? answer
          .filter((item) => item !== 'that-is-all')
          .map((item) => answerLabel(question, String(item)))
          .join(', ')
      : typeof answer === 'number'
        ? `${answer} ${questionOf(question)?.range?.unit ?? ''}`
        : Object.entries(answer as Readonly<Record<string, string>>)
            .map(([item, is]) => `${answerLabel(question, item)}: ${is}`)
            .join(', ');

const reasons = (marked: Explanation['for']): string =>
  marked.slice(0, REASONS_SHOWN).map(sayReason).join(' ');

function explanationLines({
  name,
  certainty,
  for: speaksFor,
  against,
  checkFirst,
  tellsApart,
}: Explanation): string[] {
  return [
    `${name}: ${checkFirst ? CHECK_FIRST_WORDS : CERTAINTY_WORDS[certainty]}`,
    ...(speaksFor.length > 0 ? [`  for: ${reasons(speaksFor)}`] : []),
    ...(against.length > 0 ? [`  against: ${reasons(against)}`] : []),
    `  tells it apart: ${tellsApart}`,
  ];
}

/** Urgent signs by name; of the others only how many. */
function openLines(open: CheckResult['open']): string[] {
  const urgent = open.filter(({ level }) => level === 'emergency-now' || level === 'today');
  const others = open.length - urgent.length;
  return [
    ...urgent.map(({ title }) => title),
    ...(others > 0 ? [`${others} less urgent ${others === 1 ? 'sign' : 'signs'}`] : []),
  ];
}

export function checkText(result: CheckResult, style: Style): string {
  const [first, ...advice] = result.advice;
  const shown = result.explanations.filter(
    ({ checkFirst, certainty }) => checkFirst || certainty !== 'folded',
  );
  const questions = result.askNext.slice(0, QUESTIONS_SHOWN);
  return [
    style.strong(first?.words ?? ''),
    ...advice.map(({ words }) => words),
    ...list(
      'Why',
      result.flags.flatMap(({ flag, because }) => [
        flag.title,
        ...because.map(({ question, answer }) => `  ${wordsInTerminal(question)} ${said(answer, question)}`),
      ]),
      style,
    ),
    ...(result.flags.length === 0 && !result.provisional
      ? ['', 'None of the signs that need a doctor was raised by your answers.']
      : []),
    ...list(
      result.cannotTellYet ? 'Too early to tell; so far' : 'What fits',
      result.leadingFlag === null
        ? shown.flatMap(explanationLines)
        : ['Nothing fits well; what was said above comes first.', ...shown.flatMap(explanationLines)],
      style,
    ),
    ...list('Could not be checked', openLines(result.open), style),
    ...list(
      'Worth answering',
      questions.map((id) => `${wordsInTerminal(id)} (${id})`),
      style,
    ),
  ].join('\n');
}

const how = ({ kind, answers, range }: Question): string =>
  range
    ? `a number from ${range.low} to ${range.high} ${range.unit}`
    : `${kind === 'many' ? 'any of ' : ''}${answers.join(', ')}`;

export const questionsText = (questions: readonly Question[]): string =>
  questions.map((question) => `${question.id}: ${question.words}\n  ${how(question)}, or unsure`).join('\n');
