/**
 * A simulated runner, one day at a time, in the shapes the engine asks for: runs, check-ins, what was recorded. The knee
 * is that of models.md A; what the runner does with advice (heeds it, runs more, misses days, falls silent) is drawn.
 */
import {
  type CheckIn,
  type Family,
  FAMILIES,
  type RecordedEvent,
  type Run,
  isoDay,
  known,
  missing,
  parseIsoDay,
} from '@kneewise/engine';
import { cadenceOnLine } from '../model/cadence-line.ts';
import { type DrawnRunner, drawRunner } from '../model/drawn-runner.ts';
import {
  type KneeState,
  adaptOneDay,
  afterDose,
  afterHours,
  capacityToday,
  painAt,
  ratioForPain,
  restPain,
  stateAtStart,
} from '../model/knee-state.ts';
import { loadPerKmBws } from '../model/true-load.ts';
import { type Random, clip } from '../random.ts';

export const FIRST_DATE = '2026-03-02';
export const FIRST_DAY = parseIsoDay(FIRST_DATE);
const MS_PER_DAY = 86_400_000;
const MS_PER_HOUR = 3_600_000;
const HOURS = { morning: 7, run: 17, evening: 21, day: 24 } as const;
const MOST_PAIN = 10;
const NOISE = 0.6;
const HALF = 0.5;
const WAY_HOME = 0.05;
const METRES_PER_KM = 1000;
/** How silent, how careless: drawn for each life. */
const TRAITS = { answers: [0.5, 1], disobeys: [0, 0.15], misses: [0, 0.15] } as const;

const STRONG = { share: 0.4, capacity: 4, longRun: 1.8 } as const;

/** What was recorded so far. */
export interface Recorded {
  readonly runs: Run[];
  readonly checkIns: CheckIn[];
  readonly events: RecordedEvent[];
}

export interface LivingRunner extends Recorded {
  readonly runner: DrawnRunner;
  readonly random: Random;
  readonly family: Family;
  readonly traits: { readonly answers: number; readonly disobeys: number; readonly misses: number };
  state: KneeState;
}

export const ceilingFor = (family: Family): number => FAMILIES[family].ceiling;

/** A runner before the first day. */
export function born(random: Random): LivingRunner {
  const drawn = drawRunner(random.fork('runner'));
  // Some have room to spare: they reach races, hills and speed.
  const strong = random.chance(STRONG.share);
  const runner: DrawnRunner = strong
    ? {
        ...drawn,
        capacityBws: STRONG.capacity * drawn.capacityBws,
        mostCapacityBws: STRONG.capacity * drawn.mostCapacityBws,
        longRunKm: STRONG.longRun * drawn.longRunKm,
      }
    : drawn;
  const families: readonly Family[] = ['PF', 'IT', 'TE', 'OA', 'GN', 'BS'];
  return {
    runner,
    random,
    family: families[Math.floor(random.between(0, families.length))] ?? 'PF',
    traits: {
      answers: random.between(...TRAITS.answers),
      disobeys: random.between(...TRAITS.disobeys),
      misses: random.between(...TRAITS.misses),
    },
    state: stateAtStart(runner),
    runs: [],
    checkIns: [],
    events: [],
  };
}

const said = ({ random }: LivingRunner, felt: number): number =>
  Math.round(clip(felt + random.normal(0, NOISE), 0, MOST_PAIN));

const at = (day: number, hour: number): number => day * MS_PER_DAY + hour * MS_PER_HOUR;

function checkIn(
  living: LivingRunner,
  when: CheckIn['when'],
  day: number,
  hour: number,
  felt: number,
  more: Partial<CheckIn> = {},
): void {
  living.checkIns.push({
    id: `${when}-${day}-${living.checkIns.length}`,
    runId: null,
    side: 'right',
    when,
    atMs: at(day, hour),
    utcOffsetMin: 0,
    pain: said(living, felt),
    onsetM: null,
    stopSign: false,
    painkiller: false,
    ...more,
  });
}

