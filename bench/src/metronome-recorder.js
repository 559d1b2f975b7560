// Listens to what the metronome puts out, on the audio thread: the sample on which each click begins.
const LOUD = 0.02;
/** A click that began keeps ringing for so long; the next cannot be sooner. Seconds */
const RINGS_S = 0.15;

class Recorder extends AudioWorkletProcessor {
  #quietUntil = 0;
  process([[input]]) {
    if (input === undefined) return true;
    for (let i = 0; i < input.length; i += 1) {
      const frame = currentFrame + i;
      if (frame >= this.#quietUntil && Math.abs(input[i]) > LOUD) {
        // A port takes no target.
        // oxlint-disable-next-line unicorn/require-post-message-target-origin
        this.port.postMessage(frame);
        this.#quietUntil = frame + RINGS_S * sampleRate;
      }
    }
    return true;
  }
}
registerProcessor('recorder', Recorder);
