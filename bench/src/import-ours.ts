/** Job: the archive through the whole way (unzip, gunzip, decode, analyse, durable store) into a new data folder. */
import { importPaths } from '@kneewise/server';
import { openStore } from '@kneewise/store';
import { cpuSeconds, type JobResult, peakMemoryMb } from './child.ts';

const [archive, folder] = process.argv.slice(2);
if (archive === undefined || folder === undefined)
  throw new Error('usage: import-ours.ts ARCHIVE DATA_FOLDER');

const from = performance.now();
const store = await openStore(folder);
const { outcomes } = await importPaths(store, 'me', [archive]);
const stored = await store.runs('me');
await store.close();
const seconds = (performance.now() - from) / 1000;
const added = outcomes.filter(({ outcome }) => outcome === 'added').length;
if (added !== outcomes.length || stored.length !== added) {
  throw new Error(
    `every file should give one run: ${outcomes.length} files, ${added} added, ${stored.length} stored`,
  );
}
const result: JobResult = {
  runs: stored.length,
  seconds,
  cpuSeconds: cpuSeconds(),
  peakMemoryMb: peakMemoryMb(),
};
console.log(JSON.stringify(result));
