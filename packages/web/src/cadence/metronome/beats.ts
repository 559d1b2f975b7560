/**
 * When the beats of a metronome fall: a steady cadence, or one that rises evenly in a warm-up, in closed form, so that
 * no error adds up over an hour. Pure, and shared by the sound thread and the page.
 */

/** One stretch of a session: from a cadence to another in so many seconds, and steady after that. */
export interface Tempo {
  /** Steps a minute, both feet, above 0. */
  readonly fromSpm: number;
  readonly toSpm: number;
  /** 0: at `toSpm` from the first beat on. */
  readonly rampS: number;
}

/** The beat on and off in turn, beginning with on; null: on all the time. */
export interface Blocks {
  readonly onS: number;
  readonly offS: number;
  readonly repeats: number;
}

const S_PER_MIN = 60;

/** Whole and broken beats from the start until `atS`. The beat at the start is number 0. */
export function beatsUntil({ fromSpm, toSpm, rampS }: Tempo, atS: number): number {
  const inRamp = Math.min(atS, rampS);
  const rise = rampS === 0 ? 0 : ((toSpm - fromSpm) * inRamp * inRamp) / (2 * rampS);
  return (fromSpm * inRamp + rise + toSpm * (atS - inRamp)) / S_PER_MIN;
}

/** Seconds from the start to a beat, 0 or later. */
export function beatAtS(tempo: Tempo, beat: number): number {
  const { fromSpm, toSpm, rampS } = tempo;
  const ramped = beatsUntil(tempo, rampS);
  if (beat >= ramped) return rampS + ((beat - ramped) * S_PER_MIN) / toSpm;
  const a = (toSpm - fromSpm) / (2 * rampS);
  const c = S_PER_MIN * beat;
  // The root that stays exact where the ramp is almost flat.
  return (2 * c) / (fromSpm + Math.sqrt(fromSpm * fromSpm + 4 * a * c));
}

/** Steps a minute at a moment. */
export const cadenceAtS = ({ fromSpm, toSpm, rampS }: Tempo, atS: number): number =>
  atS >= rampS ? toSpm : fromSpm + ((toSpm - fromSpm) * atS) / rampS;

/** Whole length of a session in blocks; the last pause is not waited for. Seconds */
export const blocksS = ({ onS, offS, repeats }: Blocks): number => repeats * onS + (repeats - 1) * offS;

export type BlockState = 'on' | 'off' | 'over';

/** Whether the beat is to be heard. */
export function blockAt(blocks: Blocks | null, atS: number): BlockState {
  if (blocks === null) return 'on';
  if (atS >= blocksS(blocks)) return 'over';
  return atS % (blocks.onS + blocks.offS) < blocks.onS ? 'on' : 'off';
}
