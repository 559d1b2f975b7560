/**
 * How cadence, contact time, oscillation, step length and balance went along a run, against what was to be expected at
 * each half minute's speed and grade (K9). For drawing: `fadingForm` alone judges, and of the first three only. Step
 * length is speed ÷ cadence and says nothing that cadence has not said; balance has no expectation but the run's own
 * beginning. Neither is a second witness.
 */
import { cadenceAt, type CadenceLine } from '../cadence/cadence-line.ts';
import { GRADE_RANGE, SPEED_RANGE_MPS, within } from '../knee-load/ranges.ts';
import type { HalfMinuteBins } from '../run/half-minute-bins.ts';
import { sdFromMad } from '../stats/mean.ts';
import { median } from '../stats/quantile.ts';
import { SECONDS_PER_MINUTE } from '../units.ts';
import type { FormVariable } from './change-point.ts';
import { judgedBins, LEAST_SENSOR_SHARE } from './fading-form.ts';
import { CADENCE, CONTACT, OSCILLATION, PER_LOG } from './form-variables.ts';

export const SHOWN_FORM = ['cadence', 'contact', 'oscillation', 'step-length', 'balance'] as const;
export type ShownFormName = (typeof SHOWN_FORM)[number];

/** The beginning and the end of a run, as shares of its half minutes. Our choice: thirds. */
const END_SHARE = 1 / 3;
/** Fewer half minutes than this draw no line. Our choice: six minutes. */
export const ENOUGH_SHOWN_BINS = 12;

export interface ShownForm {
  readonly name: ShownFormName;
  /** Unit of `value` and `expected`. */
  readonly unit: 'spm' | 'ms' | 'mm' | 'm' | 'pct';
  /** False: shown beside the others, never judged. */
  readonly tested: boolean;
  /** What the expectation's level is: the runner's own line over many runs, or this run's first third. */
  readonly expectedFrom: 'own-line' | 'start-of-run';
  /** Moving time and distance at which each half minute begins, s and m; distance NaN where not recorded. */
  readonly startS: Float64Array;
  readonly startM: Float64Array;
  /** Measured, and expected at that half minute's speed and grade. No NaN in either. */
  readonly value: Float64Array;
  readonly expected: Float64Array;
  /** Median departure of the last third less that of the first, and one robust SD of all, in the unit. No verdict. */
  readonly change: number;
  readonly swing: number;
}

interface Column {
  readonly unit: ShownForm['unit'];
  readonly tested: boolean;
  readonly values: Float64Array | undefined;
}

function columnOf(bins: HalfMinuteBins, name: ShownFormName): Column {
  switch (name) {
    case 'cadence':
      return { unit: 'spm', tested: true, values: bins.cadenceSpm };
    case 'contact':
      return { unit: 'ms', tested: true, values: bins.contactMs };
    case 'oscillation':
      return { unit: 'mm', tested: true, values: bins.oscillationMm };
    case 'step-length':
      return { unit: 'm', tested: false, values: bins.stepLengthM ?? stepLengthsM(bins) };
    case 'balance':
      return { unit: 'pct', tested: false, values: bins.balancePct };
  }
}

/** Where no sensor gives it: metres a minute by steps a minute. */
const stepLengthsM = ({ speedMps, cadenceSpm }: HalfMinuteBins): Float64Array =>
  speedMps.map((v, i) => (SECONDS_PER_MINUTE * v) / (cadenceSpm[i] ?? Number.NaN));

const ends = (count: number): number => Math.max(1, Math.floor(END_SHARE * count));

/** Median of the first third of what is left once speed and grade are taken out. */
const levelOf = (rest: readonly number[]): number => median(rest.slice(0, ends(rest.length)));

/** Slopes on speed (or its logarithm) and grade, from the level at which the run began. */
function bySlopes(
  { speedSlope, gradeSlope }: FormVariable,
  values: readonly number[],
  speeds: readonly number[],
  grades: readonly number[],
): number[] {
  const moved = speeds.map((v, i) => speedSlope * v + PER_LOG * gradeSlope * (grades[i] ?? 0));
  const level = levelOf(values.map((value, i) => value - (moved[i] ?? 0)));
  return moved.map((by) => level + by);
}

