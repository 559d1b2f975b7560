/** Everything the cadence page says, of one history and one day (K8). */
import { dayAt, parseIsoDay } from '../calendar/civil-day.ts';
import { mapMeasured, type Measured, missing } from '../measured.ts';
import type { CadenceBin } from '../run/analyse-run.ts';
import type { HalfMinuteBins } from '../run/half-minute-bins.ts';
import type { Run } from '../run/run.ts';
import { median } from '../stats/quantile.ts';
import { adherence } from './adherence.ts';
import { beatLadder, type BeatRange, beatRanges } from './beats.ts';
import {
  cadenceAt,
  type CadenceLine,
  cadenceLine,
  ENOUGH_BINS,
  ENOUGH_BINS_A_RUN,
  LEVEL_UP_TO_GRADE,
  LINE_HISTORY_DAYS,
} from './cadence-line.ts';
import { CADENCE_STEPS, cadenceTarget, type CadenceTarget } from './cadence-target.ts';
import { type CadenceProgramme, programmeSoFar, type ProgrammeSoFar } from './cadence-weeks.ts';
import { type CadenceCount, countedCadence } from './counted-cadence.ts';
import { easySpeedMps } from './easy-speed.ts';

export interface CadenceCoachInput {
  /** The day spoken as of, `YYYY-MM-DD`. */
  readonly date: string;
  /** In any order; those after `date` are passed over. */
  readonly runs: readonly Run[];
  readonly programme: CadenceProgramme | null;
  /** The half minutes of runs since the programme's first day, by the run's id. */
  readonly sessionBins: ReadonlyMap<string, HalfMinuteBins>;
  readonly counts: readonly CadenceCount[];
}

/** One run on the level: where its half minutes lie. */
export interface CadenceOfRun {
  readonly runId: string;
  readonly startAtMs: number;
  readonly speedMps: number;
  readonly cadenceSpm: number;
  /** Run since the first step began, and so no part of the line. */
  readonly since: boolean;
}

export interface CadenceCoach {
  readonly date: string;
  readonly easySpeedMps: Measured<number>;
  /** The own line up to the day the first step began, else up to `date`: a target does not move after itself. */
  readonly line: CadenceLine;
  /** Where the line is known: speeds of its runs, m/s. Null while the population's stands in. */
  readonly lineSpeedsMps: readonly [number, number] | null;
  readonly runs: readonly CadenceOfRun[];
  /** The habit at easy pace and the target above it; missing without an easy speed or an own line or counts. */
  readonly target: Measured<CadenceTarget>;
  /** Where the own cadence comes from. */
  readonly ownFrom: 'line' | 'counts' | null;
  readonly counted: Measured<number>;
  /** Songs and metronome for the target, and from the habit up to it. Null without a target. */
  readonly beats: readonly [BeatRange, BeatRange] | null;
  readonly ladderSpm: readonly number[] | null;
  readonly programme: ProgrammeSoFar | null;
}

const isLevel = ({ gradeRatio }: CadenceBin): boolean =>
  gradeRatio === null || Math.abs(gradeRatio) <= LEVEL_UP_TO_GRADE;

interface AgedRun {
  readonly run: Run;
  readonly day: number;
}

function placeOf({ run, day }: AgedRun, habitUntil: number): CadenceOfRun[] {
  const level = run.analysis.cadenceBins.filter(isLevel);
  if (level.length < ENOUGH_BINS_A_RUN) return [];
  return [
    {
      runId: run.id,
      startAtMs: run.startAtMs,
      speedMps: median(level.map(({ speedMps }) => speedMps)),
      cadenceSpm: median(level.map(({ cadenceSpm }) => cadenceSpm)),
      since: day >= habitUntil,
    },
  ];
}

/** The counted cadence as a line through the easy speed, with the population's slope. */
const lineThrough = (line: CadenceLine, speedMps: number, cadenceSpm: number): CadenceLine => ({
  ...line,
  centreMps: speedMps,
  centreSpm: cadenceSpm,
});

function targetOf(
  line: CadenceLine,
  easy: Measured<number>,
  counted: Measured<number>,
  step: CadenceTarget['step'],
): { target: Measured<CadenceTarget>; ownFrom: CadenceCoach['ownFrom'] } {
  if (!easy.known) return { target: easy, ownFrom: null };
  if (line.from === 'own')
    return { target: mapMeasured(easy, (speed) => cadenceTarget(line, speed, step)), ownFrom: 'line' };
  if (counted.known)
    return {
      target: mapMeasured(easy, (speed) =>
        cadenceTarget(lineThrough(line, speed, counted.value), speed, step),
      ),
      ownFrom: 'counts',
    };
  return {
    target: missing({
      reason: 'too-little-data',
      what: 'level half-minutes with cadence',
      have: line.bins,
      need: ENOUGH_BINS,
    }),
    ownFrom: null,
  };
}

/**
 * Own cadence, the target above it, and how the weeks towards it go.
 * @throws {RangeError} where `date` or a day of `programme` is no day
 */
export function cadenceCoach(input: CadenceCoachInput): CadenceCoach {
  const today = parseIsoDay(input.date);
  const programme =
    input.programme !== null && parseIsoDay(input.programme.startedOn) <= today ? input.programme : null;
  const startDay = programme === null ? today + 1 : parseIsoDay(programme.startedOn);
  const habitUntil =
    programme === null
      ? startDay
      : Math.min(startDay, parseIsoDay(programme.firstBegunOn ?? programme.startedOn));
  const aged = input.runs
    .map((run) => ({ run, day: dayAt(run.startAtMs, run.utcOffsetMin) }))
    .filter(({ day }) => day <= today && day > habitUntil - LINE_HISTORY_DAYS);
  const easy = easySpeedMps(
    aged.map(({ run, day }) => ({ ageDays: today - day, meanSpeedMps: run.analysis.meanSpeedMps })),
  );
  const before = aged.filter(({ day }) => day < habitUntil);
  const line = cadenceLine(
    before.map(({ run, day }) => ({ ageDays: habitUntil - 1 - day, bins: run.analysis.cadenceBins })),
  );
  const runs = aged.flatMap((one) => placeOf(one, habitUntil));
  const counted = countedCadence(input.counts);
  const { target, ownFrom } = targetOf(line, easy, counted, programme?.step ?? CADENCE_STEPS[0]);
  const speeds = runs.filter(({ since }) => !since).map(({ speedMps }) => speedMps);
  const sessions = aged.flatMap(({ run, day }) => {
    const bins = input.sessionBins.get(run.id);
    if (day < startDay || bins === undefined || !target.known || !easy.known) return [];
    const share = 1 + target.value.step;
    const base = ownFrom === 'counts' ? lineThrough(line, easy.value, target.value.own.cadenceSpm) : line;
    const targetAt = (speedMps: number): number => cadenceAt(base, speedMps).cadenceSpm * share;
    return [{ runId: run.id, sinceStart: day - startDay, adherence: adherence(bins, easy.value, targetAt) }];
  });
  return {
    date: input.date,
    easySpeedMps: easy,
    line,
    lineSpeedsMps: line.from === 'own' ? [Math.min(...speeds), Math.max(...speeds)] : null,
    runs,
    target,
    ownFrom,
    counted,
    beats: target.known ? beatRanges(target.value.targetSpm) : null,
    ladderSpm: target.known ? beatLadder(target.value.own.cadenceSpm, target.value.targetSpm) : null,
    programme: programme === null ? null : programmeSoFar(programme, today - startDay, sessions),
  };
}
