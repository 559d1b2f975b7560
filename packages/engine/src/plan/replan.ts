/** What changed between two plans, and why: missed days, a flare-up, a drag, or a knee that is green again. */
import type { Light } from '../pain/state.ts';
import { LIGHTS } from '../pain/state.ts';
import { type PlanSession, type WeeksAhead, isRunSession } from './plan-types.ts';

export const REPLAN_CODES = [
  'flag-raised',
  'knee-worse',
  'knee-better',
  'run-missed',
  'ran-otherwise',
  'runner-moved',
  'as-before',
] as const;
/** Why the plan is another one; the first that holds. */
export type ReplanCode = (typeof REPLAN_CODES)[number];

export const SESSION_CHANGES = [
  'missed',
  'done',
  'moved',
  'shorter',
  'longer',
  'other',
  'dropped',
  'added',
] as const;
export type SessionChangeCode = (typeof SESSION_CHANGES)[number];

export interface SessionChange {
  readonly code: SessionChangeCode;
  readonly sessionId: string;
  readonly before: PlanSession | null;
  readonly after: PlanSession | null;
}

export interface Replanned {
  readonly why: ReplanCode;
  readonly figures: Readonly<Record<string, number | string>>;
  readonly changes: readonly SessionChange[];
}

/** A difference that is told, share of the distance. Our choice. */
const TOLD_FROM = 0.02;

function compare(before: PlanSession, after: PlanSession): SessionChangeCode | null {
  if (before.date !== after.date) return 'moved';
  const other = before.kind === after.kind ? null : 'other';
  if (!isRunSession(before) || !isRunSession(after)) return other;
  const [from, to] = [before.ladder?.step, after.ladder?.step];
  if (from !== undefined && to !== undefined && from !== to) return to > from ? 'longer' : 'shorter';
  if (!before.distanceM.known || !after.distanceM.known) return other;
  const ratio = after.distanceM.value / before.distanceM.value;
  if (Math.abs(ratio - 1) <= TOLD_FROM) return other;
  return ratio > 1 ? 'longer' : 'shorter';
}

const worse = (before: Light, after: Light): boolean => LIGHTS.indexOf(after) > LIGHTS.indexOf(before);

/**
 * @param before the plan as it was last shown, @param after as it is now
 * @param doneDates local days with a run since `before` was made
 */
export function replanned(before: WeeksAhead, after: WeeksAhead, doneDates: readonly string[]): Replanned {
  const done = new Set(doneDates);
  const later = new Map(after.sessions.map((session) => [session.id, session]));
  const earlier = new Set(before.sessions.map(({ id }) => id));
  const changes: SessionChange[] = [];
  for (const session of before.sessions) {
    const now = later.get(session.id) ?? null;
    const over = session.date < after.date || (session.date === after.date && done.has(after.date));
    if (over) {
      if (isRunSession(session)) {
        const code = done.has(session.date) ? 'done' : 'missed';
        changes.push({ code, sessionId: session.id, before: session, after: null });
      }
      continue;
    }
    if (session.date > after.until) continue;
    const code = now === null ? 'dropped' : compare(session, now);
    if (code !== null) changes.push({ code, sessionId: session.id, before: session, after: now });
  }
  for (const session of after.sessions) {
    if (!earlier.has(session.id) && session.date <= before.until) {
      changes.push({ code: 'added', sessionId: session.id, before: null, after: session });
    }
  }
  const has = (code: SessionChangeCode): boolean => changes.some((change) => change.code === code);
  const planned = new Set(before.sessions.filter(isRunSession).map(({ date }) => date));
  const otherwise = doneDates.some((date) => !planned.has(date));
  const told = changes.some(({ code }) => code !== 'done');
  const why: ReplanCode =
    after.light === 'REFER' && before.light !== 'REFER'
      ? 'flag-raised'
      : worse(before.light, after.light)
        ? 'knee-worse'
        : worse(after.light, before.light)
          ? 'knee-better'
          : has('missed')
            ? 'run-missed'
            : otherwise
              ? 'ran-otherwise'
              : told && after.sessions.some(({ moved }) => moved)
                ? 'runner-moved'
                : 'as-before';
  return {
    why,
    figures: {
      from: before.light,
      to: after.light,
      missed: changes.filter(({ code }) => code === 'missed').length,
    },
    changes,
  };
}
