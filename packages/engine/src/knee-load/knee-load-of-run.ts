/** Knee load of a whole run: the samples summed, and how far the sum may be off (K4, evidence B2c 6–7). */
import { known, type Measured, missing } from '../measured.ts';
import type { Motion } from '../run/motion.ts';
import type { Runner } from '../runner.ts';
import { median } from '../stats/quantile.ts';
import type { Track } from '../track.ts';
import {
  addInSquares,
  EXTRAPOLATED_SD_RATIO,
  FORM_SD_RATIO,
  IMPULSE_SD_RATIO,
  STEEP_FROM_GRADE,
  STEEP_SD_RATIO,
  UNEVEN_SD_RATIO,
  UNKNOWN_GRADE_SD_RATIO,
  UNKNOWN_LEG_SD_RATIO,
  WALKED_SD_RATIO,
} from './band.ts';
import { DAMAGE_EXPONENT, damageWithBand, referenceDamageSum } from './damage.ts';
import { kneeLoadColumns } from './knee-load-along.ts';
import type { KneeLoad } from './knee-load.ts';
import { FEET, legOf, METRES_PER_KM, SECONDS_PER_MINUTE } from './model.ts';
import { FITTED_CADENCE_SPM, FITTED_CONTACT_MS, FITTED_SPEED_MPS, within } from './ranges.ts';

/** Less running than this is no run to judge, s. Our choice. */
export const ENOUGH_RUNNING_S = 60;

/** Grounds (FIT sub sports) that a treadmill model fits worse. */
const UNEVEN_SUB_SPORTS: ReadonlySet<string> = new Set(['trail', 'obstacle', 'cross_country']);
/** Runs on a belt: level unless the file says otherwise. */
const LEVEL_SUB_SPORTS: ReadonlySet<string> = new Set([
  'treadmill',
  'indoor_running',
  'track',
  'virtual_activity',
]);

interface Sums {
  seconds: number;
  metres: number;
  steps: number;
  impulse: number;
  damage: number;
  cadenceS: number;
  contactS: number;
  steepS: number;
  speedBeyondS: number;
  cadenceBeyondS: number;
  contactBeyondS: number;
}

/**
 * @param grade rise over run at each sample, or null
 * @param ground FIT's sub sport, or null
 * @returns missing where speed was not recorded or less than a minute was run
 */
export function kneeLoadOfRun(
  track: Track,
  motion: Motion,
  grade: Float64Array | null,
  runner: Runner,
  ground: string | null,
): Measured<KneeLoad> {
  const columns = kneeLoadColumns(track, motion, runner);
  const { speedMps, spanS } = motion;
  if (columns === null || speedMps === null) return missing({ reason: 'not-recorded', what: 'speed' });
  const sums: Sums = {
    seconds: 0,
    metres: 0,
    steps: 0,
    impulse: 0,
    damage: 0,
    cadenceS: 0,
    contactS: 0,
    steepS: 0,
    speedBeyondS: 0,
    cadenceBeyondS: 0,
    contactBeyondS: 0,
  };
  let movingS = 0;
  for (let i = 0; i < spanS.length; i += 1) {
    const span = spanS[i] ?? 0;
    movingS += span;
    const force = columns.forceBw[i] ?? Number.NaN;
    if (!Number.isFinite(force)) continue;
    const v = speedMps[i] ?? 0;
    const steps = ((columns.cadenceSpm[i] ?? 0) * span) / (FEET * SECONDS_PER_MINUTE);
    sums.seconds += span;
    sums.metres += v * span;
    sums.steps += steps;
    sums.impulse += steps * (columns.impulsePerStepBws[i] ?? 0);
    sums.damage += steps * force ** DAMAGE_EXPONENT;
    sums.cadenceS += span * (columns.cadenceMeasured[i] ?? 0);
    sums.contactS += span * (columns.contactMeasured[i] ?? 0);
    if (Math.abs(grade?.[i] ?? 0) > STEEP_FROM_GRADE) sums.steepS += span;
    if (!within(v, FITTED_SPEED_MPS)) sums.speedBeyondS += span;
    // The population's cadence, where none was measured, is the fit's own line: speed alone takes it beyond.
    if (columns.cadenceMeasured[i] === 1 && !within(columns.cadenceSpm[i] ?? 0, FITTED_CADENCE_SPM)) {
      sums.cadenceBeyondS += span;
    }
    if (columns.contactMeasured[i] === 1 && !within(track.contactMs?.[i] ?? 0, FITTED_CONTACT_MS)) {
      sums.contactBeyondS += span;
    }
  }
  if (sums.seconds < ENOUGH_RUNNING_S) {
    return missing({
      reason: 'too-little-data',
      what: 'seconds of running',
      have: Math.round(sums.seconds),
      need: ENOUGH_RUNNING_S,
    });
  }
  const cadenceShare = sums.cadenceS / sums.seconds;
  const contactShare = sums.contactS / sums.seconds;
  const level = ground !== null && LEVEL_SUB_SPORTS.has(ground);
  const steepShare = grade === null ? (level ? 0 : null) : sums.steepS / sums.seconds;
  const sdRatio = addInSquares(
    cadenceShare * FORM_SD_RATIO['speed-cadence'] + (1 - cadenceShare) * FORM_SD_RATIO.speed,
    steepShare === null ? UNKNOWN_GRADE_SD_RATIO : steepShare * STEEP_SD_RATIO,
    (sums.speedBeyondS / sums.seconds) * EXTRAPOLATED_SD_RATIO,
    (sums.cadenceBeyondS / sums.seconds) * EXTRAPOLATED_SD_RATIO,
    ground !== null && UNEVEN_SUB_SPORTS.has(ground) ? UNEVEN_SD_RATIO : 0,
  );
  const notRunningS = Math.max(0, movingS - sums.seconds);
  const km = sums.metres / METRES_PER_KM;
  return known({
    peakForceBw: median(columns.forceBw),
    impulsePerStepBws: sums.impulse / sums.steps,
    impulsePerKmBws: sums.impulse / km,
    impulseRunBws: sums.impulse,
    damagePerKm: damageWithBand(sums.damage / km / referenceDamageSum(DAMAGE_EXPONENT), sdRatio),
    sdRatio,
    form: mostly(cadenceShare) ? (mostly(contactShare) ? 'speed-cadence-contact' : 'speed-cadence') : 'speed',
    working: {
      runningS: sums.seconds,
      runningM: sums.metres,
      notRunningS,
      cadenceShare,
      contactShare,
      steepShare,
      impulseSdRatio: addInSquares(
        sdRatio,
        contactShare * IMPULSE_SD_RATIO.measured +
          (1 - contactShare) *
            (cadenceShare * IMPULSE_SD_RATIO.estimated +
              (1 - cadenceShare) * IMPULSE_SD_RATIO.withoutCadence),
        legOf(runner) === undefined ? (1 - contactShare) * UNKNOWN_LEG_SD_RATIO : 0,
        (sums.contactBeyondS / sums.seconds) * EXTRAPOLATED_SD_RATIO,
        (notRunningS / sums.seconds) * WALKED_SD_RATIO,
      ),
    },
  });
}

/** The form of a run is that of most of its time. */
const mostly = (share: number): boolean => share > 0.5;
