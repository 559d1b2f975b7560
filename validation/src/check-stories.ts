/**
 * §C8: the AKPS's points. §C10: the knee check on published stories, beside what symptom checkers reached.
 * The stories were known while the check was written, so they show safety, not how good it is elsewhere.
 */
import { existsSync, readFileSync } from 'node:fs';
import {
  AKPS_ITEMS,
  type Answers,
  akpsScore,
  check,
  type CheckResult,
  type GivenAnswer,
  LEVELS,
  questionOf,
} from '@kneewise/engine';
import { OF_BENIGN } from './assumptions.ts';
import { benignCost } from './benign-population.ts';
import { agrees, atLeast, atMost, compared, type Row, skipped, type Subject } from './row.ts';

const STORIES = new URL('../../../shared/vignettes.md', import.meta.url);
const PERCENT = 100;

/** What symptom checkers reached on 45 stories: the right condition first, the right urgency. % */
const SEMIGRAN_FIRST = 34;
const SEMIGRAN_LEVEL = 57;

/** Best and worst, and the points of all answers of all items together (evidence B6). */
const AKPS_TOTAL_POINTS = 230;

const akps = (quantity: string): Subject => ({
  section: 'C8',
  quantity,
  source: 'akps-points',
  unit: 'points',
});

/** The score of one option an item, picked by how many it has. */
function scored(at: (options: number) => number): number {
  const score = akpsScore(Object.fromEntries(AKPS_ITEMS.map(({ id, options }) => [id, at(options.length)])));
  return score.known ? score.value : Number.NaN;
}

function akpsRows(): Row[] {
  const points = AKPS_ITEMS.flatMap(({ options }) => options.map((option) => option.points));
  return [
    agrees(
      akps('AKPS, every answer the best'),
      100,
      scored(() => 0),
      0,
    ),
    agrees(
      akps('AKPS, every answer the worst'),
      0,
      scored((options) => options - 1),
      0,
    ),
    agrees(
      akps('AKPS, points of all answers together'),
      AKPS_TOTAL_POINTS,
      points.reduce((sum, each) => sum + each, 0),
      0,
    ),
  ];
}

interface Story {
  readonly kind: string;
  readonly levels: readonly string[];
  readonly explanations: readonly string[];
  readonly result: CheckResult;
}

function answersOf(text: string): Answers {
  return Object.fromEntries(
    Array.from(text.matchAll(/(\S+?)=(\S+)/g), ([, id = '', said = '']): [string, GivenAnswer] => {
      const kind = questionOf(id)?.kind;
      if (kind === 'number') return [id, Number(said)];
      if (kind !== 'many') return [id, said];
      return said.startsWith('{')
        ? [
            id,
            Object.fromEntries(
              said
                .slice(1, -1)
                .split(',')
                .map((item) => item.split(':')),
            ),
          ]
        : [id, said.split('+')];
    }),
  );
}

/** The stories as encoded beside them; null where they are absent. */
function stories(): readonly Story[] | null {
  if (!existsSync(STORIES)) return null;
  const lines = /```stories\n([^]*?)\n```/.exec(readFileSync(STORIES, 'utf8'))?.[1]?.split('\n') ?? [];
  return lines.map((line) => {
    const [said = '', levels = '', explanations = ''] = line.split(' > ');
    return {
      kind: said.split(' ')[1] ?? '',
      levels: levels.split(','),
      explanations: explanations === '-' ? [] : explanations.split(','),
      result: check(answersOf(said)),
    };
  });
}

const share = (part: number, of: number): number => (PERCENT * part) / of;
const rank = (level: string): number => LEVELS.findIndex((each) => each === level);

const subject = (quantity: string): Subject => ({
  section: 'C10',
  quantity,
  source: 'semigran-2015',
  unit: '%',
});

/** As many interviews as the issue that set the limits; the seed is our choice. */
const PEOPLE = 4000;
const SEED = 7;
/** What safety may cost people with a benign complaint, by level. % */
const WITHIN_DAYS_AT_MOST = 25;
const TODAY_AT_MOST = 4;
const RULES_SHOWN = 5;

const simulated = (quantity: string): Subject => ({
  section: 'C10',
  quantity,
  source: 'our-choice',
  unit: '%',
  assumes: OF_BENIGN,
});

/** What the check costs a simulated benign population, and which rules cost most alone and together. */
export function benignRows(): Row[] {
  const cost = benignCost(PEOPLE, SEED);
  return [
    atMost(
      simulated(`benign, ${PEOPLE} simulated: within days or sooner`),
      WITHIN_DAYS_AT_MOST,
      cost.withinDaysOrAbovePercent,
    ),
    atMost(simulated('benign: today or sooner'), TODAY_AT_MOST, cost.todayOrAbovePercent),
    ...cost.rules
      .slice(0, RULES_SHOWN)
      .map(({ rule, raisesPercent, alonePercent }) =>
        compared(
          simulated(`benign: ${rule} alone (${raisesPercent.toFixed(1)} with others)`),
          null,
          alonePercent,
          'printed only',
        ),
      ),
  ];
}

export function checkRows(): Row[] {
  const rows = [...akpsRows(), ...benignRows()];
  const told = stories();
  if (told === null) return [...rows, skipped(subject('published stories'), 'needs ../shared/vignettes.md')];

  const listed = told.filter(({ explanations }) => explanations.length > 0);
  const within = (most: number, byShare: boolean): number =>
    share(
      listed.filter(({ explanations, result }) =>
        (byShare ? result.explanations.toSorted((a, b) => b.share - a.share) : result.explanations)
          .slice(0, most)
          .some(({ id }) => explanations.includes(id)),
      ).length,
      listed.length,
    );
  const ofKind = (kind: string): readonly Story[] => told.filter((story) => story.kind === kind);
  const danger = ofKind('danger');
  const benign = ofKind('benign');
  const escalated = danger.filter(
    ({ levels, result }) => rank(result.level) <= Math.max(...levels.map(rank)),
  );
  const over = benign.filter(({ levels, result }) => rank(result.level) < Math.min(...levels.map(rank)));
  const right = told.filter(({ levels, result }) => levels.includes(result.level));
  return [
    ...rows,
    agrees(
      subject(`danger stories escalated, of ${danger.length}`),
      PERCENT,
      share(escalated.length, danger.length),
      0,
    ),
    agrees(
      subject(`benign stories over-escalated, of ${benign.length}`),
      0,
      share(over.length, benign.length),
      0,
    ),
    atLeast(subject(`right level, of ${told.length}`), SEMIGRAN_LEVEL, share(right.length, told.length)),
    atLeast(
      subject(`right condition first, as shown, of ${listed.length}`),
      SEMIGRAN_FIRST,
      within(1, false),
    ),
    atLeast(subject('right condition first, by share'), SEMIGRAN_FIRST, within(1, true)),
    compared(subject('right condition in the first three, as shown'), null, within(3, false), 'printed only'),
    compared(subject('right condition in the first three, by share'), null, within(3, true), 'printed only'),
  ];
}
