/** Fills an empty store with the simulated runner: files through the same door as anyone's, then the answers. */
import type { Found } from '@kneewise/formats';
import { type Sample, sampleRunner } from '@kneewise/simulator';
import type { Store } from '@kneewise/store';
import { type Clock, systemClock } from '../clock.ts';
import { fillDiary } from '../diary/sample-diary.ts';
import { type ImportOptions, importFound } from '../imports/import-paths.ts';
import { fillCheck } from './sample-check.ts';

export interface SampleFilled {
  readonly runs: number;
  readonly checkIns: number;
  /** The day its story is told, `YYYY-MM-DD`. */
  readonly date: string;
}

export const SAMPLE_LABEL = 'Simulated runner';

async function* filesOf(sample: Sample): AsyncGenerator<Found> {
  for (const { path, bytes } of sample.files())
    yield {
      kind: 'file',
      file: {
        path,
        sizeBytes: bytes.length,
        open: async function* () {
          yield bytes;
        },
      },
    };
}

/** `not-empty` where the store holds a runner's own history, which stays as it is. A sample that is there is renewed. */
export async function fillWithSample(
  store: Store,
  runnerId: string,
  options: Pick<ImportOptions, 'pool' | 'onProgress'> & { readonly clock?: Clock } = {},
): Promise<SampleFilled | 'not-empty'> {
  const settings = await store.settings(runnerId);
  const { runs, others } = await store.counts(runnerId);
  if (!settings.sample && runs + others > 0) return 'not-empty';
  if (runs + others > 0) await store.erase(runnerId);

  const sample = sampleRunner();
  // Said first: a store that was filled halfway must not pass for somebody's own.
  await store.saveSettings(runnerId, sample.settings);
  const found = { again: () => filesOf(sample), count: sample.fileCount };
  await importFound(store, runnerId, found, { clock: systemClock, ...options, label: SAMPLE_LABEL });

  const stored = await store.runs(runnerId);
  const byStart = new Map(stored.map((run) => [run.startAtMs, run.id]));
  for (const { checkIn, runStartAtMs } of sample.checkIns)
    await store.addCheckIn(runnerId, { ...checkIn, runId: byStart.get(runStartAtMs) ?? null });
  await fillDiary(store, runnerId, sample.settings.onset?.side ?? 'right');
  await fillCheck(store, runnerId);
  return { runs: stored.length, checkIns: sample.checkIns.length, date: sample.today };
}

/** Erases the simulated runner. @returns false where the store holds none, and nothing is touched */
export async function eraseSample(store: Store, runnerId: string): Promise<boolean> {
  const { sample } = await store.settings(runnerId);
  if (sample) await store.erase(runnerId);
  return sample;
}
