/** How soon someone should look at it, and why: the check without explanations and without what to ask next. */
import type { Answers } from './answers.ts';
import { factsOf } from './answers.ts';
import type { Facts } from './facts.ts';
import { judgeFindings, sharesOf } from './shares.ts';
import type { Answer } from './answer.ts';
import { type JudgedFlag, judgeFlags } from './flags.ts';
import type { Level } from './level.ts';
import { isProvisional, levelOf } from './level-of.ts';

export interface Triage {
  readonly level: Level;
  /** A warning sign of today or above could not be checked. */
  readonly provisional: boolean;
  /** Every flag, raised, open or cleared. */
  readonly judged: readonly JudgedFlag[];
  readonly facts: Facts;
  /** What holds of each finding, and the shares that come of it. */
  readonly held: readonly Answer[];
  readonly shares: readonly number[];
}

/** @throws {RangeError} where an answer is not one of those allowed */
export function triage(answers: Answers, raisedBefore: readonly string[] = []): Triage {
  const facts = factsOf(answers);
  const judged = judgeFlags(answers, raisedBefore);
  const held = judgeFindings(facts);
  const shares = sharesOf(facts, held);
  return {
    level: levelOf(judged, facts, shares),
    provisional: isProvisional(judged),
    judged,
    facts,
    held,
    shares,
  };
}
