/** Which warning signs are raised, open or cleared. */
import { WORD_RULES } from './condition-words.ts';
import { type Answers, certainFactsOf, factsOf } from './answers.ts';
import { because, judge, undecided } from './judge.ts';
import { type Level, urgency } from './level.ts';
import { RED_FLAGS, type RedFlag } from './red-flags.ts';
import { readRule, type Rule } from './rule.ts';

const RULES: ReadonlyMap<string, Rule> = new Map(
  RED_FLAGS.map(({ id, when }) => [id, readRule(when.join(' or '), WORD_RULES)]),
);

/** The rule of a flag. @throws {RangeError} where there is none */
export function ruleOf(id: string): Rule {
  const rule = RULES.get(id);
  if (!rule) throw new RangeError(`id must be one of the red flags, got ${id}`);
  return rule;
}

export interface JudgedFlag {
  readonly flag: RedFlag;
  readonly is: 'raised' | 'open' | 'cleared';
  /** Raised: the questions whose answers raised it. */
  readonly because: readonly string[];
  /** Questions not known that could still turn it. */
  readonly undecided: readonly string[];
}

/**
 * Every flag, in the order of the table.
 * @param answers as `factsOf` allows them
 * @param raisedBefore flags raised earlier in this interview: they stay raised until they are certainly no
 * @throws {RangeError} where an answer is not one of those allowed
 */
export function judgeFlags(answers: Answers, raisedBefore: readonly string[] = []): readonly JudgedFlag[] {
  const facts = factsOf(answers);
  const certain = certainFactsOf(answers);
  return RED_FLAGS.map((flag) => {
    const rule = ruleOf(flag.id);
    const holds = judge(rule, facts);
    // An answer that may be out of place neither clears nor keeps `may` from raising.
    const byCertain = judge(rule, certain) === 'yes';
    const raised = holds === 'yes' || byCertain;
    const cleared = !raised && judge(rule, certain) === 'no';
    const kept = !raised && !cleared && raisedBefore.includes(flag.id);
    const open = undecided(rule, holds === 'no' || (byCertain && holds !== 'yes') ? certain : facts);
    return {
      flag,
      is: raised || kept ? 'raised' : cleared ? 'cleared' : 'open',
      because: raised ? because(rule, holds === 'yes' ? facts : certain) : kept ? open : [],
      undecided: open,
    };
  });
}

export const byUrgency = (a: { readonly flag: RedFlag }, b: { readonly flag: RedFlag }): number =>
  urgency(b.flag.level) - urgency(a.flag.level);

/** The most urgent level among the raised, or null. */
export const raisedLevel = (judged: readonly JudgedFlag[]): Level | null =>
  judged.filter(({ is }) => is === 'raised').sort(byUrgency)[0]?.flag.level ?? null;
