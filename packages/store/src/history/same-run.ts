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
  /** It comes from a list of an archive, not from a recorder's file. */
  readonly listed?: boolean;
  /** `fileKey` of the file that the list says holds its samples. */
  readonly refersTo?: string | null;
  /** Every name its own file came by, as `fileKey` has it. */
  readonly names?: readonly string[];
}

/** A list and a file it names agree on the day at least: names repeat between archives. Our choice. ms */
export const LINKED_WITHIN_MS = 86_400_000;

const names = (list: Comparable, file: Comparable): boolean =>
  list.listed === true &&
  file.listed !== true &&
  typeof list.refersTo === 'string' &&
  file.names?.includes(list.refersTo) === true;

/** Whether one is a list's entry and the other comes from the file that it names. */
export const isLinked = (a: Comparable, b: Comparable): boolean =>
  (names(a, b) || names(b, a)) && Math.abs(a.startAtMs - b.startAtMs) <= LINKED_WITHIN_MS;

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
 * Order in which recordings speak for their activity: samples before mere totals, a stated sport before an unknown
 * one (without it nothing can be worked out), then more channels, then more samples, a recorder's file before a list,
 * then by hash.
 */
export const richerFirst = (a: Comparable, b: Comparable): number =>
  Number(a.samples === 0) - Number(b.samples === 0) ||
  Number(a.sport === UNKNOWN_SPORT) - Number(b.sport === UNKNOWN_SPORT) ||
  b.channels - a.channels ||
  b.samples - a.samples ||
  Number(a.listed === true) - Number(b.listed === true) ||
  (a.contentHash < b.contentHash ? -1 : a.contentHash > b.contentHash ? 1 : 0) ||
  a.position - b.position;

/**
 * Groups of recordings of one activity each, the one that speaks for it first. From the richest on, each joins the
 * group that holds the file its list names (or the list that names its file), else the speaker it matches, of several
 * the one that started nearest to it; or it speaks for itself. So nobody starts more than 60 s from its speaker but
 * by such a name, however many near-equal starts follow each other.
 */
export function groupByActivity<T extends Comparable>(recordings: readonly T[]): T[][] {
  const groups: T[][] = [];
  for (const recording of recordings.toSorted(richerFirst)) {
    const linked = nearest(groups, recording, (group) => group.find((one) => isLinked(one, recording)));
    const group = linked ?? nearest(groups, recording, ([speaker]) => speaker, sameActivity);
    if (group === null) groups.push([recording]);
    else group.push(recording);
  }
  return groups;
}

/** Of the groups whose `by` matches the recording, the one whose `by` started nearest to it. */
function nearest<T extends Comparable>(
  groups: readonly T[][],
  recording: T,
  by: (group: readonly T[]) => T | undefined,
  matches: (by: T, recording: T) => boolean = () => true,
): T[] | null {
  let found: T[] | null = null;
  let foundMs = Infinity;
  for (const group of groups) {
    const one = by(group);
    if (one === undefined || !matches(one, recording)) continue;
    const apartMs = Math.abs(one.startAtMs - recording.startAtMs);
    if (apartMs < foundMs) [found, foundMs] = [group, apartMs];
  }
  return found;
}
