/** Where scores stand along the time, and which of them have room for their figure. */
import type { Filled } from './api.ts';

/** Room at either end for half a label. */
const SIDE = 26;
/** Labels nearer than this run into each other. */
const LABEL = 54;

export interface Lollipop {
  readonly one: Filled;
  readonly x: number;
  /** Whether its figure and day are written; the last always. */
  readonly named: boolean;
}

/** @param filled oldest first; @param width in px */
export function lollipops(filled: readonly Filled[], width: number): readonly Lollipop[] {
  const first = filled[0]?.atMs ?? 0;
  const span = (filled.at(-1)?.atMs ?? 0) - first;
  const room = Math.max(0, width - 2 * SIDE);
  const x = (atMs: number): number => (span === 0 ? width / 2 : SIDE + ((atMs - first) / span) * room);
  let next = Number.POSITIVE_INFINITY;
  return filled
    .map((one) => ({ one, x: x(one.atMs) }))
    .reverse()
    .map((placed) => {
      const named = next - placed.x >= LABEL;
      if (named) next = placed.x;
      return { one: placed.one, x: placed.x, named };
    })
    .reverse();
}
