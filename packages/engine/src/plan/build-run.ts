/** One planned run, made of what `today` would say of its day: shorter where the plan has a reason, never longer. */
import { METRES_PER_KM, SECONDS_PER_MINUTE } from '../units.ts';
import { DAYS_PER_WEEK, isoDay, parseIsoDay } from '../calendar/civil-day.ts';
import { BEAT_FROM_LADDER_STEP } from '../cadence/cadence-gate.ts';
import { BEAT_SESSIONS_A_WEEK, type BeatPlan, CADENCE_WEEKS } from '../cadence/cadence-weeks.ts';
import { type Measured, known, mapMeasured, missing } from '../measured.ts';
import { type LadderStep, runningMinutes } from '../pain/ladder.ts';
import type { Today } from '../today/today-types.ts';
import type { Draft, Slot } from './draft.ts';
import type { ChangeKind, HardWork, PlannedRun, PlanReason, RunKind, Surface } from './plan-types.ts';
import { planReason } from './plan-reasons.ts';

/** Walking before and after a walk-run. [walk-run-protocol; minutes our choice] */
const WALK_ROUND_MIN = 5;
/** Planned distances are told to 100 m, never up. Our choice. */
const TOLD_TO_M = 100;

export const toldDown = (metres: number): number => Math.floor((metres + 1e-6) / TOLD_TO_M) * TOLD_TO_M;

/** Seconds of a step with its walking. */
export const stepSeconds = ({ repeats, runMin, walkMin }: LadderStep): number =>
  (2 * WALK_ROUND_MIN + repeats * runMin + (repeats - 1) * walkMin) * SECONDS_PER_MINUTE;

/** The beat of a day in the six weeks; none before step 4 of the ladder or after three runs of the week. */
function beatOn({ input, week }: Draft, day: number, ladder: LadderStep | null): BeatPlan | null {
  const { cadence } = input;
  if (cadence === null || week.beats >= BEAT_SESSIONS_A_WEEK) return null;
  if (ladder !== null && ladder.step < BEAT_FROM_LADDER_STEP) return null;
  const since = day - parseIsoDay(cadence.startedOn);
  const plan = since < 0 ? undefined : CADENCE_WEEKS[Math.floor(since / DAYS_PER_WEEK)];
  return plan === undefined || plan.beat.kind === 'none' ? null : plan.beat;
}

export interface RunParts {
  readonly slot: Slot;
  readonly day: number;
  readonly answer: Today;
  readonly kind: RunKind;
  readonly distanceM: Measured<number>;
  readonly ladder: LadderStep | null;
  readonly easySpeedMps: number | null;
  readonly work: HardWork | null;
  readonly surface: Surface;
  readonly change: ChangeKind | null;
  readonly why: readonly PlanReason[];
}

export const secondsOf = (metres: Measured<number>, easySpeedMps: number | null): Measured<number> =>
  easySpeedMps === null
    ? missing({ reason: 'not-recorded', what: 'easy pace' })
    : mapMeasured(metres, (m) => Math.round(m / easySpeedMps));

/** Puts the parts together; adds what is true of every run. */
export function buildRun(draft: Draft, parts: RunParts): PlannedRun {
  const { slot, day, answer, kind, ladder, change } = parts;
  const beat = beatOn(draft, day, ladder);
  const target = draft.input.cadence?.targetSpm;
  const first = draft.runs.length === 0;
  return {
    id: slot.id,
    date: isoDay(day),
    kind,
    distanceM: parts.distanceM,
    allowsM: answer.distanceM,
    durationS: ladder === null ? secondsOf(parts.distanceM, parts.easySpeedMps) : known(stepSeconds(ladder)),
    paceSPerKm: answer.easyPaceSPerKm,
    cadenceSpm: target?.known === true ? target : answer.cadenceSpm,
    beat,
    ladder,
    work: parts.work,
    surface: parts.surface,
    ceiling: answer.ceiling,
    change,
    provisional: !first,
    moved: slot.moved,
    why: [
      ...parts.why,
      ...(change === null ? [] : [planReason(`change-${change}`), planReason('one-change')]),
      ...(beat === null ? [] : [planReason('beat-week')]),
      ...(slot.moved ? [planReason('you-moved-it')] : []),
      planReason(first ? 'as-today-says' : 'if-quiet'),
    ],
  };
}

/** Seconds of running alone, as a run of this plan is imagined to be done. */
export function imaginedSeconds(run: PlannedRun, easySpeedMps: number): number {
  if (run.ladder !== null) return runningMinutes(run.ladder) * SECONDS_PER_MINUTE;
  return run.distanceM.known ? run.distanceM.value / easySpeedMps : 0;
}

/** Pace that stands in where the runner's own is not known, m/s: a slow jog. Our choice; only to imagine, never shown. */
export const IMAGINED_SPEED_MPS = METRES_PER_KM / 420;
