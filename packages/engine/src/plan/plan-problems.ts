/**
 * Does a plan keep its own rules? Looked at afresh, from the sessions alone, whoever made them: what a page shows after
 * a session was dragged, and what the property tests hold every plan against.
 */
import { DAYS_PER_WEEK, isoDay, parseIsoDay } from '../calendar/civil-day.ts';
import { dayOfRun } from '../pain/reports.ts';
import { raised } from '../pain/size.ts';
import { DAYS_BETWEEN_KINDS } from './change-order.ts';
import { againstHeavy, isHard } from './place-strength.ts';
import {
  type ChangeKind,
  type PlanInput,
  type PlanProblem,
  type PlannedRun,
  type ProblemCode,
  type WeeksAhead,
  isRunSession,
  isStrengthSession,
} from './plan-types.ts';
import { MEAN_WEEKS } from './race.ts';

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

/** Two different kinds within seven days, or a longer run that nobody called a change. */
function changeProblems(
  plan: WeeksAhead,
  input: PlanInput,
  runs: readonly PlannedRun[],
  all: readonly Ran[],
): readonly PlanProblem[] {
  const made: { readonly kind: ChangeKind; readonly day: number; readonly id: string | null }[] = [
    ...input.changes.map(({ kind, date }) => ({ kind, day: parseIsoDay(date), id: null })),
    ...plan.changes.map(({ kind, date, sessionId }) => ({ kind, day: parseIsoDay(date), id: sessionId })),
  ];
  const problems: PlanProblem[] = [];
  for (const [i, a] of made.entries()) {
    for (const b of made.slice(i + 1)) {
      if (b.id === null || a.kind === b.kind || Math.abs(b.day - a.day) >= DAYS_BETWEEN_KINDS) continue;
      problems.push({
        code: 'two-changes',
        sessionId: b.id,
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

function strengthProblems(
  plan: WeeksAhead,
  input: PlanInput,
  runs: readonly PlannedRun[],
): readonly PlanProblem[] {
  const byDay = new Map(runs.map((run) => [parseIsoDay(run.date), run]));
  const race = runs.find(({ kind }) => kind === 'race');
  const raceDay = race ? parseIsoDay(race.date) : null;
  const loaded = plan.sessions.filter(isStrengthSession).filter(({ slot }) => slot !== 'calm');
  const done = (input.strength?.done ?? []).filter(({ heavy }) => heavy).map(({ date }) => parseIsoDay(date));
  const eves = runs.filter(
    (run) => isHard(run) && done.includes(parseIsoDay(run.date) - 1) && run.kind !== 'race',
  );
  const afterDone = eves.map(({ id, date }) => ({
    code: 'heavy-before-hard' as const,
    sessionId: id,
    date,
    figures: {},
  }));
  const placed = loaded.flatMap(({ id, date }, i) => {
    const heavy = [...done, ...loaded.slice(0, i).map((other) => parseIsoDay(other.date))];
    const code = againstHeavy(parseIsoDay(date), { runs: byDay, raceDay, heavy });
    return code === null ? [] : [{ code, sessionId: id, date, figures: {} }];
  });
  return [...afterDone, ...placed];
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
