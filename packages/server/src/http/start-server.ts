/** Opens the store, starts the import behind the pages, and listens: the one place where everything meets. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { openStore } from '@kneewise/store';
import { type Logger, pino } from 'pino';
import { systemClock } from '../clock.ts';
import { type House, OWN_RUNNER } from '../house.ts';
import { newImporter } from '../imports/importer.ts';
import { refreshAnalyses } from '../runs/refresh-analyses.ts';
import { version } from '../version.ts';
import { type App, buildApp } from './app.ts';
import { isLoopback, ownNames, urlOf } from './names.ts';

export const DEFAULT_PORT = 4750;
export const DEFAULT_HOST = '127.0.0.1';
/** A connection that is still busy this long after closing began is cut. Our choice. */
const CLOSE_WITHIN_MS = 2_000;

/** A connection on which nothing moves for so long is cut: longer than any answer takes. Our choice. */
const IDLE_MS = 5 * 60_000;

export interface ServerOptions {
  readonly dataDir: string;
  /** 0 takes any free one. */
  readonly port?: number;
  /** Where it listens; anything but loopback lets others in and is said so in the log. */
  readonly host?: string;
  /** Where the built pages are. */
  readonly webDir?: string;
  readonly log?: Logger;
  /** A connection on which nothing moves for so long is cut. */
  readonly idleMs?: number;
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  readonly house: House;
  /** Lets answers that are on their way finish, stops the import between two files, closes the store. */
  close(): Promise<void>;
}

/** Could not listen, said so that a person knows what to do. */
export class CannotListen extends Error {
  readonly code: 'port-taken' | 'already-running' | 'not-allowed' | 'no-such-host';
  constructor(code: CannotListen['code'], message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'CannotListen';
    this.code = code;
  }
}

/** Logs to standard error: standard output is for answers. */
export const defaultLog = (): Logger =>
  pino(
    { level: process.env['KNEEWISE_LOG'] ?? 'info', base: null },
    pino.destination({ dest: 2, sync: true }),
  );

const WEB_DIR = fileURLToPath(new URL('../../../web/dist', import.meta.url));

/** True where Kneewise itself answers at that address. */
async function kneewiseAnswers(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/api/status`, { signal: AbortSignal.timeout(1_000) });
    const answer: unknown = await response.json();
    return response.ok && typeof answer === 'object' && answer !== null && 'dataDir' in answer;
  } catch {
    return false;
  }
}

async function whyNot(error: unknown, host: string, port: number): Promise<unknown> {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const url = urlOf(host, port);
  if (code === 'EADDRINUSE')
    return (await kneewiseAnswers(url))
      ? new CannotListen(
          'already-running',
          `Kneewise is already running: open ${url}, or start another one with --port.`,
          error,
        )
      : new CannotListen(
          'port-taken',
          `Port ${port} is taken by another program: choose another with --port, or --port 0 for any free one.`,
          error,
        );
  if (code === 'EACCES')
    return new CannotListen(
      'not-allowed',
      `Port ${port} is not open to you: choose one above 1023 with --port.`,
      error,
    );
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new CannotListen('no-such-host', `This machine has no address ${host}: leave --host out.`, error);
  return error;
}

/** @throws {CannotListen} or the store's error, each one sentence for a person */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { dataDir, port = DEFAULT_PORT, host = DEFAULT_HOST, webDir = WEB_DIR, log = defaultLog() } = options;
  const server = createServer();
  // Whoever asks while the store is still being opened waits for it: a request nobody listens to is never answered.
  let opened!: (app: App) => void;
  const ready = new Promise<App>((resolve) => {
    opened = resolve;
  });
  const listener = getRequestListener(async (request) => (await ready).fetch(request), {
    overrideGlobalObjects: false,
  });
  server.on('request', (incoming, outgoing) => void listener(incoming, outgoing));
  // A large archive on a slow disk takes longer than Node's five minutes; one that stalls must not hold on for ever.
  server.requestTimeout = 0;
  server.timeout = options.idleMs ?? IDLE_MS;
  // Listening first: a second start is told so before it touches the data folder.
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    throw await whyNot(error, host, port);
  }
  const { port: got } = server.address() as AddressInfo;
  try {
    const store = await openStore(dataDir);
    const importer = newImporter({
      store,
      runnerId: OWN_RUNNER,
      clock: systemClock,
      onProblem: (problem, error) => log.error({ err: error }, problem.text),
    });
    const house: House = { store, runnerId: OWN_RUNNER, clock: systemClock, importer, version };
    await importer.start();
    const own = ownNames(host, got);
    const app = buildApp({
      house,
      names: () => own,
      webDir,
      onError: (error, request) => log.error({ err: error, ...request }, 'a request failed'),
    });
    opened(app);
    const closing = new AbortController();
    const refreshing = refreshAnalyses(store, OWN_RUNNER, closing.signal).catch((error: unknown) =>
      log.error({ err: error }, 'older analyses could not be worked out again'),
    );
    if (!isLoopback(host))
      log.warn(`Listening on ${host}: everyone who can reach this machine can read and change these runs.`);
    const url = urlOf(host, got);
    log.debug({ url, dataDir }, 'listening');
    return {
      url,
      port: got,
      house,
      async close() {
        closing.abort();
        const closed = new Promise<void>((resolve) => server.close(() => resolve()));
        server.closeIdleConnections();
        const cut = setTimeout(() => server.closeAllConnections(), CLOSE_WITHIN_MS);
        await closed;
        clearTimeout(cut);
        await importer.close();
        await refreshing;
        await store.close();
      },
    };
  } catch (error) {
    server.closeAllConnections();
    server.close();
    throw error;
  }
}
