/** A session under way: where it is, what was done, and what a tap or the time does to it. Pure; the time is given. */
import type { Strength, StrengthSession } from '../../api/types.ts';
import { type Item, lengthS, repS, type Step, stepsOf, type Work } from './steps.ts';

const MS_PER_S = 1000;
/** A hold shorter than this was none. Our choice; seconds */
const SHORTEST_HOLD_S = 1;

export interface LoggedSet {
  readonly item: number;
  readonly set: number;
  readonly side: Work['side'];
  readonly reps: number | null;
  readonly holdS: number | null;
}
/** What is told of an exercise; null: not said. */
export interface Told {
  readonly pain: number | null;
  readonly reserve: number | null;
  readonly formLost: boolean | null;
  readonly loadKg: number | null;
}

export interface Session {
  readonly id: string;
  readonly date: string;
  readonly phase: Strength['phase'];
  readonly day: Strength['day'];
  readonly items: readonly Item[];
  /** Place among the steps. */
  readonly at: number;
  /** Where it was left for the end, to go on from there; null: it ran to its end. */
  readonly leftAt: number | null;
  /** Time of this step before the last start, ms. */
  readonly beforeMs: number;
  /** Epoch milliseconds since which it runs; null: it stands. */
  readonly sinceMs: number | null;
  readonly sets: readonly LoggedSet[];
  readonly told: readonly Told[];
  readonly rpe: number | null;
}

const nothingTold = ({ loadKg }: Item): Told => ({
  pain: null,
  reserve: null,
  formLost: null,
  loadKg: loadKg.known ? loadKg.value : null,
});

export const newSession = (strength: Strength, id: string): Session => ({
  id,
  date: strength.date,
  phase: strength.phase,
  day: strength.day,
  items: strength.items,
  at: 0,
  leftAt: null,
  beforeMs: 0,
  sinceMs: null,
  sets: [],
  told: strength.items.map(nothingTold),
  rpe: null,
});

export const stepOf = (session: Session): Step => stepsOf(session.items)[session.at] ?? { kind: 'end' };

/** Time of the step so far, seconds. */
export const elapsedS = ({ beforeMs, sinceMs }: Session, nowMs: number): number =>
  (beforeMs + (sinceMs === null ? 0 : Math.max(0, nowMs - sinceMs))) / MS_PER_S;

export const pause = (session: Session, nowMs: number): Session => ({
  ...session,
  beforeMs: elapsedS(session, nowMs) * MS_PER_S,
  sinceMs: null,
});
export const resume = (session: Session, nowMs: number): Session => ({
  ...session,
  sinceMs: session.sinceMs ?? nowMs,
});

/** What a set has come to by now; null: nothing yet. */
function workSoFar(session: Session, step: Work, nowMs: number): LoggedSet | null {
  const { item, set, side } = step;
  const of = session.items[item];
  if (of === undefined) return null;
  const length = lengthS(step, session.items);
  const spent = Math.min(elapsedS(session, nowMs), length ?? Number.POSITIVE_INFINITY);
  if (of.holdS !== null) {
    const holdS = Math.round(spent);
    return holdS < SHORTEST_HOLD_S ? null : { item, set, side, reps: null, holdS };
  }
  const each = repS(of);
  // At one's own tempo the tap says that the set is done.
  const reps = each === null ? (of.reps?.[1] ?? 0) : Math.floor(spent / each + 1e-6);
  return reps < 1 ? null : { item, set, side, reps, holdS: null };
}

const moved = (session: Session, at: number, sinceMs: number | null): Session => ({
  ...session,
  at,
  leftAt: null,
  beforeMs: 0,
  sinceMs,
});

/** On to the next step; a set that was under way counts by what was done of it. */
export function next(session: Session, nowMs: number): Session {
  const step = stepOf(session);
  if (step.kind === 'end') return session;
  const logged = step.kind === 'work' ? workSoFar(session, step, nowMs) : null;
  const after = { ...session, sets: logged === null ? session.sets : [...session.sets, logged] };
  return moved(after, session.at + 1, nowMs);
}

/** Past an exercise that is not to be done today. */
export function skipExercise(session: Session): Session {
  const step = stepOf(session);
  const at = stepsOf(session.items).findIndex(({ kind }, place) => place > session.at && kind === 'ask');
  return step.kind !== 'ready' || at < 0 ? session : moved(session, at + 1, null);
}

/** Back to the set or question before, standing; what was logged from there on is taken back. */
export function back(session: Session): Session {
  const steps = stepsOf(session.items);
  const stops = new Set<Step['kind']>(['ready', 'work', 'ask']);
  const at = steps.findLastIndex(({ kind }, place) => place < session.at && stops.has(kind));
  if (at < 0) return session;
  const open = steps.slice(at).filter((step): step is Work => step.kind === 'work');
  const sets = session.sets.filter(
    (done) =>
      !open.some(({ item, set, side }) => done.item === item && done.set === set && done.side === side),
  );
  return moved({ ...session, sets }, at, null);
}

/** What the time alone does: a step that has run out gives way to the next. */
export function onTime(session: Session, nowMs: number): Session {
  if (session.sinceMs === null) return session;
  const length = lengthS(stepOf(session), session.items);
  return length !== null && elapsedS(session, nowMs) >= length ? next(session, nowMs) : session;
}

/** Straight to the end, with what is done so far. */
export function leave(session: Session, nowMs: number): Session {
  const step = stepOf(session);
  if (step.kind === 'end') return session;
  const logged = step.kind === 'work' ? workSoFar(session, step, nowMs) : null;
  const sets = logged === null ? session.sets : [...session.sets, logged];
  return {
    ...moved({ ...session, sets }, stepsOf(session.items).length - 1, null),
    // A set that was broken off counts as it is; one goes on after it.
    leftAt: logged === null ? session.at : session.at + 1,
  };
}
export const goOn = (session: Session): Session =>
  session.leftAt === null ? back(session) : moved(session, session.leftAt, null);

export const tell = (session: Session, item: number, more: Partial<Told>): Session => ({
  ...session,
  told: session.told.map((told, at) => (at === item ? { ...told, ...more } : told)),
});

/** More or fewer repetitions, or seconds, of a set than were counted; never below 0. */
export const correct = (session: Session, set: LoggedSet, by: number): Session => ({
  ...session,
  sets: session.sets.map((each) =>
    each === set
      ? {
          ...each,
          reps: each.reps === null ? null : Math.max(0, each.reps + by),
          holdS: each.holdS === null ? null : Math.max(0, each.holdS + by),
        }
      : each,
  ),
});

/** What is to be kept: exercises of which something was done. */
export function doneOf(session: Session, nowMs: number): StrengthSession {
  const { id, date, phase, day, rpe, items, sets, told } = session;
  const exercises = items.flatMap((item, at) => {
    const own = sets.filter((set) => set.item === at);
    const { pain, reserve, formLost, loadKg } = told[at] ?? nothingTold(item);
    if (own.length === 0) return [];
    return [
      {
        exercise: item.exercise,
        level: item.level,
        short: item.short,
        askedSets: item.sets,
        askedTop: (item.holdS ?? item.reps)?.[1] ?? 0,
        sets: own.map(({ side, reps, holdS }, place) => ({
          side,
          reps,
          holdS,
          loadKg: item.weighted ? loadKg : null,
          // It was asked of the last set of each side.
          reserve: own.slice(place + 1).some((later) => later.side === side) ? null : reserve,
        })),
        pain,
        formLost,
      },
    ];
  });
  return { id, date, phase, day, rpe, atMs: nowMs, exercises };
}
