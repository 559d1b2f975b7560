/** A house on a store in memory, and its app, for tests: the real ones, with a clock that stands. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IN_MEMORY, openStore } from '@kneewise/store';
import type { Clock } from '../clock.ts';
import { type App, buildApp } from '../http/app.ts';
import { ownNames } from '../http/names.ts';
import { type House, OWN_RUNNER } from '../house.ts';
import { newImporter } from '../imports/importer.ts';
import { readingPool } from '../imports/reading-pool.ts';

export const PORT = 4750;
export const OWN_HOST = `127.0.0.1:${PORT}`;

/** One set of threads for all tests: starting them takes longer than most tests. */
export const sharedPool = readingPool();

export const standingClock = (day: string): Clock => ({
  nowMs: () => Date.parse(`${day}T12:00:00Z`),
  utcOffsetMin: () => 0,
  today: () => day,
});

export interface OpenHouse {
  readonly house: House;
  readonly app: App;
  /** Errors that no answer was meant for; a test that expects none looks here. */
  readonly errors: unknown[];
  /** As our own page would ask. */
  readonly ask: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Response>;
  /** The answer's JSON; fails on any status but the one expected. */
  readonly json: (method: string, path: string, body?: unknown, status?: number) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** @param folder of the store; without one it lives in memory */
export async function openHouse(
  options: {
    readonly day?: string;
    readonly folder?: string;
    readonly webDir?: string;
    readonly elapsedMs?: () => number;
  } = {},
): Promise<OpenHouse> {
  const { day = '2026-11-17', folder = IN_MEMORY, webDir = '/nowhere' } = options;
  const store = await openStore(folder);
  const clock = standingClock(day);
  const errors: unknown[] = [];
  const importer = newImporter({
    store,
    runnerId: OWN_RUNNER,
    clock,
    pool: sharedPool,
    ...(options.elapsedMs === undefined ? {} : { elapsedMs: options.elapsedMs }),
    onProblem: (_, error) => errors.push(error),
  });
  const house: House = { store, runnerId: OWN_RUNNER, clock, importer, version: '0.0.0-test' };
  const names = ownNames('127.0.0.1', PORT);
  const app = buildApp({ house, names: () => names, webDir, onError: (error) => errors.push(error) });
  const ask: OpenHouse['ask'] = async (method, path, body, headers = {}) => {
    const raw = body instanceof Uint8Array;
    return app.request(`http://${OWN_HOST}${path}`, {
      method,
      headers: {
        host: OWN_HOST,
        ...(body === undefined || raw ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: raw ? new Uint8Array(body) : JSON.stringify(body) }),
    });
  };
  return {
    house,
    app,
    errors,
    ask,
    async json(method, path, body, status = 200) {
      const response = await ask(method, path, body);
      const text = await response.text();
      if (response.status !== status)
        throw new Error(`${method} ${path}: expected ${status}, got ${response.status} ${text}`);
      return JSON.parse(text) as unknown;
    },
    async close() {
      await importer.close();
      await store.close();
    },
  };
}

/** A folder of the test's own, removed when it ends. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'kneewise-server-test-'));
  try {
    return await work(folder);
  } finally {
    // A server that is just closing may still write.
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}
