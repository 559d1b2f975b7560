/**
 * Fading form of one run: whether cadence, contact time or oscillation changes for the rest of the run at equal
 * speed and grade, and from where (K9, models.md D).
 *
 * One run never says more than "perhaps": on real runs the test trips more often than its 5 %, and rises are
 * commoner than fades. A habit needs two runs that agree (`usualPlace`). That form fades says nothing of injury.
 */
import type { CadenceLine } from '../cadence/cadence-line.ts';
import {
  CADENCE_RANGE_SPM,
  CONTACT_RANGE_MS,
  GRADE_RANGE,
  type Range,
  SPEED_RANGE_MPS,
  within,
} from '../knee-load/ranges.ts';
import { known, type Measured, missing } from '../measured.ts';
import { BIN_S, type HalfMinuteBins } from '../run/half-minute-bins.ts';
import {
  type ChangePoint,
  changePoint,
  type FormSeries,
  type FormVariable,
  placeQuantile,
} from './change-point.ts';
import { CADENCE, CONTACT, OSCILLATION, OWN_SLOPE_SD, PER_LOG } from './form-variables.ts';

/** Form settles in the first minutes and goes in the last: neither is judged, s. [models.md D: our choice] */
export const FORM_FROM_S = 360;
export const FORM_UNTIL_END_S = 60;
/** Fewer half minutes than this are too short a run. [models.md D: our choice] */
export const ENOUGH_FORM_BINS = 44;
/** More bins than this are joined in pairs. [models.md D: our choice] */
export const MOST_FORM_BINS = 240;
/** A variable is tested if at least this share of the bins has it. Our choice. */
export const LEAST_SENSOR_SHARE = 0.9;
/** A test that could not have seen a fade this factor larger than the usual one says nothing. Our choice. */
export const TOO_NOISY_FADES = 2;

export type FormName = 'cadence' | 'contact' | 'oscillation';

/** Threshold of z, in standard errors: grows with the run's bins and the number of variables tested. [simulated-runners, models.md D] */
const THRESHOLD_AT_REFERENCE = 2.9;
const THRESHOLD_SLOPE = 0.29;
const REFERENCE_BINS = 106;
const THRESHOLD_FOR_VARIABLES = [0, 0, 0.28, 0.42, 0.52] as const;

/** Shares of chance below the place told and its 80 % interval's ends. Our choice. */
const PLACE_SHARES = { low: 0.1, middle: 0.5, high: 0.9 } as const;

export interface FormPlace {
  /** Moving time from the run's start, s; the interval holds 80 %. */
  readonly atS: number;
  readonly lowS: number;
  readonly highS: number;
  /** The same as distance covered, m; null where distance was not recorded. */
  readonly distanceM: { readonly at: number; readonly low: number; readonly high: number } | null;
}

export interface FormFinding {
  readonly name: FormName;
  readonly verdict: 'fade' | 'steady' | 'uneven' | 'too-noisy';
  /** What may be said of the change and its standard error: steps/min, % of contact time, mm. */
  readonly change: number;
  readonly changeSe: number;
  readonly z: number;
  readonly threshold: number;
  /** Where it begins; only of a fade. */
  readonly place: FormPlace | null;
}

/** What a run knows about where this runner fades, for `usualPlace`. */
export interface FadingEvidence {
  /** Distances at which a fade may begin, m, rising; and how much likelier the run is with a fade there than without. */
  readonly distanceM: Float64Array;
  readonly likelihood: Float64Array;
  /** Distance at which the look ended, m. */
  readonly endM: number;
  readonly verdict: FormFinding['verdict'];
}

export interface FadingForm {
  /** The most that this run says: a fade of any variable, else uneven, else too noisy, else steady. */
  readonly verdict: FormFinding['verdict'];
  /** Tested variables; the strongest fade first. */
  readonly findings: readonly FormFinding[];
  /** From cadence; null without distance. */
  readonly evidence: FadingEvidence | null;
}

