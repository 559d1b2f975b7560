/** What the running model may be asked. Outside it gives no answer, and names the interval. */

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Running speed, m/s. Fitted at 2.5–4.5; our choice how far beyond an answer is still worth a wider band. */
export const SPEED_RANGE_MPS: Range = { low: 1.5, high: 7 };
/** Speeds the model was fitted at, m/s. [fukuchi-2017] */
export const FITTED_SPEED_MPS: Range = { low: 2.5, high: 4.5 };
/** Steps/min, both feet, of the runs the model was fitted on. [fukuchi-2017] */
export const FITTED_CADENCE_SPM: Range = { low: 150, high: 207 };
/** Steps/min, both feet: running, sprints included. Our choice: beyond the fit the band is wider. */
export const CADENCE_RANGE_SPM: Range = { low: 130, high: 240 };
/** Time on the ground a step, ms, of the runs the model was fitted on. [fukuchi-2017] */
export const FITTED_CONTACT_MS: Range = { low: 163, high: 317 };
/** Time on the ground a step, ms. Our choice: beyond the fit the band is wider. */
export const CONTACT_RANGE_MS: Range = { low: 120, high: 400 };
/** Peak knee flexion in stance, degrees, of the runs the model was fitted on. [fukuchi-2017] */
export const FITTED_FLEXION_DEG: Range = { low: 30.5, high: 52.5 };
/** Peak knee flexion in stance, degrees. Our choice: beyond the fit the band is wider. */
export const PEAK_FLEXION_RANGE_DEG: Range = { low: 20, high: 70 };
/** Leg length, hip to ground, m. Our choice: adults and tall children. */
export const LEG_RANGE_M: Range = { low: 0.6, high: 1.2 };
/** Trunk lean from the vertical, degrees. Our choice; the effect itself is capped. */
export const LEAN_RANGE_DEG: Range = { low: -10, high: 30 };
/** Rise over run. Our choice: steeper than this is scrambling. */
export const GRADE_RANGE: Range = { low: -0.5, high: 0.5 };

export const within = (value: number, { low, high }: Range): boolean => value >= low && value <= high;
