/** Other programs in the way: a locked database, a file that changes while it is read, two imports at once. */
import { createHash } from 'node:crypto';
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { importPaths } from '@kneewise/server/import-paths';
import { openStore } from '@kneewise/store';
import { runsOf, soundContent, writeArchive } from './archive.ts';
import type { Fault } from './fault.ts';
import { acknowledgedBy, check, importJob } from './job.ts';
import { RUNNER } from './runner.ts';

const FILES = 60;
/** Longer than anything waits (15 s). */
const LONG_MS = 40_000;
const SHORT_MS = 5_000;

export async function lockedDatabase(root: string): Promise<Fault> {
  const archive = join(root, 'locked.zip');
  writeArchive(archive, 0, FILES);
  const expected = await soundContent(archive, join(root, 'sound-locked'));
  const folder = join(root, 'locked');
  await (await openStore(folder)).close();
  const results: { code: number | null; complaint: string; acknowledged: ReadonlySet<string> }[] = [];
  for (const ms of [SHORT_MS, LONG_MS]) {
    const at = join(root, `locked-${ms}`);
    await (await openStore(at)).close();
    const job = importJob(at, archive);
    await job.begun();
    while (acknowledgedBy(job).length < 5) await setTimeout(5);
    const other = new DatabaseSync(join(at, 'kneewise.db'), { timeout: 20_000 });
    other.exec('begin immediate');
    const release = setTimeout(ms);
    const code = await Promise.race([job.ended(), release.then(() => null)]);
    await release;
    other.exec('rollback');
    other.close();
    results.push({
      code: code ?? (await job.ended()),
      complaint: job.complaint(),
      acknowledged: new Set(acknowledgedBy(job)),
    });
  }
  const [short, long] = results;
  const waited = await check(join(root, `locked-${SHORT_MS}`), short?.acknowledged ?? new Set());
  const gaveUp = await check(join(root, `locked-${LONG_MS}`), long?.acknowledged ?? new Set());
  await importJob(join(root, `locked-${LONG_MS}`), archive).ended();
  const end = await check(join(root, `locked-${LONG_MS}`), long?.acknowledged ?? new Set());
  return {
    what: 'another process holds the database',
    held:
      short?.code === 0 &&
      waited.content === expected &&
      long?.code === 1 &&
      gaveUp.lost === 0 &&
      gaveUp.doubled === 0 &&
      end.content === expected &&
      /busy for too long.*Try again/.test(long.complaint),
    figures: `for ${SHORT_MS / 1000} s: waited, ended with ${short?.code}; for ${LONG_MS / 1000} s: ended with ${long?.code}, ${long?.acknowledged.size} files acknowledged, lost ${gaveUp.lost}; the same command again gave ${end.content === expected ? 'the same' : 'another'} history as without a fault`,
    message: long?.complaint ?? '',
  };
}

export async function changingFile(root: string): Promise<Fault> {
  const rounds = 60;
  let refused = 0;
  let added = 0;
  let mixed = 0;
  let othersMissing = 0;
  const [one, another, steady] = runsOf(0, 3).map(({ bytes }) => bytes);
  for (let round = 0; round < rounds; round++) {
    const folder = join(root, `changing-${round}`);
    mkdirSync(folder);
    const file = join(folder, 'a-changing.fit');
    writeFileSync(file, one ?? '');
    writeFileSync(join(folder, 'b-steady.fit'), steady ?? '');
    const store = await openStore(join(root, `changing-data-${round}`));
    const importing = importPaths(store, RUNNER, [folder]);
    // Grown, cut, written over, as programs do that write in place.
    for (let step = 0; step < 40; step++) {
      if (step % 3 === 0) truncateSync(file, 1000 + step * 100);
      else writeFileSync(file, (step % 3 === 1 ? one : another) ?? '');
      if (step % 4 === round % 4) await setTimeout(1);
    }
    const { outcomes } = await importing;
    for (const { path, outcome } of outcomes)
      if (path !== file) othersMissing += outcome === 'added' ? 0 : 1;
      else if (outcome === 'refused') refused++;
      else added++;
    // What is kept is what was read: the bytes given back have the hash the run was stored under.
    const kept = await store.quarantine(RUNNER);
    for (const { id } of await store.names(RUNNER))
      for (const source of (await store.activity(RUNNER, id))?.sources ?? []) {
        const original = await store.original(RUNNER, source.id);
        const hash = createHash('sha256');
        for await (const piece of original?.bytes ?? []) hash.update(piece);
        if ((await store.hasContent(RUNNER, hash.digest('hex'))) === null) mixed++;
      }
    for (const { id, contentHash } of kept) {
      const hash = createHash('sha256');
      for await (const piece of (await store.original(RUNNER, id))?.bytes ?? []) hash.update(piece);
      if (hash.digest('hex') !== contentHash) mixed++;
    }
    await store.close();
  }
  return {
    what: `a file changes while it is read (${rounds} times)`,
    held: othersMissing === 0 && mixed === 0 && added + refused === rounds,
    figures: `${added} read whole, ${refused} refused with a reason; ${mixed} kept with other bytes than were read; ${othersMissing} files beside it lost`,
    message: '—',
  };
}

export async function twoAtOnce(root: string): Promise<Fault> {
  const rounds = 5;
  const archive = join(root, 'two.zip');
  writeArchive(archive, 0, FILES);
  const expected = await soundContent(archive, join(root, 'sound-two'));
  let lost = 0;
  let doubled = 0;
  let other = 0;
  let failed = 0;
  for (let round = 0; round < rounds; round++) {
    const folder = join(root, `two-${round}`);
    const jobs = [importJob(folder, archive), importJob(folder, archive)];
    const codes = await Promise.all(jobs.map((job) => job.ended()));
    failed += codes.filter((code) => code !== 0).length;
    const found = await check(folder, new Set(jobs.flatMap(acknowledgedBy)));
    lost += found.lost;
    doubled += found.doubled;
    if (found.content !== expected) other++;
  }
  return {
    what: `two imports of the same archive at once (${rounds} times, into a new history)`,
    held: lost === 0 && doubled === 0 && other === 0 && failed === 0,
    figures: `lost ${lost}, doubled ${doubled}, processes that failed ${failed}; ${other} histories other than of one import`,
    message: '—',
  };
}
