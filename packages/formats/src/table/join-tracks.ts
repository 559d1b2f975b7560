/**
 * Two tracks of one activity as one: a list's own samples (a watch's sensors) and those of the file it names (a phone's
 * positions). Nothing is interpolated: each sample stays the one that was recorded.
 */
import { CHANNELS, type Channel, channelsOf, type Track } from '@kneewise/engine';

/** A sample of the other track belongs to a moment no farther away: both come about once a second. Our choice. s */
export const SAME_MOMENT_S = 1;

/**
 * The file's moments, each with the list's nearest sample within a second; and the list's moments that have none of
 * the file's that near. Where both hold a channel the file's speaks, for all of it.
 * @param listed time zero is the activity's start
 * @param file its samples before the activity's start are left out
 * @param fileFromS seconds from the activity's start to the file's time zero
 */
export function joinTracks(listed: Track, file: Track, fileFromS: number): Track {
  const moments: { readonly s: number; readonly a: number; readonly b: number }[] = [];
  const [ta, tb] = [listed.timeS, file.timeS];
  let a = 0;
  let near = 0;
  const timeB = (row: number): number => (tb[row] ?? Infinity) + fileFromS;
  let b = 0;
  while (timeB(b) < 0) b++;
  const firstB = b;
  while (a < ta.length || b < tb.length) {
    const [sa, sb] = [ta[a] ?? Infinity, timeB(b)];
    if (sb <= sa) {
      // The nearest of the list's samples: times never fall, so it is never before the last one.
      while (
        near + 1 < ta.length &&
        Math.abs((ta[near + 1] ?? Infinity) - sb) <= Math.abs((ta[near] ?? Infinity) - sb)
      )
        near++;
      const matches = Math.abs((ta[near] ?? Infinity) - sb) <= SAME_MOMENT_S;
      moments.push({ s: sb, a: matches ? near : -1, b });
      b++;
    } else {
      const before = b > firstB ? sa - timeB(b - 1) : Infinity;
      if (before > SAME_MOMENT_S && sb - sa > SAME_MOMENT_S) moments.push({ s: sa, a, b: -1 });
      a++;
    }
  }
  const joined: { -readonly [C in Channel]?: Float64Array } = {};
  const ofFile = new Set(channelsOf(file).filter((channel) => isFilled(file[channel])));
  for (const channel of CHANNELS) {
    const column = ofFile.has(channel) ? file[channel] : listed[channel];
    if (column === undefined) continue;
    const at = ofFile.has(channel) ? ('b' as const) : ('a' as const);
    joined[channel] = Float64Array.from(moments, (moment) => column[moment[at]] ?? Number.NaN);
  }
  return { timeS: Float64Array.from(moments, ({ s }) => s), ...joined };
}

const isFilled = (column: Float64Array | undefined): boolean =>
  column?.some((value) => !Number.isNaN(value)) === true;
