/**
 * Plan properties over simulated lives: a runner who plans again on every running day, mostly follows, and to whom life
 * happens. Every plan is held against `planProblems` and against `today`; what was really changed against one kind in
 * seven days. It tests the rules, not the knee.
 */
import {
  type ChangeKind,
  type MadeChange,
  type Move,
  type PlanInput,
  type PlannedRun,
  type Race,
  type TodayInput,
  type WeeksAhead,
  isRunSession,
  isStrengthSession,
  moveSession,
  parseIsoDay,
  planAhead,
  planProblems,
  today,
} from '@kneewise/engine';
import { type Random, seededRandom } from '../random.ts';
import { FIRST_DAY, type LivingRunner, born, dateOf, goRunning, strain, wakeUp } from './runner-days.ts';

export interface Breach {
  readonly seed: number;
  readonly date: string;
  readonly rule: string;
  readonly what: string;
}

export interface PlanLife {
  readonly plans: number;
  readonly planned: number;
  readonly ran: number;
  readonly races: number;
  readonly changes: number;
  readonly flags: number;
  readonly breaches: readonly Breach[];
}

const HABIT_WEEKS = 6;
const DAYS_PER_WEEK = 7;
const DAYS_BETWEEN_KINDS = 7;
/** What happens, a day. */
const CHANCE = {
  flag: 1 / 400,
  layoff: 1 / 90,
  strain: 1 / 14,
  walk: 0.6,
  wayIn: 0.25,
  move: 0.04,
  strength: 0.85,
  race: 0.7,
} as const;
const RACES = [3000, 5000, 10_000, 21_098, 42_195] as const;
const KM = 1000;
/** Reasons for which a run is shorter than `today` allows. */
const HOLDS = new Set([
  'raise-waits',
  'goal-reached',
  'long-waits',
  'strength-yesterday',
  'taper-first-week',
  'taper-last-week',
  'after-race',
  'step-waits',
]);

/** Weeks of the habit before the first plan, with or without an ache at its end, and perhaps a lay-off. */
function past(living: LivingRunner): void {
  const { runner, random } = living;
  const layoff = random.chance(0.3) ? Math.floor(random.between(5, 60)) : 0;
  const spacing = DAYS_PER_WEEK / runner.runsPerWeek;
  const from = FIRST_DAY - HABIT_WEEKS * DAYS_PER_WEEK - layoff;
  let next = from;
  for (let day = from; day < FIRST_DAY; day += 1) {
    const since =
      living.runs.length === 0
        ? null
        : day - Math.round((living.runs.at(-1)?.startAtMs ?? 0) / 86_400_000 - 0.5);
    wakeUp(living, day, since);
    if (day < next || day >= FIRST_DAY - layoff) continue;
    goRunning(living, day, { km: runner.longRunKm * random.between(0.5, 1), heeds: true, stopSignChance: 0 });
    next += spacing;
  }
}

interface Wishes {
  readonly days: readonly number[] | null;
  readonly longDay: number | null;
  readonly mostRuns: number | null;
  readonly hard: boolean;
  readonly race: Race | null;
  readonly phase: 'calm' | 'build' | 'run-specific';
  readonly ache: TodayInput['ache'];
}

function wishesOf(random: Random, longRunM: number): Wishes {
  const pick = <T>(list: readonly [T, ...T[]]): T =>
    list[Math.floor(random.between(0, list.length))] ?? list[0];
  const race: Race = {
    date: dateOf(FIRST_DAY + Math.floor(random.between(10, 80))),
    // Mostly a race in reach, sometimes any.
    distanceM: random.chance(0.2)
      ? pick(RACES)
      : (RACES.findLast((metres) => metres <= 1.3 * longRunM) ?? RACES[0]),
    terrain: pick(['road', 'trail', 'downhill']),
  };
  return {
    days: random.chance(0.3) ? [0, 1, 2, 3, 4, 5, 6].filter(() => random.chance(0.6)) : null,
    longDay: random.chance(0.3) ? Math.floor(random.between(0, DAYS_PER_WEEK)) : null,
    mostRuns: pick([null, 3, 4, 5]),
    hard: random.chance(0.5),
    race: random.chance(CHANCE.race) ? race : null,
    phase: pick(['calm', 'build', 'run-specific']),
    ache: pick(['yes', 'no', 'unsure']),
  };
}

