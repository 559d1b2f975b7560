/** The same report out of a store: what was imported, with the answers the runner gave. */
import { type Family, valueOrNull } from '@kneewise/engine';
import type { Store } from '@kneewise/store';
import { type Clock, systemClock } from '../clock.ts';
import { gatherHistory } from '../history.ts';
import { answersOf, type ReportQuestion } from './report-answers.ts';
import { kneeLoadOf } from './report-knee-load.ts';
import { type Report, REPORT_SCHEMA, type ReportRun } from './report-types.ts';

/**
 * Speaks as of `date`, else the day after the last run. Other activities carry no file: the store keeps for questions
 * only when they were and what they were. Refused files are named by the import that met them.
 * @throws {RangeError} where `date` or `onset` is no day
 */
export async function reportFromStore(
  store: Store,
  runnerId: string,
  question: ReportQuestion & { readonly clock?: Clock } = {},
): Promise<Report> {
  const { clock = systemClock } = question;
  const history = await gatherHistory(store, runnerId);
  const { settings } = history;
  const runs: ReportRun[] = [];
  const duplicates: Report['duplicates'][number][] = [];
  for (const run of history.runs) {
    const stored = await store.activity(runnerId, run.id);
    const used = stored?.sources.find((source) => source.used)?.path ?? run.id;
    for (const { path, used: speaks } of stored?.sources ?? [])
      if (!speaks) duplicates.push({ file: path, of: used });
    const { meanSpeedMps, cadenceSpm, ascentM, descentM } = run.analysis;
    runs.push({
      file: used,
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
    });
  }
  const answers = answersOf(
    {
      ...history,
      flags: settings.flags,
      onset: settings.onset?.date ?? null,
      family: settings.family as Family,
      side: settings.onset?.side ?? null,
    },
    question,
    clock,
    {
      runs,
      other: history.others.map(({ sport, startAtMs }) => ({
        file: new Date(startAtMs).toISOString(),
        sport,
      })),
      refused: [],
      duplicates,
    },
  );
  return { schema: REPORT_SCHEMA, ...answers };
}
