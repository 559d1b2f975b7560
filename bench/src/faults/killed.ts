/** `kill -9` at random moments of an import, which is then begun again by the next process, until it is through. */
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { writeArchive, soundContent } from './archive.ts';
import { acknowledgedBy, check, importJob } from './job.ts';
import type { Fault } from './fault.ts';

const FILES = 60;
/** After a random file was acknowledged, so much more at most: between two files, in a transaction, in a write. */
const MOST_MS_AFTER = 20;

/** A stream of numbers in 0–1 that is the same for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export async function killed(root: string, kills: number, seed: number): Promise<Fault> {
  const archive = join(root, 'archive.zip');
  writeArchive(archive, 0, FILES);
  const expected = await soundContent(archive, join(root, 'sound'));
  const at = random(seed);

  let done = 0;
  let lost = 0;
  let doubled = 0;
  let unsound = 0;
  let other = 0;
  let histories = 0;
  let inTheMiddle = 0;
  while (done < kills) {
    const folder = join(root, `history-${histories++}`);
    const acknowledged = new Set<string>();
    // At most so often in one history, so that late moments come up as often as early ones.
    for (let round = 0; round < 8 && done < kills; round++) {
      const job = importJob(folder, archive);
      await job.saidLines(1 + Math.floor(at() * FILES));
      await setTimeout(at() * MOST_MS_AFTER);
      const wasKilled = job.process.kill('SIGKILL');
      await job.ended();
      for (const path of acknowledgedBy(job)) acknowledged.add(path);
      if (!wasKilled || job.said().at(-1) === 'done') break;
      done++;
      if (acknowledged.size > 0 && acknowledged.size < FILES) inTheMiddle++;
      const found = await check(folder, acknowledged);
      lost += found.lost;
      doubled += found.doubled;
      if (!found.sound) unsound++;
      if (done % 20 === 0)
        console.log(
          `  killed ${done} of ${kills}: lost ${lost}, doubled ${doubled}, unsound ${unsound}, other ${other}`,
        );
    }
    const last = importJob(folder, archive);
    await last.ended();
    if ((await check(folder, acknowledged)).content !== expected) other++;
  }
  return {
    what: `kill -9 at ${done} random moments of an import (seed ${seed})`,
    held: lost === 0 && doubled === 0 && unsound === 0 && other === 0,
    figures: `${inTheMiddle} with some files acknowledged and some not; lost ${lost}, doubled ${doubled}, unsound ${unsound}; ${histories} histories begun again to the end, ${other} of them other than without a fault`,
    message: '—',
  };
}
