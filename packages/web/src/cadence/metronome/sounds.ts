/** The metronome's sounds as samples, made once: short tones with a soft beginning, so that nothing clicks by accident. */

export type SoundName = 'strong' | 'weak' | 'between' | 'begin' | 'end';

interface Tone {
  readonly hz: number;
  readonly gain: number;
  /** Until it has fallen to a third. */
  readonly decayS: number;
  readonly fromS: number;
}

/** High enough for the small loudspeaker of a phone, below what tires the ear. Our choice. */
const TONES: Readonly<Record<SoundName, readonly Tone[]>> = {
  strong: [{ hz: 1320, gain: 0.9, decayS: 0.018, fromS: 0 }],
  weak: [{ hz: 990, gain: 0.55, decayS: 0.016, fromS: 0 }],
  between: [{ hz: 660, gain: 0.25, decayS: 0.012, fromS: 0 }],
  begin: [
    { hz: 660, gain: 0.5, decayS: 0.12, fromS: 0 },
    { hz: 990, gain: 0.5, decayS: 0.2, fromS: 0.16 },
  ],
  end: [
    { hz: 990, gain: 0.5, decayS: 0.12, fromS: 0 },
    { hz: 660, gain: 0.5, decayS: 0.2, fromS: 0.16 },
  ],
};
const ATTACK_S = 0.001;
/** After so many decays a tone is below what can be heard. */
const DECAYS = 7;

/** One sound at a sample rate (Hz). The first sample that is not silence is the second one. */
export function soundOf(name: SoundName, sampleRate: number): Float32Array {
  const tones = TONES[name];
  const lengthS = Math.max(...tones.map(({ fromS, decayS }) => fromS + DECAYS * decayS));
  const samples = new Float32Array(Math.ceil(lengthS * sampleRate));
  for (const { hz, gain, decayS, fromS } of tones) {
    for (let i = Math.round(fromS * sampleRate); i < samples.length; i += 1) {
      const t = i / sampleRate - fromS;
      const envelope = Math.min(1, t / ATTACK_S) * Math.exp(-t / decayS);
      samples[i] = (samples[i] ?? 0) + gain * envelope * Math.sin(2 * Math.PI * hz * t);
    }
  }
  return samples;
}
