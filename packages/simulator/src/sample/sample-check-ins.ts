/** What the sample runner answered about the knee, bound to runs by their files. */
import { MOMENTS, type CheckIn, type Moment } from '@kneewise/engine';
import type { DiaryEntry } from './diary.ts';
import { atClock, dayOf } from './days.ts';
import { ACHING_RUNS, ONSET } from './story.ts';

/** A check-in before the store has given its run an id: `path` names the file of that run. */
export interface SampleCheckIn {
  readonly path: string;
  readonly runStartAtMs: number;
  readonly checkIn: Omit<CheckIn, 'id' | 'runId'>;
}

const EVENING = '20:40';
const MORNING = '07:05';
/** Days after the run's own day on which each later answer is given; "48 h" is the second morning (training.md §7). */
const LATER: Readonly<Record<Exclude<Moment, 'during'>, { days: number; clock: string }>> = {
  evening: { days: 0, clock: EVENING },
  'next-morning': { days: 1, clock: MORNING },
  '48h': { days: 2, clock: MORNING },
};

/** Every answer given by the story's last day, oldest first. Unanswered moments are absent. */
export function sampleCheckIns(entries: readonly DiaryEntry[]): readonly SampleCheckIn[] {
  const answers = ACHING_RUNS.flatMap((run) => {
    const entry = entries.find(({ kind, date }) => kind === 'run' && date === run.date);
    if (entry === undefined) throw new RangeError(`diary must hold a run on ${run.date}, got none`);
    const { startAtMs, utcOffsetMin } = entry.plan;
    return MOMENTS.flatMap((when, i): SampleCheckIn[] => {
      const pain = run.pain[i] ?? null;
      if (pain === null) return [];
      const during = when === 'during';
      const atMs = during
        ? startAtMs + RUN_TOLD_AFTER_MS
        : atClock(dayOf(run.date) + LATER[when].days, LATER[when].clock, utcOffsetMin);
      return [
        {
          path: entry.path,
          runStartAtMs: startAtMs,
          checkIn: {
            side: ONSET.side,
            when,
            atMs,
            utcOffsetMin,
            pain,
            onsetM: during ? (run.onsetM ?? null) : null,
            stopSign: false,
            painkiller: false,
          },
        },
      ];
    });
  });
  return answers.sort((a, b) => a.checkIn.atMs - b.checkIn.atMs);
}

/** The answer about a run is given when it is over: an hour after its start, later than any of these runs ends. */
const RUN_TOLD_AFTER_MS = 3_600_000;
