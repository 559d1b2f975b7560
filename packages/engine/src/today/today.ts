/**
 * Run today? How far, and why? (K6) The rule that always works: training.md §4 and §7 over the history.
 * It gathers, plays the rows, plans, looks at the gates, and tells the sum that ends in the answer.
 */
import { METRES_PER_KM } from '../units.ts';
import { parseIsoDay, isoDay } from '../calendar/civil-day.ts';
import { FLAG_QUESTIONS } from '../check/flag-questions.ts';
import { type Measured, known, missing, valueOrNull } from '../measured.ts';
import { rungOf, runningMinutes } from '../pain/ladder.ts';
import { ofTheAchingKnee } from '../pain/of-the-aching-knee.ts';
import { NO_ACHE_DAYS, type PainHistory, quietState, type Replay, replay } from '../pain/replay.ts';
import { dayOfCheckIn, reportedRuns } from '../pain/reports.ts';
import { daysOff } from '../pain/size.ts';
import type { NoteCode, PainState } from '../pain/state.ts';
import { dueCheckIns } from './due.ts';
import { easyOf } from './easy.ts';
import { type Gate, gatesShut, latestMorning } from './gates.ts';
import { lastEdgeOf } from './last-edge.ts';
import { type Plan, type Term, planFor, toldMetres } from './plan.ts';
import { reason } from './reasons.ts';
import type { Action, ReasonStep, Today, TodayInput } from './today-types.ts';
import { wouldChange } from './would-change.ts';

export type * from './today-types.ts';

const doesNotApply = (what: string) => missing({ reason: 'does-not-apply', what });

const distanceOf = (plan: Plan): Measured<number> => {
  switch (plan.kind) {
    case 'run':
      return known(plan.metres);
    case 'walk-run':
    case 'cannot-say':
      return plan.metres;
    case 'calm':
    case 'pause':
    case 'refer':
      return doesNotApply('distance while the knee calms');
  }
};

const ACTION_OF: Readonly<Record<Plan['kind'], Action>> = {
  run: 'run',
  'walk-run': 'walk-run',
  'cannot-say': 'cannot-say',
  calm: 'cross-train',
  pause: 'rest',
  refer: 'see-someone',
};

/** The plan's action, unless a question or a gate comes first. */
function actionOf(plan: Plan, gates: readonly Gate[], flags: TodayInput['flags']): Action {
  if (plan.kind === 'refer') return 'see-someone';
  if (flags === 'unanswered') return 'ask-first';
  if (plan.kind !== 'run' && plan.kind !== 'walk-run') return ACTION_OF[plan.kind];
  if (gates.some(({ means }) => means !== 'ask')) return 'rest';
  return gates.length > 0 ? 'ask-first' : ACTION_OF[plan.kind];
}

/** Notes of the pain rules are told for so long. Our choice. */
const NOTE_DAYS = 14;

const learntEdgeOf = ({ learnt }: TodayInput): Today['learntEdge'] =>
  learnt === undefined
    ? null
    : { edge20M: learnt.edge20M, lowM: learnt.intervalM[0], highM: learnt.intervalM[1] };

interface Told {
  readonly input: TodayInput;
  readonly played: Replay;
  readonly plan: Plan;
  readonly gates: readonly Gate[];
  readonly day: number;
  readonly action: Action;
  readonly distanceM: Measured<number>;
  readonly lastEdge: Today['lastEdge'];
}

/** What is known, before the terms that set the distance. */
function knownSteps({ input, played, plan, day, lastEdge }: Told): ReasonStep[] {
  const { limits, reported, state, aching } = played;
  const steps: ReasonStep[] = [];
  if (plan.kind === 'refer') return [reason('flags-raised', {}, null, true)];
  if (input.flags === 'unanswered') steps.push(reason('flags-open', { questions: FLAG_QUESTIONS.length }));
  const last = reported.at(-1);
  if (!last) return [...steps, reason('no-runs')];
  if (aching === 'unsure') steps.push(reason('ache-not-said', { days: NO_ACHE_DAYS }));
  const days = day - last.day;
  if (daysOff(days).kind !== 'as-planned') steps.push(reason('days-off', { days, runId: last.run.id }));
  if (lastEdge && plan.kind !== 'calm' && plan.kind !== 'pause') {
    const edgeDay = reported.find(({ run }) => run.id === lastEdge.runId)?.day ?? day;
    steps.push(
      reason('edge-reached', {
        runId: lastEdge.runId,
        date: isoDay(edgeDay),
        edgeM: lastEdge.onsetM,
        pain: lastEdge.pain,
        ceiling: limits.ceiling,
      }),
    );
  }
  const morning = latestMorning(input, played, day);
  if (morning && morning.pain <= limits.settled) {
    steps.push(
      reason('morning-settled', { pain: morning.pain, settled: limits.settled, date: isoDay(morning.day) }),
    );
  }
  const noted = new Set<NoteCode>(
    state.notes.filter((note) => day - note.day < NOTE_DAYS).map(({ code }) => code),
  );
  return [...steps, ...[...noted].map((code) => reason(code))];
}

