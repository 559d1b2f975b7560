import { createRoute, z } from '@hono/zod-openapi';
import { Done, Quarantine, Retried, Retry } from '../api.ts';
import type { House } from '../house.ts';
import { answer, body, newRoutes, refusal } from '../http/new-routes.ts';
import { ById } from '../http/params.ts';
import { problem } from '../http/problem.ts';
import { download } from '../runs/download.ts';
import { retryQuarantined } from './retry.ts';

const list = createRoute({
  method: 'get',
  path: '/api/quarantine',
  summary: 'Refused files whose bytes are kept, by path',
  responses: { 200: answer(Quarantine, 'The files') },
});
const original = createRoute({
  method: 'get',
  path: '/api/quarantine/{id}/original',
  summary: 'A refused file, byte for byte',
  request: { params: ById },
  responses: {
    200: { content: { 'application/octet-stream': { schema: z.any() } }, description: 'The bytes' },
    404: refusal('No such file'),
  },
});
const retry = createRoute({
  method: 'post',
  path: '/api/quarantine/retry',
  summary: 'Read refused files again: those named, or all',
  request: body(Retry),
  responses: { 200: answer(Retried, 'What each came to'), 400: refusal('Not a list of files') },
});
const remove = createRoute({
  method: 'delete',
  path: '/api/quarantine/{id}',
  summary: 'Forget a refused file, its bytes and its line in the import',
  request: { params: ById },
  responses: { 200: answer(Done, 'Removed'), 404: refusal('No such file') },
});

const noSuchFile = 'There is no such file among those that were refused.';

export const quarantineRoutes = ({ store, runnerId, importer }: House) =>
  newRoutes()
    .openapi(list, async (c) => {
      const files = await store.quarantine(runnerId);
      return c.json(
        {
          files: files.map(({ id, path, sizeBytes, refusal: why, met, readerChanged }) => ({
            id,
            path,
            sizeBytes,
            refusal: { ...why },
            metAtMs: met[0]?.atMs ?? null,
            readerChanged,
          })),
        },
        200,
      );
    })
    .openapi(original, async (c) => {
      const { id } = c.req.valid('param');
      // Only what was refused: a run's file has its own address.
      const refused = (await store.quarantine(runnerId)).some((file) => file.id === id);
      const file = refused ? await store.original(runnerId, id) : null;
      return file === null ? problem(c, 'not-found', noSuchFile) : download(file);
    })
    .openapi(retry, async (c) => {
      const { ids } = c.req.valid('json');
      const files = await importer.whileStill(() =>
        retryQuarantined(store, runnerId, ids, { pool: importer.pool }),
      );
      return c.json(
        {
          files: files.map(({ path, refusal: why }) => ({ path, refusal: why === null ? null : { ...why } })),
        },
        200,
      );
    })
    .openapi(remove, async (c) =>
      (await store.removeQuarantined(runnerId, c.req.valid('param').id))
        ? c.json({ done: true as const }, 200)
        : problem(c, 'not-found', noSuchFile),
    );
