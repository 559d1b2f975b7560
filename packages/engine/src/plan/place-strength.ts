/**
 * Strength beside runs: heavy work never the day before a long or hard run, two nights apart, little and early in race
 * week, after the run where both fall on one day [doma-2012]. A run moves; strength yields. Rules: training.md §2.
 */
import { DAYS_PER_WEEK, isoDay, mondayOf, parseIsoDay } from '../calendar/civil-day.ts';
import type { Draft } from './draft.ts';
import type {
  PlannedRun,
  PlannedStrengthSession,
  PlanReason,
  ProblemCode,
  StrengthSlot,
} from './plan-types.ts';
import { planReason } from './plan-reasons.ts';
import { LAST_STRENGTH_DAYS, LIGHT_STRENGTH_DAYS, MOST_LIGHT_SESSIONS } from './race.ts';

/** Two nights between heavy sessions. Our choice. Days */
export const DAYS_BETWEEN_HEAVY = 2;
/** After new downhill the thighs are spared so long. [downhill-bouts: strength down 14–17 %] Days */
export const DAYS_AFTER_DESCENT = 2;
/** Calm sessions a week. Our choice; 4 or 5 in the programme. */
const CALM_A_WEEK = 4;

/** A run whose day before is kept free of heavy work. */
export const isHard = (run: PlannedRun): boolean =>
  run.kind === 'long' ||
  run.kind === 'quality' ||
  run.kind === 'race' ||
  run.change === 'ladder-step' ||
  run.work !== null;

interface Days {
  readonly runs: ReadonlyMap<number, PlannedRun>;
  readonly raceDay: number | null;
  /** Heavy sessions done or placed. */
  readonly heavy: readonly number[];
}

/** What stands against heavy work on a day; null: nothing. */
export function againstHeavy(day: number, { runs, raceDay, heavy }: Days): ProblemCode | null {
  if (raceDay !== null && day <= raceDay && raceDay - day < LAST_STRENGTH_DAYS) return 'race-near';
  const tomorrow = runs.get(day + 1);
  if (tomorrow && isHard(tomorrow)) return 'heavy-before-hard';
  if (heavy.some((other) => Math.abs(other - day) < DAYS_BETWEEN_HEAVY)) return 'heavy-too-close';
  for (let back = 0; back <= DAYS_AFTER_DESCENT; back += 1) {
    if (runs.get(day - back)?.change === 'downhill') return 'descent-before';
  }
  return null;
}

/** After an easy run first, then a day without one, last the day of the long run. Lower is better. */
function cost(day: number, { runs, raceDay }: Days): number {
  const run = runs.get(day);
  if (raceDay === day) return Infinity;
  if (!run) return 1;
  return run.kind === 'long' ? 2 : 0;
}

const slotName = (slot: StrengthSlot, monday: number, n: number): string =>
  `strength-${isoDay(monday)}-${slot}${n}`;

interface Candidate {
  readonly days: readonly number[];
  readonly cost: number;
}

/** Every choice of `count` days that nothing stands against, two days apart. */
function choices(from: number, to: number, count: number, days: Days): readonly Candidate[] {
  if (count === 0) return [{ days: [], cost: 0 }];
  const found: Candidate[] = [];
  for (let day = from; day <= to; day += 1) {
    if (againstHeavy(day, days) !== null) continue;
    const rest = choices(day + DAYS_BETWEEN_HEAVY, to, count - 1, { ...days, heavy: [...days.heavy, day] });
    for (const { days: others, cost: otherCost } of rest) {
      found.push({ days: [day, ...others], cost: cost(day, days) + otherCost });
    }
  }
  return found;
}

const spread = ({ days }: Candidate): number => (days.at(-1) ?? 0) - (days[0] ?? 0);

/** The cheapest choice; of equals the one spread widest, then the earliest. */
function best(candidates: readonly Candidate[]): readonly number[] | null {
  const [first, ...others] = candidates;
  if (!first) return null;
  return others.reduce(
    (least, next) =>
      next.cost < least.cost || (next.cost === least.cost && spread(next) > spread(least)) ? next : least,
    first,
  ).days;
}

