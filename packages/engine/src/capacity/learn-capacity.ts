/**
 * What do a runner's own check-ins say of the knee's edge? (K5, models.md B) The last 180 days are played again,
 * run by run; the same history gives the same answer in whatever order it is handed over. It only ever supports the
 * rule of three quarters: on simulated runners it erred by a sixth, low where capacity grew fast or pain came late.
 */
import { longestOf30Days } from '../audit/session-spikes.ts';
import { referenceCadenceSpm } from '../cadence/reference-cadence.ts';
import { atHour, parseIsoDay } from '../calendar/civil-day.ts';
import { known, type Measured, missing } from '../measured.ts';
import type { CheckIn, Side } from '../pain/check-in.ts';
import { dayOfCheckIn, isMorning, reportedRuns } from '../pain/reports.ts';
import type { Run } from '../run/run.ts';
import { advance, capacityPrior, type CapacityState } from './capacity-state.ts';
import { EDGE_SHARE, edgeLoad, planLoad, type Quantiles } from './exceed.ts';
import { learnFrom } from './learn-from.ts';
import { observedHistory, type TeachingRun } from './observed-runs.ts';
import { type Kilometre, kilometreChange, movedBy } from './other-kilometre.ts';
import { LEFTOVER_SHARE, TOO_SORE } from './settings.ts';
import { type UsualKilometre, usualKilometre } from './usual-kilometre.ts';

export interface LearnInput {
  /** The runner's local day `YYYY-MM-DD`; whatever came later is left out. */
  readonly date: string;
  readonly runs: readonly Run[];
  readonly checkIns: readonly CheckIn[];
  /** The knee that is asked about; null: both, the worse counts. */
  readonly side: Side | null;
  /** Pain at which a run is to stop, 0–10. */
  readonly ceiling: number;
  /** A morning above this is not settled; 1 unless told. 0–10 */
  readonly settled?: number;
  /** Pain now, before a run; left out: the worst morning of the day, 0 where none was told. */
  readonly painBefore?: number;
  /** Speed and cadence that are planned; left out: the usual kilometre. */
  readonly planned?: Kilometre;
}

export interface LearntCapacity {
  readonly state: CapacityState;
  readonly usual: UsualKilometre;
  /** Load of a planned kilometre, BW·s of one leg. */
  readonly perKmBws: number;
  /** Runs that something was learnt from, and those among them that came near the ceiling or left a raised morning. */
  readonly checkIns: number;
  readonly telling: number;
  /** Left of earlier runs, BW·s, and the share of today's edge that it already takes, 0–1. */
  readonly leftoverBws: number;
  readonly filledShare: number;
  readonly painBefore: number;
  /** Distance at which one run in five would be too much, with its 80 % interval. Metres; missing at pain of 2 and more. */
  readonly edgeM: Measured<Quantiles>;
  /** The same, reckoned also where it hurts too much for a distance to be told: a cap holds there as well. */
  readonly capM: Quantiles;
  /** Distance at which one in ten would be, less on a sore day: what plans stay within. Metres */
  readonly plan10M: number;
  /** `edge`: enough is known to show it. `at-least`: only "at least q10", and the rule speaks. `rule`: nothing is known. */
  readonly shown: 'edge' | 'at-least' | 'rule';
  /** Every run that taught, oldest first. */
  readonly learntFrom: readonly TeachingRun[];
}

// Our choices.
export const LEARNT_DAYS = 180;
/** Before anything is known: this share of the longest run of 30 days, or so many kilometres. */
const SHARE_OF_LONGEST = 0.7;
const WITHOUT_RUNS_KM = 4;
/** When the edge is shown: check-ins, widest q90 ÷ q10 as a ratio, and the pain of a usual morning, 0–10. */
export const CHECK_INS_FOR_EDGE = 4;
export const WIDEST_SHOWN = 3;
const USUALLY_SETTLED = 1;
/** A run today is taken to start at noon: what is left of earlier runs depends on it. */
const NOON = 12;
const METRES_PER_KM = 1000;

/** Whether a run came near the ceiling or left a raised morning: without one the edge is a guess from below. */
const isTelling = ({ said, ceiling, unsettled }: TeachingRun): boolean =>
  unsettled === true ||
  said.kind === 'onset' ||
  (said.kind === 'pain' && said.worst >= ceiling - 1) ||
  (said.kind === 'reached' && said.reached);

/** The interval stretched in ln by 1 + 1/k: it is too narrow after few check-ins. */
export function stretched({ q10, q50, q90 }: Quantiles, checkIns: number): Quantiles {
  const power = 1 + 1 / Math.max(1, checkIns);
  const away = (q: number): number => (q50 > 0 ? q50 * (q / q50) ** power : q);
  return { q10: away(q10), q50, q90: away(q90) };
}

