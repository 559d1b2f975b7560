/** A trial of the app: files are received beside the history, read into a sketch of it, and dropped. One at a time. */
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Found } from '@kneewise/formats';
import type { BatchRow } from '@kneewise/store';
import type { House } from '../house.ts';
import { countOf, foundIn } from '../imports/found-in.ts';
import { inWords, type ImportProblem } from '../imports/import-problem.ts';
import { shownPath } from '../imports/receive.ts';
import { newScratchDir } from '../imports/scratch.ts';
import { tryImport } from './try-import.ts';

/** A page that was closed never says so. Our choice. */
const FORGOTTEN_AFTER_MS = 30 * 60_000;

export interface Trial {
  readonly id: string;
  readonly state: 'receiving' | 'reading' | 'done' | 'stopped';
  readonly filesFound: number;
  readonly filesDone: number;
  readonly rows: readonly BatchRow[];
  readonly sampleWouldGo: boolean;
  readonly problem: ImportProblem | null;
}

interface Kept extends Trial {
  readonly folder: string;
  readonly received: readonly { readonly file: string; readonly path: string }[];
  readonly stop: AbortController;
}

export function newTrials({ store, runnerId, importer, clock }: House) {
  let current: Kept | null = null;
  let forget: NodeJS.Timeout | undefined;

  const change = (id: string, part: Partial<Kept>): void => {
    if (current?.id === id) current = { ...current, ...part };
  };
  const of = (id: string): Kept | null => (current?.id === id ? current : null);

  async function drop(): Promise<void> {
    const dropped = current;
    current = null;
    clearTimeout(forget);
    if (dropped === null) return;
    dropped.stop.abort();
    await rm(dropped.folder, { recursive: true, force: true });
  }

  async function read(trial: Kept): Promise<void> {
    const { id, received, stop } = trial;
    const again = async function* (): AsyncGenerator<Found> {
      for (const file of received) yield* foundIn(file);
    };
    try {
      const count = await countOf(again());
      change(id, { filesFound: count });
      const result = await tryImport(
        store,
        runnerId,
        { again, count },
        {
          pool: importer.pool,
          signal: stop.signal,
          clock,
          onProgress: ({ filesDone, filesFound }) => change(id, { filesDone, filesFound }),
        },
      );
      const { rows, sampleWouldGo, complete } = result;
      change(id, { rows, sampleWouldGo, filesDone: rows.length, state: complete ? 'done' : 'stopped' });
    } catch (error) {
      change(id, { state: 'stopped', problem: inWords(error) });
    } finally {
      await rm(trial.folder, { recursive: true, force: true });
    }
  }

  return {
    async begin(): Promise<string> {
      await drop();
      const id = randomUUID();
      const folder = newScratchDir(store.folder);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      current = {
        id,
        folder,
        state: 'receiving',
        filesFound: 0,
        filesDone: 0,
        rows: [],
        sampleWouldGo: false,
        problem: null,
        received: [],
        stop: new AbortController(),
      };
      forget = setTimeout(() => void drop(), FORGOTTEN_AFTER_MS);
      forget.unref();
      return id;
    },
    /** @returns whether there is such a trial and it still takes files */
    async receive(id: string, path: string, bytes: AsyncIterable<Uint8Array>): Promise<boolean> {
      const trial = of(id);
      if (trial === null || trial.state !== 'receiving') return false;
      const file = join(trial.folder, randomUUID());
      await pipeline(bytes, createWriteStream(file, { mode: 0o600 }));
      const now = of(id);
      if (now === null || now.state !== 'receiving') return false;
      const received = [...now.received, { file, path: shownPath(path) }];
      change(id, { received, filesFound: received.length });
      return true;
    },
    /** @returns whether there is such a trial */
    read(id: string): boolean {
      const trial = of(id);
      if (trial === null) return false;
      if (trial.state === 'receiving') {
        change(id, { state: 'reading' });
        void read({ ...trial, state: 'reading' });
      }
      return true;
    },
    look: (id: string): Trial | null => of(id),
    drop,
  };
}

export type Trials = ReturnType<typeof newTrials>;
