/** A session as steps one after the other: get ready, work, switch sides, rest, ask. Pure; no clock. */
import type { Side } from '@kneewise/engine';
import type { Strength } from '../../api/types.ts';

export type Item = Strength['items'][number];

// Seconds. Our choices.
/** From the tap to the first repetition: to put the phone down and get into place. */
export const COUNT_IN_S = 5;
/** To turn round: three short beeps end it. */
export const SWITCH_S = 5;
/** So long the questions after an exercise take about. */
const ASK_S = 12;
const READY_S = 15;
/** A repetition without a tempo, for the time that is left only. */
const PLAIN_REP_S = 3;

interface OfSet {
  /** Place in the list of items. */
  readonly item: number;
  /** From 0. */
  readonly set: number;
  readonly side: Side | null;
}
export type Work = OfSet & { readonly kind: 'work' };
export type Step =
  | { readonly kind: 'ready'; readonly item: number }
  | (OfSet & { readonly kind: 'count-in' })
  | Work
  | (OfSet & { readonly kind: 'switch' })
  | (OfSet & { readonly kind: 'rest' })
  | { readonly kind: 'ask'; readonly item: number }
  | { readonly kind: 'end' };

/** The sorer side first; the other does no more. */
export const sidesOf = ({ perSide, firstSide }: Item): readonly (Side | null)[] =>
  !perSide ? [null] : firstSide === 'right' ? ['right', 'left'] : ['left', 'right'];

/** Steps of one set name the set that comes: a rest says what it is before. */
export function stepsOf(items: readonly Item[]): readonly Step[] {
  const steps: Step[] = [];
  for (const [item, each] of items.entries()) {
    steps.push({ kind: 'ready', item });
    for (let set = 0; set < each.sets; set += 1)
      for (const [at, side] of sidesOf(each).entries()) {
        const of = { item, set, side };
        steps.push({ kind: at > 0 ? 'switch' : set > 0 ? 'rest' : 'count-in', ...of });
        steps.push({ kind: 'work', ...of });
      }
    steps.push({ kind: 'ask', item });
  }
  return [...steps, { kind: 'end' }];
}

/** Seconds of one repetition at its tempo; null: at one's own. */
export function repS({ tempo, reps }: Item): number | null {
  if (tempo === null || reps === null) return null;
  const total = tempo[0] + tempo[1] + tempo[2];
  return total > 0 ? total : null;
}

/** Seconds after which a step is over by itself; null: it waits for a tap. */
export function lengthS(step: Step, items: readonly Item[]): number | null {
  if (step.kind === 'end' || step.kind === 'ready' || step.kind === 'ask') return null;
  const item = items[step.item];
  if (item === undefined) return null;
  switch (step.kind) {
    case 'count-in':
      return COUNT_IN_S;
    case 'switch':
      return SWITCH_S;
    case 'rest':
      return Math.max(COUNT_IN_S, item.restS[0]);
    case 'work': {
      if (item.holdS !== null) return item.holdS[1];
      const each = repS(item);
      return each === null || item.reps === null ? null : each * item.reps[1];
    }
  }
}

/** About how long steps take, seconds. */
export const aboutS = (steps: readonly Step[], items: readonly Item[]): number =>
  steps.reduce((total, step) => {
    const length = lengthS(step, items);
    if (length !== null) return total + length;
    if (step.kind === 'ask') return total + ASK_S;
    if (step.kind === 'ready') return total + READY_S;
    if (step.kind === 'work') return total + PLAIN_REP_S * (items[step.item]?.reps?.[1] ?? 0);
    return total;
  }, 0);
