/** What a simulated runner may go by: plans a run from what was said after earlier ones (models.md C). */
import type { Random } from '../random.ts';

/** What is known of a run once the next one is due. Pain as reported, whole, 0–10. */
export interface RunReport {
  readonly day: number;
  readonly plannedKm: number;
  readonly coveredKm: number;
  readonly speedMps: number;
  readonly cadenceSpm: number;
  /** By the load model, which does not know this day's error. BW·s a kilometre */
  readonly loadPerKmBws: number;
  readonly painBefore: number;
  /** null: not answered. */
  readonly pain: number | null;
  /** Where the ceiling was reached, as told; null: it was not, or the place was not told. */
  readonly onsetKm: number | null;
  readonly morning: number | null;
  readonly settled: boolean | null;
  /** null: another run came first. */
  readonly raisedAt48h: boolean | null;
}

export interface Policy {
  /** Kilometres for today and the pain to stop at (null: none); null: no run. */
  plan(today: { readonly day: number; readonly painBefore: number }): {
    readonly km: number;
    readonly stopAtPain: number | null;
  } | null;
  learn(report: RunReport): void;
}

export interface Habit {
  readonly longRunKm: number;
  readonly runsPerWeek: number;
  readonly ceiling: number;
}

export type PolicyMaker = (habit: Habit, random: Random) => Policy;

/** Shares of the rule of three quarters. */
const RULE = {
  ofEdge: 0.75,
  up: 1.1,
  greenRuns: 2,
  unsettled: 0.7,
  raisedAt48h: 0.5,
  noRunAtPain: 2,
  leastKm: 0.2,
} as const;

/**
 * The rule that always works, iii of models.md C: stop at the ceiling, then 75 % of that; a tenth more after two
 * green runs.
 * @param openingShare first run as a share of the habitual long run: 1 (iii-a) finds the edge, ½ (iii-b) stays under it
 */
export const threeQuarters =
  (openingShare: number): PolicyMaker =>
  ({ longRunKm, ceiling }) => {
    let ladderKm = openingShare * longRunKm;
    let green = 0;
    return {
      plan: ({ painBefore }) =>
        painBefore >= RULE.noRunAtPain ? null : { km: Math.max(RULE.leastKm, ladderKm), stopAtPain: ceiling },
      learn: ({ pain, onsetKm, coveredKm, settled, raisedAt48h }) => {
        const reached = pain !== null && pain >= ceiling;
        if (reached) ladderKm = Math.min(ladderKm, RULE.ofEdge * (onsetKm ?? coveredKm));
        if (settled === false) ladderKm *= RULE.unsettled;
        if (raisedAt48h === true) ladderKm *= RULE.raisedAt48h;
        if (reached || settled === false || raisedAt48h === true) green = 0;
        else if (pain !== null && pain <= ceiling - 2) green += 1;
        if (green === RULE.greenRuns) {
          ladderKm *= RULE.up;
          green = 0;
        }
      },
    };
  };

const RANDOM_SHARE = [0.35, 1.1] as const;
const RANDOM_RULES = { noRunAtPain: 3, heedsOn: 0.6 } as const;

/** Any distance, the ceiling heeded on 60 % of days: spreads the data a learner sees. */
export const randomDistances: PolicyMaker = ({ longRunKm, ceiling }, random) => ({
  plan: ({ painBefore }) =>
    painBefore >= RANDOM_RULES.noRunAtPain
      ? null
      : {
          km: longRunKm * random.between(...RANDOM_SHARE),
          stopAtPain: random.chance(RANDOM_RULES.heedsOn) ? ceiling : null,
        },
  learn: () => undefined,
});

const TEN_PERCENT = { habitShare: 0.85, up: 1.1, most: 1.5, noRunAtPain: 4, stopsAt: [4, 5, 6] } as const;
const DAYS_PER_WEEK = 7;

/** A tenth more a week, i and ii of models.md C; pain of 4 to 6 stops a run, 4 forbids one. */
export const tenPercentRule =
  (startShare: number, restDays = 0): PolicyMaker =>
  ({ longRunKm }, random) => {
    const fullKm = TEN_PERCENT.habitShare * longRunKm;
    return {
      plan: ({ day, painBefore }) => {
        if (day < restDays || painBefore >= TEN_PERCENT.noRunAtPain) return null;
        const weeks = Math.floor((day - restDays) / DAYS_PER_WEEK);
        const km = fullKm * Math.min(TEN_PERCENT.most, startShare * TEN_PERCENT.up ** weeks);
        const stopAtPain =
          TEN_PERCENT.stopsAt[Math.floor(random.between(0, TEN_PERCENT.stopsAt.length))] ?? null;
        return { km, stopAtPain };
      },
      learn: () => undefined,
    };
  };