function stateOn(
  day: number,
  teaching: readonly TeachingRun[],
  runs: readonly Run[],
  perKmBws: number,
): CapacityState {
  const [first] = teaching;
  const longestM = longestOf30Days(runs, first?.startAtMs ?? atHour(day, NOON, null));
  const usualKm = longestM.known ? SHARE_OF_LONGEST * (longestM.value / METRES_PER_KM) : WITHOUT_RUNS_KM;
  let state = capacityPrior(usualKm * perKmBws);
  // A day passes before the first run: the golden numbers have it so.
  let at = (first?.day ?? day) - 1;
  for (const run of teaching) {
    state = learnFrom(advance(state, Math.max(0, run.day - at)), run);
    at = Math.max(at, run.day);
  }
  return advance(state, Math.max(0, day - at));
}

/**
 * Plays a history again, up to and with a day, and reads the edge from it.
 * @returns missing where no run has a knee load, or the planned speed or cadence is outside the load model
 * @throws RangeError where `date` is no day or the ceiling is not above ½
 */
export function learnCapacity(input: LearnInput): Measured<LearntCapacity> {
  const { ceiling, settled = USUALLY_SETTLED } = input;
  if (!(ceiling > 0.5 && ceiling <= 10)) {
    throw new RangeError(`ceiling must be above 0.5 and at most 10, got ${ceiling}`);
  }
  const day = parseIsoDay(input.date);
  const checkIns = input.checkIns.filter(
    (checkIn) => (input.side === null || checkIn.side === input.side) && dayOfCheckIn(checkIn) <= day,
  );
  const inOrder = input.runs.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const reported = reportedRuns(inOrder, checkIns).filter((each) => each.day <= day);
  const usual = usualKilometre(reported, day);
  if (!usual.known) return usual;
  const { perKmBws } = usual.value;
  const from: Kilometre = {
    speedMps: usual.value.speedMps,
    cadenceSpm: usual.value.cadenceSpm ?? undefined,
    legM: input.planned?.legM,
  };
  const change = input.planned
    ? kilometreChange(from, withUsualStyle(input.planned, from))
    : known({ loadRatio: 1, logSd: 0 });
  if (!change.known) return change;

  const history = observedHistory(reported, checkIns, { ceiling, settled }, perKmBws, day - LEARNT_DAYS + 1);
  const state = stateOn(
    day,
    history.runs,
    reported.map(({ run }) => run),
    perKmBws,
  );
  const last = reported.at(-1)?.run;
  const leftoverBws = history.leftoverAt(atHour(day, NOON, last?.utcOffsetMin ?? null));
  const painBefore = input.painBefore ?? worstMorning(checkIns, day);
  const count = history.runs.length;
  const load = edgeLoad(state, EDGE_SHARE, leftoverBws, painBefore);
  const metres = (of: number): number => (of / perKmBws) * METRES_PER_KM;
  const edge = movedBy(
    stretched({ q10: metres(load.q10), q50: metres(load.q50), q90: metres(load.q90) }, count),
    change.value,
  );
  const telling = history.runs.filter(isTelling).length;
  const leftover = LEFTOVER_SHARE * leftoverBws;
  return known({
    state,
    usual: usual.value,
    perKmBws: perKmBws * change.value.loadRatio,
    checkIns: count,
    telling,
    leftoverBws,
    filledShare: leftover > 0 ? leftover / (leftover + load.q50) : 0,
    painBefore,
    edgeM:
      painBefore >= TOO_SORE
        ? missing({ reason: 'does-not-apply', what: 'a distance with pain of 2 and more before the run' })
        : known(edge),
    capM: edge,
    plan10M: metres(planLoad(state, leftoverBws, painBefore)) / change.value.loadRatio,
    shown:
      count === 0
        ? 'rule'
        : count >= CHECK_INS_FOR_EDGE && telling > 0 && edge.q90 <= WIDEST_SHOWN * edge.q10
          ? 'edge'
          : 'at-least',
    learntFrom: history.runs,
  });
}

/** A planned speed without a cadence is run in the usual style: so far from the population's line as ever. */
const withUsualStyle = (planned: Kilometre, usual: Kilometre): Kilometre => {
  if (planned.cadenceSpm !== undefined || usual.cadenceSpm === undefined) return planned;
  const style = usual.cadenceSpm / referenceCadenceSpm(usual.speedMps);
  return { ...planned, cadenceSpm: style * referenceCadenceSpm(planned.speedMps) };
};

const worstMorning = (checkIns: readonly CheckIn[], day: number): number =>
  checkIns.reduce(
    (worst, checkIn) =>
      isMorning(checkIn) && dayOfCheckIn(checkIn) === day ? Math.max(worst, checkIn.pain) : worst,
    0,
  );