/** Threshold of z for a run of `bins` bins and 1–4 variables tested. */
export const fadeThreshold = (bins: number, variables: 1 | 2 | 3 | 4): number =>
  THRESHOLD_AT_REFERENCE +
  THRESHOLD_SLOPE * Math.log(bins / REFERENCE_BINS) +
  THRESHOLD_FOR_VARIABLES[variables];

/** The bins that are judged: indices of those after the first six minutes and before the last. */
export function judgedBins({ startS }: HalfMinuteBins): number[] {
  const endS = (startS.at(-1) ?? 0) + BIN_S - FORM_UNTIL_END_S;
  return Array.from(startS.keys()).filter((i) => {
    const from = startS[i] ?? 0;
    return from >= FORM_FROM_S && from + BIN_S <= endS;
  });
}

interface Tested {
  readonly name: FormName;
  readonly variable: FormVariable;
  readonly series: FormSeries;
  /** For each bin of the series, the half minute it begins with. */
  readonly at: readonly number[];
}

/** Joins neighbouring entries until there are no more than `MOST_FORM_BINS`; an odd one at the end is dropped. */
function joined(name: FormName, variable: FormVariable, series: FormSeries, at: readonly number[]): Tested {
  if (at.length <= MOST_FORM_BINS) return { name, variable, series, at };
  const half = Math.floor(at.length / 2);
  const pairs = (column: Float64Array): Float64Array =>
    Float64Array.from({ length: half }, (_, i) => ((column[2 * i] ?? 0) + (column[2 * i + 1] ?? 0)) / 2);
  return joined(
    name,
    variable,
    {
      value: pairs(series.value),
      speed: pairs(series.speed),
      gradeRatio: pairs(series.gradeRatio),
      stepS: 2 * series.stepS,
    },
    at.filter((_, i) => i % 2 === 0).slice(0, half),
  );
}

/** What each may be in a half minute of running: anything else never reaches the test. mm: our choice */
const SOUND: Readonly<Record<FormName, Range>> = {
  cadence: CADENCE_RANGE_SPM,
  contact: CONTACT_RANGE_MS,
  oscillation: { low: 1, high: 1000 },
};

function seriesOf(
  bins: HalfMinuteBins,
  judged: readonly number[],
  name: FormName,
  line: CadenceLine | null,
): Tested | null {
  const column = { cadence: bins.cadenceSpm, contact: bins.contactMs, oscillation: bins.oscillationMm }[name];
  const at = judged.filter(
    (i) => within(column[i] ?? Number.NaN, SOUND[name]) && within(bins.speedMps[i] ?? 0, SPEED_RANGE_MPS),
  );
  if (at.length < ENOUGH_FORM_BINS || at.length < LEAST_SENSOR_SHARE * judged.length) return null;
  const onLog = name === 'contact';
  const pick = (from: Float64Array, f: (value: number) => number): Float64Array =>
    Float64Array.from(at, (i) => f(from[i] ?? Number.NaN));
  const series: FormSeries = {
    value: pick(column, (value) => (onLog ? PER_LOG * Math.log(value) : value)),
    speed: pick(bins.speedMps, (v) => (onLog ? Math.log(v) : v)),
    // Ground whose slope is not known counts as level.
    gradeRatio: pick(bins.gradeRatio, (g) => (within(g, GRADE_RANGE) ? g : 0)),
    stepS: BIN_S,
  };
  const own: FormVariable =
    line?.from === 'own' ? { ...CADENCE, speedSlope: line.slope, speedSlopeSd: OWN_SLOPE_SD } : CADENCE;
  return joined(name, { cadence: own, contact: CONTACT, oscillation: OSCILLATION }[name], series, at);
}

/** Moving time and distance half a bin before the bin at which a change begins. */
function placeOf(bins: HalfMinuteBins, { at, series }: Tested, bin: number): { s: number; m: number } {
  const i = at[bin] ?? 0;
  const before = series.stepS / 2;
  return {
    s: (bins.startS[i] ?? 0) - before,
    m: (bins.startM[i] ?? Number.NaN) - before * (bins.speedMps[i] ?? 0),
  };
}

