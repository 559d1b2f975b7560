/** What a run and the answers after it teach about capacity (models.md B). */
import { type CapacityState, normalised } from './capacity-state.ts';
import { densityKernel } from './kernels.ts';
import { quickNormal } from './quick-normal.ts';
import {
  CELLS,
  CENTRE_CELL,
  DAY_SDS,
  DRIFTS,
  LEFTOVER_SHARE,
  MORNING_SHIFTS,
  PAIN_BEFORE_LN,
  settingOf,
  STEEPNESSES,
  STEP,
  TOO_SORE,
} from './settings.ts';

/** One run as the learner sees it. Loads of one knee, all in one unit. */
export interface ObservedRun {
  /** Of the whole run, above 0. */
  readonly load: number;
  /** What is left of earlier runs: Σ load · e^(−hours ÷ 36). */
  readonly leftover: number;
  /** 0–10; not said counts as 0, which errs low. */
  readonly painBefore: number;
  readonly ceiling: number;
  readonly said: SaidInRun;
  /** Whether the next morning was above what is settled; null: not said. */
  readonly unsettled: boolean | null;
}

export type SaidInRun =
  /** Load at which the ceiling was reached. */
  | { readonly kind: 'onset'; readonly load: number }
  /** Worst pain, 0–10, and the pain that was there before and is taken to be part of it; 0 unless told. */
  | { readonly kind: 'pain'; readonly worst: number; readonly ofBefore?: number }
  /** Only whether the ceiling was reached: pain eased on the way, or a painkiller was taken. */
  | { readonly kind: 'reached'; readonly reached: boolean }
  | { readonly kind: 'nothing' };

// Our choices.
/** SD of ln load within which a runner tells the place where the ceiling was reached. */
const PLACE_SD = 0.1;
/** SD of reported pain, 0–10. */
const PAIN_SD = 0.8;
/** What is said is a whole number: half a step either way. */
const HALF = 0.5;
/** Any answer may be a slip of the finger: this share is added to its chance. */
const SLIP = 1e-4;
/** Beyond e^1.5 times capacity pain tells no more. */
const MOST_RATIO_LN = 1.5;
/** Share of answers "reached" that are wrong one way, and trusted. */
const REACHED = { wrong: 0.02, trusted: 0.96 } as const;
/** Raised mornings: share that comes without cause, share that load explains, SD of ln load. */
const MORNING = { withoutCause: 0.03, explained: 0.94, sd: 0.25 } as const;
/** Weights of all cells sum to 1: one below this counts as none. */
const NOTHING = 1e-9;
/** Widest kernel: cells by which the grid of a day's capacity is wider than that of the usual one, each side. */
const DAY_KERNELS = DAY_SDS.map((sd) => densityKernel(sd));
const MARGIN = Math.max(...DAY_KERNELS.map(({ from }) => -from));
const WIDE = CELLS + 2 * MARGIN;

/** Written anew by every call, and never handed out: many runs are learnt from, and memory would be most of the work. */
const SCRATCH = {
  day: new Float64Array(WIDE),
  usual: new Float64Array(CELLS),
  during: STEEPNESSES.map(() => new Float64Array(WIDE)),
  morning: MORNING_SHIFTS.map(() => new Float64Array(WIDE)),
} as const;
const scratchOf = (arrays: readonly Float64Array[], i: number): Float64Array =>
  arrays[i] ?? new Float64Array(WIDE);

/** D(L) of the models: ln of what the knee bears in a run, with what is left of earlier ones and pain before. */
export const burdenLn = (load: number, leftover: number, painBefore: number): number =>
  Math.log(load + LEFTOVER_SHARE * leftover) + PAIN_BEFORE_LN * painBefore;

/** Chance that a morning is raised after a burden, ln above the day's capacity. */
export const morningRaisedShare = (overLn: number, shift: number): number =>
  quickNormal((overLn - shift) / MORNING.sd);

/**
 * The belief after a run: Bayes' rule. Where it hurt too much before the run, or nothing was said, it stays.
 * About 60,000 multiplications.
 * @throws RangeError where a load is not a number above 0 (leftover: 0 or more)
 */
export function observe(state: CapacityState, run: ObservedRun): CapacityState {
  if (!teaches(run)) return state;
  const span = believed(state);
  const during = STEEPNESSES.map((steepness, i) =>
    likelihoodDuring(state, span, run, steepness, scratchOf(SCRATCH.during, i)),
  );
  const morning = MORNING_SHIFTS.map((shift, i) =>
    likelihoodMorning(state, span, run, shift, scratchOf(SCRATCH.morning, i)),
  );
  const weights = new Float64Array(state.weights.length);
  const { day, usual } = SCRATCH;
  for (const [m, mornings] of morning.entries()) {
    for (const [s, pains] of during.entries()) {
      for (let u = span.from; u < span.to + 2 * MARGIN; u += 1)
        day[u] = (pains[u] as number) * (mornings[u] as number);
      for (const [d, kernel] of DAY_KERNELS.entries()) {
        smooth(day, usual, span, kernel.weights);
        for (let drift = 0; drift < DRIFTS.length; drift += 1) {
          const at = settingOf(d, m, s, drift) * CELLS;
          for (let cell = span.from; cell < span.to; cell += 1) {
            weights[at + cell] = (state.weights[at + cell] as number) * (usual[cell] as number);
          }
        }
      }
    }
  }
  return { centreLn: state.centreLn, weights: normalised(weights) };
}

