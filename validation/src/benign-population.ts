/**
 * What the knee check costs people with a benign complaint: full interviews drawn from fixed base rates, the share
 * that is sent to a doctor within days or today, and which rules send them.
 */
import {
  type Answers,
  CONDITIONS,
  type GivenAnswer,
  LEVELS,
  questionOf,
  QUESTIONS,
  triage,
} from '@kneewise/engine';
import { type Random, seededRandom } from '@kneewise/simulator';
import * as rates from './benign-rates.ts';

const PERCENT = 100;

const chance = (random: Random, percent: number): boolean => random.uniform() * PERCENT < percent;

function draw<T>(random: Random, choices: readonly T[], weightOf: (choice: T) => number): T {
  const total = choices.reduce((sum, choice) => sum + weightOf(choice), 0);
  let left = random.uniform() * total;
  for (const choice of choices) {
    left -= weightOf(choice);
    if (left < 0) return choice;
  }
  const last = choices.at(-1);
  if (last === undefined) throw new RangeError('choices must name at least one, got none');
  return last;
}

const between = (random: Random, spans: readonly (readonly [number, number, number])[]): number => {
  const [from, to] = draw(random, spans, ([, , weight]) => weight);
  return from + random.uniform() * (to - from);
};
const one = (random: Random, choices: rates.Rates): string =>
  draw(random, choices, ([, weight]) => weight)[0];

const ticked = (random: Random, ticks: rates.Ticks): string[] =>
  Object.entries(ticks).flatMap(([item, percent]) => (chance(random, percent) ? [item] : []));
/** A list after its Next button. */
const closed = (items: string[], hasNone: boolean): string[] =>
  items.length > 0 ? items.concat('that-is-all') : hasNone ? ['none'] : ['that-is-all'];

const OLDER_FROM = 50;
const MISSED_PERIODS_FROM = 14;

function boneRisk(random: Random, age: number, sex: string): string[] {
  const {
    periodsPercent,
    stressFracturePercent,
    underEatingPercent,
    thinBonesPercent,
    thinBonesFrom50Percent,
  } = rates.BONE_RISK;
  const couldMiss = sex === 'female' && age >= MISSED_PERIODS_FROM && age < OLDER_FROM;
  return ticked(random, {
    periods: couldMiss ? periodsPercent : 0,
    'stress-fracture': stressFracturePercent,
    'under-eating': underEatingPercent,
    'thin-bones': age >= OLDER_FROM ? thinBonesFrom50Percent : thinBonesPercent,
  });
}

/** Where a check can be tried at home, "not sure" is asked again after it, as the interview does. */
function isUnsure(random: Random, id: string): boolean {
  const again = questionOf(id)?.ifUnsure === undefined || chance(random, rates.UNSURE_PERCENT);
  return chance(random, rates.UNSURE_PERCENT) && again;
}

/** One person with a benign complaint: an answer to every question, now and then "not sure". */
export function benignPerson(random: Random): { readonly condition: string; readonly answers: Answers } {
  const age = Math.floor(between(random, rates.AGES));
  const sex = one(random, rates.SEXES);
  const band = [16, 35, OLDER_FROM].filter((from) => age >= from).length;
  const { id: condition } = draw(
    random,
    CONDITIONS.filter(({ id }) => id in rates.BENIGN),
    ({ per100, female, male }) => (per100[band] ?? 0) * (sex === 'female' ? female : male),
  );
  const benign = rates.BENIGN[condition];
  if (!benign) throw new RangeError(`condition must have base rates, got ${condition}`);
  const older = age >= OLDER_FROM ? rates.TICKS_FROM_50 : {};
  const lists: Readonly<Record<string, rates.Ticks>> = {
    ...rates.TICKS,
    ...older,
    hurts: { ...rates.TICKS['hurts'], ...benign.hurts },
  };
  const growingPercent = age < 18 ? rates.GROWING_UNDER_18_PERCENT : rates.GROWING_18_TO_19_PERCENT;
  const drawn = (id: string): GivenAnswer => {
    const list = lists[id];
    const choices = benign.answers?.[id] ?? rates.USUAL[id];
    if (id === 'weeks') return Number(between(random, rates.WEEKS).toFixed(1));
    if (id === 'stiff-min')
      return Math.floor(between(random, condition === 'oa' ? rates.STIFF_WORN : rates.STIFF));
    if (id === 'growing') return chance(random, growingPercent) ? 'yes' : 'no';
    if (id === 'bone-risk') return closed(boneRisk(random, age, sex), true);
    if (list) return closed(ticked(random, list), id !== 'hurts');
    if (choices) return one(random, choices);
    throw new RangeError(`${id} must have base rates, got none`);
  };
  const known: Record<string, GivenAnswer> = { age, sex, place: [one(random, benign.place)] };
  const others = QUESTIONS.filter(({ id }) => !(id in known)).map(({ id }): [string, GivenAnswer] => [
    id,
    isUnsure(random, id) ? 'unsure' : drawn(id),
  ]);
  return { condition, answers: { ...Object.fromEntries(others), ...known } };
}

