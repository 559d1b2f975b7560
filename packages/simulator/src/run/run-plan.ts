/** What is decided about a run before it is simulated: everything a test may want to know for certain. */
import type { CadenceLine } from '../model/cadence-line.ts';

export interface RunPlan {
  /** A whole number from 0 to 2³²−1. */
  readonly seed: number;
  /** Epoch milliseconds, whole seconds. */
  readonly startAtMs: number;
  readonly utcOffsetMin: number;
  /** Distance run, metres, without what is walked after it. */
  readonly distanceM: number;
  /** Easy speed on the flat. m/s, at least 1.6 */
  readonly speedMps: number;
  /** Stretches at another speed than `speedMps`. */
  readonly stretches?: readonly { readonly fromM: number; readonly toM: number; readonly speedMps: number }[];
  readonly cadenceLine: CadenceLine;
  /** Steps a minute by which this day's cadence lies off the line: habit of the day, or a metronome. */
  readonly cadenceOffsetSpm?: number;
  readonly legM: number;
  readonly fading?: Fading;
  /** Walked home after the run, metres. */
  readonly walkedHomeM?: number;
  /** `null`: a treadmill, with neither places nor heights. */
  readonly outdoors: Outdoors | null;
  /** Share of the usual wander and noise (models.md A) that this run has; 1 where not said. */
  readonly wanderShare?: number;
  readonly stops?: 'none' | 'standing' | 'paused';
  readonly name?: string;
}

/** From a place on the form goes, over a ramp, by these amounts at equal speed and grade. */
export interface Fading {
  readonly fromM: number;
  readonly rampS: number;
  readonly cadenceSpm: number;
  readonly contactMs: number;
  readonly oscillationMm: number;
}

export interface Outdoors {
  /** Share of the route, at either end, that is there-and-back: 0 a loop, ½ no loop at all. */
  readonly stemShare: number;
  /** Runs of one route seed follow the same line. */
  readonly routeSeed: number;
  /** Metres of descent the whole route holds; `null`: whatever the drawn grade (SD 2 %) comes to. */
  readonly descentM: number | null;
  readonly slopeLengthM?: number;
}

/** The fading of models.md A: a 300 s ramp to −5 steps/min, +10 ms, +4 mm. */
export const usualFading = (fromM: number): Fading => ({
  fromM,
  rampS: 300,
  cadenceSpm: -5,
  contactMs: 10,
  oscillationMm: 4,
});
