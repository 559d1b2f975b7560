/**
 * How the explanations share what was said: log-odds added up, then made to sum to 1. They order explanations and
 * are no calibrated risks, because findings overlap and most weights are our choice.
 */
import type { Answer } from './answer.ts';
import { AGE_BANDS_FROM, CONDITIONS, type Condition } from './conditions.ts';
import type { Facts } from './facts.ts';
import { FINDINGS, type WeightsOf, WEIGHTS_OF } from './findings.ts';
import { judge } from './judge.ts';

/** What brings pain on goes together, so its weights together count for no more than this either way. Our choice. */
export const HURTS_AT_MOST = 2.5;

const HURTS: readonly boolean[] = FINDINGS.map(({ token }) => token.startsWith('hurts:'));

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Per 100 complaints for what is known of age and sex: an unknown age takes the mean of the four bands. */
export function priorPer100({ per100, female, male }: Condition, facts: Facts): number {
  const age = facts.get('age');
  const sex = facts.get('sex');
  const band = age?.kind === 'number' ? AGE_BANDS_FROM.filter((from) => age.value >= from).length : null;
  const factor = sex?.kind !== 'one' ? 1 : sex.value === 'female' ? female : sex.value === 'male' ? male : 1;
  return (band === null ? mean(per100) : (per100[band] ?? 0)) * factor;
}

/** Place counts once, by its best match. */
export function placeWeight({ places, elsewhere }: WeightsOf, tapped: readonly string[]): number {
  if (tapped.length === 0) return 0;
  const listed = tapped.flatMap((place) => places.get(place) ?? []);
  return listed.length === 0 ? elsewhere : Math.max(...listed);
}

export const tappedPlaces = (facts: Facts): readonly string[] => {
  const place = facts.get('place');
  return place?.kind === 'many' ? place.yes : [];
};

/** What holds of each finding, in the order of `FINDINGS`. */
export const judgeFindings = (facts: Facts): readonly Answer[] =>
  FINDINGS.map(({ rule }) => judge(rule, facts));

/** Log-odds before any finding, in the order of `CONDITIONS`: how common each is, and where it hurts. */
export function baseOdds(facts: Facts): readonly number[] {
  const tapped = tappedPlaces(facts);
  return WEIGHTS_OF.map(
    (entry) => Math.log(priorPer100(entry.condition, facts)) + placeWeight(entry, tapped),
  );
}

/** What the findings add to one condition. */
function weightOf({ weights }: WeightsOf, held: readonly Answer[]): number {
  let sum = 0;
  let hurts = 0;
  for (const { finding, ifYes, ifNo } of weights) {
    const is = held[finding];
    if (is === 'unsure') continue;
    const weight = is === 'yes' ? ifYes : ifNo;
    if (HURTS[finding]) hurts += weight;
    else sum += weight;
  }
  return sum + Math.min(HURTS_AT_MOST, Math.max(-HURTS_AT_MOST, hurts));
}

/**
 * Shares in the order of `CONDITIONS`; they sum to 1.
 * @param base `baseOdds` of the same facts, where they are known already
 */
export function sharesOf(
  facts: Facts,
  held: readonly Answer[] = judgeFindings(facts),
  base: readonly number[] = baseOdds(facts),
): readonly number[] {
  const scores = WEIGHTS_OF.map((entry, at) => (base[at] ?? 0) + weightOf(entry, held));
  const highest = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - highest));
  const total = odds.reduce((sum, each) => sum + each, 0);
  return odds.map((each) => each / total);
}

/** Shares of those conditions together that a test picks. */
export const shareOf = (shares: readonly number[], which: (condition: Condition) => boolean): number =>
  CONDITIONS.reduce((sum, condition, at) => (which(condition) ? sum + (shares[at] ?? 0) : sum), 0);
