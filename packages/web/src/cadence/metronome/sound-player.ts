/** The loudspeaker's side of the metronome: an audio context with the sound thread in it. */
// The bundler gives such an address as a default export.
// oxlint-disable-next-line import/default
import workletUrl from './metronome.worklet.ts?worker&url';
import type { FromMetronome, ToMetronome } from './messages.ts';

export interface SoundPlayer {
  tell(message: ToMetronome): void;
  /** What comes out of the loudspeaker at this moment, on the audio clock, s. */
  heardUntilS(): number;
  readonly context: AudioContext;
  readonly node: AudioWorkletNode;
  close(): Promise<void>;
}

/** To be called by a press: browsers start no sound without one. @throws where the browser has no sound thread */
export async function openSoundPlayer(onMessage: (message: FromMetronome) => void): Promise<SoundPlayer> {
  const context = new AudioContext({ latencyHint: 'balanced' });
  try {
    await context.audioWorklet.addModule(workletUrl);
    const node = new AudioWorkletNode(context, 'metronome', { numberOfInputs: 0, outputChannelCount: [1] });
    node.port.addEventListener('message', ({ data }: MessageEvent<FromMetronome>) => onMessage(data));
    node.port.start();
    node.connect(context.destination);
    await context.resume();
    return {
      context,
      node,
      // A port goes to the sound thread alone; it takes no target.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      tell: (message) => node.port.postMessage(message),
      heardUntilS: () => context.currentTime - (context.outputLatency || context.baseLatency),
      close: () => context.close(),
    };
  } catch (error) {
    await context.close();
    throw error;
  }
}
