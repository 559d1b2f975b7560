/**
 * Do archives of gigabytes come in with flat memory and a progress that moves? Makes an Apple Health export and a
 * Garmin export and imports each in a process of its own.
 * `node bench/src/archives.ts [GB_OF_HEALTH GB_OF_GARMIN]`, by default 1.2 and 2.
 */
import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { garminExport, healthExport } from './archives-content.ts';
import { writeFileOf } from './archives-write.ts';
import type { ArchiveResult } from './archives-import.ts';
import { AS_KNEEWISE, runJob } from './child.ts';

const BYTES_PER_GB = 1e9;
/** Zips of Garmin's uploads inside the export. */
const PARTS = 4;

const [healthGb = 1.2, garminGb = 2] = process.argv.slice(2).map(Number);
const folder = await mkdtemp(join(process.env['KNEEWISE_BENCH_DIR'] ?? tmpdir(), 'kneewise-archives-'));

const mb = (bytes: number): string => (bytes / 1e6).toFixed(0);

async function measure(name: string, zip: string, runs: number, what: string): Promise<void> {
  const data = join(folder, `${name}-data`);
  await mkdir(data);
  const got = await runJob<ArchiveResult>(
    new URL('archives-import.ts', import.meta.url),
    [zip, data],
    AS_KNEEWISE,
  );
  if (got.runs !== runs) throw new Error(`${name} should give ${runs} runs, gave ${got.runs}`);
  console.log(
    `| ${name} | ${what} | ${got.files} | ${got.runs} | ${got.seconds.toFixed(1)} | ${got.cpuSeconds.toFixed(1)} | ${got.peakMemoryMb.toFixed(0)} | ${mb(got.storeBytes)} | ${got.longestStillS.toFixed(1)} |`,
  );
}

try {
  console.log(
    '| archive | size | files | runs | seconds | processor seconds | peak memory, MB | store, MB | progress stood still at most, s |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|');
  if (healthGb > 0) {
    const made = { runs: 0, bytes: 0 };
    const zip = join(folder, 'export.zip');
    const packed = await writeFileOf(zip, healthExport(healthGb * BYTES_PER_GB, made));
    await measure(
      'Apple Health',
      zip,
      made.runs,
      `${(made.bytes / 1e9).toFixed(2)} GB of XML in ${(packed / 1e6).toFixed(0)} MB`,
    );
  }
  if (garminGb > 0) {
    const made = { runs: 0, listed: 0, others: 0, bytes: 0 };
    const zip = join(folder, 'garmin.zip');
    const packed = await writeFileOf(zip, garminExport(garminGb * BYTES_PER_GB, PARTS, made));
    await measure(
      'Garmin',
      zip,
      made.runs + made.listed,
      `${(made.bytes / 1e9).toFixed(2)} GB of FIT in ${(packed / 1e6).toFixed(0)} MB, ${made.others} files that are no activity`,
    );
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
