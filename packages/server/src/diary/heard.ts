/**
 * What the engine hears of the diary, as answers about the knee. A diary may warn, it never reassures: a quiet place
 * says nothing of the rest of the knee, so it answers no question, and a painkiller makes a quiet run unknown.
 */
import { type CheckIn, dayAt, type Run, runSpokenOf } from '@kneewise/engine';
import type { PainEntry, Taken } from '@kneewise/store';

const MS_PER_H = 3_600_000;
/** Hours before a run in which a painkiller counts for it: those of the engine's report of a run. */
const HIDES_FOR_H = 12;
const PAINKILLERS: ReadonlySet<Taken['what']> = new Set([
  'anti-inflammatory',
  'paracetamol',
  'stronger-painkiller',
  'gel',
]);

/**
 * Pains above 0, each as said in the evening of its day: of that day's last run where there was one, else by itself.
 * The evening is the one moment whose answer makes no run clean. A pain before a run of the same day is left to the
 * answers about that run.
 */
export function heardEntries(entries: readonly PainEntry[], runs: readonly Run[]): readonly CheckIn[] {
  const lastStart = new Map<number, number>();
  for (const { startAtMs, utcOffsetMin } of runs) {
    const day = dayAt(startAtMs, utcOffsetMin);
    lastStart.set(day, Math.max(lastStart.get(day) ?? startAtMs, startAtMs));
  }
  return entries
    .filter(
      ({ pain, atMs, utcOffsetMin }) =>
        pain > 0 && atMs >= (lastStart.get(dayAt(atMs, utcOffsetMin)) ?? Number.NEGATIVE_INFINITY),
    )
    .map(({ id, side, pain, atMs, utcOffsetMin }) => ({
      id,
      runId: null,
      side,
      when: 'evening',
      atMs,
      utcOffsetMin,
      pain,
      onsetM: null,
      stopSign: null,
      painkiller: null,
    }));
}

/** Answers about a run, with the painkillers that the diary names before it. */
export function withTaken(
  checkIns: readonly CheckIn[],
  taken: readonly Taken[],
  runs: readonly Run[],
): readonly CheckIn[] {
  const pills = taken.filter(({ what }) => PAINKILLERS.has(what));
  if (pills.length === 0) return checkIns;
  const byId = new Map(runs.map((run) => [run.id, run]));
  return checkIns.map((said) => {
    if (said.when !== 'during' || said.painkiller === true) return said;
    const run = said.runId === null ? runSpokenOf(runs, said) : byId.get(said.runId);
    const hidden =
      run !== undefined &&
      run !== null &&
      pills.some(
        ({ atMs }) =>
          atMs <= run.startAtMs + run.elapsedS * 1000 && run.startAtMs - atMs <= HIDES_FOR_H * MS_PER_H,
      );
    return hidden ? { ...said, painkiller: true } : said;
  });
}
