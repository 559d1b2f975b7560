/**
 * Any distance, the ceiling heeded on 60 % of days and pain of 4 to 6 on the others: spreads the data a learner sees
 * (models.md A, "Sanity"). Where the model's own `randomDistances` runs on whatever it feels, this one stops as
 * policies i and ii do; that gives the shares of pain, raised mornings and flares that models.md prints.
 */
import type { PolicyMaker } from '../model/policy.ts';

const SHARE = [0.35, 1.1] as const;
const NO_RUN_AT_PAIN = 3;
const HEEDED_ON = 0.6;
const STOPS_AT = [4, 5, 6] as const;

export const spreadDistances: PolicyMaker = ({ longRunKm, ceiling }, random) => ({
  plan: ({ painBefore }) => {
    if (painBefore >= NO_RUN_AT_PAIN) return null;
    const km = longRunKm * random.between(...SHARE);
    const heeds = random.chance(HEEDED_ON);
    const otherwise = STOPS_AT[Math.floor(random.between(0, STOPS_AT.length))] ?? ceiling;
    return { km, stopAtPain: heeds ? ceiling : Math.max(ceiling, otherwise) };
  },
  learn: () => undefined,
});
