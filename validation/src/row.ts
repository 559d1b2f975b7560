/** One line of `kneewise validate`: a published figure, ours, and what the difference means. */

export type Verdict =
  /** Within the tolerance it has to keep. */
  | 'holds'
  /** Outside it: the command fails. */
  | 'fails'
  /** A published figure the model is known not to reach: printed, so that nobody is fooled. */
  | 'misses'
  /** The data it needs are not here. */
  | 'skipped';

export interface Row {
  /** Section of the evidence this reproduces, e.g. `C1`. */
  readonly section: string;
  readonly quantity: string;
  readonly source: string;
  readonly unit: string;
  readonly published: number | null;
  readonly ours: number | null;
  /** Ours less published, in `unit`. */
  readonly difference: number | null;
  /** What has to hold, in words. */
  readonly tolerance: string;
  readonly verdict: Verdict;
}

export interface Subject {
  readonly section: string;
  readonly quantity: string;
  readonly source: string;
  readonly unit: string;
}

const DIGITS = 4;
const short = (value: number): string => String(Number(value.toPrecision(DIGITS)));

/** A figure that has to agree with the published one within `tolerance`, in its unit. */
export function agrees(subject: Subject, published: number, ours: number, tolerance: number): Row {
  const difference = ours - published;
  const holds = Math.abs(difference) <= tolerance;
  return {
    ...subject,
    published,
    ours,
    difference,
    tolerance: `± ${short(tolerance)}`,
    verdict: holds ? 'holds' : 'fails',
  };
}

/** A figure (an error, say) that may not exceed a limit; the limit stands in the published column. */
export function atMost(subject: Subject, limit: number, ours: number): Row {
  return {
    ...subject,
    published: limit,
    ours,
    difference: ours - limit,
    tolerance: 'at most',
    verdict: ours <= limit ? 'holds' : 'fails',
  };
}

/** A published figure that our stated band, low to high, has to cover. */
export function covers(
  subject: Subject,
  published: number,
  ours: number,
  { low, high }: { readonly low: number; readonly high: number },
): Row {
  return {
    ...subject,
    published,
    ours,
    difference: ours - published,
    tolerance: `in our band ${short(low)} to ${short(high)}`,
    verdict: published >= low && published <= high ? 'holds' : 'fails',
  };
}

/**
 * A published figure the model is known to miss. The residual itself is held: when the model changes, the row
 * fails until somebody looks at it.
 * @param expected ours as it was when the miss was looked at, in `unit`; @param within how near it has to stay
 */
export function knownMiss(
  subject: Subject,
  published: number,
  ours: number,
  expected: number,
  within: number,
): Row {
  return {
    ...subject,
    published,
    ours,
    difference: ours - published,
    tolerance: `known: ours ${short(expected)} ± ${short(within)}`,
    verdict: Math.abs(ours - expected) <= within ? 'misses' : 'fails',
  };
}

/** A figure whose data are absent. */
export const skipped = (subject: Subject, why: string): Row => ({
  ...subject,
  published: null,
  ours: null,
  difference: null,
  tolerance: why,
  verdict: 'skipped',
});
