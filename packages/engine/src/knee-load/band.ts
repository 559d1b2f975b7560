/**
 * How far a knee load may be off: one standard deviation as a share of the figure (evidence B2c 7).
 * Parts add as squares. What is wrong the same way all run long does not average out over steps.
 */
import type { KneeLoad } from './knee-load.ts';

/** What was known of a step. */
export type KneeLoadForm = KneeLoad['form'] | 'speed-flexion' | 'speed-cadence-contact-flexion';

/** By what was known of a step. Leave-one-runner-out errors of the fits. [fukuchi-2017, B2c 7, B2b] */
export const FORM_SD_RATIO: Readonly<Record<KneeLoadForm, number>> = {
  speed: 0.2,
  'speed-cadence': 0.15,
  'speed-cadence-contact': 0.15,
  'speed-flexion': 0.131,
  'speed-cadence-flexion': 0.131,
  'speed-cadence-contact-flexion': 0.131,
};

/**
 * Extra of impulses over peaks, by what the time on the ground rests on: measured, estimated, or estimated from the
 * population's cadence. It takes the errors on 18 of the runners from 15 % of the peak to 19 and 22 % of the impulse,
 * and from 20 to 30 %. The shape of the curve alone is 5.7 % and contact time 6 % (B2b), but a runner whose peak is
 * underrated tends to stay on the ground longer too. [fukuchi-2017]
 */
export const IMPULSE_SD_RATIO = { measured: 0.13, estimated: 0.16, withoutCadence: 0.23 } as const;
/** Contact time estimated with a leg length that is assumed: 0.494 × the 5 % by which legs differ. [fukuchi-2017] */
export const UNKNOWN_LEG_SD_RATIO = 0.025;

/** Slopes steeper than this, rise over run (either way), are outside the level treadmill. Our choice, as in models.md E. */
export const STEEP_FROM_GRADE = 0.04;
/** Extra on such slopes: nobody gave a factor we could check. Our choice. [miller-krupenevich-2020 and others: none] */
export const STEEP_SD_RATIO = 0.2;
/** Extra where altitude is unknown, so slopes are too. Our choice: a usual run has a fifth of its time on slopes. */
export const UNKNOWN_GRADE_SD_RATIO = 0.04;
/** Extra on uneven ground (trail, grass, sand): the fit knows a treadmill only. Our choice. */
export const UNEVEN_SD_RATIO = 0.1;
/** Extra for each of speed, cadence, contact time and flexion outside the runs of the fit, as a share. Our choice. */
export const EXTRAPOLATED_SD_RATIO = 0.1;

/** Extra of the same runner compared with the same runner: what is left of 15 % is 7–10 %. [fukuchi-2017, B2c 7, B2d 6.7 %] */
export const WITHIN_RUNNER_SD_RATIO = 0.07;

/** Standard deviations that add as squares. */
export const addInSquares = (...parts: readonly number[]): number => Math.hypot(...parts);

/**
 * Load a second of walking beside a second of running, as a ratio: 0.9 against 5.2 body weights, each on the ground
 * for longer and 110 steps/min against 170. No load is given for what was walked, so a run's sums may be short by
 * this share of it. [hart-2022 for the forces; time on the ground and steps: our choice]
 */
export const WALKED_SD_RATIO = 0.26;
