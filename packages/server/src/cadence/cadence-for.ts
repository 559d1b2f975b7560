/** The cadence page's answer: habit, target, weeks, and what today's answer allows of it (K8). */
import {
  type CadenceCoach,
  cadenceCoach,
  type CadenceCount,
  type CadenceGate,
  cadenceGate,
  dayAt,
  edgeElsewhere,
  type Family,
  gradeAlong,
  type HalfMinuteBins,
  halfMinuteBins,
  learntForToday,
  mapMeasured,
  type Measured,
  missing,
  motionOf,
  parseIsoDay,
  type Run,
} from '@kneewise/engine';
import type { HistoryStore } from '@kneewise/store';
import { type Clock, systemClock } from '../clock.ts';
import { gatherHistory, type History, spokenDay } from '../history.ts';
import { todayFor } from '../today/today-for.ts';

export interface CadenceAnswer extends CadenceCoach {
  readonly gate: CadenceGate;
  readonly edge: Measured<{
    readonly nowM: number;
    readonly thenM: number;
    readonly thenLowM: number;
    readonly thenHighM: number;
  }>;
  readonly counts: readonly CadenceCount[];
}

/** A programme is judged for so many days: six weeks, and the week of the count after them. Our choice. */
const JUDGED_DAYS = 49;

/** @param date the day to speak as of, else the store's own today. @throws {RangeError} where it is no day */
export async function cadenceFor(
  store: HistoryStore,
  runnerId: string,
  date: string | null = null,
  clock: Clock = systemClock,
): Promise<CadenceAnswer> {
  const [history, today] = await Promise.all([
    gatherHistory(store, runnerId),
    todayFor(store, runnerId, date, clock),
  ]);
  const asOf = date ?? spokenDay(history, clock);
  const { cadence = null, cadenceCounts: counts = [] } = history.settings;
  const sessionBins =
    cadence === null
      ? new Map<string, HalfMinuteBins>()
      : await binsSince(store, runnerId, history.runs, cadence.startedOn);
  const coach = cadenceCoach({ date: asOf, runs: history.runs, programme: cadence, sessionBins, counts });
  return { ...coach, gate: cadenceGate(today), edge: edgeOf(history, asOf, coach), counts };
}

/** Half minutes with their time in the run, which the stored bins have not: from the tracks of a few weeks. */
async function binsSince(
  store: HistoryStore,
  runnerId: string,
  runs: readonly Run[],
  startedOn: string,
): Promise<Map<string, HalfMinuteBins>> {
  const from = parseIsoDay(startedOn);
  const found = new Map<string, HalfMinuteBins>();
  for (const run of runs) {
    const since = dayAt(run.startAtMs, run.utcOffsetMin) - from;
    if (since < 0 || since >= JUDGED_DAYS) continue;
    const recording = await store.recording(runnerId, run.id);
    if (recording === null) continue;
    const motion = motionOf(recording.track, recording.pauses);
    found.set(run.id, halfMinuteBins(recording.track, motion, gradeAlong(recording.track, motion.movingS)));
  }
  return found;
}

function edgeOf(
  { runs, checkIns, settings }: History,
  date: string,
  coach: CadenceCoach,
): CadenceAnswer['edge'] {
  if (!coach.target.known) return coach.target;
  const learnt = learntForToday({
    date,
    runs,
    checkIns,
    onset: settings.onset?.date ?? null,
    family: settings.family as Family,
    side: settings.onset?.side ?? null,
  });
  if (learnt === undefined)
    return missing({ reason: 'too-little-data', what: 'answers after runs', have: 0, need: 1 });
  const { speedMps, own, targetSpm } = coach.target.value;
  const nowM = learnt.edge20M;
  return mapMeasured(
    edgeElsewhere(nowM, { speedMps, cadenceSpm: own.cadenceSpm }, { speedMps, cadenceSpm: targetSpm }),
    ({ q10, q50, q90 }) => ({ nowM, thenM: q50, thenLowM: q10, thenHighM: q90 }),
  );
}
