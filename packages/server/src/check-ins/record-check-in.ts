/** Keeps an answer about the knee, bound to a run: the one named, else the one whose moment this day is. */
import { type CheckIn, type Moment, runSpokenOf, type Side } from '@kneewise/engine';
import type { HistoryStore } from '@kneewise/store';
import { type Clock, systemClock } from '../clock.ts';

export interface SaidNow {
  readonly pain: number;
  readonly when: Moment;
  /** null: the side that the settings name. */
  readonly side: Side | null;
  /** null: the run whose moment falls on this day or beside it, where there is one. */
  readonly runId: string | null;
  readonly onsetM: number | null;
  readonly stopSign: boolean | null;
  readonly painkiller: boolean | null;
  readonly eased?: boolean | null;
}

/** @throws {RangeError} where no side is known, or the run is not there */
export async function recordCheckIn(
  store: HistoryStore,
  runnerId: string,
  said: SaidNow,
  clock: Clock = systemClock,
): Promise<CheckIn> {
  const [runs, settings] = await Promise.all([store.runs(runnerId), store.settings(runnerId)]);
  const side = said.side ?? settings.onset?.side ?? null;
  if (side === null) throw new RangeError('side must be left or right, got none and none is kept');
  const now = { atMs: clock.nowMs(), utcOffsetMin: clock.utcOffsetMin() };
  const runId = said.runId ?? runSpokenOf(runs, { when: said.when, ...now })?.id ?? null;
  if (runId !== null && !runs.some(({ id }) => id === runId))
    throw new RangeError(`run must be the id of a run that is kept, got ${runId}`);
  return store.addCheckIn(runnerId, {
    ...said,
    side,
    runId,
    ...now,
  });
}