/** Kilometres with one decimal, as both are shown. */
const shownAs = (metres: number): string => (metres / METRES_PER_KM).toFixed(1);

/** A term and the answer must read alike: where rounding parts them, the sum shows what is told. */
function toldTerm(term: Term, plan: Extract<Plan, { kind: 'run' }>): number {
  const told = term === plan.binding ? plan.metres : toldMetres(term.allowsM, [term]);
  return shownAs(term.allowsM) === shownAs(told) ? term.allowsM : told;
}

/** The terms that set a distance, the one that decided marked. */
function termSteps({ plan }: Told, gated: boolean): ReasonStep[] {
  if (plan.kind === 'run') {
    return plan.terms.map((term) =>
      reason(term.code, term.figures, toldTerm(term, plan), !gated && term === plan.binding),
    );
  }
  if (plan.kind !== 'walk-run') return [];
  const { rung, metres, terms } = plan;
  return [
    ...terms.map((term) => reason(term.code, term.figures, term.allowsM)),
    reason(
      'ladder-step',
      {
        step: rung.step,
        repeats: rung.repeats,
        runMin: rung.runMin,
        walkMin: rung.walkMin,
        minutes: runningMinutes(rung),
      },
      valueOrNull(metres),
      !gated,
    ),
  ];
}

/** The chain: what is known, what each term allows, what stands against it, the answer. */
function reasonsOf(told: Told): readonly ReasonStep[] {
  const { plan, gates, action, distanceM } = told;
  const shut = plan.kind === 'run' || plan.kind === 'walk-run' ? gates : [];
  const blocking = action === 'rest' ? shut.find(({ means }) => means !== 'ask') : undefined;
  const stands = plan.kind === 'calm' || plan.kind === 'pause' ? [reason(plan.kind, {}, null, true)] : [];
  return [
    ...knownSteps(told),
    ...termSteps(told, blocking !== undefined || (!distanceM.known && plan.kind === 'run')),
    ...stands,
    ...shut.map((gate) => reason(gate.code, gate.figures, null, gate === blocking)),
    reason(
      'answer',
      { action, ...(distanceM.known ? { distanceM: distanceM.value } : {}) },
      valueOrNull(distanceM),
    ),
  ];
}

/** What would stand for a knee that has not ached for 28 days: only where nobody has said. */
function ifNoAcheOf(played: Replay, day: number, input: TodayInput): Today['ifNoAche'] {
  if (played.aching !== 'unsure') return doesNotApply('whether the knee ached is known');
  const quiet: PainState = {
    ...quietState(played.ground, day),
    lastRunDay: played.state.lastRunDay,
    lastRunM: played.state.lastRunM,
  };
  return distanceOf(planFor(quiet, { ...played, state: quiet, aching: 'no' }, day, input));
}

function nextOf(gates: readonly Gate[], action: Action, plan: Plan): Today['next'] {
  const later = gates.find(({ means }) => means === 'later');
  if (
    (action !== 'rest' && action !== 'ask-first') ||
    !later ||
    later.readyAtMs === undefined ||
    gates.some(({ means }) => means === 'no')
  ) {
    return null;
  }
  return {
    date: String(later.figures['readyDate']),
    notBeforeMs: later.readyAtMs,
    distanceM: distanceOf(plan),
  };
}

/**
 * A runner says that nothing aches and reports pain all the same: the report counts, but it must not open more than
 * the same runs without it would. So both are played, and the shorter stands.
 */
function saferPlan(plan: Plan, history: PainHistory, played: Replay, input: TodayInput): Plan {
  if (history.ache !== 'no' || played.aching !== 'yes') return plan;
  const quiet = replay({ ...history, takeAtWord: true });
  const other = planFor(quiet.state, quiet, parseIsoDay(history.date), input);
  if (plan.kind !== 'run' && plan.kind !== 'walk-run') return plan;
  if (plan.kind === 'walk-run' && other.kind === 'walk-run')
    return other.rung.step < plan.rung.step ? other : plan;
  if (plan.kind !== 'run' || other.kind !== 'run') return other.kind === 'run' ? plan : other;
  return other.metres < plan.metres ? other : plan;
}

