/** What to say to whoever is called: from the runner's own answers, in the first person where it matters. */
import { answerLabel, sayReason } from '@kneewise/words';
import type { TFunction } from 'i18next';
import type { CheckResult, Given } from '../api/types.ts';
import { valuesOf } from './quiet.ts';

/** Its sentence, or its question and label where it carries no weight and so has none. */
export function saidAs(question: string, value: string, t: TFunction): string {
  for (const finding of [`${question}=${value}`, `${question}:${value}`])
    try {
      return sayReason({ finding, is: 'yes' });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  return `${t(`check.ask.${question}`)} ${answerLabel(question, value)}.`;
}

export const saidSentences = (question: string, answer: Given, t: TFunction): readonly string[] =>
  valuesOf(answer)
    .filter((value) => value !== 'that-is-all')
    .map((value) =>
      typeof answer === 'number' ? `${t(`check.ask.${question}`)} ${value}.` : saidAs(question, value, t),
    );

/** Told by the opening sentence already. */
const TOLD: ReadonlySet<string> = new Set(['side', 'weeks', 'onset', 'age', 'sex']);

/** Of the most urgent signs only: whoever is called must not have to look for them. */
export function sayThis(
  { level, flags: all, answers }: Pick<CheckResult, 'level' | 'flags' | 'answers'>,
  t: TFunction,
): string {
  const urgent = all.filter((flag) => flag.level === level);
  const flags = urgent.length > 0 ? urgent : all;
  const { side: told } = answers;
  const side = typeof told === 'string' ? told : 'unsure';
  const weeks = answers['weeks'];
  const onset = answers['onset'];
  const since =
    typeof weeks !== 'number'
      ? ''
      : `, ${weeks < 1 ? t('check.say.sinceDays') : t('check.say.since', { count: Math.round(weeks) })}`;
  const because = new Map(
    flags.flatMap((flag) => flag.because.map(({ question, answer }) => [question, answer] as const)),
  );
  const reasons = [...because].filter(([question]) => !TOLD.has(question));
  const known = reasons.flatMap(([question, answer]) => saidSentences(question, answer, t));
  const unsure = reasons
    // Asked, and not known; what was never asked is not told.
    .filter(([question]) => answers[question] === 'unsure')
    .map(([question]) => t(`check.ask.${question}`));
  return [
    `${t(`check.say.knee.${side}`)}${since}.`,
    ...(typeof onset === 'string' && onset !== 'unsure' ? [t(`check.say.onset.${onset}`)] : []),
    ...new Set(known),
    ...(unsure.length > 0 ? [t('check.say.unsure', { questions: unsure.join(' ') })] : []),
  ].join(' ');
}
