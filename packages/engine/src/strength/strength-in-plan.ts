/** What the plan needs to know of strength, and what strength needs to know of the plan. */
import { DAYS_PER_WEEK, isoDay, parseIsoDay } from '../calendar/civil-day.ts';
import type { Family } from '../pain/family.ts';
import { isHard } from '../plan/place-strength.ts';
import { type PlanInput, type WeeksAhead, isRunSession, isStrengthSession } from '../plan/plan-types.ts';
import { blockOf } from './block.ts';
import type { StrengthPhase } from './programmes.ts';
import { type PlannedStrength, heavyPerWeek, isHeavy } from './strength-today.ts';
import type { DoneSession } from './strength-log.ts';

/** For `PlanInput.strength`. @param date local day of the plan, `YYYY-MM-DD` */
export function strengthForPlan(
  phase: StrengthPhase,
  sessions: readonly DoneSession[],
  families: readonly Family[],
  date: string,
): NonNullable<PlanInput['strength']> {
  const heavy = sessions.filter(isHeavy);
  return {
    phase,
    done: sessions.map((session) => ({ date: session.date, heavy: isHeavy(session) })),
    perWeek: heavyPerWeek(families, blockOf(heavy, parseIsoDay(date)).week),
  };
}

/** For `planned`, `hardTomorrow` and `newStageThisWeek` of `StrengthInput`: what the plan has for a day and the one after. */
export function strengthOfPlan(
  { sessions, until, changes }: WeeksAhead,
  date: string,
): {
  readonly planned: PlannedStrength;
  readonly hardTomorrow: boolean | null;
  readonly newStageThisWeek: boolean;
} {
  const day = parseIsoDay(date);
  const tomorrow = isoDay(parseIsoDay(date) + 1);
  const session = sessions.filter(isStrengthSession).find((each) => each.date === date);
  return {
    planned: session?.slot ?? 'none',
    newStageThisWeek: changes.some(({ kind, date: from }) => {
      const since = day - parseIsoDay(from);
      return kind === 'jumps' && since >= 0 && since < DAYS_PER_WEEK;
    }),
    hardTomorrow:
      tomorrow > until
        ? null
        : sessions.some((each) => each.date === tomorrow && isRunSession(each) && isHard(each)),
  };
}
