/** Geometry of the edge ruler: water to the dose, ember where the edge may lie, a tick where the ache last came. */

export interface EdgeRuler {
  /** End of the ruler, in the runner's unit. */
  readonly end: number;
  readonly ticks: readonly number[];
  /** Shares of the ruler's length, 0–1. */
  readonly dose: number;
  readonly turn: number;
  readonly edge: number | null;
  /** Where ember begins to show and where it is full. */
  readonly fade: readonly [number, number] | null;
}

/** Where the edge may lie, by the runner's own record, in the runner's unit. */
export interface LearntEdge {
  readonly low: number;
  readonly high: number;
}

/** At most this many figures under the ruler, so that they keep apart on a phone. */
const MOST_TICKS = 8;
/** The ruler runs on a little past the last thing drawn on it. */
const BEYOND = 1.15;
/** The interval is drawn up to so many times the dose. Our choice. */
const MOST_DOSES = 2;
const STEPS = [0.5, 1, 2, 5, 10, 20, 50];

/**
 * @param dose today's distance in the runner's unit, above 0
 * @param edge where the ache last reached the ceiling, same unit; null: not known
 * @param learnt the interval of the edge, same unit; without one ember fades in from the dose to the edge
 */
export function edgeRuler(dose: number, edge: number | null, learnt: LearntEdge | null = null): EdgeRuler {
  if (!(dose > 0)) throw new RangeError(`dose must be above 0, got ${dose}`);
  // An edge that may lie anywhere up to far off must not shrink the dose to a stub.
  const shownHigh = learnt === null ? 0 : Math.min(learnt.high, MOST_DOSES * dose);
  const furthest = Math.max(dose, edge ?? 0, shownHigh) * BEYOND;
  const step = STEPS.find((size) => furthest / size <= MOST_TICKS) ?? furthest / MOST_TICKS;
  const count = Math.ceil(furthest / step);
  const end = count * step;
  return {
    end,
    ticks: Array.from({ length: count + 1 }, (_, index) => index * step),
    dose: dose / end,
    turn: dose / 2 / end,
    edge: edge === null ? null : edge / end,
    fade: fadeOf(dose, edge, learnt, end),
  };
}

function fadeOf(
  dose: number,
  edge: number | null,
  learnt: LearntEdge | null,
  end: number,
): EdgeRuler['fade'] {
  if (learnt !== null) return [Math.min(1, learnt.low / end), Math.min(1, learnt.high / end)];
  return edge === null ? null : [Math.min(dose, edge) / end, edge / end];
}
