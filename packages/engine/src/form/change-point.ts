/**
 * Whether and where a series of half minutes changes for the rest of the run, at equal speed and grade
 * (models.md D). All constants without another source are our choices there, tried on simulated runs
 * (false alarms 4.5 %) and real ones.
 */
import { normalCdf } from '../stats/normal.ts';
import { mean, sdFromMad } from '../stats/mean.ts';
import { runningMedian } from '../stats/running-median.ts';
import { medianInPlace } from '../stats/select.ts';
import { whiten, whiteningOf } from './noise.ts';

/** How a variable goes with speed and grade, how much it wanders, and what a fade of it is. */
export interface FormVariable {
  /** Change a unit of speed (or ln speed), and its standard deviation before this run. */
  readonly speedSlope: number;
  readonly speedSlopeSd: number;
  /** Change a percent of grade, and its standard deviation before this run. */
  readonly gradeSlope: number;
  readonly gradeSlopeSd: number;
  /** Usual standard deviation of half minutes. */
  readonly noiseSd: number;
  /** Standard deviation of fades. */
  readonly fadeSd: number;
  /** Smallest change that counts; its sign is the direction of fading. */
  readonly least: number;
}

/** Columns of one length, one entry a bin: no NaN. */
export interface FormSeries {
  readonly value: Float64Array;
  readonly speed: Float64Array;
  readonly gradeRatio: Float64Array;
  /** Spacing of the bins, s. */
  readonly stepS: number;
}

/** A change at one place: the middle of the bin before it begins. */
export interface Change {
  /** Bin at which it begins. */
  readonly bin: number;
  /** Seconds from the first bin. */
  readonly atS: number;
  readonly delta: number;
  readonly se: number;
  /** Above 0 in the direction of fading. */
  readonly z: number;
}

export interface ChangePoint {
  /** The strongest change in the direction of fading. */
  readonly change: Change;
  /** The strongest against it. */
  readonly oppositeZ: number;
  readonly noiseSd: number;
  /** What may be said of the change, drawn towards 0 by how large fades are, and its standard error. */
  readonly said: number;
  readonly saidSe: number;
  /** For each bin a change may begin at: how much likelier the run is with a fade there than without any. */
  readonly firstBin: number;
  readonly likelihood: Float64Array;
}

/** Lengths over which a change may come in, s. [simulated-runners, models.md D] */
const RAMPS_S = [120, 300, 600] as const;
/** A change may begin from this bin on, and no later than this many bins before the end. [simulated-runners, models.md D] */
export const FIRST_CHANGE_BIN = 8;
export const LAST_CHANGE_BEFORE_END = 10;
/** Outliers are drawn in to this many standard deviations of the run's own running median, over so many
 * bins. [simulated-runners, models.md D] */
const CLIP_SD = 3.5;
const CLIP_WINDOW = 11;
/** The usual noise counts as this many bins' worth of knowledge. [simulated-runners, models.md D] */
const PRIOR_BINS = 10;
/** Degrees of freedom: that many bins and the two rows of prior, less slope, level, grade and change.
 * [definition, models.md D] */
const EXTRA_FREEDOM = 8;
/** Per cent of a ratio. [definition] */
const PERCENT = 100;
/** An exponent beyond this gives no number a computer holds. [definition: binary fractions] */
const LARGEST_EXPONENT = 700;

/**
 * How much likelier the data are with a fade of this size at this place than without, the size of fades being
 * half-normal with standard deviation `fadeSd`.
 * @param z change over its standard error, above 0 in the direction of fading
 */
export function fadeLikelihood(z: number, se: number, fadeSd: number): number {
  const k = fadeSd ** 2 / (fadeSd ** 2 + se ** 2);
  const exponent = Math.min(LARGEST_EXPONENT, (z * z * k) / 2);
  return 2 * Math.sqrt(1 - k) * Math.exp(exponent) * normalCdf(z * Math.sqrt(k));
}

/** Values drawn in to where the run's own running median puts them. */
function clipped(values: Float64Array): Float64Array {
  const centre = runningMedian(values, CLIP_WINDOW);
  const limit =
    CLIP_SD * sdFromMad(medianInPlace(values.map((value, i) => Math.abs(value - (centre[i] ?? 0)))));
  return values.map((value, i) => {
    const at = centre[i] ?? 0;
    return Math.max(at - limit, Math.min(at + limit, value));
  });
}

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
};

/** Takes `share` of `direction` away from `vector`, in place. */
const subtract = (vector: Float64Array, direction: Float64Array, share: number): void => {
  for (let i = 0; i < vector.length; i += 1) vector[i] = (vector[i] ?? 0) - share * (direction[i] ?? 0);
};

/** Columns made orthonormal one after the other; a column without anything of its own is left out. */
function orthonormal(columns: readonly Float64Array[]): Float64Array[] {
  const basis: Float64Array[] = [];
  for (const column of columns) {
    const before = Math.sqrt(dot(column, column));
    for (const direction of basis) subtract(column, direction, dot(column, direction));
    const length = Math.sqrt(dot(column, column));
    if (length <= NOTHING_LEFT * before || length === 0) continue;
    basis.push(column.map((value) => value / length));
  }
  return basis;
}
/** A column whose length shrinks to this share is made of the others, up to rounding. [definition: binary fractions] */
const NOTHING_LEFT = 1e-10;

