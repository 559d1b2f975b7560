/** Reads what a walk meets with several threads, and hands it over in the order it was met. */
import type { Found } from '@kneewise/formats';
import { readFound } from '../imports/read-found.ts';
import type { WhatItGave } from '../imports/read-one.ts';
import type { ReadingPool } from '../imports/reading-pool.ts';

/** Files under way for each thread. Our choice, as for imports. */
const AHEAD_PER_THREAD = 3;

export interface ReadFile {
  readonly path: string;
  readonly gave: WhatItGave;
}

/** Tracks stay behind: a report needs what was worked out from them. */
async function readFile(
  found: Found,
  pool: ReadingPool,
  scratchDir: string,
  name: string,
): Promise<ReadFile> {
  if (found.kind === 'refused')
    return { path: found.path, gave: { contentHash: '', activities: [], refusal: found.refusal } };
  const { gave, release } = await readFound(found.file, { pool, scratchDir, wantTracks: false }, name);
  await release();
  return { path: found.file.path, gave };
}

export async function* readInOrder(
  found: AsyncIterable<Found>,
  pool: ReadingPool,
  scratchDir: string,
): AsyncGenerator<ReadFile> {
  const ahead: Promise<ReadFile>[] = [];
  let number = 0;
  try {
    for await (const one of found) {
      const started = readFile(one, pool, scratchDir, String(number++));
      started.catch(() => undefined);
      ahead.push(started);
      const first = ahead.length > AHEAD_PER_THREAD * pool.size ? ahead.shift() : undefined;
      if (first !== undefined) yield await first;
    }
    for (let first = ahead.shift(); first !== undefined; first = ahead.shift()) yield await first;
  } finally {
    await Promise.allSettled(ahead);
  }
}
