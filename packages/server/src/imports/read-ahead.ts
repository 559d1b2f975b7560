/**
 * How many files are read ahead of the one whose turn it is: enough to keep every thread at work, few enough that
 * what they hold in memory stays flat, however large the files are.
 */
import type { Found } from '@kneewise/formats';

/** Files under way for each thread: one being read, one waiting, one being stored. Our choice. */
const AHEAD_PER_THREAD = 3;

/** Bytes of files under way together; a larger file has the way to itself. Our choice. */
export const MOST_BYTES_AHEAD = 32 * 1024 ** 2;

/** What a file counts for where its size is not stated, bytes. Our choice: a day of one sample a second as FIT. */
const UNSTATED_BYTES = 4 * 1024 ** 2;

/** GPX and TCX shrink to a tenth as `.gz`, and what is read is what they unpack to. Our choice. */
const UNPACKED_PER_PACKED = 10;

/** Bytes that reading it will handle, as far as they can be told beforehand. */
export function weightOf(found: Found): number {
  if (found.kind === 'refused') return 0;
  const { path, sizeBytes } = found.file;
  return (sizeBytes ?? UNSTATED_BYTES) * (/\.gz$/i.test(path) ? UNPACKED_PER_PACKED : 1);
}

export interface Ahead<T> {
  /** Whether one that weighs so much has to wait until the first one was taken. */
  isFullFor(weight: number): boolean;
  add(started: Promise<T>, weight: number): void;
  /** The one whose turn it is, or undefined where none is under way. */
  takeFirst(): Promise<T> | undefined;
  /** Resolves once nothing is under way, whatever came of it. */
  settled(): Promise<void>;
}

export function readAhead<T>(threads: number, mostBytes: number = MOST_BYTES_AHEAD): Ahead<T> {
  const under: { readonly started: Promise<T>; readonly weight: number }[] = [];
  const most = AHEAD_PER_THREAD * threads;
  let bytes = 0;
  return {
    isFullFor: (weight) => under.length > 0 && (under.length >= most || bytes + weight > mostBytes),
    add(started, weight) {
      // What fails ahead of its turn is thrown when its turn comes.
      started.catch(() => undefined);
      under.push({ started, weight });
      bytes += weight;
    },
    takeFirst() {
      const first = under.shift();
      bytes -= first?.weight ?? 0;
      return first?.started;
    },
    async settled() {
      await Promise.allSettled(under.map(({ started }) => started));
    },
  };
}
