/** What stands against a run today? The gates of training.md §7, in the order they are told. */
import { atHour, dayAt, DAYS_PER_WEEK, isoDay, MS_PER_HOUR } from '../calendar/civil-day.ts';
import type { Replay } from '../pain/replay.ts';
import { aloneOf, dayOfCheckIn, isMorning } from '../pain/reports.ts';
import type { PainState } from '../pain/state.ts';
import { endOf } from './due.ts';
import type { ReasonCode, TodayInput } from './today-types.ts';

export interface Gate {
  readonly code: ReasonCode;
  readonly figures: Readonly<Record<string, number | string>>;
  /** `no`: not today for the knee's sake; `later`: the last run is too near; `ask`: an answer is missing. */
  readonly means: 'no' | 'later' | 'ask';
  readonly readyAtMs?: number;
}

// Our choices.
/** Two nights between runs unless the knee is quiet and used to more. */
const REST_HOURS = 48;
/** A run that could only start later than this is tomorrow's. */
const LATEST_START_HOUR = 21;
const OFTEN_RUNS = 16;
const OFTEN_DAYS = 28;

/** The latest morning known after the last run: worst of its day. */
export function latestMorning(
  input: TodayInput,
  replay: Replay,
  today: number,
): { day: number; pain: number } | null {
  const after = replay.reported.at(-1)?.day ?? -Infinity;
  const mornings = input.checkIns
    .filter(isMorning)
    .map((checkIn) => ({ day: dayOfCheckIn(checkIn), pain: checkIn.pain }))
    .filter(({ day }) => day > after && day <= today);
  if (mornings.length === 0) return null;
  const day = Math.max(...mornings.map((morning) => morning.day));
  return {
    day,
    pain: Math.max(...mornings.filter((morning) => morning.day === day).map(({ pain }) => pain)),
  };
}

/** Pain said of no known run is asked about for so many days, until a morning is known. Our choice. */
const ACHE_SAID_DAYS = 1;

/** The worst ache said today or yesterday that no run accounts for and no morning has followed. */
function acheSaid(input: TodayInput, replay: Replay, today: number): { day: number; pain: number } | null {
  const said = input.checkIns.filter((checkIn) => dayOfCheckIn(checkIn) <= today);
  const mornings = said.filter(isMorning).map(dayOfCheckIn);
  const runs = replay.reported.map(({ run }) => run);
  return aloneOf(runs, said)
    .filter((checkIn) => !isMorning(checkIn))
    .map((checkIn) => ({ day: dayOfCheckIn(checkIn), pain: checkIn.pain }))
    .filter(
      ({ day, pain }) =>
        today - day <= ACHE_SAID_DAYS &&
        pain > replay.limits.settled &&
        !mornings.some((morning) => morning > day),
    )
    .reduce<{ day: number; pain: number } | null>(
      (worst, next) => (worst === null || next.pain > worst.pain ? next : worst),
      null,
    );
}

const runsBetween = ({ reported }: Replay, from: number, to: number): number =>
  reported.filter(({ day }) => day >= from && day <= to).length;

function restGate(state: PainState, replay: Replay, today: number): Gate | null {
  const last = replay.reported.at(-1);
  if (!last) return null;
  const offset = last.run.utcOffsetMin;
  const often =
    state.light === 'GO' &&
    state.stage !== 'LADDER' &&
    state.stage !== 'CALM' &&
    runsBetween(replay, today - OFTEN_DAYS, today - 1) >= OFTEN_RUNS;
  if (often && last.day < today) return null;
  const readyAtMs = often ? atHour(today + 1, 0, offset) : endOf(last) + REST_HOURS * MS_PER_HOUR;
  if (readyAtMs <= atHour(today, LATEST_START_HOUR, offset)) return null;
  // Ready after the latest start of its day: the next day then, from midnight on.
  const readyDay = dayAt(readyAtMs, offset);
  const late = readyAtMs > atHour(readyDay, LATEST_START_HOUR, offset);
  const readyFromMs = late ? atHour(readyDay + 1, 0, offset) : readyAtMs;
  return {
    code: last.day === today ? 'ran-today' : 'rest-until',
    figures: { readyDate: isoDay(late ? readyDay + 1 : readyDay), hours: often ? 0 : REST_HOURS },
    means: 'later',
    readyAtMs: readyFromMs,
  };
}

/** All gates that are shut today. */
export function gatesShut(
  state: PainState,
  replay: Replay,
  today: number,
  input: TodayInput,
): readonly Gate[] {
  const { settled } = replay.limits;
  const gates: Gate[] = [];
  const morning = latestMorning(input, replay, today);
  if (morning && morning.pain > settled) {
    gates.push({
      code: 'morning-raised',
      figures: { pain: morning.pain, settled, date: isoDay(morning.day) },
      means: 'no',
    });
  }
  const most = settled + (input.easesInWalk === true ? 1 : 0);
  if (input.painNow !== undefined && input.painNow > most) {
    gates.push({ code: 'pain-now', figures: { pain: input.painNow, settled }, means: 'no' });
  }
  const ache = acheSaid(input, replay, today);
  if (ache) {
    gates.push({
      code: 'ache-said',
      figures: { pain: ache.pain, settled, date: isoDay(ache.day) },
      means: 'no',
    });
  }
  if (input.fever === true) gates.push({ code: 'fever', figures: {}, means: 'no' });
  const lastWeek = runsBetween(replay, today - 2 * DAYS_PER_WEEK + 1, today - DAYS_PER_WEEK);
  const thisWeek = runsBetween(replay, today - DAYS_PER_WEEK + 1, today);
  if (state.light === 'EASE' && thisWeek + 1 > Math.max(1, lastWeek)) {
    gates.push({ code: 'as-often-as-last-week', figures: { thisWeek, lastWeek }, means: 'no' });
  }
  const rest = restGate(state, replay, today);
  if (rest) gates.push(rest);
  const last = replay.reported.at(-1);
  // Someone who has never answered anything is told half of the longest run; who answers is asked for the morning.
  const answers = input.checkIns.some((checkIn) => {
    const daysBack = today - dayOfCheckIn(checkIn);
    return daysBack >= 0 && daysBack < OFTEN_DAYS;
  });
  const asked = replay.aching === 'yes' || (replay.aching === 'unsure' && answers);
  if (!morning && last && last.day < today && asked) {
    gates.push({ code: 'morning-missing', figures: { runId: last.run.id }, means: 'ask' });
  }
  return gates;
}
