/** Reads one found file with the pool's threads. Whatever is wrong with it comes back as a refusal. */
import type { Refusal, SourceFile } from '@kneewise/formats';
import { isDiskFull } from '../http/problem.ts';
import { readOne, type WhatItGave } from './read-one.ts';
import type { ReadingOptions, ReadingPool } from './reading-pool.ts';
import { takeIn, type TakenIn } from './take-in.ts';

export interface ReadFound {
  readonly gave: WhatItGave;
  /** Bytes exactly as they came. */
  readonly original: () => Uint8Array | AsyncIterable<Uint8Array>;
  /** Removes what was put on disk for it. */
  readonly release: () => Promise<void>;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const failed = (error: unknown): Refusal => ({
  code: 'reader-failed',
  reason: `Reading it failed in a way nobody foresaw: ${messageOf(error)}. Please report it.`,
  byteOffset: null,
});

/**
 * @param name of the file within `scratchDir`, should it be a large one
 * @throws where the disk is full
 */
export async function readFound(
  source: SourceFile,
  { pool, scratchDir, wantTracks, onBytes }: { pool: ReadingPool; scratchDir: string } & ReadingOptions,
  name: string,
): Promise<ReadFound> {
  let taken: TakenIn | null = null;
  try {
    taken = await takeIn(source, scratchDir, name);
  } catch (error) {
    if (isDiskFull(error)) throw error;
    // The bytes end in damage (a broken archive): the reader meets it itself and says what it is.
    return readHere(source);
  }
  const { file, original, release } = taken;
  try {
    const options = { wantTracks, ...(onBytes !== undefined && { onBytes }) };
    return { gave: await pool.read(file, options), original, release };
  } catch (error) {
    return { gave: { contentHash: '', activities: [], refusal: failed(error) }, original, release };
  }
}

async function readHere(source: SourceFile): Promise<ReadFound> {
  const nothing = { original: () => source.open(), release: () => Promise.resolve() };
  try {
    return { gave: await readOne(source), ...nothing };
  } catch (error) {
    return { gave: { contentHash: '', activities: [], refusal: failed(error) }, ...nothing };
  }
}
