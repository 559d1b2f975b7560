/** Today's answer beside today's plan: `today` says what the knee allows, the plan what is meant for the day. */
import type { Today } from '../today/today-types.ts';
import { type PlannedRun, type PlanSession, type WeeksAhead, isRunSession } from './plan-types.ts';

export interface TodayInPlan {
  /** The run meant for today; null: none is. */
  readonly run: PlannedRun | null;
  readonly others: readonly PlanSession[];
  /** The plan is shorter than what `today` allows, for a reason that stands in the run's `why`. */
  readonly holdsBack: boolean;
  /** `today` gives a run, and the plan has none for today. */
  readonly restsByPlan: boolean;
  readonly next: PlannedRun | null;
}

export function todayInPlan(answer: Today, plan: WeeksAhead): TodayInPlan {
  const ofToday = plan.sessions.filter(({ date }) => date === answer.date);
  const run = ofToday.find(isRunSession) ?? null;
  const given = answer.action === 'run' || answer.action === 'walk-run';
  return {
    run,
    others: ofToday.filter((session) => !isRunSession(session)),
    holdsBack:
      run !== null &&
      run.distanceM.known &&
      answer.distanceM.known &&
      run.distanceM.value < answer.distanceM.value,
    restsByPlan: given && run === null,
    next: plan.sessions.filter(isRunSession).find(({ date }) => date > answer.date) ?? null,
  };
}
