/**
 * Does a plan keep its own rules? Looked at afresh, from the sessions alone, whoever made them: what a page shows after
 * a session was dragged, and what the property tests hold every plan against.
 */
import { DAYS_PER_WEEK, isoDay, parseIsoDay } from '../calendar/civil-day.ts';
import { dayOfRun } from '../pain/reports.ts';
import { raised } from '../pain/size.ts';
import { DAYS_BETWEEN_KINDS } from './change-order.ts';
import {
  type ChangeKind,
  type PlanInput,
  type PlanProblem,
  type PlannedRun,
  type PlannedStrengthSession,
  type ProblemCode,
  type WeeksAhead,
  isRunSession,
  isStrengthSession,
} from './plan-types.ts';
import { LAST_STRENGTH_DAYS, LIGHT_STRENGTH_DAYS, MEAN_WEEKS } from './race.ts';

/** Longest run looked back on, days. [frandsen-2025: the longest of thirty days] */
const LOOK_BACK_DAYS = 30;
/** Race week holds at most this share of the four weeks before the taper. Our choice, above the 45 % that is planned. */
const RACE_WEEK_SHARE = 0.6;
/** Told to 100 m: rounding is no raise. Our choice, metres. */
const ROUNDING_M = 100;

interface Ran {
  readonly day: number;
  readonly metres: number;
}

/** Runs of the history and of the plan, in order. */
function allRuns({ today }: PlanInput, planned: readonly PlannedRun[], firstDay: number): readonly Ran[] {
  const done = today.runs.flatMap((run) => {
    const day = dayOfRun(run);
    return run.distanceM.known && day <= firstDay ? [{ day, metres: run.distanceM.value }] : [];
  });
  const ahead = planned.flatMap(({ date, distanceM }) =>
    distanceM.known ? [{ day: parseIsoDay(date), metres: distanceM.value }] : [],
  );
  return [...done, ...ahead].sort((a, b) => a.day - b.day);
}

const longestBefore = (runs: readonly Ran[], day: number): number | null =>
  runs.reduce<number | null>(
    (most, run) =>
      run.day < day && day - run.day <= LOOK_BACK_DAYS ? Math.max(most ?? 0, run.metres) : most,
    null,
  );

interface Made {
  readonly kind: ChangeKind;
  readonly day: number;
  readonly id: string | null;
  readonly planned: boolean;
}

/** Two different kinds within seven days, or a longer run that nobody called a change. */
function changeProblems(
  plan: WeeksAhead,
  input: PlanInput,
  runs: readonly PlannedRun[],
  all: readonly Ran[],
): readonly PlanProblem[] {
  const before = input.changes.map(({ kind, date }) => ({
    kind,
    day: parseIsoDay(date),
    id: null,
    planned: false,
  }));
  const ahead = plan.changes.map(({ kind, date, sessionId: id }) => ({
    kind,
    day: parseIsoDay(date),
    id,
    planned: true,
  }));
  const made: readonly Made[] = [...before, ...ahead];
  const problems: PlanProblem[] = [];
  for (const [i, a] of made.entries()) {
    for (const b of made.slice(i + 1)) {
      if (!b.planned || a.kind === b.kind || Math.abs(b.day - a.day) >= DAYS_BETWEEN_KINDS) continue;
      problems.push({
        code: 'two-changes',
        sessionId: b.id ?? b.kind,
        date: isoDay(b.day),
        figures: { kind: b.kind, other: a.kind, otherDate: isoDay(a.day) },
      });
    }
  }
  for (const run of runs) {
    if (run.kind === 'race' || run.ladder !== null || !run.distanceM.known || run.change === 'duration')
      continue;
    const longestM = longestBefore(all, parseIsoDay(run.date));
    if (longestM !== null && run.distanceM.value > longestM + ROUNDING_M) {
      problems.push({
        code: 'two-changes',
        sessionId: run.id,
        date: run.date,
        figures: { kind: 'duration', longestM, distanceM: run.distanceM.value },
      });
    }
  }
  return problems;
}

/** Longer than `today` would allow, or than a tenth (0.65 km) past the longest of thirty days. */
function capProblems(runs: readonly PlannedRun[], all: readonly Ran[]): readonly PlanProblem[] {
  return runs.flatMap((run) => {
    if (run.kind === 'race' || !run.distanceM.known) return [];
    const metres = run.distanceM.value;
    const longestM = longestBefore(all, parseIsoDay(run.date));
    // On the ladder the thirty days may hold nothing, or only walking: its steps are its cap.
    const capM = longestM === null || run.ladder !== null ? Infinity : raised(longestM);
    const allowsM = run.allowsM.known ? run.allowsM.value : capM;
    const most = Math.min(capM, allowsM);
    return metres > most + 1
      ? [
          {
            code: 'over-cap' as const,
            sessionId: run.id,
            date: run.date,
            figures: { distanceM: metres, mostM: most },
          },
        ]
      : [];
  });
}

