/** Goes through the whole interview as a person would. */
import type { Answers, GivenAnswer } from '../check/answers.ts';
import { isAskedNow, nextScreen } from '../check/interview.ts';

/** "At most 20 short screens on the usual path." */
export const SCREENS_AT_MOST = 20;

export interface Walked {
  readonly answers: Readonly<Record<string, GivenAnswer>>;
  readonly screens: readonly number[];
  readonly asked: readonly string[];
  readonly interrupts: readonly (string | null)[];
  /** What was known after each screen; the first before any. */
  readonly after: readonly Answers[];
}

/** On past every interruption; what the person has no answer for is "not sure". */
export function walk(person: Answers): Walked {
  const answers: Record<string, GivenAnswer> = {};
  const screens: number[] = [];
  const asked: string[] = [];
  const interrupts: (string | null)[] = [];
  const after: Answers[] = [];
  for (;;) {
    const { next, interrupt } = nextScreen(answers);
    interrupts.push(interrupt);
    after.push({ ...answers });
    if (next === null || screens.length > 3 * SCREENS_AT_MOST)
      return { answers, screens, asked, interrupts, after };
    screens.push(next.screen.number);
    for (const id of next.questions) {
      if (!isAskedNow(id, answers)) continue;
      asked.push(id);
      answers[id] = person[id] ?? 'unsure';
    }
  }
}
