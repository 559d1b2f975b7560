/** Job: one archive into a new data folder, with what its progress told. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { importPaths } from '@kneewise/server';
import { openStore } from '@kneewise/store';
import { cpuSeconds, type JobResult, peakMemoryMb } from './child.ts';

export interface ArchiveResult extends JobResult {
  readonly files: number;
  readonly storeBytes: number;
  /** The longest time in which nothing was told. */
  readonly longestStillS: number;
}

const [archive, folder] = process.argv.slice(2);
if (archive === undefined || folder === undefined)
  throw new Error('usage: archives-import.ts ARCHIVE DATA_FOLDER');

const from = performance.now();
let told = from;
let longestStillMs = 0;
const tell = (): void => {
  const now = performance.now();
  longestStillMs = Math.max(longestStillMs, now - told);
  told = now;
};
const store = await openStore(folder);
const { outcomes } = await importPaths(store, 'me', [archive], { onProgress: tell, onShare: tell });
tell();
const refused = outcomes.filter(({ outcome }) => outcome === 'refused');
if (refused.length > 0) throw new Error(`nothing should be refused: ${JSON.stringify(refused.slice(0, 3))}`);
const { runs } = await store.counts('me');
await store.close();
const result: ArchiveResult = {
  runs,
  files: outcomes.length,
  seconds: (performance.now() - from) / 1000,
  cpuSeconds: cpuSeconds(),
  peakMemoryMb: peakMemoryMb(),
  storeBytes: statSync(join(folder, 'kneewise.db')).size,
  longestStillS: longestStillMs / 1000,
};
console.log(JSON.stringify(result));
