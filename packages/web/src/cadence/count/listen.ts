/** The phone's motion, or the sound of steps, as steps a minute. Nothing is recorded, and nothing leaves the page. */
import { ENOUGH_S, evenly, stepRate } from './step-rate.ts';

export type Listening =
  | { readonly is: 'listening'; readonly leftS: number; readonly spm: number | null }
  | { readonly is: 'done'; readonly spm: number | null }
  | { readonly is: 'refused' };

const RATE_HZ = 50;
/** How much of the latest signal is looked at, and how often, s. Our choice. */
const WINDOW_S = 10;
const LOOK_EVERY_S = 2;
const MS_PER_S = 1000;

/** A browser shows motion on pages of this machine and of secure addresses. */
export const hasMotion = (): boolean =>
  'DeviceMotionEvent' in window && isSecureContext && navigator.maxTouchPoints > 0;

interface Signal {
  /** Adds what was sensed. */
  put(atMs: number, value: number): void;
  /** Steps a minute in the last ten seconds. */
  rate(): number | null;
}

function recentSignal(): Signal {
  let times: number[] = [];
  let values: number[] = [];
  return {
    put(atMs, value) {
      times.push(atMs);
      values.push(value);
      const from = times.findIndex((at) => at >= atMs - WINDOW_S * MS_PER_S);
      // Let go in bulk: a shift at each event would move all the others.
      if (from > RATE_HZ) {
        times = times.slice(from);
        values = values.slice(from);
      }
    },
    rate: () => stepRate(evenly(times, values, RATE_HZ), RATE_HZ)?.cadenceSpm ?? null,
  };
}

const middle = (values: readonly number[]): number | null =>
  values.length === 0 ? null : (values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null);

/** Looks every two seconds, and at the end tells the middle of what was clear. */
function watch(
  signal: Signal,
  forS: number,
  tell: (state: Listening) => void,
  close: () => void,
): () => void {
  const heard: number[] = [];
  let goneS = 0;
  const timer = setInterval(() => {
    goneS += LOOK_EVERY_S;
    const spm = goneS >= ENOUGH_S ? signal.rate() : null;
    if (spm !== null) heard.push(spm);
    if (goneS < forS) return tell({ is: 'listening', leftS: forS - goneS, spm: middle(heard) });
    stop();
    return tell({ is: 'done', spm: middle(heard) });
  }, LOOK_EVERY_S * MS_PER_S);
  const stop = (): void => {
    clearInterval(timer);
    close();
  };
  return stop;
}

interface AskingMotion {
  requestPermission?(): Promise<'granted' | 'denied'>;
}

/** @returns what stops it */
export async function listenToMotion(forS: number, tell: (state: Listening) => void): Promise<() => void> {
  const asks = DeviceMotionEvent as unknown as AskingMotion;
  const granted = (await asks.requestPermission?.().catch(() => 'denied')) ?? 'granted';
  if (granted !== 'granted') {
    tell({ is: 'refused' });
    return () => undefined;
  }
  const signal = recentSignal();
  const sense = ({ accelerationIncludingGravity: a, timeStamp }: DeviceMotionEvent): void => {
    if (a?.x == null || a.y == null || a.z == null) return;
    signal.put(timeStamp, Math.hypot(a.x, a.y, a.z));
  };
  window.addEventListener('devicemotion', sense);
  return watch(signal, forS, tell, () => window.removeEventListener('devicemotion', sense));
}

/** @returns what stops it */
export async function listenToSteps(forS: number, tell: (state: Listening) => void): Promise<() => void> {
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
    });
  } catch {
    tell({ is: 'refused' });
    return () => undefined;
  }
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const signal = recentSignal();
  const sense = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    let power = 0;
    for (const sample of samples) power += sample * sample;
    signal.put(performance.now(), Math.sqrt(power / samples.length));
  }, MS_PER_S / RATE_HZ);
  return watch(signal, forS, tell, () => {
    clearInterval(sense);
    for (const track of stream.getTracks()) track.stop();
    void context.close();
  });
}
