/** Which answers speak of the knee that aches? The other knee may warn, it never reassures. */
import type { CheckIn, Side } from './check-in.ts';

/** Pain of 1/10 is noise: of the other knee it is no warning. Our choice. */
const NOISE = 1;

/**
 * Leaves out what the other knee says while it is quiet: "left, 0" is no answer to how the right one is, so the
 * question about the right one stays open. Its ache above 1/10 or its sign to stop counts as if the knee itself had it.
 * @param side the knee that aches; null: not said, and every answer counts
 */
export const ofTheAchingKnee = (checkIns: readonly CheckIn[], side: Side | null): readonly CheckIn[] =>
  side === null
    ? checkIns
    : checkIns.filter((said) => said.side === side || said.pain > NOISE || said.stopSign === true);
