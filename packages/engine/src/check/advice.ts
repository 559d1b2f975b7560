/** What to do: in the order until when, why, how, and what changes it. Every result has some. */
import type { ConditionId } from './conditions.ts';
import type { Facts } from './facts.ts';
import { type Care, cardOf, ceilingOf } from './cards.ts';
import { isOneOf } from './facts.ts';
import { isAtLeast, type Level, LEVEL_WORDS } from './level.ts';
import type { RedFlag, Until } from './red-flags.ts';

export interface Advice {
  /** Permanent. */
  readonly id: string;
  readonly words: string;
}

export const UNTIL_WORDS: Readonly<Record<Until, string>> = {
  A: 'Get help, keep the leg still, don’t drive yourself.',
  B: 'No running. Walk only as needed, with crutches if walking hurts. No hop test.',
  C: 'No running or jumping. Walking and cycling are fine where they don’t hurt.',
  D: 'Run only by the edge rule, never with a limp.',
};

const NO_MASKING: Advice = {
  id: 'no-masking',
  words: 'Never take an anti-inflammatory to get through it.',
};
const GET_HELP: Advice = {
  id: 'get-help-if',
  words:
    'Get help at once if the knee turns hot or swollen, with fever, a swollen calf or breathlessness, if you can’t stand, if the knee is stuck, or if the foot turns cold or numb.',
};
const STOP_RULE: Advice = {
  id: 'stop-rule',
  words:
    'Sharp, rising or limping: stop today. Not settled the next morning: do less. Still there at 48 hours: stop.',
};
/** K14: what hides pain, and medicines that matter to bone and tendon. No doses. */
const MEDICINES: readonly (Advice & { readonly item: string })[] = [
  {
    item: 'painkiller-before',
    id: 'painkiller-before',
    words:
      'A painkiller before a run hides part of the pain: that day’s figure is a lower bound, and the ceiling comes down one class. It also burdens kidneys and gut, most in heat and long races. On three runs in two weeks, ask a pharmacist.',
  },
  {
    item: 'thinner',
    id: 'thinner',
    words: 'With a blood thinner, ask before the next dose of an anti-inflammatory.',
  },
  {
    item: 'quinolone',
    id: 'quinolone',
    words: 'Tell the doctor who prescribed the antibiotic about this pain before the next dose.',
  },
  {
    item: 'steroid',
    id: 'steroid',
    words:
      'A steroid weakens bone and tendon for a while: no step up for two weeks after an injection into the joint.',
  },
];

export interface AdviceInput {
  readonly level: Level;
  readonly provisional: boolean;
  readonly raised: readonly RedFlag[];
  readonly facts: Facts;
  /** The explanation whose card is shown, or null. */
  readonly card: ConditionId | null;
  readonly comeBackDays: number;
}

const STRICTEST_FIRST = ['A', 'B', 'C', 'D'] as const;

/** The strictest of what the raised flags and the level ask. */
export function untilOf(level: Level, raised: readonly RedFlag[]): Until {
  const least = isAtLeast(level, 'within-days') ? 'C' : 'D';
  return (
    STRICTEST_FIRST.find((until) => until === least || raised.some((flag) => flag.until === until)) ?? least
  );
}

function careAdvice(care: Care): Advice[] {
  const { helps, time, checked, exercises, avoid, backIf } = care;
  const unchecked = checked === 'M' ? ' (not checked by us)' : '';
  return [
    { id: 'helps', words: `What usually helps: ${helps}.` },
    ...(time === null ? [] : [{ id: 'time', words: `Usual time: ${time}${unchecked}.` }]),
    { id: 'ceiling', words: `On a run, turn back when the ache reaches ${ceilingOf(care)} of 10.` },
    { id: 'exercises', words: `Exercises: ${exercises}.` },
    ...(avoid === null ? [] : [{ id: 'avoid', words: `Leave out: ${avoid}.` }]),
    { id: 'back-if', words: `Sooner back if ${backIf}.` },
  ];
}

const comeBackWords = (days: number): string =>
  days === 0
    ? 'Go now; come back here once it has been looked at.'
    : days === 1
      ? 'Come back here once it has been looked at, today or tomorrow.'
      : `Come back here within ${days} days, sooner with pain at rest, at night, or a limp.`;

export function adviceFor(input: AdviceInput): readonly Advice[] {
  const { level, provisional, raised, facts, card, comeBackDays } = input;
  const until = untilOf(level, raised);
  const cleared = isAtLeast(level, 'within-days');
  const care = card === null ? null : cardOf(card).care;
  return [
    { id: `level-${level}`, words: LEVEL_WORDS[level] },
    ...(provisional
      ? [
          {
            id: 'provisional',
            words:
              'Not every warning sign could be checked. Answer what is still open, or have it looked at.',
          },
        ]
      : []),
    { id: `until-${until}`, words: UNTIL_WORDS[until] },
    ...(cleared
      ? [{ id: 'no-run', words: 'No run is planned until you note that a clinician has cleared it.' }]
      : []),
    ...raised.map(({ id, tell }) => ({ id: `tell-${id}`, words: `Tell the clinician: ${tell}.` })),
    ...(care && !cleared && !provisional ? careAdvice(care) : []),
    ...MEDICINES.filter(({ item }) => isOneOf(facts, 'medicines', [item]) === 'yes').map(({ id, words }) => ({
      id,
      words,
    })),
    NO_MASKING,
    GET_HELP,
    { id: 'come-back', words: comeBackWords(comeBackDays) },
    STOP_RULE,
  ];
}
