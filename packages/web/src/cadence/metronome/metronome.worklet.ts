/** The sound thread: the browser asks for 128 samples at a time, and what it gets holds the beats. */
import { beatMaker } from './beat-maker.ts';
import type { ToMetronome } from './messages.ts';

// The scope of an audio worklet is not in TypeScript's libraries.
declare const currentFrame: number;
declare const sampleRate: number;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(name: string, processor: typeof AudioWorkletProcessor): void;

class Metronome extends AudioWorkletProcessor {
  // A port goes to the page alone; it takes no target.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  readonly #maker = beatMaker(sampleRate, (message) => this.port.postMessage(message));

  constructor() {
    super();
    this.port.addEventListener('message', ({ data }: MessageEvent<ToMetronome>) => this.#maker.tell(data));
    this.port.start();
  }

  process(_inputs: unknown, outputs: readonly (readonly Float32Array[])[]): boolean {
    const output = outputs[0]?.[0];
    if (output !== undefined) this.#maker.play(output, currentFrame);
    return true;
  }
}
registerProcessor('metronome', Metronome);
