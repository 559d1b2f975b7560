/** Policies iii and iv of models.md C: one ladder, with or without the learner's cap. */
import type { Policy, PolicyMaker } from '../model/policy.ts';
import type { Learner } from './learner.ts';

export interface LadderRules {
  /** First run as a share of the habitual long run: 1 finds the edge, ½ stays under it. */
  readonly openingShare: number;
  /** Factor of a step up. */
  readonly step: number;
  /** Green runs before a step. */
  readonly greenRuns: number;
  /** A green run counts from this share of the ladder's length on. */
  readonly leastShare: number;
  /** Whether a run is green only once its morning is known to be settled. */
  readonly morningKnown: boolean;
  /** Caps every run at its one-in-ten distance; null: the rule alone. */
  readonly learner: Learner | null;
}

const RULE = { ofEdge: 0.75, unsettled: 0.7, raisedAt48h: 0.5, noRunAtPain: 2, leastKm: 0.2 } as const;

const policyOf =
  (rules: LadderRules): PolicyMaker =>
  ({ longRunKm, ceiling }): Policy => {
    const { learner } = rules;
    let ladderKm = rules.openingShare * longRunKm;
    let green = 0;
    return {
      plan: ({ day, painBefore }) => {
        if (painBefore >= RULE.noRunAtPain) return null;
        const capKm = learner?.planKm(day, painBefore) ?? Infinity;
        return { km: Math.max(RULE.leastKm, Math.min(ladderKm, capKm)), stopAtPain: ceiling };
      },
      learn: (report) => {
        learner?.hear(report);
        const { pain, onsetKm, coveredKm, settled, raisedAt48h } = report;
        const reached = pain !== null && pain >= ceiling;
        const wholeLength = coveredKm >= rules.leastShare * ladderKm;
        if (reached) ladderKm = Math.min(ladderKm, RULE.ofEdge * (onsetKm ?? coveredKm));
        if (settled === false) ladderKm *= RULE.unsettled;
        if (raisedAt48h === true) ladderKm *= RULE.raisedAt48h;
        if (reached || settled === false || raisedAt48h === true) green = 0;
        else if (
          pain !== null &&
          pain <= ceiling - 2 &&
          wholeLength &&
          (settled === true || !rules.morningKnown)
        )
          green += 1;
        if (green >= rules.greenRuns) {
          ladderKm *= rules.step;
          green = 0;
        }
      },
    };
  };

const STEP = 1.1;

/** iii: two green runs for a step, no learner. */
export const ruleOfThreeQuarters = (openingShare: number, step = STEP): PolicyMaker =>
  policyOf({ openingShare, step, greenRuns: 2, leastShare: 0, morningKnown: false, learner: null });

const HALF_OF_LONGEST = 0.5;
const NINE_TENTHS = 0.9;

/** iv: opens at half, a step after each green run of nine tenths of the ladder, capped by what is learnt. */
export const learntLadder = (learner: Learner, step = STEP): PolicyMaker =>
  policyOf({
    openingShare: HALF_OF_LONGEST,
    step,
    greenRuns: 1,
    leastShare: NINE_TENTHS,
    morningKnown: true,
    learner,
  });
