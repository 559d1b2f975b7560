/** Reads what a walk meets with several threads, and hands it over in the order it was met. */
import type { Found } from '@kneewise/formats';
import { readAhead, weightOf } from '../imports/read-ahead.ts';
import { readFound } from '../imports/read-found.ts';
import type { WhatItGave } from '../imports/read-one.ts';
import type { ReadingPool } from '../imports/reading-pool.ts';

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
  const ahead = readAhead<ReadFile>(pool.size);
  let number = 0;
  try {
    for await (const one of found) {
      const weight = weightOf(one);
      while (ahead.isFullFor(weight)) {
        const first = ahead.takeFirst();
        if (first !== undefined) yield await first;
      }
      ahead.add(readFile(one, pool, scratchDir, String(number++)), weight);
    }
    for (let first = ahead.takeFirst(); first !== undefined; first = ahead.takeFirst()) yield await first;
  } finally {
    await ahead.settled();
  }
}
