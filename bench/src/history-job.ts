/**
 * Job: a history on disk that grows back in time, three runs of about an hour in four days, and how long each question
 * over all of it takes, store included. Figures are those of simulated runs; their tracks are left out, as no question
 * over a history reads them.
 */
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyseRun, known, type Recording, type RunAnalysis } from '@kneewise/engine';
import { auditFor, type Clock, listRuns, loadFor, reportFromStore, todayFor } from '@kneewise/server';
import { simulateRun } from '@kneewise/simulator';
import { openStore } from '@kneewise/store';
import { peakMemoryMb } from './child.ts';

const YEARS = [1, 5, 10, 20] as const;

const RUNNER = 'me';
const RUNS_A_YEAR = 300;
const DAYS_A_YEAR = 365.25;
const MS_PER_DAY = 86_400_000;
/** A weekly answer about the knee. */
const RUNS_PER_CHECK_IN = 6;
/** Different runs to take figures from; each is then scaled a little, so that no two are alike. */
const PATTERNS = 30;
const ROUNDS = 9;
/** Runs whose adding is timed: the last of each stage. */
const JUST_ADDED = 100;
const LAST_RUN_MS = Date.UTC(2026, 10, 16, 7);
const SPOKEN_DAY = '2026-11-17';

const clock: Clock = {
  nowMs: () => Date.parse(`${SPOKEN_DAY}T09:00:00Z`),
  utcOffsetMin: () => 0,
  today: () => SPOKEN_DAY,
};

const patterns = Array.from(
  { length: PATTERNS },
  (_, seed): { recording: Recording; analysis: RunAnalysis } => {
    const speedMps = 2.5 + seed / 50;
    const recording = simulateRun({
      seed,
      distanceM: 6_000 + 250 * seed,
      speedMps,
      startAtMs: LAST_RUN_MS,
      utcOffsetMin: 0,
      cadenceLine: { spm: 166, atMps: 2.78, slopeSpmPerMps: 10 },
      legM: 0.9,
      outdoors: { stemShare: 0.25, routeSeed: seed, descentM: 60 },
      name: `Simulated run ${seed}`,
    });
    const analysis = analyseRun(recording, {});
    return { recording: { ...recording, track: { timeS: Float64Array.of(0) } }, analysis };
  },
);

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const MICROSECONDS_A_MS = 1000;
/** Processor time of this thread, which does all the work of a question, the store's included. ms */
const threadMs = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / MICROSECONDS_A_MS;
};

interface Taken {
  readonly ms: number;
  readonly cpuMs: number;
}

async function timed(work: () => Promise<unknown>): Promise<Taken> {
  const fromCpuMs = threadMs();
  const fromMs = performance.now();
  await work();
  return { ms: performance.now() - fromMs, cpuMs: threadMs() - fromCpuMs };
}

const medians = (taken: readonly Taken[]): Taken => ({
  ms: median(taken.map(({ ms }) => ms)),
  cpuMs: median(taken.map(({ cpuMs }) => cpuMs)),
});

/** Run `i` before the last one. */
function recordingOf(i: number): { recording: Recording; analysis: RunAnalysis } {
  const pattern = patterns[i % PATTERNS];
  if (pattern === undefined) throw new Error('there are no patterns');
  const scale = 0.9 + ((i * 7919) % 200) / 1000;
  const { recording, analysis } = pattern;
  const { distanceM } = recording;
  return {
    recording: {
      ...recording,
      startAtMs: Math.round(LAST_RUN_MS - (i * DAYS_A_YEAR * MS_PER_DAY) / RUNS_A_YEAR),
      distanceM: distanceM.known ? known(distanceM.value * scale) : distanceM,
      elapsedS: recording.elapsedS * scale,
    },
    analysis,
  };
}

const folder = await mkdtemp(join(tmpdir(), 'kneewise-bench-'));
let store = await openStore(folder);
try {
  const { id: batchId } = await store.createBatch(RUNNER, { label: 'bench', filesFound: 0, nowMs: 0 });
  await store.saveSettings(RUNNER, {
    onset: { date: '2026-10-20', side: 'right' },
    family: 'PF',
    flags: 'none-raised',
  });
  const stages: object[] = [];
  let stored = 0;
  for (const years of YEARS) {
    const added: Taken[] = [];
    for (; stored < years * RUNS_A_YEAR; stored++) {
      const { recording, analysis } = recordingOf(stored);
      const original = Buffer.from(`run ${stored}`);
      let activityIds: readonly string[] = [];
      const add = store.addSource.bind(store, RUNNER, {
        batchId,
        path: `runs/${stored}.fit`,
        contentHash: createHash('sha256').update(original).digest('hex'),
        original,
        activities: [{ recording, warnings: [], analysis }],
        refusal: null,
      });
      added.push(
        await timed(async () => {
          ({ activityIds } = await add());
        }),
      );
      if (stored % RUNS_PER_CHECK_IN === 0)
        await store.addCheckIn(RUNNER, {
          runId: activityIds[0] ?? null,
          side: 'right',
          when: 'next-morning',
          atMs: recording.startAtMs + MS_PER_DAY,
          utcOffsetMin: 0,
          pain: stored % 3,
          onsetM: null,
          stopSign: false,
          painkiller: false,
        });
    }
    const ask: Readonly<Record<string, () => Promise<unknown>>> = {
      runs: () => listRuns(store, RUNNER, clock),
      load: () => loadFor(store, RUNNER, null, null, clock),
      audit: () => auditFor(store, RUNNER, null, null, clock),
      today: () => todayFor(store, RUNNER, null, clock),
      report: () => reportFromStore(store, RUNNER, { clock }),
    };
    const questions: Record<string, Taken> = { 'one run more': medians(added.slice(-JUST_ADDED)) };
    for (const [question, work] of Object.entries(ask)) {
      const first: Taken[] = [];
      const again: Taken[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        await store.close();
        store = await openStore(folder);
        first.push(await timed(work));
        // As in the app: every question comes after something was answered.
        await store.saveSettings(RUNNER, {});
        again.push(await timed(work));
      }
      questions[question] = medians(again);
      questions[`${question}, the store just opened`] = medians(first);
    }
    stages.push({ years, runs: stored, questions });
  }
  console.log(JSON.stringify({ stages, peakMemoryMb: peakMemoryMb() }));
} finally {
  await store.close();
  await rm(folder, { recursive: true, force: true });
}
