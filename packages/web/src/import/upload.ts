/**
 * Sends files to the server, one request each, and goes on while other pages are open.
 * Lives outside the pages, so that leaving one does not stop it.
 */
import { useSyncExternalStore } from 'react';
import { api, ApiError } from '../api/client.ts';
import type { Gathered, NamedFile } from './gather-files.ts';

/** Requests at a time: enough to keep the disk busy, few enough to leave room for the page. */
const AT_ONCE = 4;
/** Tries of a file while the server does not answer, and the wait before each next one. */
const TRIES = 4;
const WAIT_MS = 700;

export interface NotSent {
  readonly path: string;
  readonly text: string;
}

export interface Upload {
  readonly importId: string;
  readonly files: number;
  readonly sent: number;
  readonly notSent: readonly NotSent[];
  readonly passedOver: number;
  readonly sampleErased: boolean;
  readonly ended: boolean;
}

/** Files of it that the server never had: sent in vain, or not sent any more after a stop. */
export const notReceived = (upload: Upload | null): number =>
  upload === null ? 0 : upload.ended ? upload.files - upload.sent : upload.notSent.length;

let current: Upload | null = null;
let beginning = false;
let stopper = new AbortController();
const listeners = new Set<() => void>();

/** The browser then asks before it closes or reloads the page: what was not sent would have to be dropped again. */
const askBeforeLeaving = (event: BeforeUnloadEvent): void => event.preventDefault();

function put(next: Upload | null): void {
  current = next;
  if (uploading()) addEventListener('beforeunload', askBeforeLeaving);
  else removeEventListener('beforeunload', askBeforeLeaving);
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useUpload = (): Upload | null => useSyncExternalStore(subscribe, () => current);

export const uploading = (): boolean => beginning || (current !== null && !current.ended);

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The import takes no more files: it was stopped, here or in another tab, or erased. */
const CLOSED: ReadonlySet<string> = new Set(['import-closed', 'not-found']);

/**
 * A refusal is final; a server that is away gets a few more chances.
 * @returns `closed` where no file of this import will be taken any more
 */
async function sendOne(
  importId: string,
  { path, file }: NamedFile,
  signal: AbortSignal,
): Promise<NotSent | 'closed' | null> {
  for (let tries = 1; ; tries += 1)
    try {
      await api.sendFile(importId, path, file, signal);
      return null;
    } catch (error) {
      if (signal.aborted || (error instanceof ApiError && CLOSED.has(error.code))) return 'closed';
      const away = error instanceof ApiError && error.code === 'unreachable';
      if (!away || tries === TRIES)
        return { path, text: error instanceof Error ? error.message : String(error) };
      await pause(WAIT_MS * tries);
    }
}

async function sendAll(importId: string, files: readonly NamedFile[], stop: AbortController): Promise<void> {
  const waiting = files.values();
  const lane = async (): Promise<void> => {
    for (const file of waiting) {
      if (stop.signal.aborted) return;
      const failed = await sendOne(importId, file, stop.signal);
      if (current?.importId !== importId) return;
      if (failed === 'closed') return stop.abort();
      put({
        ...current,
        sent: current.sent + (failed === null ? 1 : 0),
        notSent: failed === null ? current.notSent : [...current.notSent, failed],
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

/** Nothing more of this import is sent; what is on its way is dropped. */
export function stopUpload(importId: string): void {
  if (current?.importId === importId) stopper.abort();
}

/** Resolves once the server knows of the import; the files follow by themselves. */
export async function startUpload(gathered: Gathered, onEnd: () => void): Promise<string> {
  beginning = true;
  try {
    const begun = await api.beginImport(gathered.label, gathered.files.length);
    put({
      importId: begun.id,
      files: gathered.files.length,
      sent: 0,
      notSent: [],
      passedOver: gathered.passedOver,
      sampleErased: begun.sampleErased,
      ended: false,
    });
    const stop = new AbortController();
    stopper = stop;
    void (async () => {
      await sendAll(begun.id, gathered.files, stop);
      // If the server is away now, the import stays open there and goes on from what it has.
      if (!stop.signal.aborted) await api.endImport(begun.id).catch(() => null);
      if (current?.importId === begun.id) put({ ...current, ended: true });
      onEnd();
    })();
    return begun.id;
  } finally {
    beginning = false;
  }
}
