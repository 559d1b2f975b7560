/** Where this runner's form goes, from the last long runs; and what one run alone says of it (K9). */
import {
  dayAt,
  type FadingForm,
  type FormFinding,
  type FormOfRun,
  formOfRun,
  mapMeasured,
  type Measured,
  ownCadenceLine,
  type Run,
  type UsualPlace,
  usualPlace,
  valueOrNull,
} from '@kneewise/engine';
import type { HistoryStore } from '@kneewise/store';

/** Runs shorter than this are never judged (models.md D), s; and no more than so many of the last. Our choice. */
const LONG_FROM_S = 1800;
const MOST_RUNS = 24;

export interface FormRow {
  readonly runId: string;
  readonly startAtMs: number;
  /** Distance at which the look ended, m; null without distance. */
  readonly endM: number | null;
  readonly verdict: FadingForm['verdict'];
  readonly findings: readonly FormFinding[];
}

export interface Form {
  /** Missing with too few long runs. */
  readonly usual: Measured<UsualPlace>;
  /** Newest first: the last long runs that could be judged. */
  readonly runs: readonly FormRow[];
  /** Long runs among those looked at that could not be judged. */
  readonly unjudged: number;
}

export interface OneForm {
  readonly fading: Measured<Pick<FadingForm, 'verdict' | 'findings'>>;
  readonly heartRateDrift: Measured<number>;
}

const formOf = async (
  store: HistoryStore,
  runnerId: string,
  run: Run,
  runs: readonly Run[],
): Promise<FormOfRun | null> => {
  const recording = await store.recording(runnerId, run.id);
  if (recording === null) return null;
  const line = ownCadenceLine(runs, dayAt(run.startAtMs, run.utcOffsetMin));
  return formOfRun(recording.track, recording.pauses, line.from === 'own' ? line : null);
};

const isLong = ({ movingS, elapsedS }: Run): boolean => (valueOrNull(movingS) ?? elapsedS) >= LONG_FROM_S;

async function work(store: HistoryStore, runnerId: string, runs: readonly Run[]): Promise<Form> {
  const rows: FormRow[] = [];
  const evidence: NonNullable<FadingForm['evidence']>[] = [];
  let unjudged = 0;
  // One after the other: a track is unpacked, looked at and let go.
  for (const run of runs.filter(isLong).slice(-MOST_RUNS).toReversed()) {
    const fading = (await formOf(store, runnerId, run, runs))?.fading;
    if (fading?.known !== true) {
      unjudged += 1;
      continue;
    }
    const { verdict, findings, evidence: told } = fading.value;
    if (told !== null) evidence.push(told);
    rows.push({ runId: run.id, startAtMs: run.startAtMs, endM: told?.endM ?? null, verdict, findings });
  }
  return { usual: usualPlace(evidence), runs: rows, unjudged };
}

/** The same history has the same answer, and the store hands out the same array until a run changes. */
const worked = new WeakMap<readonly Run[], Promise<Form>>();

export async function formFor(store: HistoryStore, runnerId: string): Promise<Form> {
  const runs = await store.runs(runnerId);
  const before = worked.get(runs);
  if (before !== undefined) return before;
  const now = work(store, runnerId, runs);
  worked.set(runs, now);
  now.catch(() => worked.delete(runs));
  return now;
}

/** @returns null where there is no such run */
export async function formOfOne(
  store: HistoryStore,
  runnerId: string,
  runId: string,
): Promise<OneForm | null> {
  const runs = await store.runs(runnerId);
  const run = runs.find(({ id }) => id === runId);
  const form = run === undefined ? null : await formOf(store, runnerId, run, runs);
  if (form === null) return null;
  return {
    fading: mapMeasured(form.fading, ({ verdict, findings }) => ({ verdict, findings })),
    heartRateDrift: form.heartRateDrift,
  };
}
