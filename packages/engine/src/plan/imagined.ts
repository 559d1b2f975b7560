/**
 * A history that goes on as planned: every run is done, every answer is quiet. The plan asks `today` of it day by day,
 * so that it can never promise what `today` would not allow.
 */
import { MS_PER_S } from '../units.ts';
import { MS_PER_HOUR, MS_PER_MINUTE, atHour, parseIsoDay, isoDay } from '../calendar/civil-day.ts';
import { LINE_HISTORY_DAYS } from '../cadence/cadence-line.ts';
import { known, missing, valueOrNull } from '../measured.ts';
import type { CheckIn, Moment } from '../pain/check-in.ts';
import { ofTheAchingKnee } from '../pain/of-the-aching-knee.ts';
import { type Replay, replay } from '../pain/replay.ts';
import { dayOfCheckIn, dayOfRun, reportedRuns } from '../pain/reports.ts';
import { ENGINE_VERSION } from '../run/analyse-run.ts';
import type { Run } from '../run/run.ts';
import { median } from '../stats/quantile.ts';
import { easyOf } from '../today/easy.ts';
import type { Today, TodayInput } from '../today/today-types.ts';
import { today } from '../today/today.ts';

export interface Imagined {
  readonly input: TodayInput;
  /** First day of the plan, as a day number. */
  readonly firstDay: number;
  readonly runs: Run[];
  readonly checkIns: CheckIn[];
  readonly utcOffsetMin: number | null;
  /** Hour of the day at which runs begin. */
  readonly hour: number;
  /** Where the runner stood by day, as long as nothing was added since. */
  readonly known: { size: number; readonly byDay: Map<number, Replay> };
}

/** Where no run tells when one is started. Our choice. Hour */
const USUAL_HOUR = 9;
/** So many last runs tell it. Our choice. */
const RUNS_FOR_HOUR = 10;
const HOURS_PER_DAY = 24;
const MORNING_HOUR = 7;
/** A run that must be over before the latest start of the gates. Our choice: hours */
const LATEST_HOUR = 20;

const hourOf = (run: Run): number => {
  const local = run.startAtMs + (run.utcOffsetMin ?? 0) * MS_PER_MINUTE;
  return Math.floor((local / MS_PER_HOUR) % HOURS_PER_DAY);
};

/** Runs before that change no answer of `today`: its own line of cadence looks back farthest. Room: our choice. Days */
const RUNS_NEEDED_DAYS = LINE_HISTORY_DAYS + 20;
/** Before the first thing that was said, thirty days tell the longest run. [frandsen-2025] Days */
const BEFORE_SAID_DAYS = 31;

/** The runs that answers can depend on, oldest first: ten years of them need not be read for every day ahead. */
function neededRuns({ runs, checkIns, events }: TodayInput, firstDay: number): Run[] {
  const said = [...checkIns.map(dayOfCheckIn), ...(events ?? []).map(({ date }) => parseIsoDay(date))].reduce(
    (least, day) => Math.min(least, day),
    Infinity,
  );
  const from = Math.min(said - BEFORE_SAID_DAYS, firstDay - RUNS_NEEDED_DAYS);
  const sorted = runs
    .filter((run) => dayOfRun(run) <= firstDay)
    .toSorted((a, b) => a.startAtMs - b.startAtMs);
  const older = sorted.findLast((run) => dayOfRun(run) < from);
  return [...(older ? [older] : []), ...sorted.filter((run) => dayOfRun(run) >= from)];
}

export function imagine(input: TodayInput): Imagined {
  const firstDay = parseIsoDay(input.date);
  const runs = neededRuns(input, firstDay);
  const hours = runs.slice(-RUNS_FOR_HOUR).map(hourOf);
  return {
    input,
    firstDay,
    runs,
    checkIns: [...input.checkIns],
    utcOffsetMin: runs.at(-1)?.utcOffsetMin ?? null,
    hour: Math.min(LATEST_HOUR, hours.length === 0 ? USUAL_HOUR : Math.floor(median(hours))),
    known: { size: -1, byDay: new Map() },
  };
}

