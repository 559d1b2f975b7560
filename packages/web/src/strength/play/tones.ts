/** Short tones made on the spot, and the buzz that goes with them. */
import type { Cue } from './cues.ts';

interface Tone {
  readonly hz: number;
  /** After the one before, and how long it sounds; seconds. */
  readonly atS: number;
  readonly forS: number;
}
/** Heights an ear tells apart from the floor, over a small loudspeaker. Our choices. */
const TONES: Readonly<Record<Cue, readonly Tone[]>> = {
  short: [{ hz: 880, atS: 0, forS: 0.09 }],
  go: [{ hz: 1320, atS: 0, forS: 0.35 }],
  rep: [{ hz: 660, atS: 0, forS: 0.06 }],
  switch: [
    { hz: 660, atS: 0, forS: 0.18 },
    { hz: 990, atS: 0.22, forS: 0.18 },
    { hz: 660, atS: 0.44, forS: 0.18 },
    { hz: 990, atS: 0.66, forS: 0.18 },
  ],
  rest: [
    { hz: 880, atS: 0, forS: 0.2 },
    { hz: 587, atS: 0.22, forS: 0.3 },
  ],
  done: [
    { hz: 660, atS: 0, forS: 0.15 },
    { hz: 880, atS: 0.17, forS: 0.15 },
    { hz: 1100, atS: 0.34, forS: 0.3 },
  ],
};
const BUZZ_MS: Readonly<Record<Cue, readonly number[]>> = {
  short: [60],
  go: [350],
  rep: [30],
  switch: [180, 60, 180, 60, 180],
  rest: [200, 80, 200],
  done: [120, 60, 300],
};
const LOUDNESS = 0.35;
/** A tone that begins and ends at once would click. Seconds */
const EDGE_S = 0.012;

let context: AudioContext | null = null;

/** To be called by a press: browsers start no sound without one. */
export async function wakeSound(): Promise<void> {
  if (!('AudioContext' in globalThis)) return;
  context ??= new AudioContext();
  await context.resume().catch(() => undefined);
}

export function sound(cue: Cue): void {
  if (context === null || context.state !== 'running') return;
  for (const { hz, atS, forS } of TONES[cue]) {
    const from = context.currentTime + atS;
    const tone = new OscillatorNode(context, { frequency: hz });
    const volume = new GainNode(context, { gain: 0 });
    volume.gain.setValueAtTime(0, from);
    volume.gain.linearRampToValueAtTime(LOUDNESS, from + EDGE_S);
    volume.gain.setValueAtTime(LOUDNESS, from + forS - EDGE_S);
    volume.gain.linearRampToValueAtTime(0, from + forS);
    tone.connect(volume).connect(context.destination);
    tone.start(from);
    tone.stop(from + forS);
  }
}

export const canBuzz = (): boolean => 'vibrate' in navigator;
export function buzz(cue: Cue): void {
  if (canBuzz()) navigator.vibrate([...BUZZ_MS[cue]]);
}
