/** The activities in a FIT file: one a session, else what its laps and records say of one. */
import { known, type Measured, missing, type Recording } from '@kneewise/engine';
import type { ReadActivity, Warning } from '../read-result.ts';
import { decideSport } from '../read/decide-sport.ts';
import { judgeRecording, LONG_GAP_S } from '../read/judge-recording.ts';
import { withLocalClock } from './local-clock.ts';
import { dateOf, numberOf, textOf } from './message-values.ts';
import { momentsOf } from './moments.ts';
import { COROS, deviceName } from './device-names.ts';
import { FIT_EPOCH_S, MESSAGE, OLDEST_DATE } from './profile.ts';
import { sportName, subSportName } from './sport-names.ts';
import { type FileColumns, fileColumns, trackOf } from './track-of.ts';
import { pausesOf, timerFromEvents } from './timer.ts';
import type { FitSegment, Message } from './wire.ts';

const MS_PER_S = 1000;
const CENTIMETRES = 100;
/** Offsets from UTC come in quarters of an hour, from −12 to +14 hours. */
const QUARTER_MIN = 15;
const OFFSET_RANGE_MIN = [-12 * 60, 14 * 60] as const;
/** Laps speak for the whole activity only if the records end with them. Our choice. */
const LAPS_COVER_WITHIN_S = 60;

const measured = (value: number | undefined, what: string): Measured<number> =>
  value === undefined ? missing({ reason: 'not-recorded', what }) : known(value);

const sum = (values: readonly (number | undefined)[]): number | undefined => {
  const there = values.filter((value) => value !== undefined);
  return there.length === 0 ? undefined : there.reduce((total, value) => total + value, 0);
};

const NO_SUMMARY: Warning = {
  code: 'no-summary',
  text: 'The recorder wrote no summary at the end, so the figures come from the laps and records alone.',
};

interface Leg {
  readonly session: Message | undefined;
  readonly laps: readonly Message[];
  readonly rows: Int32Array;
  /** FIT seconds. */
  readonly startS: number;
  readonly endS: number;
}

/** What a whole file says about all of its legs. */
interface FileFacts {
  readonly of: (message: number) => readonly Message[];
  readonly device: string | null;
  readonly utcOffsetMin: number | null;
  readonly fileName: string | null;
  readonly warnings: readonly Warning[];
  readonly columns: FileColumns;
}

/** COROS writes UTC as local time wherever it is (seen in Bohemia and in New York): it states no offset. */
const WRITES_UTC_AS_LOCAL: ReadonlySet<number> = new Set([COROS]);

function offsetOf(of: FileFacts['of']): number | null {
  const [activity] = of(MESSAGE.activity);
  const [local, utc] = [numberOf(activity, 5), activity?.timestamp];
  if (local === undefined || local < OLDEST_DATE || utc === null || utc === undefined || utc < OLDEST_DATE)
    return null;
  const minutes = Math.round((local - utc) / 60 / QUARTER_MIN) * QUARTER_MIN;
  if (minutes === 0 && WRITES_UTC_AS_LOCAL.has(numberOf(of(MESSAGE.fileId)[0], 1) ?? 0)) return null;
  return minutes >= OFFSET_RANGE_MIN[0] && minutes <= OFFSET_RANGE_MIN[1] ? minutes + 0 : null;
}

function deviceOf(of: FileFacts['of']): string | null {
  const [fileId] = of(MESSAGE.fileId);
  const [creator] = of(MESSAGE.deviceInfo);
  const name = textOf(fileId, 8) ?? textOf(creator, 27);
  return deviceName(
    numberOf(fileId, 1) ?? numberOf(creator, 2),
    numberOf(fileId, 2) ?? numberOf(creator, 4),
    name,
  );
}

