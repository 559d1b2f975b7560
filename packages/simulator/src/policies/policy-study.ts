/** What does each policy come to on the same runners and days? (models.md C) */
import { type PolicyMaker, tenPercentRule } from '../model/policy.ts';
import { drawDays } from './chance.ts';
import { figuresOf, type LifeFigures } from './figures.ts';
import { learntLadder, ruleOfThreeQuarters } from './ladder.ts';
import { learnerOf } from './learner.ts';
import { easyPerKmBws, live } from './live.ts';
import { drawVariant, type Variant, type VariantRunner } from './variant.ts';

const CEILING = 3;
const REST_DAYS = 14;
const LARGER_STEP = 1.25;

/** The policies of models.md C, by what a person would call them. */
export const POLICIES = ['i-70', 'i-30', 'ii', 'iii-a', 'iii-b', 'iv', 'iv-25'] as const;
export type PolicyName = (typeof POLICIES)[number];

/** Policies whose step or start is varied, so that two can be compared at equal kilometres. */
export const VARIED = ['iii-a', 'iii-b', 'i'] as const;
export type Varied = (typeof VARIED)[number];
const STEPS = [1.03, 1.1, 1.17, 1.3, 1.5] as const;
const STARTS = [0.05, 0.12, 0.2, 0.3, 0.4] as const;

const learner = (runner: VariantRunner) => learnerOf(runner.longRunKm, easyPerKmBws(runner), CEILING);

const MAKE: Readonly<Record<PolicyName, (runner: VariantRunner) => PolicyMaker>> = {
  'i-70': () => tenPercentRule(0.7),
  'i-30': () => tenPercentRule(0.3),
  ii: () => tenPercentRule(0.7, REST_DAYS),
  'iii-a': () => ruleOfThreeQuarters(1),
  'iii-b': () => ruleOfThreeQuarters(0.5),
  iv: (runner) => learntLadder(learner(runner)),
  'iv-25': (runner) => learntLadder(learner(runner), LARGER_STEP),
};

const MAKE_VARIED: Readonly<Record<Varied, readonly PolicyMaker[]>> = {
  'iii-a': STEPS.map((step) => ruleOfThreeQuarters(1, step)),
  'iii-b': STEPS.map((step) => ruleOfThreeQuarters(0.5, step)),
  i: STARTS.map((share) => tenPercentRule(share)),
};

export interface PolicyStudy {
  /** One entry a runner, in the order of the seeds. */
  readonly policies: Readonly<Record<PolicyName, readonly LifeFigures[]>>;
  /** Kilometres and ceiling days of each runner, for each step or start. */
  readonly varied: Readonly<Record<Varied, readonly (readonly Pick<LifeFigures, 'km' | 'ceilingDays'>[])[]>>;
}

export function studyPolicies(variant: Variant, runnerSeeds: readonly number[], weeks: number): PolicyStudy {
  const drawn = runnerSeeds.map((seed) => ({
    runner: drawVariant(seed, variant),
    days: drawDays(seed, weeks),
  }));
  const figures = (make: (runner: VariantRunner) => PolicyMaker): LifeFigures[] =>
    drawn.map(({ runner, days }) => figuresOf(live(runner, days, make(runner), CEILING), CEILING));
  const policies = Object.fromEntries(POLICIES.map((name) => [name, figures(MAKE[name])])) as Record<
    PolicyName,
    LifeFigures[]
  >;
  const varied = Object.fromEntries(
    VARIED.map((name) => [name, MAKE_VARIED[name].map((policy) => figures(() => policy))]),
  ) as Record<Varied, LifeFigures[][]>;
  return { policies, varied };
}
