/** What the weeks ahead are worked out from: the history as it stands on a day, and what was kept of the plan. */
import {
  cadenceCoach,
  type ChangeKind,
  type DoneSession,
  learntForToday,
  type MadeChange,
  mapMeasured,
  type PlanInput,
  type StrengthPhase,
  strengthForPlan,
  type TodayInput,
  type WeeksAhead,
} from '@kneewise/engine';
import type { PlanSaid } from '@kneewise/store';
import { heeded } from '../check/standing.ts';
import { dayOf, daysBetween } from '../days.ts';
import type { History } from '../history.ts';

/** Today's question, with what was learnt, as the page Today asks it. */
export function askedOf(history: History, date: string): TodayInput {
  const { runs, others, checkIns, settings } = history;
  const asked: TodayInput = {
    date,
    runs,
    others,
    checkIns,
    onset: settings.onset?.date ?? null,
    ...heeded(history, date),
  };
  const learnt = learntForToday(asked);
  return learnt === undefined ? asked : { ...asked, learnt };
}

/** Distance and ladder are told by the runs themselves. */
const TOLD_BY_RUNS: ReadonlySet<ChangeKind> = new Set(['duration', 'ladder-step']);

/** Changes made by a day: those kept, and those the plan had for a day that then brought a run. */
export function madeBy({ changes = [], expected = [] }: PlanSaid, { runs }: History, date: string) {
  const ran = new Set(runs.map(({ startAtMs, utcOffsetMin }) => dayOf(startAtMs, utcOffsetMin)));
  const known = new Set(changes.map(({ kind, date: on }) => `${kind} ${on}`));
  const since = expected.filter(
    ({ kind, date: on }) => on <= date && ran.has(on) && !known.has(`${kind} ${on}`),
  );
  return [...changes, ...since];
}

/** Days of a plan whose changes are kept: any look ahead holds them, and the next one goes on from there. Our choice. */
const KEPT_DAYS = 7;

/** Changes the plan has for the next days, to be kept until their day. */
export const expectedBy = ({ changes, date }: WeeksAhead): readonly MadeChange[] =>
  changes
    .filter(({ kind, date: on }) => {
      const ahead = daysBetween(date, on);
      return ahead >= 0 && ahead < KEPT_DAYS && !TOLD_BY_RUNS.has(kind);
    })
    .map(({ kind, date: on }) => ({ kind, date: on }));

export interface PlanGround {
  readonly history: History;
  readonly date: string;
  readonly weeks: number;
  readonly phase: StrengthPhase;
  readonly sessions: readonly DoneSession[];
}

export function planInputOf({ history, date, weeks, phase, sessions }: PlanGround): PlanInput {
  const { settings, runs } = history;
  const { plan = {}, cadence = null, cadenceCounts = [] } = settings;
  const today = askedOf(history, date);
  const race = plan.race ?? null;
  const families = [today.family, ...(today.otherFamilies ?? [])];
  return {
    today,
    weeks,
    days: null,
    longDay: null,
    mostRuns: null,
    goal: {
      longM: null,
      hills: race?.terrain === 'hilly' || race?.terrain === 'downhill' || race?.terrain === 'trail',
      speed: false,
      downhill: race?.terrain === 'downhill',
    },
    race,
    changes: madeBy(plan, history, date),
    requested: [],
    cadence:
      cadence === null
        ? null
        : {
            ...cadence,
            targetSpm: mapMeasured(
              cadenceCoach({
                date,
                runs,
                programme: cadence,
                sessionBins: new Map(),
                counts: cadenceCounts,
              }).target,
              ({ targetSpm }) => targetSpm,
            ),
          },
    strength: strengthForPlan(phase, sessions, families, date),
    // What was put on a day that is over has had its effect.
    moves: (plan.moves ?? []).filter(({ to }) => to >= date),
  };
}
