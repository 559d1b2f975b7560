/** The engine's learner fed with what a simulated runner says. */
import {
  advance,
  capacityPrior,
  type CapacityState,
  edgeLoad,
  exceedProbability,
  LEFTOVER_HOURS,
  learnFrom,
  type ObservedRun,
  planLoad,
  type Quantiles,
  type SaidInRun,
  type Share,
  stretched,
} from '@kneewise/engine';
import type { RunReport } from '../model/policy.ts';

const HOURS_PER_DAY = 24;
/** The learner's prior: this share of the longest run of 30 days. */
const SHARE_OF_LONGEST = 0.7;

/** A report, with whether the worst pain was at the start and eased, where that was asked. */
export type HeardReport = RunReport & { readonly eased?: boolean };

/**
 * What the runner is asked: where and how much it hurt and whether it eased on the way; the same but for the easing;
 * or only whether the ceiling was reached.
 */
export type Asked = 'everything' | 'not-if-it-eased' | 'reached-or-not';

export interface Learner {
  /** Check-ins learnt from so far. */
  count(): number;
  /** The edge on a day, before a run: km, with its stretched interval. */
  edgeKm(day: number, painBefore: number, share: Share): Quantiles;
  /** The interval as it is believed, not stretched. */
  believedKm(day: number, painBefore: number, share: Share): Quantiles;
  /** What a plan stays within. km */
  planKm(day: number, painBefore: number): number;
  chanceOf(day: number, painBefore: number, loadBws: number): number;
  hear(report: HeardReport): void;
}

/** @param perKmBws load of the kilometre that distances are told in */
export function learnerOf(
  longRunKm: number,
  perKmBws: number,
  ceiling: number,
  asked: Asked = 'everything',
): Learner {
  let state: CapacityState = capacityPrior(SHARE_OF_LONGEST * longRunKm * perKmBws);
  let at = -1;
  let left = 0;
  let leftAt = 0;
  let count = 0;
  const leftoverOn = (day: number): number =>
    left * Math.exp((-HOURS_PER_DAY * (day - leftAt)) / LEFTOVER_HOURS);
  const on = (day: number): CapacityState => {
    if (day > at) {
      state = advance(state, day - at);
      at = day;
    }
    return state;
  };
  const believedKm: Learner['believedKm'] = (day, painBefore, share) => {
    const { q10, q50, q90 } = edgeLoad(on(day), share, leftoverOn(day), painBefore);
    return { q10: q10 / perKmBws, q50: q50 / perKmBws, q90: q90 / perKmBws };
  };
  return {
    count: () => count,
    believedKm,
    edgeKm: (day, painBefore, share) => stretched(believedKm(day, painBefore, share), count),
    planKm: (day, painBefore) => planLoad(on(day), leftoverOn(day), painBefore) / perKmBws,
    chanceOf: (day, painBefore, loadBws) => exceedProbability(on(day), loadBws, leftoverOn(day), painBefore),
    hear: (report) => {
      const { day } = report;
      const load = report.coveredKm * report.loadPerKmBws;
      const leftover = leftoverOn(day);
      if (load > 0) {
        const before = on(day);
        const after = learnFrom(before, observedRun(report, load, leftover, ceiling, asked));
        if (after !== before) count += 1;
        state = after;
      }
      left = leftover + load;
      leftAt = day;
    },
  };
}

function observedRun(
  report: HeardReport,
  load: number,
  leftover: number,
  ceiling: number,
  asked: Asked,
): ObservedRun {
  return {
    load,
    leftover,
    painBefore: report.painBefore,
    ceiling,
    said:
      asked === 'reached-or-not'
        ? reachedIn(report, ceiling)
        : saidIn(asked === 'everything' ? report : { ...report, eased: false }),
    unsettled: report.settled === null ? null : !report.settled,
  };
}

function saidIn({ onsetKm, loadPerKmBws, pain, painBefore, eased }: HeardReport): SaidInRun {
  if (onsetKm !== null && onsetKm > 0) return { kind: 'onset', load: onsetKm * loadPerKmBws };
  if (pain === null) return { kind: 'nothing' };
  // Worst at the start and less on the way: the load did not bring the ceiling.
  if (eased === true) return { kind: 'reached', reached: false };
  return { kind: 'pain', worst: pain, ofBefore: painBefore };
}

const reachedIn = ({ pain }: RunReport, ceiling: number): SaidInRun =>
  pain === null ? { kind: 'nothing' } : { kind: 'reached', reached: pain >= ceiling };
