/** Answer sets for property tests: any at all, and those a person gives when asked. */
import fc from 'fast-check';
import type { Answers, GivenAnswer } from '../check/answers.ts';
import { QUESTIONS, type Question } from '../check/questions.ts';

/** Thresholds of rules and weights, and both sides of them. */
const NUMBERS: Readonly<Record<string, readonly number[]>> = {
  age: [8, 11, 12, 13, 15, 16, 17, 18, 19, 20, 24, 25, 26, 34, 35, 49, 50, 51, 54, 55, 59, 60, 95],
  weeks: [0, 0.5, 1, 1.1, 1.9, 2, 2.1, 3, 3.9, 4, 6, 7.9, 8, 12, 12.1, 26, 27, 1500],
  'stiff-min': [0, 1, 14, 15, 16, 29, 30, 31, 59, 60, 61, 240],
};

const definite = (question: Question): fc.Arbitrary<GivenAnswer> => {
  const { id, kind, answers } = question;
  switch (kind) {
    case 'number':
      return fc.constantFrom(...(NUMBERS[id] ?? [0]));
    case 'yes-no':
    case 'one':
      return fc.constantFrom(...answers);
    case 'many': {
      const items = answers.filter((answer) => answer !== 'none' && answer !== 'that-is-all');
      const some = fc.subarray(items, { minLength: 1, maxLength: 4 });
      if (id === 'place') return some;
      return answers.includes('none')
        ? fc.oneof(
            fc.constant(['none']),
            some.map((ticked) => ticked.concat('that-is-all')),
          )
        : fc.subarray(items, { maxLength: 4 }).map((ticked) => ticked.concat('that-is-all'));
    }
  }
};

const partial = ({ kind, answers }: Question): fc.Arbitrary<GivenAnswer> =>
  kind === 'many'
    ? fc.oneof(
        fc.subarray([...answers]),
        fc.dictionary(fc.constantFrom(...answers), fc.constantFrom('yes', 'no', 'unsure')),
      )
    : fc.constant('unsure');

/** Any answers at all: definite, unsure, half lists, absent. */
export const anyAnswers: fc.Arbitrary<Answers> = fc.record(
  Object.fromEntries(
    QUESTIONS.map((question) => [
      question.id,
      fc.oneof({ weight: 3, arbitrary: definite(question) }, { weight: 1, arbitrary: partial(question) }),
    ]),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<Answers>;

/** A definite answer to every question, as somebody could give it who is asked. */
export const fullAnswers: fc.Arbitrary<Readonly<Record<string, GivenAnswer>>> = fc.record(
  Object.fromEntries(QUESTIONS.map((question) => [question.id, definite(question)])),
);
