/**
 * Weeks ahead (K12): runs by what `today` would say of each day if all before goes quietly, one change in seven days,
 * strength away from hard runs, a race with its taper. Deterministic: the same input gives the same plan.
 */
import { DAYS_PER_WEEK, isoDay, mondayOf, parseIsoDay } from '../calendar/civil-day.ts';
import type { Today } from '../today/today-types.ts';
import { type Draft, usualRuns } from './draft.ts';
import { askToday, imagine, runDaysOf, standingOn } from './imagined.ts';
import { placeStrength } from './place-strength.ts';
import type {
  BlockedCode,
  PlanInput,
  PlannedOther,
  PlanProblem,
  PlanSession,
  WeeksAhead,
} from './plan-types.ts';
import { planReason } from './plan-reasons.ts';
import { planRuns } from './run-pass.ts';

/** Weeks a plan may hold. Our choice. */
export const MOST_WEEKS = 26;
/** Other training while the knee calms, minutes and days apart. Our choices. */
const CROSS_TRAIN_MIN = 30;
const CROSS_TRAIN_EVERY_DAYS = 2;
/** The brisk walk that shows whether running may come back. Our choice, minutes. */
const WALK_TEST_MIN = 30;

function blockOf(input: PlanInput, answer: Today): BlockedCode | null {
  if (answer.light === 'REFER') return 'refer';
  if (input.today.flags === 'unanswered') return 'flags-open';
  if (answer.light === 'PAUSE') return 'pause';
  if (answer.action === 'cross-train') return 'calm';
  return answer.action === 'cannot-say' ? 'no-runs' : null;
}

const REASON_OF = {
  'flags-open': 'blocked-flags-open',
  refer: 'blocked-refer',
  pause: 'blocked-pause',
  calm: 'blocked-calm',
  'no-runs': 'blocked-no-runs',
} as const;

/** While nothing is run: a walk to find out, and training that spares the knee. */
function insteadOfRuns(code: BlockedCode, firstDay: number, lastDay: number): readonly PlannedOther[] {
  if (code !== 'pause' && code !== 'calm') return [];
  const other = (kind: 'walk' | 'cross-train', day: number, minutes: number): PlannedOther => ({
    id: `${kind}-${isoDay(day)}`,
    date: isoDay(day),
    kind,
    minutes,
    why: [planReason(kind === 'walk' ? 'walk-test' : 'cross-train')],
    provisional: day > firstDay,
    moved: false,
  });
  const days: PlannedOther[] = [];
  // Within a week the walk and the mornings decide; nobody can plan beyond them.
  const until = Math.min(lastDay, firstDay + DAYS_PER_WEEK - 1);
  for (let day = firstDay + 1; day <= until; day += CROSS_TRAIN_EVERY_DAYS) {
    days.push(
      day === firstDay + 1 ? other('walk', day, WALK_TEST_MIN) : other('cross-train', day, CROSS_TRAIN_MIN),
    );
  }
  return days;
}

/** Moves that name a day which is over, or none at all. */
function readMoves(
  { moves }: PlanInput,
  firstDay: number,
): {
  readonly moves: ReadonlyMap<string, number>;
  readonly problems: readonly PlanProblem[];
} {
  const kept = new Map<string, number>();
  const problems: PlanProblem[] = [];
  for (const { sessionId, to } of moves) {
    const day = parseIsoDay(to);
    if (day < firstDay) problems.push({ code: 'in-the-past', sessionId, date: to, figures: {} });
    else kept.set(sessionId, day);
  }
  return { moves: kept, problems };
}

/** The step of the ladder before the one that now stands, by the day before the last run. */
function lastStepOf(draft: Pick<Draft, 'life'>): number | null {
  const lastDay = runDaysOf(draft.life).at(-1);
  return lastDay === undefined ? null : standingOn(draft.life, lastDay - 1).state.step;
}

const byDate = (a: PlanSession, b: PlanSession): number =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : Number(a.kind === 'strength') - Number(b.kind === 'strength');

