/** The strength page's answer: today's session or why there is none, what is locked, and what was done (K11). */
import {
  type Criterion,
  DOSES,
  type Exercise,
  type ExerciseId,
  exerciseOf,
  type Family,
  type JumpStage,
  type JumpTests,
  missing,
  mondayOf,
  morningsOf,
  ofTheAchingKnee,
  parseIsoDay,
  type PhaseCode,
  planAhead,
  type Prescribed,
  programmeFor,
  replay,
  type RoutineId,
  type Routine,
  ROUTINES,
  routineFor,
  runningSoFar,
  type SideBalance,
  sideBalance,
  sourceOf,
  type StrengthInput,
  strengthOfPlan,
  strengthToday,
  type StrengthToday,
  type Today,
  type TodayInput,
} from '@kneewise/engine';
import type { HistoryStore, KeptSession, StrengthSaid } from '@kneewise/store';
import { heeded } from '../check/standing.ts';
import { type Clock, systemClock } from '../clock.ts';
import { dayOf, daysBetween } from '../days.ts';
import { gatherHistory, type History, spokenDay } from '../history.ts';
import { todayFor } from '../today/today-for.ts';

/** An exercise of today with what a page shows beside it. */
export type Item = Prescribed &
  Pick<Exercise, 'dose' | 'kit' | 'evidence' | 'region'> & {
    readonly mark: ReturnType<typeof sourceOf>['mark'];
    /** Whether its last set is judged by what would still have gone. */
    readonly weighted: boolean;
  };

export interface StrengthAnswer extends Pick<
  StrengthToday,
  'phase' | 'day' | 'week' | 'jumps' | 'unlock' | 'minutes' | 'withPhysio' | 'reasons'
> {
  readonly date: string;
  readonly kind: StrengthToday['kind'] | 'ask-first';
  readonly family: Family;
  readonly nextPhase: readonly Criterion<PhaseCode>[];
  readonly items: readonly Item[];
  /** The list of the phase, for a day without a session; empty while someone has to look first. */
  readonly list: readonly ExerciseId[];
  /** Whether later stages belong to this programme at all. */
  readonly jumpsBelong: 'yes' | 'optional' | 'no';
  readonly said: StrengthSaid;
  readonly balance: readonly (SideBalance & { readonly exercise: ExerciseId })[];
  /** Newest first. */
  readonly sessions: readonly KeptSession[];
  readonly routines: readonly Routine[];
}

/** What was told of stairs and tests speaks for so long. Our choice; days */
export const SAID_HOLDS_DAYS = 28;
const NO_TESTS: JumpTests = { calfRaises: null, oneLegSquats: null, balanceS: null, pogos: null };
const ROUTINE_IDS: readonly RoutineId[] = ROUTINES.map(({ id }) => id);

/** @param date the day to speak as of, else the store's own today. @throws {RangeError} where it is no day */
export async function strengthFor(
  store: HistoryStore,
  runnerId: string,
  date: string | null = null,
  clock: Clock = systemClock,
): Promise<StrengthAnswer> {
  const [history, today, sessions] = await Promise.all([
    gatherHistory(store, runnerId),
    todayFor(store, runnerId, date, clock),
    store.strengthSessions(runnerId),
  ]);
  const asOf = date ?? spokenDay(history, clock);
  const input = inputOf(history, today, sessions, asOf);
  const { exercises, nextPhase, ...answer } = besideRuns(input, history);
  const { programme } = programmeFor(input.families);
  // Warning signs are asked about first: until then nothing is prescribed.
  const kind = today.action === 'ask-first' && today.stage === 'UNCHECKED' ? 'ask-first' : answer.kind;
  const closed = kind === 'ask-first' || kind === 'refer';
  const listed = answer.phase === 'calm' ? programme.calm : programme[answer.phase][answer.day ?? 'A'];
  const sore = input.painNow !== null && input.painNow > input.limits.settled;
  return {
    ...answer,
    date: asOf,
    kind,
    family: today.family,
    nextPhase,
    items:
      kind === 'session'
        ? [
            ...exercises.map(itemOf),
            ...(answer.jumps === null ? [] : [jumpItem(answer.jumps, input.limits.exercise)]),
          ]
        : [],
    list: closed ? [] : listed.map(([first]) => first),
    jumpsBelong: programme.jumps,
    said: history.settings.strength ?? {},
    balance: balanceOf(sessions),
    sessions: sessions.toReversed(),
    routines: closed ? [] : ROUTINE_IDS.map((id) => routineFor(id, input.families, sore)),
  };
}

const shownWith = (id: ExerciseId): Pick<Item, 'dose' | 'kit' | 'evidence' | 'region' | 'mark'> => {
  const { dose, kit, evidence, region } = exerciseOf(id);
  return { dose, kit, evidence, region, mark: sourceOf(evidence).mark };
};

