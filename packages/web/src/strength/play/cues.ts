/** Which sounds fall between two looks at the clock? The same moments buzz. Pure. */
import { type Item, lengthS, repS, type Step } from './steps.ts';

export type Cue = 'short' | 'go' | 'rep' | 'switch' | 'rest' | 'done';

/** So many short beeps before something begins or ends. Our choice. */
const BEEPS = 3;

/** The sound with which a step begins. */
export function cueAtStart(step: Step): Cue | null {
  switch (step.kind) {
    case 'work':
      return 'go';
    case 'switch':
      return 'switch';
    case 'rest':
      return 'rest';
    case 'ask':
    case 'end':
      return 'done';
    case 'ready':
    case 'count-in':
      return null;
  }
}

/** Within one step. @param fromS time of the step at the last look, @param toS now; seconds */
export function cuesBetween(step: Step, items: readonly Item[], fromS: number, toS: number): readonly Cue[] {
  const length = lengthS(step, items);
  if (length === null) return [];
  const each = step.kind === 'work' ? repS(items[step.item] as Item) : null;
  if (each !== null) {
    const reps = Math.floor(toS / each) - Math.floor(fromS / each);
    return reps > 0 && toS < length ? ['rep'] : [];
  }
  for (let left = BEEPS; left >= 1; left -= 1)
    if (fromS < length - left && toS >= length - left) return ['short'];
  return [];
}
