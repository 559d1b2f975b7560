import { createRoute, z } from '@hono/zod-openapi';
import { Done, FileReceived, ImportBegun, ImportList, ImportState, NewImport } from '../api.ts';
import { answer, body, newRoutes, refusal } from '../http/new-routes.ts';
import { ById } from '../http/params.ts';
import { problem } from '../http/problem.ts';
import type { House } from '../house.ts';
import { importList, importState } from './import-state.ts';
import { beginImport, endImport, LARGEST_FILE_BYTES, LONGEST_PATH, receiveFile } from './receive.ts';

const begin = createRoute({
  method: 'post',
  path: '/api/imports',
  summary: 'Begin an import; files follow one by one',
  request: body(NewImport),
  responses: { 201: answer(ImportBegun, 'Begun'), 400: refusal('Not an import') },
});
const list = createRoute({
  method: 'get',
  path: '/api/imports',
  summary: 'Imports, newest first; they are remembered',
  responses: { 200: answer(ImportList, 'The imports, without rows') },
});
const put = createRoute({
  method: 'put',
  path: '/api/imports/{id}/files',
  summary: 'Hand over one file (an archive is one file); 201 means it is safe on disk',
  description: `The raw bytes are the body. At most ${LARGEST_FILE_BYTES} bytes; any number of files.`,
  request: {
    params: ById,
    query: z.object({ path: z.string().min(1).max(LONGEST_PATH) }),
    body: { content: { 'application/octet-stream': { schema: z.any() } } },
  },
  responses: {
    201: answer(FileReceived, 'Received'),
    400: refusal('No path'),
    404: refusal('No such import'),
    409: refusal('The import was ended'),
    413: refusal('The file is too large'),
  },
});
const end = createRoute({
  method: 'post',
  path: '/api/imports/{id}/end',
  summary: 'No more files come',
  request: { params: ById },
  responses: { 200: answer(Done, 'Ended; reading goes on'), 404: refusal('No such import') },
});
const state = createRoute({
  method: 'get',
  path: '/api/imports/{id}',
  summary: 'How far an import is, and what each file came to from row `from` on',
  request: {
    params: ById,
    query: z.object({ from: z.coerce.number().int().nonnegative().default(0) }),
  },
  responses: { 200: answer(ImportState, 'The state'), 404: refusal('No such import') },
});
const stop = createRoute({
  method: 'post',
  path: '/api/imports/{id}/stop',
  summary: 'Drop what was not read yet; what was stored stays',
  request: { params: ById },
  responses: { 200: answer(Done, 'Stopped'), 404: refusal('No such import') },
});

const SENTENCES = {
  'not-found': 'There is no such import; everything may have been erased since.',
  'import-closed': 'This import was ended; begin another one for more files.',
  'too-large': `A file may hold at most ${LARGEST_FILE_BYTES / 1024 ** 3} GiB.`,
} as const;

/** A PUT without a body is an empty file. */
const bytesOf = (request: Request): AsyncIterable<Uint8Array> => request.body ?? new Blob([]).stream();

export function importRoutes(house: House) {
  return newRoutes()
    .openapi(begin, async (c) => {
      const { label, files } = c.req.valid('json');
      const { batch, sampleErased } = await beginImport(house, label, files);
      return c.json({ id: batch.id, sampleErased, largestFileBytes: LARGEST_FILE_BYTES }, 201);
    })
    .openapi(list, async (c) => c.json(await importList(house), 200))
    .openapi(put, async (c) => {
      const stated = Number(c.req.header('content-length') ?? 0);
      if (stated > LARGEST_FILE_BYTES) return problem(c, 'too-large', SENTENCES['too-large']);
      const { id } = c.req.valid('param');
      const received = await receiveFile(house, id, c.req.valid('query').path, bytesOf(c.req.raw));
      if (!received.ok) return problem(c, received.code, SENTENCES[received.code]);
      return c.json({ path: received.file.path, sizeBytes: received.file.sizeBytes }, 201);
    })
    .openapi(end, async (c) =>
      (await endImport(house, c.req.valid('param').id)) === null
        ? problem(c, 'not-found', SENTENCES['not-found'])
        : c.json({ done: true as const }, 200),
    )
    .openapi(state, async (c) => {
      const found = await importState(house, c.req.valid('param').id, c.req.valid('query').from);
      return found === null ? problem(c, 'not-found', SENTENCES['not-found']) : c.json(found, 200);
    })
    .openapi(stop, async (c) => {
      const { id } = c.req.valid('param');
      if ((await house.store.batch(house.runnerId, id)) === null)
        return problem(c, 'not-found', SENTENCES['not-found']);
      await house.importer.stop(id);
      return c.json({ done: true as const }, 200);
    });
}
