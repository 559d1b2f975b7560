/**
 * A runner's own cadence as a function of own speed, and how well it is known (K8, models.md E).
 *
 * One slope for all runs, from differences within runs (a tired day shifts a whole run, not its slope); one level
 * from the runs' levels, recent ones weighing more. Robust: Huber weights, scale from the median residual.
 * Constants without another source are our choices of models.md E, tried there on simulated runners and one real
 * month (80 % interval covered .78–.82).
 */
import { CADENCE_RANGE_SPM, SPEED_RANGE_MPS, within } from '../knee-load/ranges.ts';
import type { CadenceBin } from '../run/analyse-run.ts';
import { sdFromMad } from '../stats/mean.ts';
import { medianInPlace } from '../stats/select.ts';
import { fitSlope, levelOf, type RunColumns } from './common-slope.ts';
import { REFERENCE_CADENCE_SLOPE, referenceCadenceSpm } from './reference-cadence.ts';

/** Steeper bins, rise over run, are left out: steps change with the hill. [simulated-runners, models.md E] */
export const LEVEL_UP_TO_GRADE = 0.04;
/** A run with fewer level bins tells no level. [simulated-runners, models.md E] */
export const ENOUGH_BINS_A_RUN = 6;
/** An own line needs this many runs and bins; before, the population's stands in. [simulated-runners, models.md E] */
export const ENOUGH_RUNS = 3;
export const ENOUGH_BINS = 30;
/** Halving time of a run's weight, days. [simulated-runners, models.md E] */
export const HALF_LIFE_DAYS = 60;
/**
 * Older runs are left out, days: they carry an eighth of a weight and less, and the work is the same in year ten.
 * Today, the report and the coach all look back as far. Our choice.
 */
export const LINE_HISTORY_DAYS = 180;

/** Runs of one runner differ from day to day by this, spm, and it counts as four runs' worth of knowledge.
 * [simulated-runners, models.md E] */
const PRIOR_DAY_SD_SPM = 2.4;
const PRIOR_DAY_WEIGHT = 4;
/** Factor on the standard error: runs are not fully independent of each other. [simulated-runners, models.md E] */
const LEVEL_SE_FACTOR = 1.2;
/** Standard errors in an 80 % interval's half. [definition: Φ⁻¹(0.9), rounded as models.md E has it] */
export const SE_PER_80 = 1.28;
/** Half-width of the population line's 80 % interval, spm. [models.md E; single runners: SD 8–10, fukuchi-2017] */
export const POPULATION_HALF_WIDTH_SPM = 10;

export interface CadenceHistory {
  /** Age of the run on the day of the question, days. */
  readonly ageDays: number;
  readonly bins: readonly CadenceBin[];
}

export interface CadenceLine {
  /** `population` until the history holds enough. */
  readonly from: 'own' | 'population';
  /** The speed the line is best known at, m/s. */
  readonly centreMps: number;
  /** Cadence there, steps/min, and its standard error. */
  readonly centreSpm: number;
  readonly centreSe: number;
  /** Steps/min per m/s, and its standard error. */
  readonly slope: number;
  readonly slopeSe: number;
  /** Standard deviation of a run's level from day to day, and of a bin within a run, spm; null without an own line. */
  readonly daySd: number | null;
  readonly binSd: number | null;
  /** What the line rests on. */
  readonly runs: number;
  readonly bins: number;
}

/** On the level, and running: a bin that a file made up never reaches the sums. */
const isLevel = ({ gradeRatio, speedMps, cadenceSpm }: CadenceBin): boolean =>
  (gradeRatio === null || Math.abs(gradeRatio) <= LEVEL_UP_TO_GRADE) &&
  within(speedMps, SPEED_RANGE_MPS) &&
  within(cadenceSpm, CADENCE_RANGE_SPM);

/** A run's level bins as columns. */
function columnsOf(ageDays: number, bins: readonly CadenceBin[]): RunColumns {
  const speed = new Float64Array(bins.length);
  const cadence = new Float64Array(bins.length);
  let count = 0;
  for (const bin of bins) {
    if (!isLevel(bin)) continue;
    speed[count] = bin.speedMps;
    cadence[count] = bin.cadenceSpm;
    count += 1;
  }
  return {
    ageDays,
    speed: speed.subarray(0, count),
    cadence: cadence.subarray(0, count),
    weight: new Float64Array(count).fill(1),
  };
}

