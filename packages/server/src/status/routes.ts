import { createRoute } from '@hono/zod-openapi';
import { Done, Status } from '../api.ts';
import { answer, newRoutes } from '../http/new-routes.ts';
import type { House } from '../house.ts';
import { status } from './status.ts';

const getStatus = createRoute({
  method: 'get',
  path: '/api/status',
  summary: 'What the store holds and which day it speaks as of',
  responses: { 200: answer(Status, 'Always answered; use it as a readiness check') },
});
const eraseAll = createRoute({
  method: 'delete',
  path: '/api/data',
  summary: 'Erase everything: runs, original files, answers, settings',
  responses: { 200: answer(Done, 'Erased') },
});

export const statusRoutes = (house: House) =>
  newRoutes()
    .openapi(getStatus, async (c) => c.json(await status(house), 200))
    .openapi(eraseAll, async (c) => {
      await house.importer.whileStill(() => house.store.erase(house.runnerId));
      return c.json({ done: true as const }, 200);
    });