/**
 * Looks for a change that comes in over 2, 5 or 10 minutes and stays.
 * @param series at least `FIRST_CHANGE_BIN + LAST_CHANGE_BEFORE_END + 1` bins
 */
export function changePoint(series: FormSeries, variable: FormVariable): ChangePoint {
  const n = series.value.length;
  if (n <= FIRST_CHANGE_BIN + LAST_CHANGE_BEFORE_END) {
    throw new RangeError(
      `series must hold more than ${FIRST_CHANGE_BIN + LAST_CHANGE_BEFORE_END} bins, got ${n}`,
    );
  }
  const meanSpeed = mean(series.speed);
  const meanGrade = mean(series.gradeRatio);
  const speed = series.speed.map((v) => v - meanSpeed);
  const grade = series.gradeRatio.map((g) => PERCENT * (g - meanGrade));
  const residual = clipped(
    series.value.map(
      (y, i) => y - variable.speedSlope * (speed[i] ?? 0) - variable.gradeSlope * (grade[i] ?? 0),
    ),
  );
  const whitening = whiteningOf(n, series.stepS);
  // Two more rows hold what is known of the slopes before this run.
  const rows = n + 2;
  const whitened = (column: Float64Array): Float64Array => {
    const out = new Float64Array(rows);
    whiten(whitening, column, out);
    return out;
  };
  const level = whitened(new Float64Array(n).fill(1));
  const onSpeed = whitened(speed);
  onSpeed[n] = variable.noiseSd / variable.speedSlopeSd;
  const onGrade = whitened(grade);
  onGrade[n + 1] = variable.noiseSd / variable.gradeSlopeSd;
  const basis = orthonormal([level, onSpeed, onGrade]);
  const project = (vector: Float64Array): void => {
    for (const direction of basis) subtract(vector, direction, dot(vector, direction));
  };
  const left = whitened(residual);
  project(left);
  const total = dot(left, left);

  const lastBin = n - LAST_CHANGE_BEFORE_END;
  const places = lastBin - FIRST_CHANGE_BIN + 1;
  const deltas = new Float64Array(places * RAMPS_S.length);
  const sizes = new Float64Array(places * RAMPS_S.length);
  const shape = new Float64Array(n);
  const bent = new Float64Array(rows);
  let explained = 0;
  for (let place = 0; place < places; place += 1) {
    const atS = (FIRST_CHANGE_BIN + place - 0.5) * series.stepS;
    for (const [r, ramp] of RAMPS_S.entries()) {
      for (let i = 0; i < n; i += 1) shape[i] = Math.max(0, Math.min(1, (i * series.stepS - atS) / ramp));
      bent.fill(0);
      whiten(whitening, shape, bent);
      project(bent);
      const size = dot(bent, bent);
      const along = dot(bent, left);
      const at = place * RAMPS_S.length + r;
      sizes[at] = size;
      deltas[at] = along / size;
      explained = Math.max(explained, (along * along) / size);
    }
  }

  const noiseSd = Math.sqrt(
    (PRIOR_BINS * variable.noiseSd ** 2 + Math.max(0, total - explained)) / (EXTRA_FREEDOM + n),
  );
  const sign = Math.sign(variable.least);
  const likelihood = new Float64Array(places);
  let best: Change = { bin: FIRST_CHANGE_BIN, atS: 0, delta: 0, se: noiseSd, z: Number.NEGATIVE_INFINITY };
  let oppositeZ = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < deltas.length; at += 1) {
    const place = Math.floor(at / RAMPS_S.length);
    const delta = deltas[at] ?? 0;
    const se = noiseSd / Math.sqrt(sizes[at] ?? 1);
    const z = (sign * delta) / se;
    likelihood[place] = (likelihood[place] ?? 0) + fadeLikelihood(z, se, variable.fadeSd) / RAMPS_S.length;
    oppositeZ = Math.max(oppositeZ, -z);
    const bin = FIRST_CHANGE_BIN + place;
    if (z > best.z) best = { bin, atS: (bin - 0.5) * series.stepS, delta, se, z };
  }
  const k = variable.fadeSd ** 2 / (variable.fadeSd ** 2 + best.se ** 2);
  return {
    change: best,
    oppositeZ,
    noiseSd,
    said: k * best.delta,
    saidSe: best.se * Math.sqrt(k),
    firstBin: FIRST_CHANGE_BIN,
    likelihood,
  };
}

/** Smallest place, in bins, up to which the likelihood adds up to `share` of its sum. */
export function placeQuantile({ likelihood, firstBin }: ChangePoint, share: number): number {
  let total = 0;
  for (const value of likelihood) total += value;
  let sum = 0;
  for (const [i, value] of likelihood.entries()) {
    sum += value;
    if (sum >= share * total) return firstBin + i;
  }
  return firstBin + likelihood.length - 1;
}
