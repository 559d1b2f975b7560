/** One line of `kneewise validate`: a published figure, ours, and what the difference means. */

export type Verdict =
  /** Within the tolerance it has to keep. */
  | 'holds'
  /** Outside it: the command fails. */
  | 'fails'
  /** A published figure the model is known not to reach: printed, so that nobody is fooled. */
  | 'misses'
  /** Printed beside, or for itself: nothing has to hold. */
  | 'compared'
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
  /** Of a simulated figure: that it is one, and what it takes for granted. Absent from all others. */
  readonly assumes?: string;
}

export interface Subject {
  readonly section: string;
  readonly quantity: string;
  readonly source: string;
  readonly unit: string;
  /** Of a simulated figure: that it is one, and what it takes for granted. Absent from all others. */
  readonly assumes?: string;
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

/**
 * A figure (an error, say) that may not exceed a limit; the limit stands in the published column.
 * @param atWorst above the limit, where it is known to be missed: up to here it is printed as a miss
 */
export function atMost(subject: Subject, limit: number, ours: number, atWorst = limit): Row {
  return {
    ...subject,
    published: limit,
    ours,
    difference: ours - limit,
    tolerance: atWorst > limit ? `at most; missed, ${short(atWorst)} at worst` : 'at most',
    verdict: ours <= limit ? 'holds' : ours <= atWorst ? 'misses' : 'fails',
  };
}

/**
 * A published figure the model is known to miss, judged by its distance from it: within `within` it is missed no
 * longer and holds, beyond `atWorst` it is missed by more than anybody has looked at, and fails.
 * @param limits in `unit`; `atWorst` is above `within`
 */
export function knownMiss(
  subject: Subject,
  published: number,
  ours: number,
  { within, atWorst }: { readonly within: number; readonly atWorst: number },
): Row {
  const gap = Math.abs(ours - published);
  return {
    ...subject,
    published,
    ours,
    difference: ours - published,
    tolerance: `± ${short(within)}; missed, ± ${short(atWorst)} at worst`,
    verdict: gap <= within ? 'holds' : gap <= atWorst ? 'misses' : 'fails',
  };
}

/** As `atMost`, the other way round. @param atWorst below the limit, where it is known to be missed */
export function atLeast(subject: Subject, limit: number, ours: number, atWorst = limit): Row {
  return {
    ...subject,
    published: limit,
    ours,
    difference: ours - limit,
    tolerance: atWorst < limit ? `at least; missed, ${short(atWorst)} at worst` : 'at least',
    verdict: ours >= limit ? 'holds' : ours >= atWorst ? 'misses' : 'fails',
  };
}

/**
 * A figure of which less is better: the published one or better, or worse by no more than `by`.
 * @param missedBy where that is known to be missed: by so much more
 */
export function noWorse(of: Subject, published: number, ours: number, by: number, missedBy = 0): Row {
  const most = published + by;
  return {
    ...of,
    published,
    ours,
    difference: ours - published,
    tolerance: `at most + ${short(by)}${missedBy > 0 ? `; missed, + ${short(by + missedBy)} at worst` : ''}`,
    verdict: ours <= most ? 'holds' : ours <= most + missedBy ? 'misses' : 'fails',
  };
}

/**
 * A figure of which more is better: the published one or better, or worse by no more than `by`.
 * @param missedBy where that is known to be missed: by so much more
 */
export function noLess(of: Subject, published: number, ours: number, by: number, missedBy = 0): Row {
  const least = published - by;
  return {
    ...of,
    published,
    ours,
    difference: ours - published,
    tolerance: `at least - ${short(by)}${missedBy > 0 ? `; missed, - ${short(by + missedBy)} at worst` : ''}`,
    verdict: ours >= least ? 'holds' : ours >= least - missedBy ? 'misses' : 'fails',
  };
}

/** Ours, beside a published figure where there is one, that nothing is asked of. @param why what it is printed for */
export const compared = (of: Subject, published: number | null, ours: number, why: string): Row => ({
  ...of,
  published,
  ours,
  difference: published === null ? null : ours - published,
  tolerance: why,
  verdict: 'compared',
});

/** A figure whose data are absent. */
export const skipped = (subject: Subject, why: string): Row => ({
  ...subject,
  published: null,
  ours: null,
  difference: null,
  tolerance: why,
  verdict: 'skipped',
});
