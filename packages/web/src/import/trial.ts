/** A look at files before they are brought: they are sent, read and dropped again. One at a time. */
import { useSyncExternalStore } from 'react';
import type { NamedFile } from './gather-files.ts';
import { keeping, type TrialState } from './keeping-api.ts';

/** Requests at a time, and how often to ask how far it is. Milliseconds. */
const AT_ONCE = 4;
const POLL_MS = 300;

export interface Trial {
  readonly files: readonly NamedFile[];
  readonly sent: number;
  readonly state: TrialState | null;
  readonly failed: string | null;
}

let current: Trial | null = null;
let stop = new AbortController();
let trialId: string | null = null;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
function put(next: Trial | null): void {
  current = next;
  for (const listener of listeners) listener();
}

export const useTrial = (): Trial | null => useSyncExternalStore(subscribe, () => current);

export function leaveTrial(): void {
  stop.abort();
  if (trialId !== null) void keeping.dropTrial(trialId).catch(() => undefined);
  trialId = null;
  put(null);
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export async function lookAt(files: readonly NamedFile[]): Promise<void> {
  leaveTrial();
  const mine = new AbortController();
  stop = mine;
  const change = (part: Partial<Trial>): void => {
    if (stop === mine && current !== null) put({ ...current, ...part });
  };
  put({ files, sent: 0, state: null, failed: null });
  try {
    const { id } = await keeping.beginTrial();
    trialId = id;
    let sent = 0;
    const waiting = files.values();
    const lane = async (): Promise<void> => {
      for (const { path, file } of waiting) {
        if (mine.signal.aborted) return;
        await keeping.sendToTrial(id, path, file, mine.signal);
        change({ sent: ++sent });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    await keeping.readTrial(id);
    while (!mine.signal.aborted) {
      const state = await keeping.trial(id, mine.signal);
      change({ state });
      if (state.state === 'done' || state.state === 'stopped') return;
      await pause(POLL_MS);
    }
  } catch (error) {
    if (!mine.signal.aborted) change({ failed: error instanceof Error ? error.message : String(error) });
  }
}
