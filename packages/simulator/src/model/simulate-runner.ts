/** Weeks of a simulated runner under a policy: what was run, what was felt, what was said (models.md A, V0). */
import { clip, type Random, seededRandom } from '../random.ts';
import { cadenceOnLine } from './cadence-line.ts';
import type { DrawnRunner } from './drawn-runner.ts';
import {
  adaptOneDay,
  afterDose,
  afterHours,
  capacityToday,
  painAt,
  ratioForPain,
  restPain,
  stateAtStart,
  type KneeState,
} from './knee-state.ts';
import type { Policy, PolicyMaker, RunReport } from './policy.ts';
import { loadPerKmBws } from './true-load.ts';

export interface SimulatedRunDay {
  readonly report: RunReport;
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

export interface SimulatedLife {
  readonly runs: readonly SimulatedRunDay[];
  readonly end: KneeState;
  /** Mornings of 3 or more, or 2 and more after 48 h; once a week at most. */
  readonly flares: number;
}

const DAYS_PER_WEEK = 7;
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
const LIFE = { oneDayIn: 14, sleepLn: -0.15, sleepDays: 2, onFeet: [0.3, 1.3], illDays: 4 } as const;
/** What a runner calls "3" is felt from 2.5 on. */
const HALF = 0.5;
const MOST_PAIN = 10;

/**
 * Lives `weeks` weeks.
 * @param ceiling pain at which a run is to stop, 0–10; 3 in the published tables
 */
export function simulateRunner(
  runner: DrawnRunner,
  seed: number,
  weeks: number,
  makePolicy: PolicyMaker,
  ceiling = 3,
): SimulatedLife {
  const random = seededRandom(seed);
  const { longRunKm, runsPerWeek } = runner;
  const policy = makePolicy({ longRunKm, runsPerWeek, ceiling }, random.fork('policy'));
  const runDays: readonly number[] = RUN_DAYS[runsPerWeek];
  const life = { sleepsBadlyUntil: -1, illUntil: -1 };
  const runs: SimulatedRunDay[] = [];
  let state = stateAtStart(runner);
  let unheard: SimulatedRunDay | null = null;
  let flares = 0;
  let lastFlareDay = -DAYS_PER_WEEK;

  for (let day = 0; day < weeks * DAYS_PER_WEEK; day++) {
    if (day > 0) state = adaptOneDay(runner, afterHours(runner, state, HOURS.day));
    state = liveOneDay(runner, state, day, life, random);
    const due = runDays.includes(day % DAYS_PER_WEEK) && !random.chance(FALLS_OUT) && day >= life.illUntil;
    if (!due) continue;
    if (unheard !== null) policy.learn(heardBy(day, unheard.report));
    unheard = null;
    const done = runOnce(
      runner,
      state,
      day,
      day < life.sleepsBadlyUntil ? LIFE.sleepLn : 0,
      policy,
      ceiling,
      random,
    );
    if (done === null) continue;
    state = done.after;
    runs.push(done.run);
    unheard = done.run;
    const { morning, at48h } = done.run.truth;
    if ((morning >= FLARE.morning || at48h >= FLARE.at48h) && day - lastFlareDay >= DAYS_PER_WEEK) {
      flares += 1;
      lastFlareDay = day;
    }
  }
  return { runs, end: state, flares };
}

/** The answer at 48 h is only there when two days have passed. */
const heardBy = (day: number, report: RunReport): RunReport =>
  day - report.day < 2 ? { ...report, raisedAt48h: null } : report;

function liveOneDay(
  runner: DrawnRunner,
  state: KneeState,
  day: number,
  life: { sleepsBadlyUntil: number; illUntil: number },
  random: Random,
): KneeState {
  if (!random.chance(1 / LIFE.oneDayIn)) return state;
  const kind = Math.floor(random.between(0, 3));
  if (kind === 0) life.sleepsBadlyUntil = day + LIFE.sleepDays;
  if (kind === 1) life.illUntil = day + LIFE.illDays;
  if (kind !== 2) return state;
  const doseBws = random.between(...LIFE.onFeet) * state.capacityBws;
  return {
    ...afterDose(runner, state, doseBws / capacityToday(runner, state, 0, 0), doseBws),
    recent: state.recent,
  };
}

function runOnce(
  runner: DrawnRunner,
  state: KneeState,
  day: number,
  lifeLn: number,
  policy: Policy,
  ceiling: number,
  random: Random,
): { run: SimulatedRunDay; after: KneeState } | null {
  const said = (felt: number, noise: number): number =>
    Math.round(clip(felt + random.normal(0, noise), 0, MOST_PAIN));
  const painBefore = restPain(runner, state);
  const saidBefore = said(painBefore, REPORTS.before);
  const plan = policy.plan({ day, painBefore: saidBefore });
  if (plan === null) return null;

  const speedMps =
    runner.easyMps *
    (1 + random.normal(0, SPEED.daySd)) *
    (random.chance(SPEED.fastShare) ? SPEED.fastFactor : 1);
  const cadenceSpm = cadenceOnLine(runner.cadenceLine, speedMps) + random.normal(0, CADENCE_DAY_SD_SPM);
  const modelled = loadPerKmBws(speedMps, cadenceSpm, runner.legM);
  const perKmBws = modelled * random.logNormal(1, runner.loadError);
  const capacity = capacityToday(runner, state, lifeLn, random.normal(0, runner.pain.dayNoise));
  const leftBws = runner.leftover.weight * state.leftoverBws;
  const placeOf = (pain: number): number =>
    Math.max(0, (ratioForPain(runner.pain, painBefore, pain - HALF) * capacity - leftBws) / perKmBws);
  const ratioAt = (km: number): number => (km * perKmBws + leftBws) / capacity;

  const stopKm = plan.stopAtPain === null ? Infinity : placeOf(plan.stopAtPain);
  const wayHome = 1 + WAY_HOME.least + WAY_HOME.sd * Math.abs(random.normal());
  const coveredKm = stopKm <= plan.km ? stopKm * wayHome : plan.km;
  const edgeKm = placeOf(ceiling);
  const ceilingReached = edgeKm <= coveredKm;
  const pain = painAt(runner.pain, painBefore, ratioAt(Math.min(coveredKm, plan.km)));
  const after = afterDose(runner, state, ratioAt(coveredKm), coveredKm * perKmBws);
  const later = (hours: number): number => restPain(runner, afterHours(runner, after, hours));
  const morning = later(HOURS.morning);

  const answered = !random.chance(MISSING.pain);
  const saidPain = said(pain, REPORTS.pain);
  const toldPlace = ceilingReached && !random.chance(MISSING.place);
  const saidMorning = random.chance(MISSING.morning) ? null : said(morning, REPORTS.pain);
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
        onsetKm: answered && toldPlace ? edgeKm * random.logNormal(1, REPORTS.place) : null,
        morning: saidMorning,
        settled: saidMorning === null ? null : saidMorning < raisedFrom,
        // Said without noise: with it the rule of three quarters grows a fifth less than models.md C prints.
        raisedAt48h: Math.round(later(HOURS.second)) >= raisedFrom,
      },
      truth: {
        painBefore,
        pain,
        ceilingReached,
        evening: later(HOURS.evening),
        morning,
        at48h: later(HOURS.second),
        settled: morning < Math.max(UNSETTLED.feltLeast, painBefore + UNSETTLED.feltOver),
      },
    },
  };
}
