/** How well does the learner find a simulated runner's edge? (models.md B, "Validation") */
import { EDGE_SHARE, TOO_SORE } from '@kneewise/engine';
import type { PolicyMaker } from '../model/policy.ts';
import { drawDays } from './chance.ts';
import { ruleOfThreeQuarters } from './ladder.ts';
import { type Asked, learnerOf } from './learner.ts';
import { easyPerKmBws, live } from './live.ts';
import { spreadDistances } from './random-distances.ts';
import { drawVariant, type Variant } from './variant.ts';
import { variantEdgeKm } from './variant-edge.ts';

/** What the check-ins come from: the rule of three quarters (iii-a), or any distance. */
export type Data = 'rule' | 'random';
export const CHECK_INS = [4, 8, 16] as const;

export interface EdgeStudyInput {
  readonly variant: Variant;
  readonly data: Data;
  readonly runnerSeeds: readonly number[];
  readonly weeks: number;
  readonly ceiling?: number;
  readonly asked?: Asked;
}

export interface EdgeStudy {
  /** Estimate ÷ truth − 1, one for each runner that came so far, after 4, 8 and 16 check-ins. */
  readonly errors: readonly (readonly number[])[];
  /** Ends of the stretched interval divided by each other, likewise. */
  readonly widths: readonly (readonly number[])[];
  /** Estimates before a run, and those whose stretched 80 % interval held the truth. */
  readonly estimates: number;
  readonly covered: number;
  /** By predicted chance of too much: runs, sum of predictions, runs that were too much. */
  readonly calibration: readonly (readonly [number, number, number])[];
}

const CALIBRATION_BINS = [0.03, 0.1, 0.2, 0.4, 0.7, 1] as const;
/** A knee whose edge is nearer than this has none: an error has no ratio there. km */
const LEAST_EDGE_KM = 0.1;
const CEILING = 3;

const POLICY: Readonly<Record<Data, PolicyMaker>> = {
  rule: ruleOfThreeQuarters(1),
  random: spreadDistances,
};

export function studyEdge(input: EdgeStudyInput): EdgeStudy {
  const { variant, data, runnerSeeds, weeks, ceiling = CEILING, asked = 'everything' } = input;
  const errors: number[][] = CHECK_INS.map(() => []);
  const widths: number[][] = CHECK_INS.map(() => []);
  const calibration = CALIBRATION_BINS.map((): [number, number, number] => [0, 0, 0]);
  let estimates = 0;
  let covered = 0;
  for (const seed of runnerSeeds) {
    const runner = drawVariant(seed, variant);
    const learner = learnerOf(runner.longRunKm, easyPerKmBws(runner), ceiling, asked);
    let told = 0;
    for (const { report, before, truth } of live(runner, drawDays(seed, weeks), POLICY[data], ceiling).runs) {
      const { day, painBefore, plannedKm, loadPerKmBws } = report;
      const count = learner.count();
      if (count >= CHECK_INS[0] && painBefore < TOO_SORE) {
        const { q10, q50, q90 } = learner.edgeKm(day, painBefore, EDGE_SHARE);
        const trueKm = variantEdgeKm(runner, before, ceiling, EDGE_SHARE);
        estimates += 1;
        if (trueKm >= q10 && trueKm <= q90) covered += 1;
        if (count === CHECK_INS[told]) {
          errors[told]?.push(q50 / Math.max(trueKm, LEAST_EDGE_KM) - 1);
          widths[told]?.push(q90 / q10);
          told += 1;
        }
        const predicted = learner.chanceOf(day, painBefore, plannedKm * loadPerKmBws);
        const bin = calibration[CALIBRATION_BINS.findIndex((upTo) => predicted <= upTo)];
        if (bin) {
          bin[0] += 1;
          bin[1] += predicted;
          bin[2] += truth.ceilingReached || !truth.settled ? 1 : 0;
        }
      }
      learner.hear(report);
    }
  }
  return { errors, widths, estimates, covered, calibration };
}

/** Several studies as one. */
export function pooledEdge(studies: readonly EdgeStudy[]): EdgeStudy {
  const joined = (of: (study: EdgeStudy) => EdgeStudy['errors']): number[][] =>
    CHECK_INS.map((_, i) => studies.flatMap((study) => of(study)[i] ?? []));
  return {
    errors: joined(({ errors }) => errors),
    widths: joined(({ widths }) => widths),
    estimates: studies.reduce((sum, { estimates }) => sum + estimates, 0),
    covered: studies.reduce((sum, { covered }) => sum + covered, 0),
    calibration: CALIBRATION_BINS.map((_, bin) =>
      studies.reduce(
        (sum, { calibration }): [number, number, number] => {
          const [runs, predicted, seen] = calibration[bin] ?? [0, 0, 0];
          return [sum[0] + runs, sum[1] + predicted, sum[2] + seen];
        },
        [0, 0, 0],
      ),
    ),
  };
}
