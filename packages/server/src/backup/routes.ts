import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createRoute, z } from '@hono/zod-openapi';
import { makeBackup, StoreError } from '@kneewise/store';
import { RestoredFrom } from '../api.ts';
import type { House } from '../house.ts';
import { answer, newRoutes, refusal } from '../http/new-routes.ts';
import { newScratchDir } from '../imports/scratch.ts';
import { zipDownload } from './zip-download.ts';
import { restoreHere } from './restore-into.ts';

const backup = createRoute({
  method: 'get',
  path: '/api/backup',
  summary: 'Everything in one file, as it is at this moment',
  responses: {
    200: { content: { 'application/zip': { schema: z.any() } }, description: 'The backup' },
    507: refusal('No room to put it together'),
  },
});
const restore = createRoute({
  method: 'put',
  path: '/api/restore',
  summary: 'Everything back from a backup, whose bytes are the body',
  request: {
    query: z.object({ replace: z.enum(['true', 'false']).default('false') }),
    body: { content: { 'application/octet-stream': { schema: z.any() } } },
  },
  responses: {
    200: answer(RestoredFrom, 'Restored'),
    400: refusal('Not a backup, a damaged one, or one of a newer Kneewise'),
    409: refusal('There is a history already, and `replace` was not said'),
  },
});

/** Where it lay while it was looked at means nothing to whoever sent it. */
const namedForSender = (error: StoreError, scratch: string): StoreError =>
  new StoreError(error.code, error.message.replaceAll(join(scratch, 'backup.zip'), 'This file'), error);

export const backupRoutes = (house: House) =>
  newRoutes()
    .openapi(backup, async () => {
      const scratch = newScratchDir(house.store.folder);
      await mkdir(scratch, { recursive: true, mode: 0o700 });
      const clear = (): Promise<void> => rm(scratch, { recursive: true, force: true });
      try {
        const made = await makeBackup(house.store.folder, scratch, new Date(house.clock.nowMs()));
        return zipDownload(made.name, made.bytes(), clear, made.sizeBytes);
      } catch (error) {
        await clear();
        throw error;
      }
    })
    .openapi(restore, async (c) => {
      const scratch = newScratchDir(house.store.folder);
      await mkdir(scratch, { recursive: true, mode: 0o700 });
      try {
        const file = join(scratch, 'backup.zip');
        const sent = c.req.raw.body ?? new Blob([]).stream();
        await pipeline(Readable.from(sent), createWriteStream(file, { mode: 0o600 }));
        const replace = c.req.valid('query').replace === 'true';
        const { madeAtMs } = await restoreHere(house, file, { replace });
        return c.json({ madeAtMs }, 200);
      } catch (error) {
        throw error instanceof StoreError ? namedForSender(error, scratch) : error;
      } finally {
        await rm(scratch, { recursive: true, force: true });
      }
    });