const itemOf = (prescribed: Prescribed): Item => ({
  ...prescribed,
  ...shownWith(prescribed.exercise),
  weighted: exerciseOf(prescribed.exercise).levels[prescribed.level - 1]?.weighted === true,
});

/** The stage of jumps of today, as one more exercise. */
function jumpItem({ exercise, level }: JumpStage, painLimit: number): Item {
  const { levels, perSide } = exerciseOf(exercise);
  const own = levels[level - 1] ?? {};
  const usual = DOSES.plyometric;
  return {
    ...shownWith(exercise),
    exercise,
    level,
    sets: own.sets ?? usual.sets,
    reps: own.holdS === undefined ? (own.reps ?? usual.reps) : null,
    holdS: own.holdS ?? null,
    tempo: usual.tempo,
    restS: usual.restS,
    reserve: usual.reserve,
    perSide,
    firstSide: null,
    loadKg: missing({ reason: 'does-not-apply', what: 'load of this exercise' }),
    short: false,
    painLimit,
    cautions: [],
    reasons: [],
    weighted: false,
  };
}

function balanceOf(sessions: readonly KeptSession[]): StrengthAnswer['balance'] {
  const done = new Set(sessions.flatMap(({ exercises }) => exercises.map(({ exercise }) => exercise)));
  return [...done].flatMap((exercise) => {
    const balance = sideBalance(sessions, exercise);
    return balance.known ? [{ exercise, ...balance.value }] : [];
  });
}

/** The worst that was said of the knee today, 0–10; null: nothing yet. */
function painOf(date: string, { pains }: History): number | null {
  const said = pains.filter(({ atMs, utcOffsetMin }) => dayOf(atMs, utcOffsetMin) === date);
  return said.reduce<number | null>((worst, { pain }) => Math.max(worst ?? 0, pain), null);
}

function inputOf(
  history: History,
  today: Today,
  sessions: readonly KeptSession[],
  date: string,
): StrengthInput {
  const { runs, settings } = history;
  const { family, side, otherFamilies = [], events, ache } = heeded(history, date);
  const families = [family, ...otherFamilies];
  const checkIns = ofTheAchingKnee(history.checkIns, side);
  const onset = settings.onset?.date ?? null;
  const played = replay({
    date,
    runs,
    checkIns,
    events,
    onset,
    families,
    ache: ache ?? 'unsure',
    easySpeedMps: null,
  });
  const { kit = [], stairs, tests, wantsJumps = false } = settings.strength ?? {};
  const holds = <T extends { readonly date: string }>(said: T | undefined): T | null =>
    said !== undefined && Math.abs(daysBetween(said.date, date)) <= SAID_HOLDS_DAYS ? said : null;
  return {
    date,
    families,
    soreSide: side,
    stage: today.stage,
    light: today.light,
    limits: played.limits,
    sessions,
    mornings: morningsOf(checkIns),
    runDates: runs.map(({ startAtMs, utcOffsetMin }) => dayOf(startAtMs, utcOffsetMin)),
    painNow: painOf(date, history),
    stairsPain: holds(stairs)?.pain ?? null,
    kit,
    running: runningSoFar(played, parseIsoDay(date)),
    tests: holds(tests) ?? NO_TESTS,
    wantsJumps,
    planned: null,
    hardTomorrow: null,
  };
}

/** What today's answer was asked with. */
function askedOf(history: History, date: string): TodayInput {
  const { runs, others, checkIns, settings } = history;
  return { date, runs, others, checkIns, onset: settings.onset?.date ?? null, ...heeded(history, date) };
}

/** Heavy work yields to what tomorrow holds; the plan is asked only where there is some. */
function besideRuns(input: StrengthInput, history: History): StrengthToday {
  const alone = strengthToday(input);
  return alone.kind === 'session' && alone.phase !== 'calm'
    ? strengthToday({ ...input, hardTomorrow: hardTomorrow(askedOf(history, input.date)) })
    : alone;
}

/** Whether tomorrow holds a long or hard run; null where no run is planned at all. */
function hardTomorrow(asked: TodayInput): boolean | null {
  const today = parseIsoDay(asked.date);
  const plan = planAhead({
    today: asked,
    // Tomorrow is what is asked for: on a Sunday it is in the next week.
    weeks: mondayOf(today + 1) === mondayOf(today) ? 1 : 2,
    days: null,
    longDay: null,
    mostRuns: null,
    goal: { longM: null, hills: false, speed: false, downhill: false },
    race: null,
    changes: [],
    requested: [],
    cadence: null,
    strength: null,
    moves: [],
  });
  if (plan.blocked !== null) return null;
  return strengthOfPlan(plan, asked.date).hardTomorrow;
}
