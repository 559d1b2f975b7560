/**
 * The way of many files into the store: read ahead by several threads, stored one after the other in the order
 * they were found, so that the same folder gives the same history every time and memory stays flat.
 */
import type { Found, Refusal, SourceFile } from '@kneewise/formats';
import type { Outcome, Store } from '@kneewise/store';
import { readAhead, weightOf } from './read-ahead.ts';
import { readFound } from './read-found.ts';
import type { ReadingPool } from './reading-pool.ts';

export type Step =
  | { readonly kind: 'found'; readonly batchId: string; readonly found: Found }
  /** Done once everything before it is stored. */
  | { readonly kind: 'then'; readonly act: () => Promise<void> };

export interface Way {
  readonly store: Store;
  readonly runnerId: string;
  readonly pool: ReadingPool;
  readonly scratchDir: string;
  readonly onOutcome: (batchId: string, outcome: Outcome) => void;
  /** Told now and then, while a large file is read and then kept, which share of the work on it is done. */
  readonly onShare?: (batchId: string, path: string, share: number) => void;
  /** Stops between two files. */
  readonly signal?: AbortSignal;
}

/** A file read ahead: call it to store what came of it. */
type Settle = () => Promise<void>;

/** Files of another kind that are written together: an export holds a hundred thousand. Our choice. */
const PASSED_AT_ONCE = 100;

interface PassedOver {
  add(batchId: string, path: string, refusal: Refusal): Promise<void>;
  /** Writes those that wait, in their order; before anything else is written. */
  write(): Promise<void>;
}

function passedOver({ store, runnerId, onOutcome }: Way): PassedOver {
  let waiting: { readonly batchId: string; readonly path: string; readonly refusal: Refusal }[] = [];
  const write = async (): Promise<void> => {
    const [first] = waiting;
    if (first === undefined) return;
    const files = waiting;
    waiting = [];
    await store.recordOthers(runnerId, first.batchId, files);
    for (const { batchId, path, refusal } of files)
      onOutcome(batchId, { ...REFUSED, outcome: 'other', path, refusal });
  };
  return {
    write,
    async add(batchId, path, refusal) {
      if (waiting.length >= PASSED_AT_ONCE || (waiting[0]?.batchId ?? batchId) !== batchId) await write();
      waiting.push({ batchId, path, refusal });
    },
  };
}

const after =
  (passed: PassedOver, act: () => Promise<void>): Settle =>
  async () => {
    await passed.write();
    await act();
  };

/** @throws where the disk is full or the store fails; whatever is wrong with a file is its outcome */
export async function importInOrder(way: Way, steps: AsyncIterable<Step>): Promise<void> {
  const ahead = readAhead<Settle>(way.pool.size);
  const passed = passedOver(way);
  let number = 0;
  const settleFirst = async (): Promise<boolean> => {
    const first = ahead.takeFirst();
    if (first === undefined) return false;
    const settle = await first;
    await settle();
    return true;
  };
  try {
    for await (const step of steps) {
      if (way.signal?.aborted === true) break;
      const weight = step.kind === 'then' ? 0 : weightOf(step.found);
      while (ahead.isFullFor(weight)) await settleFirst();
      ahead.add(
        step.kind === 'then'
          ? Promise.resolve(after(passed, step.act))
          : readStep(way, passed, step, number++),
        weight,
      );
    }
    while (way.signal?.aborted !== true && (await settleFirst()));
    await passed.write();
  } finally {
    await ahead.settled();
  }
}

async function readStep(
  way: Way,
  passed: PassedOver,
  { batchId, found }: Extract<Step, { kind: 'found' }>,
  number: number,
): Promise<Settle> {
  const { store, runnerId } = way;
  const refuse = async (path: string, refusal: Refusal): Promise<void> => {
    await passed.write();
    await store.recordRefusal(runnerId, batchId, path, refusal);
    way.onOutcome(batchId, { ...REFUSED, path, refusal });
  };
  if (found.kind === 'refused') return () => refuse(found.path, found.refusal);

  const { path } = found.file;
  const { onBytes, kept } = shareOf(batchId, found.file, way.onShare);
  const options = {
    pool: way.pool,
    scratchDir: way.scratchDir,
    wantTracks: true,
    ...(onBytes && { onBytes }),
  };
  const read = await readFound(found.file, options, String(number));
  return async () => {
    const { contentHash, activities, shoes, refusal } = read.gave;
    try {
      // Without a hash it was not read at all, so there is no content to keep.
      if (refusal?.harmless !== true) await passed.write();
      if (contentHash === '' && refusal !== null) return await refuse(path, refusal);
      // A watch's settings, a day's heart rate: no run is in them, and they are not ours to keep.
      if (refusal?.harmless === true) return await passed.add(batchId, path, refusal);
      // Asking first saves packing the tracks of what is here already, and a look is cheaper than a transaction.
      const known = (await store.hasContent(runnerId, contentHash)) !== null;
      const outcome =
        (known ? await store.seenBefore(runnerId, { batchId, path, contentHash }) : null) ??
        (await store.addSource(runnerId, {
          batchId,
          path,
          contentHash,
          original: kept(read.original()),
          activities,
          ...(shoes !== undefined && { shoes }),
          refusal,
        }));
      way.onOutcome(batchId, outcome);
      return undefined;
    } finally {
      await read.release();
    }
  };
}

const REFUSED = { outcome: 'refused', activityIds: [], warnings: [], duplicateOf: null } as const;

/** Files below this are done too fast for anybody to ask how far they are. Our choice. */
const SHARES_FROM_BYTES = 8 * 1024 ** 2;
/** Of a file's time, that until it is read, and until what it holds is worked out; the rest goes into keeping its bytes. As measured for a health export. */
const READING_SHARE = 0.6;
const WORKING_SHARE = 0.8;
/** Activities after which half of the working out is counted as done: nobody knows how many there will be. Our choice. */
const HALF_WORKED = 200;

type Original = Uint8Array | AsyncIterable<Uint8Array>;

async function* passing(original: Original, onBytes: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of original instanceof Uint8Array ? [original] : original) {
    yield piece;
    onBytes((bytes += piece.length));
  }
}

/** How far reading and keeping one file are; nothing is counted of a small one. */
function shareOf(batchId: string, { path, sizeBytes }: SourceFile, onShare: Way['onShare']) {
  if (onShare === undefined || sizeBytes === null || sizeBytes < SHARES_FROM_BYTES)
    return { kept: (original: Original): Original => original };
  return {
    onBytes: (bytesRead: number, workedOut: number): void =>
      onShare(
        batchId,
        path,
        READING_SHARE * Math.min(1, bytesRead / sizeBytes) +
          (WORKING_SHARE - READING_SHARE) * (workedOut / (workedOut + HALF_WORKED)),
      ),
    kept: (original: Original): Original =>
      passing(original, (bytes) =>
        onShare(batchId, path, WORKING_SHARE + (1 - WORKING_SHARE) * Math.min(1, bytes / sizeBytes)),
      ),
  };
}