/** A night passes: the knee heals and adapts, and the morning may be told. */
export function wakeUp(living: LivingRunner, day: number, daysSinceRun: number | null): void {
  living.state = adaptOneDay(living.runner, afterHours(living.runner, living.state, HOURS.day));
  const felt = restPain(living.runner, living.state);
  if (!living.random.chance(living.traits.answers)) return;
  if (daysSinceRun === 1) checkIn(living, 'next-morning', day, HOURS.morning, felt);
  else if (daysSinceRun === 2) checkIn(living, '48h', day, HOURS.morning, felt);
  else if (living.random.chance(HALF)) checkIn(living, 'next-morning', day, HOURS.morning, felt);
}

/** A day on one's feet, or stairs: load that no watch saw. */
export function strain(living: LivingRunner, share: number): void {
  const doseBws = share * living.state.capacityBws;
  const ratio = doseBws / capacityToday(living.runner, living.state, 0, 0);
  living.state = afterDose(living.runner, living.state, ratio, doseBws);
}

export interface Outing {
  readonly km: number;
  /** Stops at the family's ceiling. */
  readonly heeds: boolean;
  /** Stop signs come so often. */
  readonly stopSignChance: number;
}

/** Runs, and answers what the runner answers. */
export function goRunning(living: LivingRunner, day: number, { km, heeds, stopSignChance }: Outing): Run {
  const { runner, random, family, traits } = living;
  const speedMps = runner.easyMps * (1 + random.normal(0, 0.04));
  const cadenceSpm = cadenceOnLine(runner.cadenceLine, speedMps) + random.normal(0, 2);
  const perKmBws = loadPerKmBws(speedMps, cadenceSpm, runner.legM) * random.logNormal(1, runner.loadError);
  const capacity = capacityToday(runner, living.state, 0, random.normal(0, runner.pain.dayNoise));
  const leftBws = runner.leftover.weight * living.state.leftoverBws;
  const before = restPain(runner, living.state);
  const ceiling = ceilingFor(family);
  const edgeKm = Math.max(
    0,
    (ratioForPain(runner.pain, before, ceiling - HALF) * capacity - leftBws) / perKmBws,
  );
  const reached = edgeKm < km;
  const covered = Math.max(0.3, heeds && reached ? Math.min(km, edgeKm * (1 + WAY_HOME)) : km);
  const ratio = (covered * perKmBws + leftBws) / capacity;
  const felt = painAt(runner.pain, before, ratio);
  living.state = afterDose(runner, living.state, ratio, covered * perKmBws);
  const metres = Math.round(covered * METRES_PER_KM);
  const movingS = metres / speedMps;
  const id = `run-${day}`;
  const run: Run = {
    id,
    startAtMs: at(day, HOURS.run),
    utcOffsetMin: 0,
    subSport: null,
    distanceM: known(metres),
    movingS: known(movingS),
    elapsedS: movingS,
    analysis: {
      engineVersion: 1,
      meanSpeedMps: known(speedMps),
      cadenceSpm: known(cadenceSpm),
      ascentM: missing({ reason: 'not-recorded', what: 'altitude' }),
      descentM: missing({ reason: 'not-recorded', what: 'altitude' }),
      kneeLoad: missing({ reason: 'not-recorded', what: 'speed' }),
      cadenceBins: [],
    },
  };
  living.runs.push(run);
  const stopSign = random.chance(stopSignChance);
  if (random.chance(traits.answers) || stopSign) {
    checkIn(living, 'during', day, HOURS.run + 1, reached ? Math.max(felt, ceiling) : felt, {
      runId: id,
      onsetM: reached && random.chance(0.75) ? Math.round(edgeKm * METRES_PER_KM) : null,
      stopSign,
      painkiller: random.chance(0.03),
    });
  }
  if (random.chance(traits.answers)) {
    checkIn(living, 'evening', day, HOURS.evening, restPain(runner, afterHours(runner, living.state, 3)), {
      runId: id,
    });
  }
  return run;
}

export const dateOf = (day: number): string => isoDay(day);
