/** The same report out of a store: what was imported, with the answers the runner gave. */
import { isRun, valueOrNull } from '@kneewise/engine';
import type { Store } from '@kneewise/store';
import { heeded } from '../check/standing.ts';
import { type Clock, systemClock } from '../clock.ts';
import { gatherHistory } from '../history.ts';
import { answersOf, type ReportQuestion } from './report-answers.ts';
import { kneeLoadOf } from './report-knee-load.ts';
import { type Report, REPORT_SCHEMA, type ReportRun } from './report-types.ts';

/**
 * Speaks as of `date`, else the day after the last run. Files are named as their imports named them.
 * @throws {RangeError} where `date` or `onset` is no day
 */
export async function reportFromStore(
  store: Store,
  runnerId: string,
  question: ReportQuestion & { readonly clock?: Clock } = {},
): Promise<Report> {
  const { clock = systemClock } = question;
  const [history, named, duplicates, refused] = await Promise.all([
    gatherHistory(store, runnerId),
    store.names(runnerId),
    store.duplicates(runnerId),
    store.refused(runnerId),
  ]);
  const { settings } = history;
  const byId = new Map(named.map((activity) => [activity.id, activity]));
  const runs = history.runs.map((run): ReportRun => {
    const stored = byId.get(run.id);
    const { meanSpeedMps, cadenceSpm, ascentM, descentM } = run.analysis;
    return {
      file: stored?.path ?? run.id,
      startAt: new Date(run.startAtMs).toISOString(),
      sport: stored?.sport ?? 'running',
      distanceM: valueOrNull(run.distanceM),
      movingS: valueOrNull(run.movingS),
      elapsedS: run.elapsedS,
      meanSpeedMps: valueOrNull(meanSpeedMps),
      cadenceSpm: valueOrNull(cadenceSpm),
      ascentM: valueOrNull(ascentM),
      descentM: valueOrNull(descentM),
      channels: stored?.channels ?? [],
      warnings: stored?.warnings ?? [],
      kneeLoad: kneeLoadOf(run.analysis),
      id: run.id,
    };
  });
  const answers = answersOf(
    {
      ...history,
      onset: settings.onset?.date ?? null,
      heeded: (date) => heeded(history, date),
    },
    question,
    clock,
    {
      runs,
      other: named.filter((activity) => !isRun(activity)).map(({ path, sport }) => ({ file: path, sport })),
      refused: refused.map(({ path, refusal: { code, reason, byteOffset } }) => ({
        file: path,
        code,
        reason,
        byteOffset,
      })),
      duplicates: duplicates.map(({ path, of }) => ({ file: path, of })),
    },
  );
  return { schema: REPORT_SCHEMA, ...answers };
}