const quiet = (
  { input, utcOffsetMin }: Imagined,
  when: Moment,
  atMs: number,
  runId: string | null,
): CheckIn => ({
  id: `planned-${when}-${atMs}`,
  runId,
  side: input.side ?? 'right',
  when,
  atMs,
  utcOffsetMin: utcOffsetMin ?? 0,
  pain: 0,
  onsetM: null,
  stopSign: false,
  painkiller: false,
});

/** A settled morning on a day that is still to come. */
export function addMorning(life: Imagined, day: number): void {
  life.checkIns.push(quiet(life, 'next-morning', atHour(day, MORNING_HOUR, life.utcOffsetMin), null));
}

/** A planned run, done and quiet. Its mornings come with `addMorning`. */
export function addRun(life: Imagined, day: number, metres: number, movingS: number): void {
  const id = `planned-${isoDay(day)}`;
  const startAtMs = atHour(day, life.hour, life.utcOffsetMin);
  const notThere = missing({ reason: 'not-recorded', what: 'cadence' });
  life.runs.push({
    id,
    startAtMs,
    utcOffsetMin: life.utcOffsetMin,
    subSport: null,
    distanceM: known(metres),
    movingS: known(movingS),
    elapsedS: movingS,
    analysis: {
      engineVersion: ENGINE_VERSION,
      meanSpeedMps:
        movingS > 0 ? known(metres / movingS) : missing({ reason: 'not-recorded', what: 'speed' }),
      cadenceSpm: notThere,
      ascentM: missing({ reason: 'not-recorded', what: 'altitude' }),
      descentM: missing({ reason: 'not-recorded', what: 'altitude' }),
      kneeLoad: missing({ reason: 'not-recorded', what: 'speed' }),
      cadenceBins: [],
    },
  });
  const endMs = startAtMs + Math.round(movingS * MS_PER_S);
  life.checkIns.push(quiet(life, 'during', endMs, id), quiet(life, 'evening', endMs, id));
}

/** The input of `today` on a later day; what was said of this moment holds for the first day only. */
function inputOn({ input, firstDay, runs, checkIns }: Imagined, day: number): TodayInput {
  if (day === firstDay) return { ...input, runs, checkIns };
  const { painNow: _now, easesInWalk: _eases, fever: _fever, ...rest } = input;
  return { ...rest, date: isoDay(day), runs, checkIns };
}

export const askToday = (life: Imagined, day: number): Today => today(inputOn(life, day));

function played({ input, runs, checkIns }: Imagined, day: number): Replay {
  const easy = easyOf(
    reportedRuns(runs, []).filter((reported) => reported.day <= day),
    day,
  );
  return replay({
    date: isoDay(day),
    runs,
    checkIns: ofTheAchingKnee(checkIns, input.side),
    events: input.events ?? [],
    onset: input.onset,
    families: [input.family, ...(input.otherFamilies ?? [])],
    ache: input.ache ?? 'unsure',
    easySpeedMps: valueOrNull(easy.speedMps),
  });
}

/** Where the runner stands at the end of a day, by the pain rules. */
export function standingOn(life: Imagined, day: number): Replay {
  const { known: memo, runs, checkIns } = life;
  const size = runs.length + checkIns.length;
  if (memo.size !== size) {
    memo.size = size;
    memo.byDay.clear();
  }
  const found = memo.byDay.get(day) ?? played(life, day);
  memo.byDay.set(day, found);
  return found;
}

/** Day numbers of all runs, real and planned, oldest first. */
export const runDaysOf = ({ runs }: Imagined): readonly number[] => runs.map(dayOfRun);

/** Metres run from one day to another, both included; a run of unknown length is not counted. */
export const metresBetween = ({ runs }: Imagined, from: number, to: number): number =>
  runs.reduce((total, run) => {
    const day = dayOfRun(run);
    return day >= from && day <= to && run.distanceM.known ? total + run.distanceM.value : total;
  }, 0);
