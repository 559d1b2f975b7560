/** What is looked at for fading form, and how each goes with speed and grade when nothing fades (models.md D). */
import type { FormVariable } from './change-point.ts';

/** How each goes with speed and grade. [models.md D: cadence fukuchi-2017 B2c, contact B2b, the rest our choice] */
export const CADENCE: FormVariable = {
  speedSlope: 11.2,
  speedSlopeSd: 3,
  gradeSlope: 0.15,
  gradeSlopeSd: 0.3,
  noiseSd: 2.9,
  fadeSd: 5,
  least: -3,
};
/** With an own line the slope is better known, spm per m/s. [simulated-runners, models.md D] */
export const OWN_SLOPE_SD = 2;
/** 100·ln contact time on ln speed: least +3 is 7 ms. [fukuchi-2017 for the slope; simulated-runners, models.md D] */
export const CONTACT: FormVariable = {
  speedSlope: -44,
  speedSlopeSd: 10,
  gradeSlope: 0.4,
  gradeSlopeSd: 0.4,
  noiseSd: 2.5,
  fadeSd: 4,
  least: 3,
};
/** Vertical oscillation, mm. [simulated-runners, models.md D] */
export const OSCILLATION: FormVariable = {
  speedSlope: 2,
  speedSlopeSd: 6,
  gradeSlope: -0.2,
  gradeSlopeSd: 0.5,
  noiseSd: 3.2,
  fadeSd: 5,
  least: 4,
};
/** Per cent of a ratio, nearly: 100·ln. [definition] */
export const PER_LOG = 100;
