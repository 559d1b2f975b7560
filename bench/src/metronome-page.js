// oxlint-disable unicorn/require-post-message-target-origin -- a port takes no target
// In the page: plays the metronome into a recorder, and works in stretches of a fifth of a second with short breaths
// between, as a page that draws too much would.
const BUSY_MS = 200;
const BREATH_MS = 20;
const MS_PER_S = 1000;

globalThis.listen = async function listen(seconds, spm) {
  const context = new AudioContext();
  await context.audioWorklet.addModule('/metronome.js');
  await context.audioWorklet.addModule('/recorder.js');
  const metronome = new AudioWorkletNode(context, 'metronome', {
    numberOfInputs: 0,
    outputChannelCount: [1],
  });
  const recorder = new AudioWorkletNode(context, 'recorder');
  metronome.connect(recorder).connect(context.destination);
  const frames = [];
  recorder.port.addEventListener('message', ({ data }) => frames.push(data));
  recorder.port.start();
  await context.resume();
  metronome.port.postMessage({
    kind: 'start',
    tempo: { fromSpm: spm, toSpm: spm, rampS: 0 },
    blocks: null,
    sound: { every: 'step', accent: false, volume: 1 },
  });
  const fromMs = performance.now();
  let busyMs = 0;
  while (performance.now() - fromMs < seconds * MS_PER_S) {
    const startMs = performance.now();
    let work = 0;
    while (performance.now() - startMs < BUSY_MS) work += Math.sqrt(work + 1);
    busyMs += performance.now() - startMs;
    await new Promise((resolve) => setTimeout(resolve, BREATH_MS));
  }
  return { frames, sampleRate: context.sampleRate, busyShare: busyMs / (performance.now() - fromMs) };
};
