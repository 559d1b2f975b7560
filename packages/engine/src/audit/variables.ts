/** What the audit looks at: one figure a week for each variable, or null where the week does not hold it. */
import { dayAt, DAYS_PER_WEEK } from '../calendar/civil-day.ts';
import type { EvidenceId, EvidenceMark } from '../evidence/mark.ts';
import type { Measured } from '../measured.ts';
import { CADENCE_RANGE_SPM, SPEED_RANGE_MPS, within } from '../knee-load/ranges.ts';
import type { CadenceBin } from '../run/analyse-run.ts';
import type { Run } from '../run/run.ts';
import { mean } from '../stats/mean.ts';
import { median } from '../stats/quantile.ts';
import type { AuditGroup, AuditVariable, FindingCaveat } from './audit-types.ts';
import type { CompareBy } from './compare.ts';

/** What is the runner's own and needed to read a week: worked out from the usual weeks only. */
export interface Own {
  /** Median speed of usual running, m/s; null where no usual run has speed over its course. */
  readonly usualSpeedMps: number | null;
}

export interface Variable {
  readonly variable: AuditVariable;
  readonly group: AuditGroup;
  readonly unit: string;
  readonly by: CompareBy;
  readonly evidence: EvidenceId;
  readonly mark: EvidenceMark;
  /** Read against the usual speed, which takes usual weeks to know. */
  readonly bySpeed?: true;
  /** What has to be said beside it; words have it by this code. */
  readonly caveat?: FindingCaveat;
  /** The figure of a week with or without runs; null: this week cannot tell. */
  readonly ofWeek: (runs: readonly Run[], own: Own) => number | null;
}

/** Running this much faster than usual counts as intense. Our choice: about the step from easy to threshold pace. */
export const INTENSE_FROM = 1.15;
/** Length of a cadence bin, seconds. [simulated-runners, models.md D] */
const BIN_S = 30;
/** A week's intensity is known where bins cover this share of its moving time. Our choice. */
const BINNED_SHARE = 0.5;
/** Steps a minute that a runner adds per m/s: the slope of 26 runners' population line. [fukuchi-2017] */
const CADENCE_SLOPE = 11.2;
/** Steeper stretches, rise over run, change cadence by themselves. [simulated-runners, models.md E] */
const FLAT_WITHIN = 0.04;
/** Smallest change of a sum worth a word, as a share. [simulated-runners, models.md F] */
const LEAST_SUM = 0.25;

/** Sum over the week's runs; null where any of them does not hold it. */
const sumOf =
  (read: (run: Run) => Measured<number>) =>
  (runs: readonly Run[]): number | null => {
    let sum = 0;
    for (const run of runs) {
      const figure = read(run);
      if (!figure.known) return null;
      sum += figure.value;
    }
    return sum;
  };

const distanceOf = sumOf((run) => run.distanceM);

function longestOf(runs: readonly Run[]): number | null {
  let longestM = 0;
  for (const { distanceM } of runs) {
    if (!distanceM.known) return null;
    longestM = Math.max(longestM, distanceM.value);
  }
  return longestM;
}

/** Days without a run; a ride does not load the knee by the running model. */
const restDaysOf = (runs: readonly Run[]): number =>
  DAYS_PER_WEEK - new Set(runs.map((run) => dayAt(run.startAtMs, run.utcOffsetMin))).size;

/** Share of the 30 s bins run at `INTENSE_FROM` × usual speed or faster; grade is not corrected for. */
function intenseShareOf(runs: readonly Run[], { usualSpeedMps }: Own): number | null {
  if (usualSpeedMps === null) return null;
  let bins = 0;
  let intense = 0;
  let movingS = 0;
  for (const run of runs) {
    movingS += run.movingS.known ? run.movingS.value : run.elapsedS;
    for (const { speedMps } of run.analysis.cadenceBins) {
      bins += 1;
      if (speedMps >= INTENSE_FROM * usualSpeedMps) intense += 1;
    }
  }
  return bins > 0 && bins * BIN_S >= BINNED_SHARE * movingS ? intense / bins : null;
}

/** Metres run at `INTENSE_FROM` × usual speed or faster; a week without a run has none. */
function hardMetresOf(runs: readonly Run[], own: Own): number | null {
  if (runs.length === 0) return 0;
  const share = intenseShareOf(runs, own);
  if (share === null || own.usualSpeedMps === null) return null;
  let metres = 0;
  for (const run of runs) {
    for (const { speedMps } of run.analysis.cadenceBins) {
      if (speedMps >= INTENSE_FROM * own.usualSpeedMps) metres += speedMps * BIN_S;
    }
  }
  return metres;
}

/** A half minute of running, by what the load model calls so: what a file made up tells no cadence. */
const isRunning = ({ speedMps, cadenceSpm }: CadenceBin): boolean =>
  within(speedMps, SPEED_RANGE_MPS) && within(cadenceSpm, CADENCE_RANGE_SPM);

/** One run's cadence as it would be at the usual speed; null where it has no cadence with speed. */
function cadenceAtUsual(run: Run, usualSpeedMps: number): number | null {
  const atUsual = (cadenceSpm: number, speedMps: number) =>
    cadenceSpm - CADENCE_SLOPE * (speedMps - usualSpeedMps);
  const { cadenceBins, cadenceSpm, meanSpeedMps } = run.analysis;
  const flat = cadenceBins.filter(
    (bin) => (bin.gradeRatio === null || Math.abs(bin.gradeRatio) <= FLAT_WITHIN) && isRunning(bin),
  );
  if (flat.length > 0) return median(flat.map((bin) => atUsual(bin.cadenceSpm, bin.speedMps)));
  return cadenceSpm.known && meanSpeedMps.known ? atUsual(cadenceSpm.value, meanSpeedMps.value) : null;
}

