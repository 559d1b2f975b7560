/** The answer of the page Weeks ahead (K12). */
import {
  isoDay,
  parseIsoDay,
  type PlanInput,
  planAhead,
  type Race,
  type ReplanCode,
  replanned,
  todayInPlan,
  type WeeksAhead,
} from '@kneewise/engine';
import type { HistoryStore } from '@kneewise/store';
import { type Clock, systemClock } from '../clock.ts';
import { dayOf } from '../days.ts';
import { gatherHistory, type History, spokenDay } from '../history.ts';
import { strengthFor } from '../strength/strength-for.ts';
import { todayFor } from '../today/today-for.ts';
import { expectedBy, madeBy, type PlanGround, planInputOf } from './plan-input.ts';

/** What the plan was so many days ago is held against what it is now. Our choice. */
const LOOK_BACK_DAYS = 3;
/** A plan of one week ends on Sunday: too short for what is kept of the next seven days. */
const WEEKS_TO_KEEP = 2;

export interface PlanAnswer extends WeeksAhead {
  readonly raceAsked: Race | null;
  /** Today's answer beside the plan: shorter than it allows, or none where it gives a run. */
  readonly today: { readonly holdsBack: boolean; readonly restsByPlan: boolean };
  /** Why the plan is another one than some days ago; null where it is not. */
  readonly replan: {
    readonly since: string;
    readonly why: Exclude<ReplanCode, 'as-before'>;
    readonly figures: Readonly<Record<string, number | string>>;
  } | null;
}

export interface Planned {
  readonly input: PlanInput;
  readonly answer: PlanAnswer;
}

/** @param weeks 1–26. @throws {RangeError} where they are not */
export async function planFor(
  store: HistoryStore,
  runnerId: string,
  weeks: number,
  clock: Clock = systemClock,
): Promise<Planned> {
  const [history, strength] = await Promise.all([
    gatherHistory(store, runnerId),
    strengthFor(store, runnerId, null, clock),
  ]);
  const date = spokenDay(history, clock);
  const ground: PlanGround = {
    history,
    date,
    weeks,
    phase: strength.phase,
    sessions: strength.sessions.toReversed(),
  };
  const input = planInputOf(ground);
  const plan = planAhead(input);
  if (weeks >= WEEKS_TO_KEEP) await keepExpected(store, runnerId, history, plan);
  const { holdsBack, restsByPlan } = todayInPlan(await todayFor(store, runnerId, date, clock), plan);
  return {
    input,
    answer: {
      ...plan,
      // A session that was moved and is gone needs no word.
      problems: plan.problems.filter(({ code }) => code !== 'unknown-session'),
      raceAsked: input.race,
      today: { holdsBack, restsByPlan },
      replan: replanOf(ground, plan),
    },
  };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The plan of today is kept in so far as its changes are: the next one goes on from them. */
async function keepExpected(
  store: HistoryStore,
  runnerId: string,
  history: History,
  plan: WeeksAhead,
): Promise<void> {
  const { plan: kept = {} } = history.settings;
  const changes = madeBy(kept, history, plan.date);
  const expected = expectedBy(plan);
  if (same(changes, kept.changes ?? []) && same(expected, kept.expected ?? [])) return;
  await store.saveSettings(runnerId, (now) => ({ plan: { ...now.plan, changes, expected } }));
}

/** The history as it was known on the morning of a day. */
function asOf(history: History, date: string): History {
  const before = (atMs: number, offset: number | null): boolean => dayOf(atMs, offset) < date;
  const { runs, others, checkIns, events, settings } = history;
  return {
    ...history,
    runs: runs.filter((run) => before(run.startAtMs, run.utcOffsetMin)),
    others: others.filter((other) => before(other.startAtMs, other.utcOffsetMin)),
    checkIns: checkIns.filter(({ atMs, utcOffsetMin }) => before(atMs, utcOffsetMin)),
    events: events.filter((event) => event.date < date),
    checks: history.checks.filter((check) => check.date < date),
    settings: { ...settings, flags: settings.flags === 'raised' ? 'none-raised' : settings.flags },
  };
}

function replanOf(ground: PlanGround, now: WeeksAhead): PlanAnswer['replan'] {
  const since = isoDay(parseIsoDay(ground.date) - LOOK_BACK_DAYS);
  const earlier = asOf(ground.history, since);
  if (earlier.runs.length === 0) return null;
  const input = planInputOf({
    ...ground,
    history: earlier,
    date: since,
    sessions: ground.sessions.filter(({ date }) => date < since),
  });
  const before = planAhead({ ...input, weeks: WEEKS_TO_KEEP, moves: [] });
  const done = ground.history.runs
    .map(({ startAtMs, utcOffsetMin }) => dayOf(startAtMs, utcOffsetMin))
    .filter((date) => date >= since);
  const { why, figures } = replanned(before, now, done);
  return why === 'as-before' ? null : { since, why, figures };
}
