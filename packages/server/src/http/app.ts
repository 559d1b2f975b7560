/** The whole server as one function of a request: what may come in, the API, the pages. */
import { $, OpenAPIHono } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import { compress } from 'hono/compress';
import { HTTPException } from 'hono/http-exception';
import type { Schema } from 'hono/types';
import { checkRoutes } from '../check/routes.ts';
import { cadenceRoutes } from '../cadence/routes.ts';
import { checkInRoutes } from '../check-ins/routes.ts';
import { diaryRoutes } from '../diary/routes.ts';
import { eventRoutes } from '../events/routes.ts';
import { formRoutes } from '../form/routes.ts';
import type { House } from '../house.ts';
import { importRoutes } from '../imports/routes.ts';
import { loadRoutes } from '../load/routes.ts';
import { planRoutes } from '../plan/routes.ts';
import { questionnaireRoutes } from '../questionnaires/routes.ts';
import { runRoutes } from '../runs/routes.ts';
import { backupRoutes } from '../backup/routes.ts';
import { exportRoutes } from '../export/routes.ts';
import { quarantineRoutes } from '../quarantine/routes.ts';
import { trialRoutes } from '../trial/routes.ts';
import { undoRoutes } from '../undo/routes.ts';
import { sampleRoutes } from '../sample/routes.ts';
import { settingsRoutes } from '../settings/routes.ts';
import { strengthRoutes } from '../strength/routes.ts';
import { statusRoutes } from '../status/routes.ts';
import { todayRoutes } from '../today/routes.ts';
import { guard } from './guard.ts';
import { limitJson } from './limit-json.ts';
import { inWords, problem } from './problem.ts';
import { securityHeaders } from './security-headers.ts';
import { webPages } from './web-pages.ts';

type SchemaOf<Routes> = Routes extends Hono<infer _Env, infer S extends Schema> ? S : never;

/** What the typed client knows: `hc<Api>(origin)`. */
export type Api = Hono<
  object,
  SchemaOf<ReturnType<typeof statusRoutes>> &
    SchemaOf<ReturnType<typeof importRoutes>> &
    SchemaOf<ReturnType<typeof runRoutes>> &
    SchemaOf<ReturnType<typeof loadRoutes>> &
    SchemaOf<ReturnType<typeof todayRoutes>> &
    SchemaOf<ReturnType<typeof cadenceRoutes>> &
    SchemaOf<ReturnType<typeof strengthRoutes>> &
    SchemaOf<ReturnType<typeof planRoutes>> &
    SchemaOf<ReturnType<typeof formRoutes>> &
    SchemaOf<ReturnType<typeof checkRoutes>> &
    SchemaOf<ReturnType<typeof checkInRoutes>> &
    SchemaOf<ReturnType<typeof eventRoutes>> &
    SchemaOf<ReturnType<typeof diaryRoutes>> &
    SchemaOf<ReturnType<typeof questionnaireRoutes>> &
    SchemaOf<ReturnType<typeof settingsRoutes>> &
    SchemaOf<ReturnType<typeof sampleRoutes>> &
    SchemaOf<ReturnType<typeof undoRoutes>> &
    SchemaOf<ReturnType<typeof quarantineRoutes>> &
    SchemaOf<ReturnType<typeof trialRoutes>> &
    SchemaOf<ReturnType<typeof backupRoutes>> &
    SchemaOf<ReturnType<typeof exportRoutes>>
>;

export interface AppOptions {
  readonly house: House;
  /** Host headers that are ours, lower case, with the port. */
  readonly names: () => ReadonlySet<string>;
  /** Folder with the built pages; it may be absent. */
  readonly webDir: string;
  /** Told of what no answer was meant for. */
  readonly onError: (error: unknown, request: { readonly method: string; readonly path: string }) => void;
}

export interface App {
  fetch(request: Request, env?: unknown): Response | Promise<Response>;
  request(path: string, init?: RequestInit): Response | Promise<Response>;
}

export function buildApp({ house, names, webDir, onError }: AppOptions): App {
  const app = new OpenAPIHono();
  app.use(securityHeaders);
  app.use(guard(names));

  app.use('/api/*', limitJson);
  app.use('/api/*', async (c, next) => {
    await next();
    c.header('Vary', 'Accept-Encoding');
  });
  app.use('/api/*', compress({ encoding: 'gzip' }));

  app.route('/', statusRoutes(house));
  app.route('/', importRoutes(house));
  app.route('/', runRoutes(house));
  app.route('/', loadRoutes(house));
  app.route('/', todayRoutes(house));
  app.route('/', cadenceRoutes(house));
  app.route('/', strengthRoutes(house));
  app.route('/', planRoutes(house));
  app.route('/', formRoutes(house));
  app.route('/', checkRoutes(house));
  app.route('/', checkInRoutes(house));
  app.route('/', eventRoutes(house));
  app.route('/', diaryRoutes(house));
  app.route('/', questionnaireRoutes(house));
  app.route('/', settingsRoutes(house));
  app.route('/', sampleRoutes(house));
  app.route('/', undoRoutes(house));
  app.route('/', quarantineRoutes(house));
  app.route('/', trialRoutes(house));
  app.route('/', backupRoutes(house));
  app.route('/', exportRoutes(house));
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Kneewise', version: house.version },
  });
  app.all('/api', (c) => problem(c, 'not-found', 'There is no such address.'));
  app.all('/api/*', (c) => problem(c, 'not-found', 'There is no such address.'));

  const whole = $(app.route('/', webPages(webDir)));
  whole.notFound((c) => problem(c, 'not-found', 'There is no such address.'));
  whole.onError((error, c) => {
    if (error instanceof HTTPException && error.status < 500)
      return problem(c, 'bad-request', 'The request cannot be read: its body must be JSON.');
    onError(error, { method: c.req.method, path: c.req.path });
    const { code, text } = inWords(error);
    if (code === 'busy') c.header('Retry-After', '1');
    return problem(c, code, text);
  });
  return whole;
}
