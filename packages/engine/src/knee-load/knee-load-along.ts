/** Knee load at every sample of a track, as columns (K4). Level-ground running only: see `kneeLoadAlong`. */
import { referenceCadenceSpm } from '../cadence/reference-cadence.ts';
import { type Motion, motionOf } from '../run/motion.ts';
import type { Runner } from '../runner.ts';
import type { Interval, Track } from '../track.ts';
import {
  estimatedContactS,
  forceFromCadenceBw,
  IMPULSE_SHAPE,
  legOf,
  MS_PER_S,
  SECONDS_PER_MINUTE,
  USUAL_LEG_M,
} from './model.ts';
import { CONTACT_RANGE_MS, LEG_RANGE_M, within } from './ranges.ts';

export interface KneeLoadColumns {
  /** Peak force a step, body weights; NaN where the sample is not running. */
  readonly forceBw: Float64Array;
  /** Body weight × seconds a step; NaN where the sample is not running. */
  readonly impulsePerStepBws: Float64Array;
  /** Steps/min the figures rest on: measured, else the population's at that speed. NaN where not running. */
  readonly cadenceSpm: Float64Array;
  /** 1 where cadence, contact time was measured, else 0. */
  readonly cadenceMeasured: Uint8Array;
  readonly contactMeasured: Uint8Array;
}

/** Leg length the contact time is estimated with, m: the runner's where it is known and possible. */
export const legForContactM = (runner: Runner): number => {
  const leg = legOf(runner);
  return leg !== undefined && within(leg, LEG_RANGE_M) ? leg : USUAL_LEG_M;
};

/** As `kneeLoadAlong`, for a track already read as motion. Null where speed is not known at all. */
export function kneeLoadColumns(track: Track, motion: Motion, runner: Runner): KneeLoadColumns | null {
  const { speedMps, running } = motion;
  if (speedMps === null) return null;
  const n = running.length;
  const forceBw = new Float64Array(n).fill(Number.NaN);
  const impulsePerStepBws = new Float64Array(n).fill(Number.NaN);
  const cadenceSpm = new Float64Array(n).fill(Number.NaN);
  const cadenceMeasured = new Uint8Array(n);
  const contactMeasured = new Uint8Array(n);
  const legM = legForContactM(runner);
  for (let i = 0; i < n; i += 1) {
    if (running[i] === 0) continue;
    const v = speedMps[i] ?? Number.NaN;
    const measuredSpm = track.cadenceSpm?.[i] ?? Number.NaN;
    const spm = Number.isFinite(measuredSpm) ? measuredSpm : referenceCadenceSpm(v);
    const contactMs = track.contactMs?.[i] ?? Number.NaN;
    const stepMs = (MS_PER_S * SECONDS_PER_MINUTE) / spm;
    const measured = within(contactMs, CONTACT_RANGE_MS) && contactMs <= stepMs;
    const contactS = measured ? contactMs / MS_PER_S : estimatedContactS(v, spm, legM);
    const force = forceFromCadenceBw(v, spm);
    forceBw[i] = force;
    impulsePerStepBws[i] = IMPULSE_SHAPE * force * contactS;
    cadenceSpm[i] = spm;
    cadenceMeasured[i] = spm === measuredSpm ? 1 : 0;
    contactMeasured[i] = measured ? 1 : 0;
  }
  return { forceBw, impulsePerStepBws, cadenceSpm, cadenceMeasured, contactMeasured };
}

/**
 * Force and impulse a step at each sample.
 *
 * Running samples only: at least 130 steps/min and 1.5 m/s, or 1.8 m/s where no cadence was recorded, up to
 * 7 m/s. Walking loads the joint by other laws (about 0.9 body weights [hart-2022]), so walked and standing
 * samples are NaN, not small. Slopes get the level figure and a wider band (`kneeLoadOfRun`).
 * @returns columns as long as the track, or null where neither speed nor distance was recorded
 */
export const kneeLoadAlong = (
  track: Track,
  runner: Runner,
  pauses: readonly Interval[] = [],
): KneeLoadColumns | null => kneeLoadColumns(track, motionOf(track, pauses), runner);