function session(
  day: number,
  id: string,
  slot: StrengthSlot,
  runs: ReadonlyMap<number, PlannedRun>,
  more: { readonly moved: boolean; readonly provisional: boolean; readonly why: readonly PlanReason[] },
): PlannedStrengthSession {
  const afterRun = runs.has(day);
  return {
    id,
    date: isoDay(day),
    kind: 'strength',
    slot,
    heavy: slot === 'A' || slot === 'B',
    afterRun,
    moved: more.moved,
    provisional: more.provisional,
    why: [
      ...(slot === 'calm' ? [planReason('strength-calm')] : []),
      ...(slot === 'light' ? [planReason('strength-race-week')] : []),
      planReason(afterRun ? 'strength-after-run' : 'strength-rest-day'),
      ...more.why,
    ],
  };
}

/** Calm lists: on days with the least else, as many as a week holds. */
function calmWeek(
  from: number,
  to: number,
  count: number,
  runs: ReadonlyMap<number, PlannedRun>,
): readonly number[] {
  const days = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  return days
    .toSorted((a, b) => Number(runs.has(a)) - Number(runs.has(b)) || a - b)
    .slice(0, count)
    .sort((a, b) => a - b);
}

/** Strength of all weeks of a draft whose runs are placed. */
export function placeStrength(draft: Draft): readonly PlannedStrengthSession[] {
  const { input, firstDay, lastDay, moves, problems } = draft;
  const { strength } = input;
  if (strength === null) return [];
  const runs = new Map(draft.runs.map((run) => [parseIsoDay(run.date), run]));
  const raceDay = draft.race?.offer?.offered === 'yes' ? draft.race.day : null;
  const done = strength.done.map(({ date, heavy }) => ({ day: parseIsoDay(date), heavy }));
  const heavyDone = done.filter(({ heavy }) => heavy).map(({ day }) => day);
  const placed: PlannedStrengthSession[] = [];
  const heavy = [...heavyDone];
  for (let monday = mondayOf(firstDay); monday <= lastDay; monday += DAYS_PER_WEEK) {
    const sunday = Math.min(monday + DAYS_PER_WEEK - 1, lastDay);
    const doneToday = done.some(({ day }) => day === firstDay);
    const from = Math.max(monday, doneToday ? firstDay + 1 : firstDay);
    const doneNow = done.filter(({ day }) => day >= monday && day < from);
    if (strength.phase === 'calm') {
      const count = Math.max(0, CALM_A_WEEK - doneNow.length);
      for (const [n, day] of calmWeek(from, sunday, Math.min(count, sunday - from + 1), runs).entries()) {
        const id = slotName('calm', monday, doneNow.length + n);
        const moved = moves.get(id);
        const on = moved !== undefined && moved >= from && moved <= lastDay ? moved : day;
        placed.push(
          session(on, id, 'calm', runs, { moved: on !== day, provisional: day > firstDay, why: [] }),
        );
      }
      continue;
    }
    const light = raceDay !== null && sunday >= raceDay - LIGHT_STRENGTH_DAYS && monday <= raceDay;
    const wanted = light ? MOST_LIGHT_SESSIONS : strength.perWeek;
    const begun = doneNow.filter((each) => each.heavy).length;
    const fixed: number[] = [];
    const names = Array.from({ length: wanted }, (_, n): StrengthSlot => (n % 2 === 0 ? 'A' : 'B'));
    for (const [n, name] of names.entries()) {
      const to = moves.get(slotName(name, monday, n));
      if (to === undefined || n < begun) continue;
      const code =
        to < from ? 'in-the-past' : againstHeavy(to, { runs, raceDay, heavy: [...heavy, ...fixed] });
      if (code === null) fixed.push(to);
      else problems.push({ code, sessionId: slotName(name, monday, n), date: isoDay(to), figures: {} });
    }
    const free = Math.max(0, wanted - begun - fixed.length);
    let chosen: readonly number[] | null = null;
    for (let count = free; chosen === null; count -= 1) {
      chosen = best(choices(from, sunday, count, { runs, raceDay, heavy: [...heavy, ...fixed] }));
    }
    const yields = chosen.length < free;
    const days = [...fixed, ...chosen].sort((a, b) => a - b);
    heavy.push(...days);
    for (const [i, day] of days.entries()) {
      const n = begun + i;
      const name = names[n] ?? 'A';
      const inRaceWeek = raceDay !== null && day <= raceDay && raceDay - day <= LIGHT_STRENGTH_DAYS;
      const slot: StrengthSlot = inRaceWeek ? 'light' : name;
      placed.push(
        session(day, slotName(name, monday, n), slot, runs, {
          moved: fixed.includes(day),
          provisional: day > firstDay,
          why: yields ? [planReason('strength-yields')] : [],
        }),
      );
    }
  }
  return placed;
}
