/** The importing process, from outside. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { openStore } from '@kneewise/store';
import { contentOf } from './archive.ts';
import { RUNNER } from './runner.ts';

const JOB = fileURLToPath(new URL('./import-job.ts', import.meta.url));

export interface Job {
  readonly process: ChildProcess;
  /** Whole lines it has said. */
  said(): string[];
  complaint(): string;
  /** Resolves once its store is open. */
  begun(): Promise<void>;
  /** Resolves once it has said so many lines, or has ended. */
  saidLines(count: number): Promise<void>;
  /** Resolves with its exit code. */
  ended(): Promise<number | null>;
}

export function importJob(folder: string, ...paths: readonly string[]): Job {
  const child = spawn(process.execPath, [JOB, folder, ...paths], { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.on('data', (bytes: Buffer) => (out += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (err += bytes.toString()));
  const exit = once(child, 'close') as Promise<[number | null]>;
  const saidLines = async (count: number): Promise<void> => {
    while (out.split('\n').length <= count && child.exitCode === null && child.signalCode === null)
      await Promise.race([once(child.stdout, 'data'), exit]);
  };
  return {
    process: child,
    saidLines,
    said: () => out.split('\n').slice(0, -1),
    complaint: () => err.trim(),
    begun: () => saidLines(1),
    async ended() {
      const [code] = await exit;
      return code;
    },
  };
}

export interface Checked {
  /** Acknowledged files that the store does not have. */
  readonly lost: number;
  /** Runs that are there more than once. */
  readonly doubled: number;
  readonly sound: boolean;
  readonly content: string;
}

/** @param acknowledged paths that an importing process said were added */
export async function check(folder: string, acknowledged: ReadonlySet<string>): Promise<Checked> {
  const database = new DatabaseSync(join(folder, 'kneewise.db'));
  const sound = database.prepare('pragma integrity_check').get()?.['integrity_check'] === 'ok';
  database.close();
  const store = await openStore(folder);
  try {
    const names = await store.names(RUNNER);
    const there = new Set(names.map(({ path }) => path));
    const starts = new Set(names.map(({ startAtMs }) => startAtMs));
    return {
      lost: [...acknowledged].filter((path) => !there.has(path)).length,
      doubled: names.length - starts.size,
      sound,
      content: await contentOf(store),
    };
  } finally {
    await store.close();
  }
}

export const acknowledgedBy = (job: Job): string[] =>
  job.said().flatMap((line) => (line.startsWith('added ') ? [line.slice('added '.length)] : []));
