/** Files in, answer out: `report PATH...`, which keeps nothing. */
import { rm } from 'node:fs/promises';
import { type OtherActivity, type Run, valueOrNull } from '@kneewise/engine';
import { walk } from '@kneewise/formats';
import { IN_MEMORY } from '@kneewise/store';
import { type Clock, systemClock } from '../clock.ts';
import { readingPool, type ReadingPool } from '../imports/reading-pool.ts';
import { newScratchDir } from '../imports/scratch.ts';
import { readInOrder } from './read-in-order.ts';
import { type FromFile, groupRecordings, idOf } from './group-recordings.ts';
import { answersOf, NO_ANSWERS, type ReportQuestion } from './report-answers.ts';
import { kneeLoadOf } from './report-knee-load.ts';
import { type Report, REPORT_SCHEMA, type ReportRun } from './report-types.ts';

export interface ReportOptions extends ReportQuestion {
  readonly clock?: Clock;
  readonly pool?: ReadingPool;
  /** Called after each file with how many are done. */
  readonly onProgress?: (filesDone: number) => void;
}

/**
 * Reads files, folders and archives, and answers.
 * @throws {RangeError} where `date` or `onset` is no day; whatever is wrong with a file stands in `refused`
 */
export async function reportOf(paths: readonly string[], options: ReportOptions = {}): Promise<Report> {
  const { clock = systemClock, onProgress = () => undefined } = options;
  const pool = options.pool ?? readingPool();
  const scratchDir = newScratchDir(IN_MEMORY);
  const read: FromFile[] = [];
  const refused: Report['refused'][number][] = [];
  const duplicates: { file: string; of: string; order: number }[] = [];
  const legs = new Map<string, number>();
  const firstWith = new Map<string, string>();
  let order = 0;
  try {
    for await (const { path, gave } of readInOrder(walk(paths), pool, scratchDir)) {
      order++;
      const { contentHash } = gave;
      const same = firstWith.get(contentHash);
      if (gave.refusal !== null) {
        const { code, reason, byteOffset } = gave.refusal;
        refused.push({ file: path, code, reason, byteOffset });
      } else if (same !== undefined) duplicates.push({ file: path, of: same, order });
      else {
        firstWith.set(contentHash, path);
        legs.set(path, gave.activities.length);
        for (const [position, activity] of gave.activities.entries())
          read.push({ ...activity, file: path, contentHash, position });
      }
      onProgress(order);
    }
  } finally {
    if (options.pool === undefined) await pool.close();
    await rm(scratchDir, { recursive: true, force: true });
  }

  const groups = groupRecordings(read);
  for (const { speaker, again } of groups)
    for (const { file } of again) duplicates.push({ file, of: speaker.file, order: Number.MAX_SAFE_INTEGER });
  const speakers = groups.map(({ speaker }) => speaker);
  const idFor = (from: FromFile): string => idOf(from, legs.get(from.file) ?? 1);
  const runs = speakers.flatMap((from) =>
    from.analysis === null ? [] : [asRun(from, from.analysis, idFor(from))],
  );
  const others = speakers.filter(({ analysis }) => analysis === null);
  const history = { ...NO_ANSWERS, runs, others: others.map(asOther) };

  return {
    schema: REPORT_SCHEMA,
    ...answersOf(history, options, clock, {
      runs: speakers.flatMap((from) =>
        from.analysis === null ? [] : [asReportRun(from, from.analysis, idFor(from))],
      ),
      other: others.map(({ file, recording }) => ({ file, sport: recording.sport })),
      refused,
      duplicates: duplicates.map(({ file, of }) => ({ file, of })),
    }),
  };
}

const asRun = ({ recording }: FromFile, analysis: Run['analysis'], id: string): Run => ({
  id,
  startAtMs: recording.startAtMs,
  utcOffsetMin: recording.utcOffsetMin,
  subSport: recording.subSport,
  distanceM: recording.distanceM,
  movingS: recording.movingS,
  elapsedS: recording.elapsedS,
  analysis,
});

const asOther = ({ recording: { startAtMs, utcOffsetMin, sport } }: FromFile): OtherActivity => ({
  startAtMs,
  utcOffsetMin,
  sport,
});

const asReportRun = (from: FromFile, analysis: Run['analysis'], id: string): ReportRun => ({
  file: from.file,
  startAt: new Date(from.recording.startAtMs).toISOString(),
  sport: from.recording.sport,
  distanceM: valueOrNull(from.recording.distanceM),
  movingS: valueOrNull(from.recording.movingS),
  elapsedS: from.recording.elapsedS,
  meanSpeedMps: valueOrNull(analysis.meanSpeedMps),
  cadenceSpm: valueOrNull(analysis.cadenceSpm),
  ascentM: valueOrNull(analysis.ascentM),
  descentM: valueOrNull(analysis.descentM),
  channels: from.channels,
  warnings: from.warnings,
  kneeLoad: kneeLoadOf(analysis),
  id,
});
