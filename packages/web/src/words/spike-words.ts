/** Runs that outgrew the thirty days before them. */
import type { SessionSpike } from '@kneewise/engine';

export interface Jump {
  readonly spike: SessionSpike;
  readonly ratio: number;
  readonly longestBeforeM: number;
}

/** Bins of the 2025 cohort that stood out from runs up to 10 % longer. */
export const isSpike = (bin: SessionSpike['bin']): boolean => bin !== null && bin !== 'up-to-10';

const asJump = (spike: SessionSpike): Jump[] =>
  spike.windowCovered && spike.ratio.known && spike.longestBeforeM.known
    ? [{ spike, ratio: spike.ratio.value, longestBeforeM: spike.longestBeforeM.value }]
    : [];

/** Every run that has thirty known days, with a run in them, to be held against; oldest first. */
export const jumpsOf = (spikes: readonly SessionSpike[]): Jump[] => spikes.flatMap(asJump);

/** The largest jump past the longest run of thirty days; null where none went past. */
export function longestJump(spikes: readonly SessionSpike[]): Jump | null {
  const longer = jumpsOf(spikes).filter(({ spike }) => isSpike(spike.bin));
  return longer.reduce<Jump | null>(
    (best, jump) => (best === null || jump.ratio > best.ratio ? jump : best),
    null,
  );
}

/**
 * Runs that went past every known one before them, where the history begins inside those thirty days: a longer
 * run may lie before it, so they are no jumps.
 */
export const openJumps = (spikes: readonly SessionSpike[]): readonly SessionSpike[] =>
  spikes.filter(({ windowCovered, bin }) => !windowCovered && isSpike(bin));