function recordingOf(leg: Leg, segment: FitSegment, facts: FileFacts): ReadActivity {
  const { session, laps } = leg;
  const lastLap = laps.at(-1);
  const lapsCover =
    lastLap?.timestamp !== null &&
    lastLap?.timestamp !== undefined &&
    lastLap.timestamp >= leg.endS - LAPS_COVER_WITHIN_S;
  const [sportMessage] = facts.of(MESSAGE.sport);
  const [workout] = facts.of(MESSAGE.workout);
  const name = textOf(session, 110) ?? textOf(sportMessage, 3) ?? textOf(workout, 8);
  const stated = sportName(numberOf(session, 5) ?? numberOf(sportMessage, 0) ?? numberOf(lastLap, 25));
  const decided = decideSport(null, [name, textOf(workout, 8), facts.fileName]);
  const sport = stated ?? decided.sport;
  const track = trackOf(facts.columns, segment.records.timeS, leg.rows, leg.startS, sport);
  const events = facts.of(MESSAGE.event);
  const pauses = pausesOf(events, leg);
  const lastDistance = track.distanceM?.findLast((value) => value === value);
  const totalDistance =
    numberOf(session, 9) ?? (lapsCover ? sum(laps.map((lap) => numberOf(lap, 9))) : undefined);
  const timer = numberOf(session, 8) ?? (lapsCover ? sum(laps.map((lap) => numberOf(lap, 8))) : undefined);
  const distanceM = totalDistance === undefined ? lastDistance : totalDistance / CENTIMETRES;
  const movingS = timer === undefined ? timerFromEvents(events, leg, pauses) : timer / MS_PER_S;
  const recording: Recording = {
    startAtMs: (leg.startS + FIT_EPOCH_S) * MS_PER_S,
    utcOffsetMin: facts.utcOffsetMin,
    sport,
    subSport:
      stated === null ? decided.subSport : subSportName(numberOf(session, 6) ?? numberOf(sportMessage, 1)),
    name,
    device: facts.device,
    distanceM: measured(distanceM, 'distance'),
    movingS: measured(movingS, 'timer time'),
    elapsedS: leg.endS - leg.startS,
    ascentM: measured(numberOf(session, 22), 'ascent'),
    descentM: measured(numberOf(session, 23), 'descent'),
    pauses,
    track,
  };
  return { recording, warnings: [...facts.warnings, ...(stated === null ? decided.warnings : [])] };
}

/** First row at or after a time, in rows sorted by time. */
function rowAt(rows: Int32Array, timeS: Float64Array, fitS: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((timeS[rows[middle] as number] as number) < fitS) low = middle + 1;
    else high = middle;
  }
  return low;
}

const within = (message: Message, startS: number, endS: number): boolean => {
  const start = dateOf(message, 2) ?? dateOf(message, 253);
  return start !== undefined && start >= startS && start < endS;
};

interface DatedSession {
  readonly session: Message;
  readonly start: number | undefined;
}

/** In time order. One without a date has no place among others that have one; alone it speaks for all records. */
function datedSessions(of: FileFacts['of']): DatedSession[] {
  const sessions = of(MESSAGE.session).map((session) => ({
    session,
    start: dateOf(session, 2) ?? sessionStart(session),
  }));
  const dated = sessions.filter(({ start }) => start !== undefined);
  return dated.length === 0 ? sessions.slice(0, 1) : dated.sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
}

const undatedWarning = (count: number): Warning => ({
  code: 'undated-session',
  text: `${count} of the sessions in this file ${count === 1 ? 'carries' : 'carry'} no date and ${count === 1 ? 'was' : 'were'} left out.`,
});

