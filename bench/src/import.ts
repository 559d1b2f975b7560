/**
 * How fast does a whole archive come in? A thousand simulated one-hour runs, gzipped FIT files in one zip as a big
 * service hands them out, from the zip to what is acknowledged as stored; beside it a plain peer on the first of them.
 */
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { writeActivity } from '@kneewise/formats/fit-writer';
import { simulateRun, START_PLACE_UTC_OFFSET_MIN } from '@kneewise/simulator';
import { AS_KNEEWISE, type JobResult, runJob } from './child.ts';
import { type Entry, writeZip } from './write-zip.ts';

export const IMPORT_RUNS = 1000;
/** The peer takes a tenth of them: its rate does not depend on how many there are. */
export const PEER_RUNS = 100;

/** An hour of running at 2.78 m/s. */
const RUN = { distanceM: 10_000, speedMps: 10_000 / 3600, startAtMs: 1_672_567_200_000 } as const;
const MS_PER_DAY = 86_400_000;

export interface ImportBench {
  readonly archiveMb: number;
  readonly ours: JobResult;
  readonly peer: JobResult;
  /** Runs a second, ours over the peer's. */
  readonly ratio: number;
}

function* runsOfAnHour(count: number): Generator<Entry> {
  for (let i = 0; i < count; i++) {
    const recording = simulateRun({
      ...RUN,
      seed: i,
      startAtMs: RUN.startAtMs + i * MS_PER_DAY,
      utcOffsetMin: START_PLACE_UTC_OFFSET_MIN,
      cadenceLine: { spm: 166, atMps: RUN.speedMps, slopeSpmPerMps: 10 },
      legM: 0.9,
      outdoors: { stemShare: 0.25, routeSeed: i, descentM: 60 },
      name: `Simulated hour ${i + 1}`,
    });
    yield { path: `activities/${10_000 + i}.fit.gz`, bytes: gzipSync(writeActivity(recording)) };
  }
}

const perSecond = ({ runs, seconds }: JobResult): number => runs / seconds;

/** Makes the archives, imports them each in its own process and clears up. */
export async function benchImport(runs = IMPORT_RUNS, peerRuns = PEER_RUNS): Promise<ImportBench> {
  const folder = await mkdtemp(join(tmpdir(), 'kneewise-bench-'));
  try {
    const [archive, small] = [join(folder, 'archive.zip'), join(folder, 'small.zip')];
    writeZip(archive, runsOfAnHour(runs));
    writeZip(small, runsOfAnHour(peerRuns));
    await mkdir(join(folder, 'data'));
    const ours = await runJob(
      new URL('import-ours.ts', import.meta.url),
      [archive, join(folder, 'data')],
      AS_KNEEWISE,
    );
    const peer = await runJob(new URL('import-peer.ts', import.meta.url), [small, join(folder, 'peer.db')]);
    const archiveMb = (await stat(archive)).size / 1e6;
    return { archiveMb, ours, peer, ratio: perSecond(ours) / perSecond(peer) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const row = (name: string, job: JobResult): string =>
  `| ${name} | ${job.runs} | ${job.seconds.toFixed(1)} | ${perSecond(job).toFixed(0)} | ${job.cpuSeconds.toFixed(1)} | ${job.peakMemoryMb.toFixed(0)} |`;

/** The table of `results.md`. */
export function importTable({ archiveMb, ours, peer, ratio }: ImportBench): string {
  return [
    `A zip of ${ours.runs} simulated one-hour runs, each a \`.fit.gz\` (${archiveMb.toFixed(0)} MB): unzip, gunzip, decode,`,
    'analyse, store with the original bytes, each file acknowledged. The peer, on the first of them: one thread,',
    '`fit-file-parser`, records as JSON in a row of `node:sqlite`, no analysis. Each in a process of its own.',
    '',
    '| | runs | seconds | runs a second | processor seconds | peak memory, MB |',
    '|---|---|---|---|---|---|',
    row('Kneewise', ours),
    row('peer', peer),
    '',
    `${ratio.toFixed(1)} times the peer's rate.`,
  ].join('\n');
}