/**
 * Flags that were answered as raised, where no event tells of it: the answer itself then refers. Otherwise events do,
 * and only `cleared-by-professional` or `answers-corrected` end it.
 */
function isReferred({ flags, events = [] }: TodayInput, day: number): boolean {
  const told = events.some(({ kind, date }) => kind === 'flag-raised' && parseIsoDay(date) <= day);
  return flags === 'raised' && !told;
}

/** Shown while something keeps the runner from any stage. */
function standing({ flags }: TodayInput, { state }: Replay, plan: Plan): Pick<Today, 'stage' | 'light'> {
  if (plan.kind === 'refer') return { stage: state.stage, light: 'REFER' };
  if (flags === 'unanswered')
    return { stage: 'UNCHECKED', light: state.light === 'GO' ? 'HOLD' : state.light };
  // A way in that is open without tests: the plan already runs, carefully.
  if (state.stage === 'CALM' && plan.kind === 'run') return { stage: 'BUILD', light: 'HOLD' };
  if (plan.kind === 'walk-run')
    return { stage: 'LADDER', light: state.stage === 'CALM' ? 'HOLD' : state.light };
  return { stage: state.stage, light: state.light };
}

/**
 * Today's answer for one runner.
 *
 * While the flag questions are open it asks them and tells the distance that would stand if none is raised.
 * A raised flag, PAUSE and CALM never give a run; an answer that is worse or missing never lengthens one.
 * O(n log n + days since the first check-in of the episode).
 * @throws RangeError where `date`, `onset` or an event's date is not a day
 */
export function today(asked: TodayInput): Today {
  const input: TodayInput = { ...asked, checkIns: ofTheAchingKnee(asked.checkIns, asked.side) };
  const day = parseIsoDay(input.date);
  const easy = easyOf(
    reportedRuns(input.runs, []).filter((reported) => reported.day <= day),
    day,
  );
  const history: PainHistory = {
    date: input.date,
    runs: input.runs,
    checkIns: input.checkIns,
    events: input.events ?? [],
    onset: input.onset,
    families: [input.family, ...(input.otherFamilies ?? [])],
    ache: input.ache ?? 'unsure',
    easySpeedMps: valueOrNull(easy.speedMps),
  };
  const played = replay(history);
  const plan: Plan = isReferred(input, day)
    ? { kind: 'refer' }
    : saferPlan(planFor(played.state, played, day, input), history, played, input);
  const gates = gatesShut(played.state, played, day, input);
  const action = actionOf(plan, gates, input.flags);
  const forbidden =
    action === 'rest' || action === 'see-someone' || gates.some(({ means }) => means === 'no');
  const distanceM = forbidden ? doesNotApply('distance on a day without a run') : distanceOf(plan);
  const lastEdge = lastEdgeOf(played);
  const ifNoAche =
    plan.kind === 'refer' || forbidden
      ? doesNotApply('distance on a day without a run')
      : ifNoAcheOf(played, day, input);
  const told: Told = { input, played, plan, gates, day, action, distanceM, lastEdge };
  const lastRunDay = played.reported.at(-1)?.day ?? -Infinity;
  const stopSaid =
    played.reported.at(-1)?.report.stopSign === true ||
    input.checkIns.some((said) => {
      const saidDay = dayOfCheckIn(said);
      return said.stopSign === true && saidDay >= lastRunDay && saidDay <= day;
    });
  return {
    date: input.date,
    action,
    ...standing(input, played, plan),
    distanceM,
    ladder: plan.kind === 'walk-run' && !forbidden ? rungOf(plan.rung.step) : null,
    ifNoAche,
    next: nextOf(gates, action, plan),
    ceiling: played.limits.ceiling,
    family: input.family,
    side: input.side,
    lastEdge,
    learntEdge: plan.kind === 'refer' ? null : learntEdgeOf(input),
    easyPaceSPerKm: plan.kind === 'refer' ? doesNotApply('how to run') : easy.paceSPerKm,
    cadenceSpm: plan.kind === 'refer' ? doesNotApply('how to run') : easy.cadenceSpm,
    reasons: reasonsOf(told),
    wouldChange: wouldChange(action, plan, played, input, ifNoAche),
    due: dueCheckIns(played.reported, day, input.side),
    questions: input.flags === 'unanswered' || (stopSaid && plan.kind !== 'refer') ? FLAG_QUESTIONS : [],
  };
}
