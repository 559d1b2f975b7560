/** How many screens are about to come, were every answer to them the quiet one. */
import {
  type Answers,
  type GivenAnswer,
  isAskedNow,
  nextScreen,
  type Question,
  questionOf,
} from '@kneewise/engine';

const QUIET: ReadonlySet<string> = new Set([
  'none',
  'never',
  'normal',
  'fine',
  'gradual',
  'same',
  'regular',
  'no',
]);
/** Where no is the sign. */
const QUIET_YES: ReadonlySet<string> = new Set(['straight-leg', 'bend']);
/** A grown-up, for some weeks, without a stiff morning: for counting only. */
const QUIET_NUMBER: Readonly<Record<string, number>> = { age: 35, weeks: 5, 'stiff-min': 0 };
/** No path is longer, whatever is answered. */
const SCREENS_AT_MOST = 19;

function quiet({ id, kind, answers }: Question): GivenAnswer {
  switch (kind) {
    case 'number':
      return QUIET_NUMBER[id] ?? 0;
    case 'many':
      return id === 'place' ? ['kneecap'] : [answers.includes('none') ? 'none' : 'that-is-all'];
    case 'yes-no':
      return QUIET_YES.has(id) ? 'yes' : 'no';
    case 'one':
      return answers.find((value) => QUIET.has(value)) ?? answers[0] ?? 'unsure';
  }
}

/** @param answers so far, those of the screen to be shown left out */
export function screensLeft(answers: Answers, raisedBefore: readonly string[]): number {
  const walked: Record<string, GivenAnswer> = { ...answers };
  for (let screens = 0; screens < SCREENS_AT_MOST; screens += 1) {
    const { next } = nextScreen(walked, raisedBefore);
    if (next === null) return screens;
    for (const id of next.questions) {
      const question = questionOf(id);
      if (question && isAskedNow(id, walked)) walked[id] = quiet(question);
    }
  }
  return SCREENS_AT_MOST;
}
