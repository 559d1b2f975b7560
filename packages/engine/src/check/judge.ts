/** Whether a rule holds for what is known, what made it hold, and what could still change it. */
import { type Answer, all, any, may, not } from './answer.ts';
import { compares, type Facts, isOneOf } from './facts.ts';
import { questionsIn, type Rule } from './rule.ts';

/** Yes: raised. Unsure: open. No: cleared. */
export function judge(rule: Rule, facts: Facts): Answer {
  switch (rule.kind) {
    case 'all':
      return all(rule.of.map((part) => judge(part, facts)));
    case 'any':
      return any(rule.of.map((part) => judge(part, facts)));
    case 'not':
      return not(judge(rule.of, facts));
    case 'may':
      return may(judge(rule.of, facts));
    case 'is':
      return isOneOf(facts, rule.question, rule.values);
    case 'compare':
      return compares(facts, rule.question, rule.by, rule.than);
  }
}

/**
 * Questions whose answers make the rule what it is: with these alone, and all others unsure, it stays so.
 * Of an unsure rule nothing is asked for here. Inside `may`, an unsure answer raises and is named too.
 */
export function because(rule: Rule, facts: Facts): readonly string[] {
  const wanted = judge(rule, facts);
  const partsThatAre = (parts: readonly Rule[], answer: Answer): readonly string[] => [
    ...new Set(parts.filter((part) => judge(part, facts) === answer).flatMap((part) => because(part, facts))),
  ];
  switch (rule.kind) {
    case 'all':
    case 'any':
      return partsThatAre(rule.of, wanted);
    case 'not':
      return because(rule.of, facts);
    case 'may':
      return judge(rule.of, facts) === 'unsure' ? undecided(rule.of, facts) : because(rule.of, facts);
    case 'is':
    case 'compare':
      return [rule.question];
  }
}

/** Questions whose answer is not known and could still turn the rule, in the order they stand in it. */
export function undecided(rule: Rule, facts: Facts): readonly string[] {
  switch (rule.kind) {
    case 'all':
    case 'any': {
      const now = judge(rule, facts);
      const decides = rule.kind === 'all' ? 'no' : 'yes';
      // A part that is certainly no settles an "and", one that is certainly yes an "or": nothing beside it matters.
      if (now === decides && rule.of.some((part) => judge(part, facts) === now && firm(part, facts)))
        return [];
      return [...new Set(rule.of.flatMap((part) => undecided(part, facts)))];
    }
    case 'not':
    case 'may':
      return undecided(rule.of, facts);
    case 'is':
    case 'compare':
      return judge(rule, facts) === 'unsure' ? questionsIn(rule) : [];
  }
}

/** Whether no further answer could change it. */
function firm(rule: Rule, facts: Facts): boolean {
  return undecided(rule, facts).length === 0;
}