export interface RuleCost {
  /** A flag's id, or `second-net`. */
  readonly rule: string;
  /** Share of people it raises, and of those whom it alone sends to a doctor so soon. % */
  readonly raisesPercent: number;
  readonly alonePercent: number;
  /** Share of people who are sent by this rule and those listed before it, and by no other. % */
  readonly togetherPercent: number;
}

export interface BenignCost {
  readonly people: number;
  readonly withinDaysOrAbovePercent: number;
  readonly todayOrAbovePercent: number;
  readonly selfManagePercent: number;
  /** What sends people within days or sooner, the costliest first. */
  readonly rules: readonly RuleCost[];
  /** What sends them today or sooner. */
  readonly todayRules: readonly RuleCost[];
}

const isAsUrgent = (level: string, as: 'within-days' | 'today'): boolean =>
  LEVELS.findIndex((each) => each === level) <= LEVELS.indexOf(as);

/** @param senders of each person who is sent, the rules that do it */
function costsOf(senders: readonly (readonly string[])[], people: number): readonly RuleCost[] {
  const percent = (some: readonly unknown[]): number => (PERCENT * some.length) / people;
  const costs = [...new Set(senders.flat())]
    .map((rule) => ({
      rule,
      raisesPercent: percent(senders.filter((rules) => rules.includes(rule))),
      alonePercent: percent(senders.filter((rules) => rules.length === 1 && rules[0] === rule)),
    }))
    .sort((a, b) => b.alonePercent - a.alonePercent || b.raisesPercent - a.raisesPercent);
  return costs.map((cost, at) => {
    const listed = new Set(costs.slice(0, at + 1).map(({ rule }) => rule));
    const together = senders.filter((rules) => rules.every((rule) => listed.has(rule)));
    return Object.assign(cost, { togetherPercent: percent(together) });
  });
}

/** @param people how many interviews; @param seed the same seed draws the same people */
export function benignCost(people: number, seed: number): BenignCost {
  const random = seededRandom(seed);
  const triaged = Array.from({ length: people }, () => {
    const { level, judged } = triage(benignPerson(random).answers);
    return { level, raised: judged.flatMap(({ is, flag }) => (is === 'raised' ? [flag] : [])) };
  });
  const sentBy = (as: 'within-days' | 'today'): readonly (readonly string[])[] =>
    triaged
      .filter(({ level }) => isAsUrgent(level, as))
      .map(({ raised }) => {
        const rules = raised.flatMap(({ id, level }) => (isAsUrgent(level, as) ? [id] : []));
        return rules.length > 0 ? rules : ['second-net'];
      });
  const [soon, today] = [sentBy('within-days'), sentBy('today')];
  const alone = triaged.filter(({ level }) => level === 'self-manage');
  return {
    people,
    withinDaysOrAbovePercent: (PERCENT * soon.length) / people,
    todayOrAbovePercent: (PERCENT * today.length) / people,
    selfManagePercent: (PERCENT * alone.length) / people,
    rules: costsOf(soon, people),
    todayRules: costsOf(today, people),
  };
}
