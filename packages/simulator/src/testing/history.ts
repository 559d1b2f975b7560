/** For tests: a diary as the history the engine's questions are asked of, without files in between. */
import { analyseRun, type CheckIn, type OtherActivity, type Run } from '@kneewise/engine';
import { simulateRun } from '../run/simulate-run.ts';
import type { DiaryEntry } from '../sample/diary.ts';
import { type SampleCheckIn, sampleCheckIns } from '../sample/sample-check-ins.ts';

export interface History {
  readonly runs: readonly Run[];
  readonly others: readonly OtherActivity[];
  readonly checkIns: readonly CheckIn[];
}

/** Runs take their file's path as id. */
export function historyOf(entries: readonly DiaryEntry[]): History {
  const runs: Run[] = [];
  const others: OtherActivity[] = [];
  for (const { path, ...entry } of entries) {
    if (entry.kind === 'other') {
      const { startAtMs, utcOffsetMin, sport } = entry.plan;
      others.push({ startAtMs, utcOffsetMin, sport });
      continue;
    }
    const recording = simulateRun(entry.plan);
    const { startAtMs, utcOffsetMin, subSport, distanceM, movingS, elapsedS } = recording;
    const analysis = analyseRun(recording, {});
    runs.push({ id: path, startAtMs, utcOffsetMin, subSport, distanceM, movingS, elapsedS, analysis });
  }
  const checkIns = sampleCheckIns(entries).map(bound);
  return { runs, others, checkIns };
}

const bound = ({ path, checkIn }: SampleCheckIn, i: number): CheckIn =>
  Object.assign({ id: String(i), runId: path }, checkIn);
