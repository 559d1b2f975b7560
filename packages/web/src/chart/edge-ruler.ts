/** Geometry of the edge ruler: water to the dose, ember from where the ache last came. */

export interface EdgeRuler {
  /** End of the ruler, in the runner's unit. */
  readonly end: number;
  readonly ticks: readonly number[];
  /** Shares of the ruler's length, 0–1. */
  readonly dose: number;
  readonly turn: number;
  readonly edge: number | null;
}

/** At most this many figures under the ruler, so that they keep apart on a phone. */
const MOST_TICKS = 8;
/** The ruler runs on a little past the last thing drawn on it. */
const BEYOND = 1.15;
const STEPS = [0.5, 1, 2, 5, 10, 20, 50];

/**
 * @param dose today's distance in the runner's unit, above 0
 * @param edge where the ache last reached the ceiling, same unit; null: not known
 */
export function edgeRuler(dose: number, edge: number | null): EdgeRuler {
  if (!(dose > 0)) throw new RangeError(`dose must be above 0, got ${dose}`);
  const furthest = Math.max(dose, edge ?? 0) * BEYOND;
  const step = STEPS.find((size) => furthest / size <= MOST_TICKS) ?? furthest / MOST_TICKS;
  const count = Math.ceil(furthest / step);
  const end = count * step;
  return {
    end,
    ticks: Array.from({ length: count + 1 }, (_, index) => index * step),
    dose: dose / end,
    turn: dose / 2 / end,
    edge: edge === null ? null : edge / end,
  };
}