function expectedOf(
  name: ShownFormName,
  values: readonly number[],
  speeds: readonly number[],
  grades: readonly number[],
  line: CadenceLine | null,
): number[] {
  const ownLine = (i: number): number =>
    line === null
      ? Number.NaN
      : cadenceAt(line, speeds[i] ?? 0).cadenceSpm + PER_LOG * CADENCE.gradeSlope * (grades[i] ?? 0);
  const own = line?.from === 'own';
  switch (name) {
    case 'cadence':
      return own ? values.map((_, i) => ownLine(i)) : bySlopes(CADENCE, values, speeds, grades);
    case 'contact':
      return bySlopes(
        CONTACT,
        values.map((ms) => PER_LOG * Math.log(ms)),
        speeds.map(Math.log),
        grades,
      ).map((log) => Math.exp(log / PER_LOG));
    case 'oscillation':
      return bySlopes(OSCILLATION, values, speeds, grades);
    case 'step-length': {
      if (own) return speeds.map((v, i) => (SECONDS_PER_MINUTE * v) / ownLine(i));
      const cadences = values.map((m, i) => (SECONDS_PER_MINUTE * (speeds[i] ?? 0)) / m);
      const expected = bySlopes(CADENCE, cadences, speeds, grades);
      return speeds.map((v, i) => (SECONDS_PER_MINUTE * v) / (expected[i] ?? Number.NaN));
    }
    case 'balance': {
      const level = levelOf(values);
      return values.map(() => level);
    }
  }
}

function shown(bins: HalfMinuteBins, name: ShownFormName, line: CadenceLine | null): ShownForm | null {
  const { unit, tested, values: column } = columnOf(bins, name);
  const judged = judgedBins(bins);
  const at = judged.filter(
    (i) =>
      (column?.[i] ?? 0) > 0 &&
      (column?.[i] ?? 0) < Infinity &&
      within(bins.speedMps[i] ?? 0, SPEED_RANGE_MPS),
  );
  if (at.length < ENOUGH_SHOWN_BINS || at.length < LEAST_SENSOR_SHARE * judged.length) return null;
  const pick = (from: Float64Array | undefined): number[] => at.map((i) => from?.[i] ?? Number.NaN);
  const values = pick(column);
  // Ground whose slope is not known counts as level, as in `fadingForm`.
  const grades = pick(bins.gradeRatio).map((g) => (within(g, GRADE_RANGE) ? g : 0));
  const expected = expectedOf(name, values, pick(bins.speedMps), grades, line);
  const departures = values.map((value, i) => value - (expected[i] ?? Number.NaN));
  const third = ends(departures.length);
  const middle = median(departures);
  const ofLine = line?.from === 'own' && (name === 'cadence' || name === 'step-length');
  return {
    name,
    unit,
    tested,
    expectedFrom: ofLine ? 'own-line' : 'start-of-run',
    startS: Float64Array.from(pick(bins.startS)),
    startM: Float64Array.from(pick(bins.startM)),
    value: Float64Array.from(values),
    expected: Float64Array.from(expected),
    change: median(departures.slice(-third)) - median(departures.slice(0, third)),
    swing: sdFromMad(median(departures.map((each) => Math.abs(each - middle)))),
  };
}

/**
 * What a run has to show of its form, in the order of `SHOWN_FORM`; a variable that was not recorded for nine tenths of
 * the half minutes is left out. The first six minutes and the last are not in it.
 * @param bins as `halfMinuteBins` gives them
 * @param line the runner's own cadence line, or null
 */
export const shownForm = (bins: HalfMinuteBins, line: CadenceLine | null): ShownForm[] =>
  SHOWN_FORM.map((name) => shown(bins, name, line)).filter((each) => each !== null);
