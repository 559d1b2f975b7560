/** A session is dragged to another day: the plan is worked out again, and says what stands against it. */
import { DAYS_PER_WEEK, isoDay, mondayOf, parseIsoDay } from '../calendar/civil-day.ts';
import { planAhead } from './plan-ahead.ts';
import type { Move, PlanInput, PlanProblem, WeeksAhead } from './plan-types.ts';

export interface Moved {
  readonly plan: WeeksAhead;
  /** Of this move; with none the session lies where it was put. */
  readonly problems: readonly PlanProblem[];
  /** To keep with the plan: the moves so far and this one. */
  readonly moves: readonly Move[];
}

/**
 * @param sessionId of a session of the plan of `input`
 * @param to `YYYY-MM-DD`
 * @throws RangeError where `to` is not a day
 */
export function moveSession(input: PlanInput, sessionId: string, to: string): Moved {
  parseIsoDay(to);
  const moves = [...input.moves.filter((move) => move.sessionId !== sessionId), { sessionId, to }];
  const plan = planAhead({ ...input, moves });
  const problems = plan.problems.filter((problem) => problem.sessionId === sessionId);
  return { plan, problems, moves };
}

/** Days of its week to which a session may be dragged without a problem; its own day is among them. */
export function moveOptions(input: PlanInput, sessionId: string): readonly string[] {
  const session = planAhead(input).sessions.find(({ id }) => id === sessionId);
  if (!session) return [];
  const firstDay = parseIsoDay(input.today.date);
  const monday = mondayOf(parseIsoDay(session.date));
  const days = Array.from({ length: DAYS_PER_WEEK }, (_, i) => monday + i).filter((day) => day >= firstDay);
  return days.flatMap((day) => {
    const date = isoDay(day);
    if (date === session.date) return [date];
    const { plan, problems } = moveSession(input, sessionId, date);
    const lies = plan.sessions.some(({ id, date: on }) => id === sessionId && on === date);
    return lies && problems.length === 0 ? [date] : [];
  });
}
