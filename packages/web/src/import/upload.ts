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

let current: Upload | null = null;
let beginning = false;
const listeners = new Set<() => void>();

function put(next: Upload | null): void {
  current = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useUpload = (): Upload | null => useSyncExternalStore(subscribe, () => current);

export const uploading = (): boolean => beginning || (current !== null && !current.ended);

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A refusal is final; a server that is away gets a few more chances. */
async function sendOne(importId: string, { path, file }: NamedFile): Promise<NotSent | null> {
  for (let tries = 1; ; tries += 1)
    try {
      await api.sendFile(importId, path, file);
      return null;
    } catch (error) {
      const away = error instanceof ApiError && error.code === 'unreachable';
      if (!away || tries === TRIES)
        return { path, text: error instanceof Error ? error.message : String(error) };
      await pause(WAIT_MS * tries);
    }
}

async function sendAll(importId: string, files: readonly NamedFile[]): Promise<void> {
  const waiting = files.values();
  const lane = async (): Promise<void> => {
    for (const file of waiting) {
      const failed = await sendOne(importId, file);
      if (current?.importId !== importId) return;
      put({
        ...current,
        sent: current.sent + (failed === null ? 1 : 0),
        notSent: failed === null ? current.notSent : [...current.notSent, failed],
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
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
    void (async () => {
      await sendAll(begun.id, gathered.files);
      // If the server is away now, the import stays open there and goes on from what it has.
      await api.endImport(begun.id).catch(() => null);
      if (current?.importId === begun.id) put({ ...current, ended: true });
      onEnd();
    })();
    return begun.id;
  } finally {
    beginning = false;
  }
}