/** Whether `observe` would learn anything from a run. @throws RangeError as `observe` */
export function teaches({ load, leftover, painBefore, said, unsettled }: ObservedRun): boolean {
  if (!(load > 0 && Number.isFinite(load))) {
    throw new RangeError(`load must be above 0 and finite, got ${load}`);
  }
  if (!(leftover >= 0 && Number.isFinite(leftover))) {
    throw new RangeError(`leftover must be 0 or more and finite, got ${leftover}`);
  }
  if (said.kind === 'onset' && !(said.load > 0 && Number.isFinite(said.load))) {
    throw new RangeError(`said.load must be above 0 and finite, got ${said.load}`);
  }
  return painBefore < TOO_SORE && (said.kind !== 'nothing' || unsettled !== null);
}

/** Cells from `from` up to and without `to`. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** The cells that anything is believed of: far from the truth weights fall below what a double adds up. */
function believed({ weights }: CapacityState): Span {
  let from = CELLS - 1;
  let to = 1;
  for (let at = 0; at < weights.length; at += CELLS) {
    let low = 0;
    while (low < from && (weights[at + low] as number) <= NOTHING) low += 1;
    from = low;
    let high = CELLS;
    while (high > to && (weights[at + high - 1] as number) <= NOTHING) high -= 1;
    to = high;
  }
  return { from: Math.min(from, to - 1), to: Math.max(to, from + 1) };
}

/** ln capacity of a day at each cell of the wide grid. */
const dayLn = (state: CapacityState, u: number): number => state.centreLn + STEP * (u - MARGIN - CENTRE_CELL);

function likelihoodDuring(
  state: CapacityState,
  span: Span,
  run: ObservedRun,
  steepness: number,
  like: Float64Array,
): Float64Array {
  const { said, ceiling, leftover, painBefore } = run;
  const full = burdenLn(run.load, leftover, painBefore);
  like.fill(1);
  if (said.kind === 'nothing') return like;
  const onset = said.kind === 'onset' ? burdenLn(said.load, leftover, painBefore) : full;
  for (let u = span.from; u < span.to + 2 * MARGIN; u += 1) {
    const capacityLn = dayLn(state, u);
    if (said.kind === 'onset') {
      like[u] = Math.exp(-0.5 * ((onset - capacityLn) / PLACE_SD) ** 2) + SLIP;
    } else if (said.kind === 'reached') {
      const reached = REACHED.trusted * quickNormal((full - capacityLn) / PLACE_SD) + REACHED.wrong;
      like[u] = said.reached ? reached : 1 - reached;
    } else {
      const byLoad = (ceiling - HALF) * Math.exp(steepness * Math.min(full - capacityLn, MOST_RATIO_LN));
      like[u] = saidShare(said.worst, (said.ofBefore ?? 0) + byLoad, ceiling) + SLIP;
    }
  }
  return like;
}

/** Chance that a runner who feels so much says so much; the ceiling and more are one answer. */
function saidShare(said: number, felt: number, ceiling: number): number {
  if (said >= ceiling) return 1 - quickNormal((ceiling - HALF - felt) / PAIN_SD);
  const atMost = quickNormal((said + HALF - felt) / PAIN_SD);
  return said <= 0 ? atMost : atMost - quickNormal((said - HALF - felt) / PAIN_SD);
}

function likelihoodMorning(
  state: CapacityState,
  span: Span,
  run: ObservedRun,
  shift: number,
  like: Float64Array,
): Float64Array {
  like.fill(1);
  if (run.unsettled === null) return like;
  const full = burdenLn(run.load, run.leftover, run.painBefore);
  for (let u = span.from; u < span.to + 2 * MARGIN; u += 1) {
    const raised =
      MORNING.withoutCause + MORNING.explained * morningRaisedShare(full - dayLn(state, u), shift);
    like[u] = run.unsettled ? raised : 1 - raised;
  }
  return like;
}

/** Averages a wide grid over a symmetric kernel, onto the usual grid. The casts stay inside: all indices do. */
function smooth(wide: Float64Array, usual: Float64Array, span: Span, kernel: Float64Array): void {
  const reach = (kernel.length - 1) / 2;
  for (let cell = span.from; cell < span.to; cell += 1) {
    const middle = cell + MARGIN;
    let sum = (wide[middle] as number) * (kernel[reach] as number);
    for (let away = 1; away <= reach; away += 1) {
      sum +=
        ((wide[middle - away] as number) + (wide[middle + away] as number)) *
        (kernel[reach + away] as number);
    }
    usual[cell] = sum;
  }
}
