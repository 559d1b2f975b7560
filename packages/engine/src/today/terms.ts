/** Terms of the sum: what each rule alone would allow (training.md §4, Size). */
import { RAISE_FACTOR, SHARE_OF_LONGEST, raised } from '../pain/size.ts';
import type { PainState } from '../pain/state.ts';
import type { ReasonCode } from './today-types.ts';

export interface Term {
  readonly code: ReasonCode;
  readonly figures: Readonly<Record<string, number | string>>;
  /** Metres. */
  readonly allowsM: number;
  /** "At most": the rounded answer may not pass it. */
  readonly firm: boolean;
}

/** The tenth past the longest run of thirty days. */
export function capTerm(longestM: number): Term {
  const allowsM = raised(longestM);
  return {
    code: allowsM === longestM * RAISE_FACTOR ? 'longest-plus-tenth' : 'longest-plus-650',
    figures: { longestM },
    allowsM,
    firm: true,
  };
}

/** No edge known. */
export const halfTerm = (longestM: number): Term => ({
  code: 'half-of-longest',
  figures: { longestM, share: SHARE_OF_LONGEST },
  allowsM: SHARE_OF_LONGEST * longestM,
  firm: true,
});

/** The distance in force, where there is one. */
export const limitTerms = ({ limit }: PainState): Term[] =>
  limit
    ? [
        {
          code: limit.code,
          figures: limit.figures,
          allowsM: limit.metres,
          firm: limit.code === 'longest-of-30-days',
        },
      ]
    : [];