function fadePlace(bins: HalfMinuteBins, tested: Tested, point: ChangePoint): FormPlace {
  const at = (share: number): { s: number; m: number } => placeOf(bins, tested, placeQuantile(point, share));
  const low = at(PLACE_SHARES.low);
  const middle = at(PLACE_SHARES.middle);
  const high = at(PLACE_SHARES.high);
  const measured = [low, middle, high].every(({ m }) => Number.isFinite(m));
  return {
    atS: middle.s,
    lowS: low.s,
    highS: high.s,
    distanceM: measured ? { at: middle.m, low: low.m, high: high.m } : null,
  };
}

function findingOf(bins: HalfMinuteBins, tested: Tested, point: ChangePoint, threshold: number): FormFinding {
  const { change, oppositeZ, said, saidSe } = point;
  const { least, fadeSd } = tested.variable;
  const found = change.z > threshold && Math.abs(change.delta) >= Math.abs(least);
  const noisy = threshold * change.se > TOO_NOISY_FADES * fadeSd;
  const verdict = found ? (oppositeZ > threshold ? 'uneven' : 'fade') : noisy ? 'too-noisy' : 'steady';
  return {
    name: tested.name,
    verdict,
    change: said,
    changeSe: saidSe,
    z: change.z,
    threshold,
    place: verdict === 'fade' ? fadePlace(bins, tested, point) : null,
  };
}

function evidenceOf(
  bins: HalfMinuteBins,
  tested: Tested,
  point: ChangePoint,
  verdict: FormFinding['verdict'],
): FadingEvidence | null {
  const distanceM = Float64Array.from(
    point.likelihood,
    (_, i) => placeOf(bins, tested, point.firstBin + i).m,
  );
  const endM = bins.startM[tested.at.at(-1) ?? 0] ?? Number.NaN;
  if (!Number.isFinite(endM) || !distanceM.every(Number.isFinite)) return null;
  return { distanceM, likelihood: point.likelihood, endM, verdict };
}

/** Order of verdicts: fade before uneven before too noisy before steady. Our choice. */
const WEIGHT: Readonly<Record<FormFinding['verdict'], number>> = {
  fade: 3,
  uneven: 2,
  'too-noisy': 1,
  steady: 0,
};

/**
 * Looks for fading form in a run.
 * @param bins as `halfMinuteBins` gives them
 * @param line the runner's own cadence line, or null: then the population's slope stands in
 * @returns missing where cadence was not recorded or fewer than 44 half minutes (a run of about 30 min) remain
 */
export function fadingForm(bins: HalfMinuteBins, line: CadenceLine | null): Measured<FadingForm> {
  if (bins.startS.length === 0) return missing({ reason: 'not-recorded', what: 'running with cadence' });
  const judged = judgedBins(bins);
  if (judged.length < ENOUGH_FORM_BINS) {
    return missing({
      reason: 'too-little-data',
      what: 'half minutes of running',
      have: judged.length,
      need: ENOUGH_FORM_BINS,
    });
  }
  const tested = (['cadence', 'contact', 'oscillation'] as const)
    .map((name) => seriesOf(bins, judged, name, line))
    .filter((series) => series !== null);
  const variables = Math.max(1, tested.length) as 1 | 2 | 3;
  let evidence: FadingEvidence | null = null;
  const findings = tested.map((series) => {
    const point = changePoint(series.series, series.variable);
    const finding = findingOf(bins, series, point, fadeThreshold(series.at.length, variables));
    if (series.name === 'cadence') evidence = evidenceOf(bins, series, point, finding.verdict);
    return finding;
  });
  findings.sort((a, b) => WEIGHT[b.verdict] - WEIGHT[a.verdict] || b.z - a.z);
  return known({ verdict: findings[0]?.verdict ?? 'steady', findings, evidence });
}
