/**
 * Which recordings are of one activity, and which of them speaks for it. A pure function of the set, so the
 * order of import cannot matter. Rule: start within 60 s, duration within 5 %, same kind of sport.
 */

/** Clocks of two recorders, and their start buttons, differ by less. Our choice (design §2). ms */
export const START_WITHIN_MS = 60_000;
/** Of the longer one; exporters cut ends differently. Our choice (design §2). */
export const DURATION_WITHIN_RATIO = 0.05;
/** A sport no file, title or name states; it may be any. */
const UNKNOWN_SPORT = 'unknown';
const MS_PER_S = 1000;

export interface Comparable {
  readonly sport: string;
  readonly startAtMs: number;
  readonly elapsedS: number;
  /** How many channels hold at least one sample. */
  readonly channels: number;
  readonly samples: number;
  /** Tie-breakers that mean nothing but are the same whatever came first. */
  readonly contentHash: string;
  readonly position: number;
}

/**
 * Whether two recordings are of the same activity. Besides the rule they must overlap in time: half-minute
 * intervals saved one by one follow each other within 60 s, and each of them is its own.
 */
export function sameActivity(a: Comparable, b: Comparable): boolean {
  const apartMs = Math.abs(a.startAtMs - b.startAtMs);
  const longerS = Math.max(a.elapsedS, b.elapsedS);
  const shorterS = Math.min(a.elapsedS, b.elapsedS);
  return (
    (a.sport === b.sport || a.sport === UNKNOWN_SPORT || b.sport === UNKNOWN_SPORT) &&
    apartMs <= START_WITHIN_MS &&
    longerS - shorterS <= DURATION_WITHIN_RATIO * longerS &&
    (apartMs === 0 || apartMs < shorterS * MS_PER_S)
  );
}

/**
 * Order in which recordings speak for their activity: a stated sport before an unknown one (without it
 * nothing can be worked out), then more channels, then more samples, then by hash.
 */
export const richerFirst = (a: Comparable, b: Comparable): number =>
  Number(a.sport === UNKNOWN_SPORT) - Number(b.sport === UNKNOWN_SPORT) ||
  b.channels - a.channels ||
  b.samples - a.samples ||
  (a.contentHash < b.contentHash ? -1 : a.contentHash > b.contentHash ? 1 : 0) ||
  a.position - b.position;

/**
 * Groups of recordings of one activity each, the one that speaks for it first. From the richest on, each
 * joins the speaker it matches that started nearest to it, or speaks for itself; so nobody in a group starts
 * more than 60 s from its speaker, however many near-equal starts follow each other.
 */
export function groupByActivity<T extends Comparable>(recordings: readonly T[]): T[][] {
  const groups: T[][] = [];
  for (const recording of recordings.toSorted(richerFirst)) {
    let nearest: T[] | null = null;
    let nearestMs = Infinity;
    for (const group of groups) {
      const speaker = group[0];
      if (speaker === undefined || !sameActivity(speaker, recording)) continue;
      const apartMs = Math.abs(speaker.startAtMs - recording.startAtMs);
      if (apartMs < nearestMs) [nearest, nearestMs] = [group, apartMs];
    }
    if (nearest === null) groups.push([recording]);
    else nearest.push(recording);
  }
  return groups;
}
