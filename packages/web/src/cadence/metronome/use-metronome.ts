/** The metronome as a page uses it: start, pause, faster, slower, and where it is. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Blocks, cadenceAtS, type Tempo } from './beats.ts';
import type { FromMetronome, Sound } from './messages.ts';
import { openSoundPlayer, type SoundPlayer } from './sound-player.ts';

type Beat = FromMetronome & { readonly kind: 'beat' };

export interface MetronomeState {
  readonly is: 'idle' | 'starting' | 'playing' | 'paused' | 'over' | 'failed';
  /** The beat heard last; null before the first. */
  readonly beat: Beat | null;
}

export interface Metronome extends MetronomeState {
  readonly start: (tempo: Tempo, blocks: Blocks | null, sound: Sound) => Promise<void>;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly stop: () => void;
  /** A new cadence from the next beat on; a warm-up under way ends there. */
  readonly setCadence: (cadenceSpm: number) => void;
  readonly setSound: (sound: Sound) => void;
}

/** A screen that is kept on for as long as the beat plays, where the browser can. */
async function keepScreenOn(): Promise<WakeLockSentinel | null> {
  if (!('wakeLock' in navigator)) return null;
  return navigator.wakeLock.request('screen').catch(() => null);
}

/** @param onBeat called as each beat is heard, for a buzz in the hand */
export function useMetronome(onBeat: (beat: Beat) => void): Metronome {
  const [state, setState] = useState<MetronomeState>({ is: 'idle', beat: null });
  const player = useRef<SoundPlayer | null>(null);
  const screen = useRef<WakeLockSentinel | null>(null);
  const coming = useRef<Beat[]>([]);
  const tell = useRef(onBeat);
  useEffect(() => {
    tell.current = onBeat;
  }, [onBeat]);

  const letScreenGo = useCallback((): void => {
    void screen.current?.release();
    screen.current = null;
  }, []);

  const hear = useCallback(
    (message: FromMetronome): void => {
      if (message.kind === 'beat') coming.current.push(message);
      else {
        letScreenGo();
        setState((before) => ({ ...before, is: 'over' }));
      }
    },
    [letScreenGo],
  );

  // The picture follows the audio clock: a beat shows once the loudspeaker has it.
  const playing = state.is === 'playing';
  useEffect(() => {
    if (!playing) return undefined;
    let frame = 0;
    const look = (): void => {
      const nowS = player.current?.heardUntilS() ?? 0;
      const waiting = coming.current.findIndex(({ atS }) => atS > nowS);
      const due = coming.current.splice(0, waiting === -1 ? coming.current.length : waiting);
      const beat = due.at(-1);
      if (beat !== undefined) {
        tell.current(beat);
        setState((before) => ({ ...before, beat }));
      }
      frame = requestAnimationFrame(look);
    };
    frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, [playing]);

  useEffect(
    () => () => {
      letScreenGo();
      void player.current?.close();
    },
    [letScreenGo],
  );

  const start = async (tempo: Tempo, blocks: Blocks | null, sound: Sound): Promise<void> => {
    setState({ is: 'starting', beat: null });
    coming.current = [];
    try {
      player.current ??= await openSoundPlayer(hear);
      await player.current.context.resume();
      player.current.tell({ kind: 'start', tempo, blocks, sound });
      setState({ is: 'playing', beat: null });
      screen.current = await keepScreenOn();
    } catch {
      setState({ is: 'failed', beat: null });
    }
  };
  const pause = (): void => {
    player.current?.tell({ kind: 'pause' });
    letScreenGo();
    setState((before) => ({ ...before, is: 'paused' }));
  };
  const resume = (): void => {
    void player.current?.context.resume();
    player.current?.tell({ kind: 'resume' });
    setState((before) => ({ ...before, is: 'playing' }));
  };
  const stop = (): void => {
    player.current?.tell({ kind: 'stop' });
    letScreenGo();
    setState({ is: 'idle', beat: null });
  };
  return {
    ...state,
    start,
    pause,
    resume,
    stop,
    setCadence: (cadenceSpm) =>
      player.current?.tell({ kind: 'tempo', tempo: { fromSpm: cadenceSpm, toSpm: cadenceSpm, rampS: 0 } }),
    setSound: (sound) => player.current?.tell({ kind: 'sound', sound }),
  };
}

/** The cadence a session has reached, for the figure on the page. Steps a minute */
export const cadenceNow = (tempo: Tempo, beat: MetronomeState['beat']): number =>
  beat?.cadenceSpm ?? cadenceAtS(tempo, 0);