const usableRuns = (history: readonly CadenceHistory[]): RunColumns[] =>
  history
    .filter(({ ageDays }) => ageDays >= 0 && ageDays <= LINE_HISTORY_DAYS)
    .map(({ ageDays, bins }) => columnsOf(ageDays, bins))
    .filter(({ speed }) => speed.length >= ENOUGH_BINS_A_RUN);

/** Variance of a run's level from day to day: the prior's and the runs' own. */
function dayVariance(levels: readonly number[]): number {
  const runs = levels.length;
  let ownSd = 0;
  if (runs > ENOUGH_RUNS) {
    const centre = medianInPlace(Float64Array.from(levels));
    ownSd = sdFromMad(medianInPlace(Float64Array.from(levels, (level) => Math.abs(level - centre))));
  }
  return ((runs - 1) * ownSd ** 2 + PRIOR_DAY_WEIGHT * PRIOR_DAY_SD_SPM ** 2) / (runs - 1 + PRIOR_DAY_WEIGHT);
}

const populationLine = (runs: number, bins: number): CadenceLine => ({
  from: 'population',
  centreMps: 0,
  centreSpm: referenceCadenceSpm(0),
  centreSe: POPULATION_HALF_WIDTH_SPM / SE_PER_80,
  slope: REFERENCE_CADENCE_SLOPE,
  slopeSe: 0,
  daySd: null,
  binSd: null,
  runs,
  bins,
});

/**
 * The runner's cadence line from the half-minute bins of past runs, in any order. O(bins).
 * @param history bins as `analyseRun` gives them; runs older than 180 days, of the future, and bins beyond ±4 %
 * grade are passed over
 * @returns the population's line until three runs of at least six bins and thirty bins in all are there
 */
export function cadenceLine(history: readonly CadenceHistory[]): CadenceLine {
  const runs = usableRuns(history);
  const bins = countBins(runs);
  return runs.length < ENOUGH_RUNS || bins < ENOUGH_BINS
    ? populationLine(runs.length, bins)
    : lineOf(runs, bins);
}

/**
 * The line from whatever history there is, however little, if it holds one usable run: for validation and for
 * watching a line grow. `cadenceLine` decides whether it may speak.
 */
export function cadenceLineSoFar(history: readonly CadenceHistory[]): CadenceLine {
  const runs = usableRuns(history);
  const bins = countBins(runs);
  return runs.length === 0 ? populationLine(0, 0) : lineOf(runs, bins);
}

const countBins = (runs: readonly RunColumns[]): number =>
  runs.reduce((sum, { speed }) => sum + speed.length, 0);

function lineOf(runs: readonly RunColumns[], bins: number): CadenceLine {
  const speeds = new Float64Array(bins);
  let at = 0;
  for (const { speed } of runs) {
    speeds.set(speed, at);
    at += speed.length;
  }
  const centreMps = medianInPlace(speeds);
  const { slope, slopeSe, scatter, variance } = fitSlope(runs, centreMps, bins);
  const levels = runs.map((run) => levelOf(run, slope, centreMps));
  const between = dayVariance(levels);
  let sum = 0;
  let total = 0;
  let squares = 0;
  for (const [i, run] of runs.entries()) {
    const v = between + variance / run.speed.length;
    const w = 2 ** (-run.ageDays / HALF_LIFE_DAYS) / v;
    sum += w * (levels[i] ?? 0);
    total += w;
    squares += w * w * v;
  }
  return {
    from: 'own',
    centreMps,
    centreSpm: sum / total,
    centreSe: (LEVEL_SE_FACTOR * Math.sqrt(squares)) / total,
    slope,
    slopeSe,
    daySd: Math.sqrt(between),
    binSd: scatter,
    runs: runs.length,
    bins,
  };
}

export interface CadenceAtSpeed {
  readonly cadenceSpm: number;
  /** One standard error of the line there. */
  readonly se: number;
  /** 80 % interval of the line; a single run strays further, by `daySd`. */
  readonly low: number;
  readonly high: number;
}

/** The line's cadence at a speed (m/s, above 0) with its 80 % interval. */
export function cadenceAt(line: CadenceLine, speedMps: number): CadenceAtSpeed {
  if (!(speedMps > 0 && speedMps < Infinity))
    throw new RangeError(`speedMps must be above 0, got ${speedMps}`);
  const cadenceSpm = line.centreSpm + line.slope * (speedMps - line.centreMps);
  const se = Math.hypot(line.centreSe, (speedMps - line.centreMps) * line.slopeSe);
  return { cadenceSpm, se, low: cadenceSpm - SE_PER_80 * se, high: cadenceSpm + SE_PER_80 * se };
}
