/** A session in the browser: its clock, its sounds, its screen kept on, and what of it survives a reload. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Strength } from '../../api/types.ts';
import { draft, keepDraft } from '../waiting.ts';
import { cueAtStart, cuesBetween, type Cue } from './cues.ts';
import { elapsedS, newSession, onTime, pause, type Session, stepOf } from './session.ts';
import { buzz, sound } from './tones.ts';

/** So often the clock is looked at: a second is never shown late by more. Our choice; ms */
const LOOK_MS = 100;
/** A draft is kept at least so often while time runs. Our choice; ms */
const KEEP_MS = 1000;
const MUTED = 'kneewise.strength.muted';
const STILL = 'kneewise.strength.still';

export interface Play {
  readonly session: Session;
  readonly nowMs: number;
  /** A tap: the session after it. */
  readonly act: (change: (session: Session, nowMs: number) => Session) => void;
  readonly sounds: boolean;
  readonly buzzes: boolean;
  readonly setSounds: (on: boolean) => void;
  readonly setBuzzes: (on: boolean) => void;
}

const isOn = (key: string): boolean => {
  try {
    return localStorage.getItem(key) === null;
  } catch {
    return true;
  }
};
function turn(key: string, on: boolean): void {
  try {
    if (on) localStorage.removeItem(key);
    else localStorage.setItem(key, '1');
  } catch {
    // It holds for this page then.
  }
}

/** What was under way today, standing; else a new one. */
function begin(strength: Strength): Session {
  const kept = draft();
  const same =
    kept !== null &&
    kept.date === strength.date &&
    Array.isArray(kept.items) &&
    kept.items.length > 0 &&
    !strength.sessions.some(({ id }) => id === kept.id);
  return same ? { ...kept, sinceMs: null } : newSession(strength, crypto.randomUUID());
}

export function useSession(strength: Strength): Play {
  const [session, setSession] = useState(() => begin(strength));
  const [nowMs, setNowMs] = useState(() => Date.now());
  const [sounds, setSounds] = useState(() => isOn(MUTED));
  const [buzzes, setBuzzes] = useState(() => isOn(STILL));
  const now = useRef(session);
  const looked = useRef(nowMs);
  const kept = useRef(0);

  const tellCue = useCallback(
    (cue: Cue | null): void => {
      if (cue === null) return;
      if (sounds) sound(cue);
      if (buzzes) buzz(cue);
    },
    [sounds, buzzes],
  );
  const put = useCallback(
    (after: Session, atMs: number): void => {
      const before = now.current;
      now.current = after;
      looked.current = atMs;
      setNowMs(atMs);
      if (after === before) return;
      setSession(after);
      if (after.at !== before.at && after.sinceMs !== null) tellCue(cueAtStart(stepOf(after)));
      // Standing as it would after a reload.
      keepDraft(pause(after, atMs));
      kept.current = atMs;
    },
    [tellCue],
  );

  const runs = session.sinceMs !== null;
  useEffect(() => {
    if (!runs) return undefined;
    const look = (): void => {
      const atMs = Date.now();
      const before = now.current;
      for (const cue of cuesBetween(
        stepOf(before),
        before.items,
        elapsedS(before, looked.current),
        elapsedS(before, atMs),
      ))
        tellCue(cue);
      put(onTime(before, atMs), atMs);
      if (atMs - kept.current >= KEEP_MS) {
        keepDraft(pause(now.current, atMs));
        kept.current = atMs;
      }
    };
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [runs, put, tellCue]);

  // A browser lets the screen go when the page is hidden; it is asked for again after.
  useEffect(() => {
    if (!runs || !('wakeLock' in navigator)) return undefined;
    let lock: WakeLockSentinel | null = null;
    let over = false;
    const ask = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return;
      const got = await navigator.wakeLock.request('screen').catch(() => null);
      if (over) void got?.release();
      else lock = got;
    };
    const again = (): void => void ask();
    void ask();
    document.addEventListener('visibilitychange', again);
    return () => {
      over = true;
      document.removeEventListener('visibilitychange', again);
      void lock?.release();
    };
  }, [runs]);

  return {
    session,
    nowMs,
    act: (change) => {
      const atMs = Date.now();
      put(change(now.current, atMs), atMs);
    },
    sounds,
    buzzes,
    setSounds: (on) => {
      turn(MUTED, on);
      setSounds(on);
    },
    setBuzzes: (on) => {
      turn(STILL, on);
      setBuzzes(on);
    },
  };
}
