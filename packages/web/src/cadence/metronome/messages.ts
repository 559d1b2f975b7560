/** What the page tells the sound thread, and what it hears of it. */
import type { Blocks, Tempo } from './beats.ts';

/** A click for every step, for every second one (the right foot), or for every step with a soft one between. */
export type Every = 'step' | 'second' | 'between';

export interface Sound {
  readonly every: Every;
  /** A stronger click on the right foot. */
  readonly accent: boolean;
  /** 0–1 */
  readonly volume: number;
}

export type ToMetronome =
  | { readonly kind: 'start'; readonly tempo: Tempo; readonly blocks: Blocks | null; readonly sound: Sound }
  | { readonly kind: 'tempo'; readonly tempo: Tempo }
  | { readonly kind: 'sound'; readonly sound: Sound }
  | { readonly kind: 'pause' | 'resume' | 'stop' };

export type FromMetronome =
  | {
      readonly kind: 'beat';
      readonly beat: number;
      /** On the audio clock, s. */
      readonly atS: number;
      /** Of the session, pauses left out, s. */
      readonly sessionS: number;
      readonly cadenceSpm: number;
      /** False in a block without the beat: the sole is not filled and nothing is heard. */
      readonly heard: boolean;
    }
  | { readonly kind: 'over' };

/** Even beats fall on the right foot. */
export const isRight = (beat: number): boolean => beat % 2 === 0;
