/** Music and metronomes for a cadence: beats per minute that fall on every step or every second one (training.md 5). */

/** A song fits within this share of the target: steps follow music as closely. [music-tempo] */
export const BEAT_WITHIN = 0.02;
/** From one song to the next no larger share than this goes unnoticed. [music-tempo] */
export const BEAT_CHANGE_LIMIT = 0.03;

/** A song at the very edge must not fall out by the last digit of a product: steps/min. [definition: binary fractions] */
const ROUNDING = 1e-9;

/** Steps/min that a ladder may begin and end at: anything that is walked or run. Our choice. */
const SLOWEST_SPM = 20;
const FASTEST_SPM = 400;

export interface BeatRange {
  /** Beats for every step (1) or every second step (2): steps per beat. */
  readonly stepsPerBeat: 1 | 2;
  readonly lowBpm: number;
  readonly highBpm: number;
}

/** Whole BPM that fit a cadence (steps/min, both feet, above 0): a beat a step, then a beat every second step. */
export function beatRanges(targetSpm: number): readonly [BeatRange, BeatRange] {
  if (!(targetSpm > 0 && targetSpm < Infinity))
    throw new RangeError(`targetSpm must be above 0, got ${targetSpm}`);
  const range = (stepsPerBeat: 1 | 2): BeatRange => ({
    stepsPerBeat,
    lowBpm: Math.ceil((targetSpm * (1 - BEAT_WITHIN)) / stepsPerBeat),
    highBpm: Math.floor((targetSpm * (1 + BEAT_WITHIN)) / stepsPerBeat),
  });
  return [range(1), range(2)];
}

/** Whether a song's BPM carries a cadence, and how many steps fall on a beat; null where it does not. */
export function stepsOnBeat(bpm: number, targetSpm: number): 1 | 2 | null {
  const fits = (steps: 1 | 2): boolean =>
    Math.abs(steps * bpm - targetSpm) <= BEAT_WITHIN * targetSpm + ROUNDING;
  if (fits(1)) return 1;
  return fits(2) ? 2 : null;
}

/**
 * Beats from one cadence to another in steps of at most 3 %, both ends included: a warm-up of songs or metronome.
 * @param fromSpm, toSpm steps/min, 20–400
 */
export function beatLadder(fromSpm: number, toSpm: number): number[] {
  const isCadence = (spm: number): boolean => spm >= SLOWEST_SPM && spm <= FASTEST_SPM;
  if (!isCadence(fromSpm) || !isCadence(toSpm))
    throw new RangeError(`cadences must be ${SLOWEST_SPM} to ${FASTEST_SPM}, got ${fromSpm} and ${toSpm}`);
  const steps = Math.ceil(Math.abs(Math.log(toSpm / fromSpm)) / Math.log(1 + BEAT_CHANGE_LIMIT) - ROUNDING);
  const ladder = [fromSpm];
  for (let i = 1; i < steps; i += 1) ladder.push(fromSpm * (toSpm / fromSpm) ** (i / steps));
  if (toSpm !== fromSpm) ladder.push(toSpm);
  return ladder;
}
