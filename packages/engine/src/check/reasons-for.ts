/** Why an explanation stands where it does: what speaks for it and against it, the weightiest first. */
import type { Answer } from './answer.ts';
import type { ConditionId } from './conditions.ts';
import type { Facts } from './facts.ts';
import { FINDINGS, weightsOf } from './findings.ts';
import { placeWeight, priorPer100, tappedPlaces } from './shares.ts';

/** A reason by code; the words live in `packages/words`. */
export interface Reason {
  /** `hurts:squat`, `place=kneecap`, `place=elsewhere`, `age-and-sex`. */
  readonly finding: string;
  /** Whether the finding holds: `no` speaks too. */
  readonly is: 'yes' | 'no';
  /** Natural log-odds. */
  readonly weight: number;
  readonly questions: readonly string[];
}

/** A smaller weight, in log-odds, is not worth a sentence. Our choice. */
const WORTH_SAYING = 0.25;
/** Common or rare enough at this age and sex to be worth a sentence, a share of 100 complaints. Our choice. */
const COMMON_PER_100 = 10;
const RARE_PER_100 = 0.1;

function placeReasons(id: ConditionId, facts: Facts): Reason[] {
  const entry = weightsOf(id);
  const tapped = tappedPlaces(facts);
  const weight = placeWeight(entry, tapped);
  const best = tapped.find((place) => entry.places.get(place) === weight);
  return tapped.length === 0
    ? []
    : [{ finding: `place=${best ?? 'elsewhere'}`, is: 'yes', weight, questions: ['place'] }];
}

function ageReasons(id: ConditionId, facts: Facts): Reason[] {
  if (!facts.has('age')) return [];
  const per100 = priorPer100(weightsOf(id).condition, facts);
  const is = per100 >= COMMON_PER_100 ? 'yes' : per100 <= RARE_PER_100 ? 'no' : null;
  const weight = Math.log(per100 / (is === 'yes' ? 1 : COMMON_PER_100));
  return is === null || id === 'other'
    ? []
    : [{ finding: 'age-and-sex', is, weight, questions: ['age', 'sex'] }];
}

export function reasonsFor(
  id: ConditionId,
  facts: Facts,
  held: readonly Answer[],
): { readonly for: readonly Reason[]; readonly against: readonly Reason[] } {
  const weighed = weightsOf(id).weights.flatMap(({ finding, ifYes, ifNo }): Reason[] => {
    const is = held[finding];
    const { token, questions } = FINDINGS[finding] ?? { token: '', questions: [] };
    return is === undefined || is === 'unsure'
      ? []
      : [{ finding: token, is, weight: is === 'yes' ? ifYes : ifNo, questions }];
  });
  const reasons = [...placeReasons(id, facts), ...weighed, ...ageReasons(id, facts)]
    .filter(({ weight }) => Math.abs(weight) >= WORTH_SAYING)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return {
    for: reasons.filter(({ weight }) => weight > 0),
    against: reasons.filter(({ weight }) => weight < 0),
  };
}
