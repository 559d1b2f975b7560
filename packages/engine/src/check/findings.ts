/** The weights, read: which findings speak for and against each condition. */
import { WORD_RULES } from './condition-words.ts';
import { CONDITIONS, type Condition, type ConditionId } from './conditions.ts';
import { questionsIn, readRule, type Rule } from './rule.ts';
import { WEIGHTS } from './weights.ts';

export interface Finding {
  /** As it stands in the weights: `hurts:stairs-down`, `weeks<3`, `JUMP`. */
  readonly token: string;
  readonly rule: Rule;
  readonly questions: readonly string[];
}

export interface Weight {
  /** Place of the finding in `FINDINGS`. */
  readonly finding: number;
  readonly ifYes: number;
  readonly ifNo: number;
  /** Rests on a source; else our choice. */
  readonly sourced: boolean;
}

export interface WeightsOf {
  readonly condition: Condition;
  readonly places: ReadonlyMap<string, number>;
  /** Where none of the places tapped is listed. */
  readonly elsewhere: number;
  readonly weights: readonly Weight[];
}

interface Line {
  readonly places: Map<string, number>;
  elsewhere: number;
  readonly pairs: Map<string, Omit<Weight, 'finding'>>;
}

const ENTRY = /^(\S+) (-?[\d.]+)(\*?)(?:\/(-?[\d.]+)(\*?))?$/;
const isPlace = (name: string): boolean => /^[a-z][a-z-]*$/.test(name);

function readLine(name: string): Line {
  const line: Line = { places: new Map(), elsewhere: 0, pairs: new Map() };
  for (const entry of (WEIGHTS[name] ?? '').split(', ')) {
    const [, token, yes, yesStar, no, noStar] = ENTRY.exec(entry) ?? [];
    if (token === undefined)
      throw new RangeError(`weights of ${name} must be "finding number", got "${entry}"`);
    if (token === 'else') line.elsewhere = Number(yes);
    else if (isPlace(token)) line.places.set(token, Number(yes));
    else
      line.pairs.set(token, {
        ifYes: Number(yes),
        ifNo: no === undefined ? 0 : Number(no),
        sourced: yesStar === '*' || noStar === '*',
      });
  }
  return line;
}

const findings: Finding[] = [];
const indexOf = (token: string): number => {
  const known = findings.findIndex((finding) => finding.token === token);
  if (known >= 0) return known;
  const rule = readRule(token.replace(':', '='), WORD_RULES);
  return findings.push({ token, rule, questions: questionsIn(rule) }) - 1;
};

/** One entry a condition. An own weight takes the place of its class's for the same finding, both sides of it. */
export const WEIGHTS_OF: readonly WeightsOf[] = CONDITIONS.map((condition) => {
  const own = readLine(condition.id);
  const shared = condition.class === null ? undefined : readLine(`@${condition.class}`);
  const pairs = new Map([...(shared?.pairs ?? []), ...own.pairs]);
  return {
    condition,
    places: own.places,
    elsewhere: own.elsewhere,
    weights: Array.from(pairs, ([token, pair]) => ({ finding: indexOf(token), ...pair })),
  };
});

export const FINDINGS: readonly Finding[] = findings;

/** Questions an answer to which carries weight for any condition. */
export const WEIGHED_QUESTIONS: ReadonlySet<string> = new Set([
  'place',
  ...FINDINGS.flatMap(({ questions }) => questions),
]);

const BY_ID: ReadonlyMap<ConditionId, WeightsOf> = new Map(
  WEIGHTS_OF.map((entry) => [entry.condition.id, entry]),
);

/** @throws {RangeError} where there is no such condition */
export function weightsOf(id: ConditionId): WeightsOf {
  const found = BY_ID.get(id);
  if (!found) throw new RangeError(`id must be one of the conditions, got ${id}`);
  return found;
}