function checked({ weeks, race, longDay, days, strength }: PlanInput): void {
  if (!(Number.isInteger(weeks) && weeks >= 1 && weeks <= MOST_WEEKS)) {
    throw new RangeError(`weeks must be a whole number from 1 to ${MOST_WEEKS}, got ${weeks}`);
  }
  if (race !== null && !(race.distanceM > 0)) {
    throw new RangeError(`race.distanceM must be above 0, got ${race.distanceM}`);
  }
  for (const day of [...(days ?? []), ...(longDay === null ? [] : [longDay])]) {
    if (!(Number.isInteger(day) && day >= 0 && day < DAYS_PER_WEEK)) {
      throw new RangeError(`days must be weekdays from 0 (Monday) to 6, got ${day}`);
    }
  }
  if (
    strength !== null &&
    !(Number.isInteger(strength.perWeek) && strength.perWeek >= 1 && strength.perWeek <= 3)
  ) {
    throw new RangeError(`strength.perWeek must be 1, 2 or 3, got ${strength.perWeek}`);
  }
}

/** Runs of whole weeks of the plan, the first and the last of them. */
function runsPerWeek(draft: Draft): readonly [number, number] {
  const mondays: number[] = [];
  for (
    let monday = mondayOf(draft.firstDay);
    monday + DAYS_PER_WEEK - 1 <= draft.lastDay;
    monday += DAYS_PER_WEEK
  ) {
    if (monday >= draft.firstDay) mondays.push(monday);
  }
  const days = draft.runs.map(({ date }) => parseIsoDay(date));
  const count = (monday: number | undefined): number =>
    monday === undefined ? draft.frequency : days.filter((day) => mondayOf(day) === monday).length;
  return [count(mondays[0]), count(mondays.at(-1))];
}

/**
 * The weeks ahead of one runner. Everything beyond the first run is provisional: it holds if the knee stays quiet.
 * @throws RangeError where weeks, weekdays, a date or the race are no such thing
 */
export function planAhead(input: PlanInput): WeeksAhead {
  checked(input);
  const life = imagine(input.today);
  const { firstDay } = life;
  const lastDay = mondayOf(firstDay) + input.weeks * DAYS_PER_WEEK - 1;
  const answer = askToday(life, firstDay);
  const code = blockOf(input, answer);
  const read = readMoves(input, firstDay);
  const raceDay = input.race === null ? null : parseIsoDay(input.race.date);
  const draft: Draft = {
    input,
    life,
    firstDay,
    lastDay,
    moves: read.moves,
    slots: [],
    runs: [],
    changes: [],
    problems: [...read.problems],
    requested: input.requested,
    frequency: usualRuns(runDaysOf(life), firstDay, answer.stage === 'LADDER', input.changes),
    frequencyFrom: null,
    lastStep: lastStepOf({ life }),
    race:
      raceDay === null || raceDay < firstDay
        ? null
        : { day: raceDay, offer: null, tapers: [], usedM: new Map() },
    week: { monday: mondayOf(firstDay), done: new Set(), beats: 0, runs: 0 },
  };
  const mute = code === 'refer' || code === 'flags-open';
  if (!mute) planRuns(draft);
  const blocked = code !== null && draft.runs.length === 0 ? code : null;
  const strength = mute ? [] : placeStrength(draft);
  const sessions: PlanSession[] = [
    ...draft.runs,
    ...strength,
    ...(blocked === null ? [] : insteadOfRuns(blocked, firstDay, lastDay)),
  ];
  const known = new Set(sessions.map(({ id }) => id));
  const named = new Set(draft.problems.map(({ sessionId }) => sessionId));
  const unknown = input.moves.filter(({ sessionId }) => !known.has(sessionId) && !named.has(sessionId));
  return {
    date: input.today.date,
    until: isoDay(lastDay),
    stage: answer.stage,
    light: answer.light,
    blocked: blocked === null ? null : { code: blocked, why: [planReason(REASON_OF[blocked])] },
    sessions: sessions.toSorted(byDate),
    changes: draft.changes,
    race:
      draft.race === null
        ? null
        : (draft.race.offer ?? { offered: 'yet-to-tell', why: [planReason('race-later')], instead: [] }),
    problems: [
      ...draft.problems,
      ...unknown.map(({ sessionId, to }): PlanProblem => ({
        code: 'unknown-session',
        sessionId,
        date: to,
        figures: {},
      })),
    ],
    runsPerWeek: runsPerWeek(draft),
  };
}
