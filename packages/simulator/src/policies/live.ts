/**
 * Weeks of a runner of any variant under a policy (models.md A): what was run, what was felt, what was said. The chance
 * of every day is drawn beforehand, so that policies and variants meet the same days.
 */
import { clip } from '../random.ts';
import { cadenceOnLine } from '../model/cadence-line.ts';
import {
  adaptOneDay,
  afterDose,
  afterHours,
  capacityToday,
  restPain,
  stateAtStart,
  type KneeState,
} from '../model/knee-state.ts';
import type { PolicyMaker, RunReport } from '../model/policy.ts';
import { loadPerKmBws, peakForceBw } from '../model/true-load.ts';
import { type Days, DAYS_PER_WEEK } from './chance.ts';
import { feltAt, ratioFelt } from './pain-form.ts';
import type { VariantRunner } from './variant.ts';

/** A report that also says whether the worst pain was at the start and eased on the way (V3). */
export interface VariantReport extends RunReport {
  readonly eased: boolean;
}

export interface VariantRunDay {
  readonly report: VariantReport;
  /** The knee just before the run, and what was really felt. */
  readonly before: KneeState;
  readonly truth: {
    readonly painBefore: number;
    readonly pain: number;
    readonly ceilingReached: boolean;
    readonly evening: number;
    readonly morning: number;
    readonly at48h: number;
    readonly settled: boolean;
  };
}

export interface Life {
  readonly runs: readonly VariantRunDay[];
  readonly end: KneeState;
  /** Mornings of 3 or more, or 2 and more after 48 h; once a week at most. */
  readonly flares: number;
}

const RUN_DAYS = { 3: [0, 2, 5], 4: [0, 2, 4, 6] } as const;
const HOURS = { evening: 3.5, morning: 13.5, second: 48, day: 24 } as const;
const FALLS_OUT = 0.07;
const SPEED = { daySd: 0.04, fastShare: 0.15, fastFactor: 1.12 } as const;
const CADENCE_DAY_SD_SPM = 2.4;
/** Noise in what is said, not in what is felt. */
const REPORTS = { pain: 0.7, before: 0.4, place: 0.08 } as const;
const MISSING = { pain: 0.1, place: 0.25, morning: 0.2 } as const;
const WAY_HOME = { least: 0.02, sd: 0.1 } as const;
const UNSETTLED = { feltLeast: 1.5, feltOver: 0.5, saidLeast: 2, saidOver: 1 } as const;
const FLARE = { morning: 3, at48h: 2 } as const;
const LIFE = {
  oneDayIn: 14,
  kinds: 3,
  sleepLn: -0.15,
  sleepDays: 2,
  onFeet: [0.3, 1.3],
  illDays: 4,
} as const;
/** What a runner calls "3" is felt from 2.5 on. */
const HALF = 0.5;
const MOST_PAIN = 10;

const on = (column: Float64Array, day: number): number => column[day] as number;
const said = (felt: number, noise: number): number => Math.round(clip(felt + noise, 0, MOST_PAIN));

/**
 * @param days what befalls the runner; as many as are lived
 * @param ceiling pain at which a run is to stop, 0–10
 */
export function live(runner: VariantRunner, days: Days, makePolicy: PolicyMaker, ceiling = 3): Life {
  const { longRunKm, runsPerWeek } = runner;
  const policy = makePolicy({ longRunKm, runsPerWeek, ceiling }, days.policy.fork('plan'));
  const runDays: readonly number[] = RUN_DAYS[runsPerWeek];
  const runs: VariantRunDay[] = [];
  let sleepsBadlyUntil = -1;
  let illUntil = -1;
  let state = stateAtStart(runner);
  let unheard: RunReport | null = null;
  let flares = 0;
  let lastFlareDay = -DAYS_PER_WEEK;
  const later = (hours: number): number => restPain(runner, afterHours(runner, state, hours));
  const countFlare = (day: number): void => {
    const flare = later(HOURS.morning) >= FLARE.morning || later(HOURS.second) >= FLARE.at48h;
    if (!flare || day - lastFlareDay < DAYS_PER_WEEK) return;
    flares += 1;
    lastFlareDay = day;
  };
  for (let day = 0; day < days.count; day += 1) {
    if (day > 0) state = adaptOneDay(runner, afterHours(runner, state, HOURS.day));
    if (day % DAYS_PER_WEEK === 0 && on(days.jump, day) < runner.jumps.chance) {
      const factor = Math.exp(runner.jumps.sd * on(days.jumpSize, day));
      state = { ...state, capacityBws: state.capacityBws * factor };
    }
    if (on(days.life, day) < 1 / LIFE.oneDayIn) {
      const kind = Math.floor(LIFE.kinds * on(days.lifeKind, day));
      if (kind === 0) sleepsBadlyUntil = day + LIFE.sleepDays;
      if (kind === 1) illUntil = day + LIFE.illDays;
      if (kind === 2) {
        state = onFeet(runner, state, on(days.lifeSize, day));
        countFlare(day);
      }
    }
    const due = runDays.includes(day % DAYS_PER_WEEK) && on(days.fallsOut, day) >= FALLS_OUT;
    if (!due || day < illUntil) continue;
    // The answer at 48 h is only there when two days have passed.
    if (unheard !== null) policy.learn(day - unheard.day < 2 ? { ...unheard, raisedAt48h: null } : unheard);
    unheard = null;
    const painBefore = said(restPain(runner, state), REPORTS.before * on(days.saidBefore, day));
    const plan = policy.plan({ day, painBefore });
    if (plan === null) continue;
    const done = runOnce(
      runner,
      state,
      days,
      { day, ceiling, saidBefore: painBefore, plan },
      day < sleepsBadlyUntil ? LIFE.sleepLn : 0,
    );
    state = done.after;
    runs.push(done.run);
    unheard = done.run.report;
    countFlare(day);
  }
  return { runs, end: state, flares };
}