/** What speaks against strength on a day, told afresh from the sessions and not asked of who placed them. */
function againstStrength(
  { date, heavy }: PlannedStrengthSession,
  runs: readonly PlannedRun[],
  heavyDays: readonly number[],
): ProblemCode | null {
  const day = parseIsoDay(date);
  const runsOn = (days: number): readonly PlannedRun[] =>
    runs.filter((run) => parseIsoDay(run.date) === day + days);
  const race = runs.find(({ kind }) => kind === 'race');
  const daysToRace = race ? parseIsoDay(race.date) - day : Infinity;
  if (daysToRace >= 0 && daysToRace < LAST_STRENGTH_DAYS) return 'race-near';
  if (heavy && daysToRace >= 0 && daysToRace <= LIGHT_STRENGTH_DAYS) return 'race-near';
  const hardTomorrow = runsOn(1).some(
    ({ kind, change, work }) =>
      ['long', 'quality', 'race'].includes(kind) || change === 'ladder-step' || work !== null,
  );
  if (hardTomorrow) return 'heavy-before-hard';
  if (heavyDays.some((other) => other !== day && Math.abs(other - day) === 1)) return 'heavy-too-close';
  if (heavyDays.filter((other) => other === day).length > 1) return 'heavy-too-close';
  return [0, -1, -2].some((back) => runsOn(back).some(({ change }) => change === 'downhill'))
    ? 'descent-before'
    : null;
}

const problem = (
  code: ProblemCode,
  { id, date }: { readonly id: string; readonly date: string },
): PlanProblem => ({
  code,
  sessionId: id,
  date,
  figures: {},
});

function strengthProblems(
  plan: WeeksAhead,
  input: PlanInput,
  runs: readonly PlannedRun[],
): readonly PlanProblem[] {
  const loaded = plan.sessions.filter(isStrengthSession).filter(({ slot }) => slot !== 'calm');
  const done = (input.strength?.done ?? []).filter(({ heavy }) => heavy).map(({ date }) => parseIsoDay(date));
  // Heavy work that was done: the next day is neither long nor hard, and no new step. A race is run all the same.
  const afterDone = runs.filter(
    ({ kind, change, work, date }) =>
      done.includes(parseIsoDay(date) - 1) &&
      (kind === 'long' || kind === 'quality' || change === 'ladder-step' || work !== null),
  );
  const heavyDays = [...done, ...loaded.map(({ date }) => parseIsoDay(date))];
  return [
    ...afterDone.map((run) => problem('heavy-before-hard', run)),
    ...loaded.flatMap((session) => {
      const code = againstStrength(session, runs, heavyDays);
      return code === null ? [] : [problem(code, session)];
    }),
  ];
}

function raceProblems(
  input: PlanInput,
  runs: readonly PlannedRun[],
  all: readonly Ran[],
): readonly PlanProblem[] {
  const race = runs.find(({ kind }) => kind === 'race');
  if (!race || input.race === null) return [];
  const raceDay = parseIsoDay(race.date);
  const sum = (from: number, to: number): number =>
    all.reduce((total, { day, metres }) => (day >= from && day <= to ? total + metres : total), 0);
  const weekM = sum(raceDay - DAYS_PER_WEEK, raceDay - 1);
  const before = raceDay - 2 * DAYS_PER_WEEK - 1;
  const meanM = sum(before - MEAN_WEEKS * DAYS_PER_WEEK + 1, before) / MEAN_WEEKS;
  const meanOfLastM =
    sum(raceDay - (MEAN_WEEKS + 1) * DAYS_PER_WEEK, raceDay - DAYS_PER_WEEK - 1) / MEAN_WEEKS;
  const most = RACE_WEEK_SHARE * Math.max(meanM, meanOfLastM);
  // What was run before the plan began is not the plan's.
  const plannedM = runs
    .filter(
      (run) =>
        run !== race && parseIsoDay(run.date) >= raceDay - DAYS_PER_WEEK && parseIsoDay(run.date) < raceDay,
    )
    .reduce((total, { distanceM }) => total + (distanceM.known ? distanceM.value : 0), 0);
  return weekM > most && plannedM > most
    ? [{ code: 'race-week-too-long', sessionId: race.id, date: race.date, figures: { weekM, mostM: most } }]
    : [];
}

/** All that a plan breaks, oldest first; empty for every plan of `planAhead`. */
export function planProblems(plan: WeeksAhead, input: PlanInput): readonly PlanProblem[] {
  const runs = plan.sessions.filter(isRunSession);
  const all = allRuns(input, runs, parseIsoDay(plan.date));
  const shut: readonly ProblemCode[] =
    plan.light === 'REFER' || input.today.flags !== 'none-raised' ? ['run-not-allowed'] : [];
  return [
    ...shut.flatMap((code) => runs.map(({ id, date }) => ({ code, sessionId: id, date, figures: {} }))),
    ...changeProblems(plan, input, runs, all),
    ...capProblems(runs, all),
    ...strengthProblems(plan, input, runs),
    ...raceProblems(input, runs, all),
  ].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
