/** What is definitely known from the answers. What is not in here is unsure. */
import { type Answer, answerOf, any } from './answer.ts';
import type { Comparison } from './rule.ts';

export type Fact =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'one'; readonly value: string }
  /** `complete`: what stands in neither list is certainly no. */
  | {
      readonly kind: 'many';
      readonly yes: readonly string[];
      readonly no: readonly string[];
      readonly complete: boolean;
    };

export type Facts = ReadonlyMap<string, Fact>;

const itemIn = ({ yes, no, complete }: Fact & { kind: 'many' }, value: string): Answer =>
  yes.includes(value) ? 'yes' : complete || no.includes(value) ? 'no' : 'unsure';

/** Whether a question's answer is one of the values; for a list, whether it holds one of them. */
export function isOneOf(facts: Facts, question: string, values: readonly string[]): Answer {
  const fact = facts.get(question);
  if (fact === undefined) return 'unsure';
  switch (fact.kind) {
    case 'one':
      return answerOf(values.includes(fact.value));
    case 'number':
      return answerOf(values.includes(String(fact.value)));
    case 'many':
      return any(values.map((value) => itemIn(fact, value)));
  }
}

export function compares(facts: Facts, question: string, by: Comparison, than: number): Answer {
  const fact = facts.get(question);
  if (fact?.kind !== 'number') return 'unsure';
  switch (by) {
    case '<':
      return answerOf(fact.value < than);
    case '<=':
      return answerOf(fact.value <= than);
    case '>':
      return answerOf(fact.value > than);
    case '>=':
      return answerOf(fact.value >= than);
  }
}