/** A day on one's feet: load left over and irritation, without the training. */
function onFeet(runner: VariantRunner, state: KneeState, size: number): KneeState {
  const [low, high] = LIFE.onFeet;
  const doseBws = (low + (high - low) * size) * state.capacityBws;
  const after = afterDose(runner, state, doseBws / capacityToday(runner, state, 0, 0), doseBws);
  return { ...after, recent: state.recent };
}

/** Load of the runner's easy kilometre by the load model, BW·s. */
export const easyPerKmBws = ({ easyMps, cadenceLine, legM }: VariantRunner): number =>
  loadPerKmBws(easyMps, cadenceOnLine(cadenceLine, easyMps), legM);

interface Setting {
  readonly day: number;
  readonly ceiling: number;
  readonly saidBefore: number;
  readonly plan: { readonly km: number; readonly stopAtPain: number | null };
}

function runOnce(
  runner: VariantRunner,
  state: KneeState,
  days: Days,
  { day, ceiling, saidBefore, plan }: Setting,
  lifeLn: number,
): { run: VariantRunDay; after: KneeState } {
  const painBefore = restPain(runner, state);
  const speedMps =
    runner.easyMps *
    (1 + SPEED.daySd * on(days.speed, day)) *
    (on(days.fast, day) < SPEED.fastShare ? SPEED.fastFactor : 1);
  const cadenceSpm = cadenceOnLine(runner.cadenceLine, speedMps) + CADENCE_DAY_SD_SPM * on(days.cadence, day);
  const modelled = loadPerKmBws(speedMps, cadenceSpm, runner.legM);
  const perKmBws =
    modelled *
    Math.exp(runner.loadError * on(days.loadError, day)) *
    forceFactor(runner, speedMps, cadenceSpm);
  const noise = on(runner.wildDays ? days.wildCapacity : days.capacity, day);
  const capacity = capacityToday(runner, state, lifeLn, runner.pain.dayNoise * noise);
  const leftBws = runner.leftover.weight * state.leftoverBws;
  const placeOf = (pain: number): number =>
    Math.max(0, (ratioFelt(runner, painBefore, pain - HALF) * capacity - leftBws) / perKmBws);
  const ratioAt = (km: number): number => (km * perKmBws + leftBws) / capacity;

  const stopKm = plan.stopAtPain === null ? Infinity : placeOf(plan.stopAtPain);
  const wayHome = 1 + WAY_HOME.least + WAY_HOME.sd * Math.abs(on(days.wayHome, day));
  const coveredKm = stopKm <= plan.km ? stopKm * wayHome : plan.km;
  const edgeKm = placeOf(ceiling);
  const ceilingReached = edgeKm <= coveredKm;
  const byLoad = feltAt(runner, painBefore, ratioAt(Math.min(coveredKm, plan.km)));
  const pain = Math.max(painBefore + runner.startPain, byLoad);
  const after = afterDose(runner, state, ratioAt(coveredKm), coveredKm * perKmBws);
  const later = (hours: number): number => restPain(runner, afterHours(runner, after, hours));
  const morning = later(HOURS.morning);
  const at48h = later(HOURS.second);

  const answered = on(days.answers, day) >= MISSING.pain;
  const saidPain = said(pain, REPORTS.pain * on(days.saidPain, day));
  const toldPlace = ceilingReached && on(days.tellsPlace, day) >= MISSING.place;
  const saidMorning =
    on(days.answersMorning, day) < MISSING.morning
      ? null
      : said(morning, REPORTS.pain * on(days.saidMorning, day));
  const raisedFrom = Math.max(UNSETTLED.saidLeast, saidBefore + UNSETTLED.saidOver);
  return {
    after,
    run: {
      before: state,
      report: {
        day,
        plannedKm: plan.km,
        coveredKm,
        speedMps,
        cadenceSpm,
        loadPerKmBws: modelled,
        painBefore: saidBefore,
        pain: answered ? (toldPlace ? Math.max(ceiling, saidPain) : saidPain) : null,
        onsetKm: answered && toldPlace ? edgeKm * Math.exp(REPORTS.place * on(days.saidPlace, day)) : null,
        morning: saidMorning,
        settled: saidMorning === null ? null : saidMorning < raisedFrom,
        eased: pain > byLoad,
        // Said without noise: with it the rule of three quarters grows a fifth less than models.md C prints.
        raisedAt48h: Math.round(at48h) >= raisedFrom,
      },
      truth: {
        painBefore,
        pain,
        ceilingReached,
        evening: later(HOURS.evening),
        morning,
        at48h,
        settled: morning < Math.max(UNSETTLED.feltLeast, painBefore + UNSETTLED.feltOver),
      },
    },
  };
}

/** V2: how much more a kilometre counts than its impulse says. */
function forceFactor(runner: VariantRunner, speedMps: number, cadenceSpm: number): number {
  if (runner.forcePower === 0) return 1;
  const { easyMps, cadenceLine } = runner;
  const easy = peakForceBw(easyMps, cadenceOnLine(cadenceLine, easyMps));
  return (peakForceBw(speedMps, cadenceSpm) / easy) ** runner.forcePower;
}