/** Sessions in time order with the records between one's start and the next's. */
function legsOf(segment: FitSegment, rows: Int32Array, of: FileFacts['of']): Leg[] {
  const { timeS } = segment.records;
  const laps = of(MESSAGE.lap);
  const timeOf = (row: number | undefined): number | undefined =>
    row === undefined ? undefined : timeS[row];
  const sessions = datedSessions(of);
  if (sessions.length <= 1) {
    const [only] = sessions;
    const firstRow = timeOf(rows[0]);
    const starts = [only?.start, firstRow, dateOf(laps[0], 2)].filter((time) => time !== undefined);
    if (starts.length === 0) return [];
    const startS = firstRow === undefined ? Math.min(...starts) : startWith(only?.start, firstRow);
    const endS = timeOf(rows.at(-1)) ?? endWithoutRecords(only?.session, laps, startS);
    return [{ session: only?.session, laps, rows, startS, endS: Math.max(endS, startS) }];
  }
  return sessions.map(({ session, start = 0 }, index) => {
    const nextStart = sessions[index + 1]?.start ?? Infinity;
    // Records before the first session belong to it: its clock was set while it ran.
    const from = index === 0 ? 0 : rowAt(rows, timeS, start);
    const own = rows.subarray(from, rowAt(rows, timeS, nextStart));
    const startS = index === 0 ? startWith(start, timeOf(own[0])) : start;
    const endS = timeOf(own.at(-1)) ?? endWithoutRecords(session, [], start);
    return {
      session,
      laps: laps.filter((lap) => within(lap, startS, nextStart)),
      rows: own,
      startS,
      endS: Math.max(endS, startS),
    };
  });
}

/** A session that says it began after its records, or long before, has a clock of its own: records were there. */
function startWith(statedS: number | undefined, firstRowS: number | undefined): number {
  if (firstRowS === undefined) return statedS ?? 0;
  return statedS !== undefined && statedS < firstRowS && firstRowS - statedS < LONG_GAP_S
    ? statedS
    : firstRowS;
}

const elapsedOf = (message: Message | undefined): number | undefined => {
  const value = numberOf(message, 7);
  return value === undefined ? undefined : value / MS_PER_S;
};

/** A session without a start began as long before its end as it says it lasted. */
function sessionStart(session: Message): number | undefined {
  const [end, elapsed] = [dateOf(session, 253), elapsedOf(session)];
  return end === undefined || elapsed === undefined ? undefined : Math.round(end - elapsed);
}

function endWithoutRecords(session: Message | undefined, laps: readonly Message[], startS: number): number {
  const elapsed = elapsedOf(session) ?? sum(laps.map(elapsedOf));
  return startS + Math.round(elapsed ?? 0);
}

/** Whether anything was recorded in it: a sample, a duration, a distance. */
const holdsSomething = ({ rows, startS, endS, session, laps }: Leg): boolean =>
  rows.length > 0 ||
  endS > startS ||
  [session, ...laps].some((message) => [7, 8, 9].some((field) => (numberOf(message, field) ?? 0) > 0));

const emptyWarning = (count: number): Warning => ({
  code: 'empty-session',
  text: `${count} of the sessions in this file ${count === 1 ? 'has' : 'have'} neither duration, distance nor samples and ${count === 1 ? 'was' : 'were'} left out.`,
});

export interface FitActivities {
  readonly activities: readonly ReadActivity[];
  /** Sessions and laps were there that carry a date and nothing else. */
  readonly empty: boolean;
}

/** Every activity of one FIT file; none where no message has a date, or where nothing was recorded. */
export function activitiesOf(read: FitSegment, fileName: string | null): FitActivities {
  const segment = withLocalClock(read);
  const of: FileFacts['of'] = (message) => segment.messages.get(message) ?? [];
  const { rows, warnings } = momentsOf(segment.records);
  const sessions = of(MESSAGE.session).length;
  const undated = sessions - datedSessions(of).length;
  const all = legsOf(segment, rows, of);
  const legs = all.filter(holdsSomething);
  const empty = all.length - legs.length;
  const facts: FileFacts = {
    of,
    device: deviceOf(of),
    utcOffsetMin: segment === read ? offsetOf(of) : null,
    // The name of a file speaks for all that is in it; of several legs it cannot mean each.
    fileName: legs.length === 1 ? fileName : null,
    columns: fileColumns(segment.records, segment.beats),
    warnings: [
      ...segment.warnings,
      ...warnings,
      ...(sessions === 0 ? [NO_SUMMARY] : []),
      ...(undated > 0 ? [undatedWarning(undated)] : []),
      ...(empty > 0 ? [emptyWarning(empty)] : []),
    ],
  };
  return {
    activities: legs.flatMap((leg) => judgeRecording(recordingOf(leg, segment, facts)) ?? []),
    empty: empty > 0,
  };
}
