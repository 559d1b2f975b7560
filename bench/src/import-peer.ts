/**
 * Job: the same archive the usual way, for comparison: one thread, `fit-file-parser`, each run's records as JSON in
 * a row of `node:sqlite`. It computes nothing about the run, so it has less to do.
 */
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';
import { walk } from '@kneewise/formats';
import FitParser from 'fit-file-parser';
import { cpuSeconds, type JobResult, peakMemoryMb } from './child.ts';

const [archive, database] = process.argv.slice(2);
if (archive === undefined || database === undefined)
  throw new Error('usage: import-peer.ts ARCHIVE DATABASE');

const from = performance.now();
const db = new DatabaseSync(database);
db.exec(
  'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; CREATE TABLE run (path TEXT PRIMARY KEY, body TEXT) STRICT',
);
const insert = db.prepare('INSERT INTO run VALUES (?, ?)');
let runs = 0;
for await (const found of walk([archive])) {
  if (found.kind === 'refused') throw new Error(`${found.path}: ${found.refusal.reason}`);
  const pieces: Uint8Array[] = [];
  for await (const piece of found.file.open()) pieces.push(piece);
  const packed = Buffer.concat(pieces);
  const bytes = found.file.path.endsWith('.gz') ? gunzipSync(packed) : packed;
  const parsed = await new FitParser({ force: true, mode: 'list' }).parseAsync(Buffer.from(bytes));
  insert.run(found.file.path, JSON.stringify(parsed));
  runs += 1;
}
db.close();
const result: JobResult = {
  runs,
  seconds: (performance.now() - from) / 1000,
  cpuSeconds: cpuSeconds(),
  peakMemoryMb: peakMemoryMb(),
};
console.log(JSON.stringify(result));