/** One life of so many weeks under the plan. */
export function livePlanned(seed: number, weeks: number): PlanLife {
  const random = seededRandom(seed);
  const living = born(random);
  past(living);
  const wishes = wishesOf(random.fork('wishes'), living.runner.longRunKm * KM);
  const breaches: Breach[] = [];
  const made: MadeChange[] = [];
  const realised: MadeChange[] = [];
  const strengthDone: { date: string; heavy: boolean }[] = [];
  const workDone: { kind: 'uphill' | 'speed' | 'downhill'; date: string }[] = [];
  const moves: Move[] = [];
  const count = { plans: 0, planned: 0, ran: 0, races: 0, flags: 0 };
  let requested: PlanInput['requested'] = random.chance(0.3) ? ['new-shoe', 'rough-ground'] : [];
  let cadence: PlanInput['cadence'] = null;
  let flaggedUntil: number | null = null;
  let awayUntil = 0;
  let plan: WeeksAhead | null = null;

  const inputOn = (date: string): PlanInput => ({
    today: {
      date,
      runs: living.runs,
      others: [],
      checkIns: living.checkIns,
      flags: flaggedUntil === null ? 'none-raised' : 'raised',
      onset: null,
      family: living.family,
      side: 'right',
      ...(wishes.ache === undefined ? {} : { ache: wishes.ache }),
      events: living.events,
    },
    weeks: 2,
    days: wishes.days,
    longDay: wishes.longDay,
    mostRuns: wishes.mostRuns,
    goal: { longM: null, hills: wishes.hard, speed: wishes.hard, downhill: wishes.hard },
    race: wishes.race,
    changes: made,
    requested,
    workDone,
    cadence,
    strength: { phase: wishes.phase, done: strengthDone, perWeek: 2 },
    moves,
  });
  const breach = (date: string, rule: string, what: unknown): void => {
    breaches.push({ seed, date, rule, what: JSON.stringify(what) });
  };

  function check(input: PlanInput, now: WeeksAhead): void {
    const { date } = input.today;
    const runs = now.sessions.filter(isRunSession);
    for (const problem of planProblems(now, input)) breach(date, problem.code, problem);
    if (flaggedUntil !== null && now.sessions.length > 0) breach(date, 'session-under-flag', now.sessions[0]);
    if (new Set(now.sessions.map(({ id }) => id)).size !== now.sessions.length)
      breach(date, 'id-twice', null);
    const first = runs[0];
    if (first?.date === date && first.kind !== 'race') {
      const answer = today(input.today);
      const allowed = answer.distanceM.known ? answer.distanceM.value : null;
      const metres = first.distanceM.known ? first.distanceM.value : null;
      const runsToday =
        answer.action === 'run' || answer.action === 'walk-run' || answer.action === 'ask-first';
      if (!runsToday || (allowed !== null && metres !== null && metres > allowed)) {
        breach(date, 'more-than-today', { action: answer.action, allowed, metres });
      }
      const holds = first.why.some(({ code }) => HOLDS.has(code));
      if (!holds && allowed !== metres) breach(date, 'less-than-today', { allowed, metres, why: first.why });
    }
    count.plans += 1;
    count.planned += runs.length;
  }

  function realise(run: PlannedRun): void {
    const { change, date, work } = run;
    if (change !== null) {
      for (const other of realised) {
        const days = parseIsoDay(date) - parseIsoDay(other.date);
        if (other.kind !== change && days < DAYS_BETWEEN_KINDS) {
          breach(date, 'two-kinds-lived', { change, other });
        }
      }
      realised.push({ kind: change, date });
      if (change !== 'duration' && change !== 'ladder-step') made.push({ kind: change, date });
      requested = requested.filter((kind: ChangeKind) => kind !== change);
    }
    if (work?.kind === 'climb') workDone.push({ kind: 'uphill', date });
    if (work?.kind === 'downhill') workDone.push({ kind: 'downhill', date });
    if (work?.kind === 'strides' || work?.kind === 'hard-minutes') workDone.push({ kind: 'speed', date });
    if (run.kind === 'race') count.races += 1;
  }

  function happen(day: number): void {
    const date = dateOf(day);
    if (flaggedUntil !== null && day >= flaggedUntil) {
      living.events.push({
        kind: random.chance(0.5) ? 'cleared-by-professional' : 'answers-corrected',
        date,
      });
      flaggedUntil = null;
    } else if (flaggedUntil === null && random.chance(CHANCE.flag)) {
      living.events.push({ kind: 'flag-raised', date });
      flaggedUntil = day + Math.floor(random.between(1, 25));
      count.flags += 1;
    }
    if (random.chance(CHANCE.strain)) strain(living, random.between(0.3, 1.3));
    if (day >= awayUntil && random.chance(CHANCE.layoff)) awayUntil = day + Math.floor(random.between(4, 45));
    if (plan?.blocked?.code === 'pause' && random.chance(CHANCE.walk)) {
      living.events.push({ kind: 'walked-30-min', date, pain: random.chance(0.7) ? 0 : 2 });
    }
    if (plan?.blocked?.code === 'calm' && random.chance(CHANCE.wayIn)) {
      living.events.push({ kind: 'way-in-passed', date });
    }
    if (cadence === null && wishes.hard && day === FIRST_DAY + 28) {
      cadence = { startedOn: date, step: 0.05, targetSpm: { known: true, value: 172 } };
    }
  }

  for (let day = FIRST_DAY; day < FIRST_DAY + weeks * DAYS_PER_WEEK; day += 1) {
    const date = dateOf(day);
    const last = living.runs.at(-1);
    wakeUp(living, day, last ? day - Math.floor(last.startAtMs / 86_400_000) : null);
    happen(day);
    const due: boolean =
      plan === null || plan.blocked !== null || flaggedUntil !== null
        ? day % 3 === 0 || plan === null
        : plan.sessions.some((session) => session.date === date) || plan.date <= dateOf(day - 4);
    if (!due) continue;
    const input = inputOn(date);
    plan = planAhead(input);
    check(input, plan);
    if (random.chance(CHANCE.move)) {
      const session = plan.sessions[Math.floor(random.between(0, plan.sessions.length))];
      if (session) {
        const moved = moveSession(input, session.id, dateOf(day + Math.floor(random.between(0, 10))));
        check({ ...input, moves: moved.moves }, moved.plan);
        if (moved.problems.length === 0) moves.splice(0, moves.length, ...moved.moves);
        plan = moved.plan;
      }
    }
    const ofToday = plan.sessions.filter((session) => session.date === date);
    const run = ofToday.find(isRunSession);
    const strength = ofToday.find(isStrengthSession);
    if (day >= awayUntil && strength && random.chance(CHANCE.strength)) {
      strengthDone.push({ date, heavy: strength.heavy });
    }
    const disobeys = random.chance(living.traits.disobeys);
    if (day < awayUntil || (run && random.chance(living.traits.misses))) continue;
    if (run) {
      const km = run.distanceM.known ? run.distanceM.value / KM : 1.5;
      goRunning(living, day, {
        km: km * (disobeys ? random.between(1.2, 2) : 1),
        heeds: !disobeys,
        stopSignChance: 1 / 120,
      });
      realise(run);
      count.ran += 1;
    } else if (disobeys && flaggedUntil === null && random.chance(0.2)) {
      goRunning(living, day, { km: living.runner.longRunKm / 2, heeds: true, stopSignChance: 1 / 120 });
    }
  }
  return { ...count, changes: realised.length, breaches };
}