function cadenceOf(runs: readonly Run[], { usualSpeedMps }: Own): number | null {
  if (usualSpeedMps === null) return null;
  const each = runs.map((run) => cadenceAtUsual(run, usualSpeedMps)).filter((spm) => spm !== null);
  return each.length > 0 ? mean(each) : null;
}

const kneeLoadOf = sumOf(({ analysis: { kneeLoad } }) =>
  kneeLoad.known ? { known: true, value: kneeLoad.value.impulseRunBws } : kneeLoad,
);

/** Σ damage a kilometre × kilometres; runs worked out with different exponents cannot be added. */
function damageOf(runs: readonly Run[]): number | null {
  let sum = 0;
  let exponent: number | null = null;
  for (const { distanceM, analysis } of runs) {
    if (!distanceM.known || !analysis.kneeLoad.known) return null;
    const { damagePerKm } = analysis.kneeLoad.value;
    if (exponent !== null && exponent !== damagePerKm.exponent) return null;
    exponent = damagePerKm.exponent;
    sum += (damagePerKm.value * distanceM.value) / 1000;
  }
  return sum;
}

const sum = (s0: number): CompareBy => ({ scale: 'log', s0, least: LEAST_SUM });

/**
 * Spreads and least changes: our choices, tuned on simulated and one real history (models.md F).
 * Evidence: what is known of the variable and injury, not of the runner's change.
 */
export const VARIABLES: readonly Variable[] = [
  {
    variable: 'distance',
    group: 'volume',
    unit: 'm',
    by: sum(0.28),
    // The one trial of growing by a tenth a week [buist-2008] found no difference: it is no ground for this finding.
    evidence: 'our-choice',
    mark: 'expert',
    caveat: 'no-difference-in-the-trial',
    ofWeek: distanceOf,
  },
  {
    variable: 'sessions',
    group: 'volume',
    unit: 'runs',
    by: sum(0.22),
    evidence: 'our-choice',
    mark: 'expert',
    ofWeek: (runs) => runs.length,
  },
  {
    variable: 'longest',
    group: 'volume',
    unit: 'm',
    by: sum(0.25),
    evidence: 'frandsen-2025',
    mark: 'cohort',
    ofWeek: longestOf,
  },
  {
    variable: 'rest-days',
    group: 'volume',
    unit: 'days',
    by: sum(0.22),
    evidence: 'our-choice',
    mark: 'expert',
    ofWeek: restDaysOf,
  },
  {
    variable: 'knee-load',
    group: 'volume',
    unit: 'BW·s',
    by: sum(0.28),
    evidence: 'fukuchi-2017',
    mark: 'lab',
    ofWeek: kneeLoadOf,
  },
  {
    variable: 'damage',
    group: 'volume',
    unit: 'relative',
    by: sum(0.28),
    // That hard steps weigh more is [edwards-2018]; how much more, the exponent, nobody here has checked.
    evidence: 'our-choice',
    mark: 'expert',
    caveat: 'exponent-not-checked',
    ofWeek: damageOf,
  },
  {
    variable: 'ascent',
    group: 'hills',
    unit: 'm',
    by: sum(0.5),
    evidence: 'our-choice',
    mark: 'expert',
    ofWeek: sumOf((run) => run.analysis.ascentM),
  },
  {
    variable: 'descent',
    group: 'hills',
    unit: 'm',
    by: sum(0.5),
    evidence: 'telhan-2010',
    mark: 'lab',
    ofWeek: sumOf((run) => run.analysis.descentM),
  },
  {
    variable: 'intense-share',
    group: 'intensity',
    unit: 'share',
    by: { scale: 'as-is', s0: 0.06, least: 0.08 },
    evidence: 'petersen-2015',
    mark: 'lab',
    bySpeed: true,
    ofWeek: intenseShareOf,
  },
  {
    variable: 'hard-km',
    group: 'intensity',
    unit: 'm',
    by: sum(0.55),
    evidence: 'petersen-2015',
    mark: 'lab',
    bySpeed: true,
    ofWeek: hardMetresOf,
  },
  {
    variable: 'cadence-at-speed',
    group: 'cadence',
    unit: 'spm',
    by: { scale: 'as-is', s0: 1.5, least: 3 },
    evidence: 'lenhart-2014',
    mark: 'lab',
    bySpeed: true,
    ofWeek: cadenceOf,
  },
];

/** What no file holds and the runner has not been asked yet. */
export const NOT_ASKED: readonly { readonly variable: AuditVariable; readonly what: string }[] = [
  { variable: 'surface', what: 'the ground of each run' },
  { variable: 'shoe', what: 'the shoes of each run' },
];

/** The runner's own usual speed: the median over all 30 s bins of the usual weeks, else over their runs' mean speeds. */
export function ownOf(usualRuns: readonly Run[]): Own {
  const bins = usualRuns.flatMap((run) => run.analysis.cadenceBins.map(({ speedMps }) => speedMps));
  const speeds =
    bins.length > 0
      ? bins
      : usualRuns.flatMap(({ analysis: { meanSpeedMps } }) =>
          meanSpeedMps.known ? [meanSpeedMps.value] : [],
        );
  return { usualSpeedMps: speeds.length > 0 ? median(speeds) : null };
}
