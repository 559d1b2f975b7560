/** What an answer would be worth: could it change the level, and how far would it move the leading explanations? */
import type { Answer } from './answer.ts';
import type { Fact, Facts } from './facts.ts';
import { FINDINGS } from './findings.ts';
import { type JudgedFlag, raisedLevel } from './flags.ts';
import { judge } from './judge.ts';
import { urgency } from './level.ts';
import { mayLookAfterIt, secondNet } from './level-of.ts';
import { type Question, QUESTIONS } from './questions.ts';
import { baseOdds, sharesOf } from './shares.ts';

export interface Worth {
  /** Most urgent level that it could raise, or lower; 0: it cannot change the level. */
  readonly urgency: number;
  /** The same, by warning signs alone: what a sign could change is asked before what likelihood could. */
  readonly bySigns: number;
  /** Most that one of the leading three shares could move by, on the mean over the possible answers; 0–1. */
  readonly shift: number;
}

export interface Standing {
  readonly facts: Facts;
  readonly judged: readonly JudgedFlag[];
  readonly shares: readonly number[];
}

/** A move of the leading three by a smaller share than this changes nothing a runner would see. Our choice. */
const WORTH_ASKING_FROM = 0.02;
const LEADING = 3;

/** One number in each stretch between the thresholds of rules and weights, in years, weeks or
 * minutes. Our choice. */
const NUMBERS: Readonly<Record<string, readonly number[]>> = {
  age: [10, 14, 17, 19, 22, 30, 40, 50, 52, 57, 65],
  weeks: [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 10, 12, 20, 26, 40],
  'stiff-min': [0, 1, 10, 15, 20, 30, 45, 60, 90],
};

/** Every answer that could be given, unsure and lists of several items left out. */
export function possibleAnswers({ id, kind, answers }: Question): readonly Fact[] {
  switch (kind) {
    case 'number':
      return (NUMBERS[id] ?? []).map((value) => ({ kind: 'number', value }));
    case 'many': {
      const items = answers.filter((item) => item !== 'none' && item !== 'that-is-all');
      const onlys = items.map((item): Fact => ({ kind: 'many', yes: [item], no: [], complete: true }));
      return id === 'place' ? onlys : [{ kind: 'many', yes: [], no: [], complete: true }, ...onlys];
    }
    case 'yes-no':
    case 'one':
      return answers.filter((value) => value !== 'not-tried').map((value) => ({ kind: 'one', value }));
  }
}

const POSSIBLE: ReadonlyMap<string, readonly Fact[]> = new Map(
  QUESTIONS.map((question) => [question.id, possibleAnswers(question)]),
);
const READ_BY: ReadonlyMap<string, readonly number[]> = new Map(
  QUESTIONS.map(({ id }) => [
    id,
    FINDINGS.flatMap(({ questions }, at) => (questions.includes(id) ? [at] : [])),
  ]),
);

/** What shares rest on before any finding. */
const SETS_BASE: ReadonlySet<string> = new Set(['age', 'sex', 'place']);

function urgencyFromFlags(id: string, judged: readonly JudgedFlag[]): number {
  const level = raisedLevel(judged);
  const now = level === null ? 0 : urgency(level);
  const deciding = judged.filter(({ is, flag }) => is === 'raised' && urgency(flag.level) === now);
  const couldLower = deciding.every(({ undecided }) => undecided.length > 0);
  return Math.max(
    0,
    ...judged
      .filter(({ is, flag, undecided }) => {
        const could =
          is === 'open'
            ? urgency(flag.level) > now
            : is === 'raised' && couldLower && urgency(flag.level) === now;
        return could && undecided.includes(id);
      })
      .map(({ flag }) => urgency(flag.level)),
  );
}

/** @param held what holds of each finding now: `judgeFindings` */
export function worthOf(id: string, { facts, judged, shares }: Standing, held: readonly Answer[]): Worth {
  const leading = shares
    .map((share, at) => ({ share, at }))
    .sort((a, b) => b.share - a.share)
    .slice(0, LEADING);
  const net = urgency(secondNet(shares));
  const alone = mayLookAfterIt(facts, shares);
  const base = SETS_BASE.has(id) ? null : baseOdds(facts);
  const noFlag = judged.every(({ is }) => is !== 'raised');
  const possible = POSSIBLE.get(id) ?? [];
  const bySigns = urgencyFromFlags(id, judged);
  let changes = bySigns;
  let moved = 0;
  for (const fact of possible) {
    const then = new Map(facts).set(id, fact);
    const heldThen = [...held];
    let turned = base === null;
    for (const at of READ_BY.get(id) ?? []) {
      const finding = FINDINGS[at];
      if (finding) heldThen[at] = judge(finding.rule, then);
      turned ||= heldThen[at] !== held[at];
    }
    const sharesThen = turned ? sharesOf(then, heldThen, base ?? baseOdds(then)) : shares;
    moved += Math.max(...leading.map(({ share, at }) => Math.abs((sharesThen[at] ?? 0) - share)));
    const netThen = urgency(secondNet(sharesThen));
    if (netThen !== net) changes = Math.max(changes, net, netThen);
    if (noFlag && mayLookAfterIt(then, sharesThen) !== alone) changes = Math.max(changes, urgency('physio'));
  }
  return { urgency: changes, bySigns, shift: possible.length === 0 ? 0 : moved / possible.length };
}

/** Whether an answer could change the level or what is shown. */
export const isWorthAsking = (worth: Worth): boolean => worth.urgency > 0 || worth.shift >= WORTH_ASKING_FROM;

/** The worthier first. */
export const byWorth = (a: { readonly worth: Worth }, b: { readonly worth: Worth }): number =>
  b.worth.urgency - a.worth.urgency || b.worth.bySigns - a.worth.bySigns || b.worth.shift - a.worth.shift;
