/**
 * The sample runner: a year of files, answers and settings, made up from one seed, and the truth behind them.
 * The story is in `story.ts`; files are written one at a time, as they are asked for.
 */
import type { CadenceProgramme, Family, Recording, Side } from '@kneewise/engine';
import { writeActivity } from '@kneewise/formats/fit-writer';
import type { CadenceLine } from '../model/cadence-line.ts';
import { simulateOther } from '../run/simulate-other.ts';
import { simulateRun } from '../run/simulate-run.ts';
import { diary, type DiaryEntry } from './diary.ts';
import { sampleCheckIns, type SampleCheckIn } from './sample-check-ins.ts';
import { SAMPLE_SEED } from './seed.ts';
import {
  ACHE_BEGAN_M,
  ACHING_RUNS,
  BROKEN_FILE_SHARE,
  CADENCE_LINE,
  CADENCE_PROGRAMME,
  ONSET,
  TODAY,
  USUAL_FADING,
} from './story.ts';
import { writeGpx } from './write-gpx.ts';

export interface SampleFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface Sample {
  /** The day to look at it, `YYYY-MM-DD`. */
  readonly today: string;
  /** How many files `files()` gives. */
  readonly fileCount: number;
  /** The files as a folder of exports would hold them, oldest first. */
  files(): Generator<SampleFile>;
  /** What the FIT files say, before it was written: the truth for a reader's tests. */
  recordings(): Generator<{ readonly path: string; readonly broken: boolean; readonly recording: Recording }>;
  readonly checkIns: readonly SampleCheckIn[];
  readonly settings: {
    readonly onset: { readonly date: string; readonly side: Side };
    readonly family: Family;
    readonly flags: 'none-raised';
    readonly sample: true;
    readonly cadence: CadenceProgramme;
  };
  readonly truth: SampleTruth;
}

export interface SampleTruth {
  readonly cadenceLine: CadenceLine;
  /** Median of the place where long runs fade, before the ache. Metres */
  readonly usualFadingM: number;
  /** The run before onset that was longer than any in the thirty days before it. */
  readonly jump: { readonly path: string; readonly distanceM: number; readonly longestBeforeM: number };
  /** Sunday 15 November: where form faded, where the ache began and where it reached the ceiling. Metres */
  readonly lastRun: {
    readonly path: string;
    readonly ranM: number;
    readonly fadingM: number;
    readonly acheBeganM: number;
    readonly edgeM: number;
  };
  /** Files that a reader must mark: one ends in the middle, one holds a run that another file holds too. */
  readonly brokenPath: string;
  readonly sameRun: { readonly path: string; readonly of: string };
}

/** A file of this name holds the jump's run again, as another service exports it. */
const SECOND_SOURCE_PATH = 'second-service/27-september.gpx';
const JUMP = { date: '2026-09-27', longestBeforeM: 13_000 } as const;

/**
 * The sample runner.
 * @param seed changes day-to-day chance, never the story
 */
export function sampleRunner(seed: number = SAMPLE_SEED): Sample {
  const entries = diary(seed);
  const jump = runOn(entries, JUMP.date);
  const lastRun = ACHING_RUNS.at(-1);
  const last = runOn(entries, lastRun?.date ?? '');
  const broken = entries.find((entry) => entry.broken);
  return {
    today: TODAY,
    fileCount: entries.length + 1,
    *files() {
      for (const entry of entries) {
        const recording = simulate(entry);
        const bytes = writeActivity(recording);
        yield {
          path: entry.path,
          bytes: entry.broken ? bytes.slice(0, Math.round(bytes.length * BROKEN_FILE_SHARE)) : bytes,
        };
        if (entry === jump.entry) {
          yield { path: SECOND_SOURCE_PATH, bytes: new TextEncoder().encode(writeGpx(recording)) };
        }
      }
    },
    *recordings() {
      for (const entry of entries)
        yield { path: entry.path, broken: entry.broken, recording: simulate(entry) };
    },
    checkIns: sampleCheckIns(entries),
    settings: { onset: ONSET, family: 'PF', flags: 'none-raised', sample: true, cadence: CADENCE_PROGRAMME },
    truth: {
      cadenceLine: CADENCE_LINE,
      usualFadingM: USUAL_FADING.medianM,
      jump: { path: jump.entry.path, distanceM: jump.plan.distanceM, longestBeforeM: JUMP.longestBeforeM },
      lastRun: {
        path: last.entry.path,
        ranM: last.plan.distanceM,
        fadingM: lastRun?.fading?.fromM ?? Number.NaN,
        acheBeganM: ACHE_BEGAN_M,
        edgeM: lastRun?.onsetM ?? Number.NaN,
      },
      brokenPath: broken?.path ?? '',
      sameRun: { path: SECOND_SOURCE_PATH, of: jump.entry.path },
    },
  };
}

const simulate = (entry: DiaryEntry): Recording =>
  entry.kind === 'run' ? simulateRun(entry.plan) : simulateOther(entry.plan);

function runOn(entries: readonly DiaryEntry[], date: string) {
  const entry = entries.find((candidate) => candidate.kind === 'run' && candidate.date === date);
  if (entry?.kind !== 'run') throw new RangeError(`diary must hold a run on ${date}, got none`);
  return { entry, plan: entry.plan };
}
