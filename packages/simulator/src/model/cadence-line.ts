/** A runner's own cadence against speed: a straight line over the range of speeds people run at. */

export interface CadenceLine {
  /** Steps per minute, both feet, at `atMps`. */
  readonly spm: number;
  readonly atMps: number;
  readonly slopeSpmPerMps: number;
}

/** Cadence of the population line at 0 m/s and its slope [evidence B2c 1]. steps/min; steps/min per m/s */
const POPULATION_INTERCEPT_SPM = 133.15;
export const POPULATION_SLOPE = 11.217;

/** What people step at a speed, on average [evidence B2c 1: 26 runners at 2.5–4.5 m/s]. steps/min, both feet */
export const populationCadenceSpm = (speedMps: number): number =>
  POPULATION_INTERCEPT_SPM + POPULATION_SLOPE * speedMps;

/** The runner's own cadence at a speed. steps/min, both feet */
export const cadenceOnLine = (line: CadenceLine, speedMps: number): number =>
  line.spm + line.slopeSpmPerMps * (speedMps - line.atMps);
