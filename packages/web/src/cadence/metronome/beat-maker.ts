/**
 * Fills blocks of samples with the beats that fall into them. It counts samples, so that a beat is where it belongs to
 * the sample, whatever the page is busy with. No sound interface here: the sound thread hands it its buffers.
 */
import { beatAtS, type Blocks, type BlockState, blockAt, cadenceAtS, type Tempo } from './beats.ts';
import { type FromMetronome, isRight, type Sound, type ToMetronome } from './messages.ts';
import { type SoundName, soundOf } from './sounds.ts';

/** Time before the first beat, so that it is not swallowed by what opens the loudspeaker. s */
const LEAD_IN_S = 0.1;
const SILENT: Sound = { every: 'step', accent: true, volume: 0 };
const NAMES: readonly SoundName[] = ['strong', 'weak', 'between', 'begin', 'end'];

interface Voice {
  readonly samples: Float32Array;
  /** Frame of the block it begins at; negative once it sounds. */
  at: number;
}

export interface BeatMaker {
  readonly tell: (message: ToMetronome) => void;
  /** Adds what is to be heard of `frames` samples from `firstFrame` of the audio clock on. */
  readonly play: (output: Float32Array, firstFrame: number) => void;
}

export function beatMaker(sampleRate: number, say: (message: FromMetronome) => void): BeatMaker {
  const sounds = new Map(NAMES.map((name) => [name, soundOf(name, sampleRate)]));
  let voices: Voice[] = [];
  let playing = false;
  let sound = SILENT;
  let blocks: Blocks | null = null;
  let state: BlockState = 'on';
  /** The tempo counts from this many session samples on; its beat 0 is the session's beat `firstBeat`. */
  let tempo: Tempo = { fromSpm: 160, toSpm: 160, rampS: 0 };
  let tempoFrom = 0;
  let firstBeat = 0;
  let nextBeat = 0;
  let nextIsBetween = false;
  /** Samples of the session so far, pauses left out. */
  let played = 0;

  const sounding = (name: SoundName, at: number): void => {
    const samples = sounds.get(name);
    if (samples !== undefined) voices.push({ samples, at });
  };

  /** Session sample on which the next click falls. */
  const nextFrame = (): number => {
    const beat = nextBeat - firstBeat + (nextIsBetween ? 0.5 : 0);
    return tempoFrom + Math.round(beatAtS(tempo, beat) * sampleRate);
  };

  const change = (next: Tempo): void => {
    // The step under way keeps its length; the new tempo begins on the next beat.
    nextIsBetween = false;
    const from = nextFrame();
    tempo = next;
    tempoFrom = from;
    firstBeat = nextBeat;
  };

  const start = (message: ToMetronome & { readonly kind: 'start' }): void => {
    ({ tempo, blocks, sound } = message);
    tempoFrom = Math.round(LEAD_IN_S * sampleRate);
    firstBeat = 0;
    nextBeat = 0;
    nextIsBetween = false;
    played = 0;
    state = 'on';
    voices = [];
    playing = true;
  };

  const click = (at: number, clockS: number): void => {
    if (nextIsBetween) {
      if (state === 'on') sounding('between', at);
      nextIsBetween = false;
      nextBeat += 1;
      return;
    }
    const right = isRight(nextBeat);
    const audible = state === 'on' && (sound.every !== 'second' || right);
    if (audible) sounding(right || !sound.accent ? 'strong' : 'weak', at);
    const sessionS = (played + at) / sampleRate;
    say({
      kind: 'beat',
      beat: nextBeat,
      atS: clockS,
      sessionS,
      cadenceSpm: cadenceAtS(tempo, Math.max(0, sessionS - tempoFrom / sampleRate)),
      heard: state === 'on',
    });
    if (sound.every === 'between') nextIsBetween = true;
    else nextBeat += 1;
  };

  /** Turns the beat on and off where a block ends. */
  const turn = (at: number): void => {
    const now = blockAt(blocks, (played + at - LEAD_IN_S * sampleRate) / sampleRate);
    if (now === state) return;
    state = now;
    sounding(now === 'on' ? 'begin' : 'end', at);
    if (now === 'over') {
      playing = false;
      say({ kind: 'over' });
    }
  };

  const mix = (output: Float32Array): void => {
    for (const voice of voices) {
      const from = Math.max(0, voice.at);
      const until = Math.min(output.length, voice.at + voice.samples.length);
      for (let i = from; i < until; i += 1)
        output[i] = (output[i] ?? 0) + sound.volume * (voice.samples[i - voice.at] ?? 0);
      voice.at -= output.length;
    }
    voices = voices.filter(({ at, samples }) => at + samples.length > 0);
  };

  return {
    tell(message) {
      if (message.kind === 'start') start(message);
      else if (message.kind === 'tempo') change(message.tempo);
      else if (message.kind === 'sound') ({ sound } = message);
      else playing = message.kind === 'resume' && state !== 'over';
      if (message.kind === 'stop') voices = [];
    },
    play(output, firstFrame) {
      if (playing) {
        for (let at = nextFrame() - played; at < output.length; at = nextFrame() - played) {
          turn(at);
          if (state === 'over') break;
          click(at, (firstFrame + at) / sampleRate);
        }
        played += output.length;
      }
      mix(output);
    },
  };
}
