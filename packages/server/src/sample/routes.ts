import { createRoute } from '@hono/zod-openapi';
import { Done, SampleFilled } from '../api.ts';
import { answer, newRoutes, refusal } from '../http/new-routes.ts';
import { problem } from '../http/problem.ts';
import type { House } from '../house.ts';
import { eraseSample, fillWithSample } from './fill-sample.ts';

const fill = createRoute({
  method: 'post',
  path: '/api/sample',
  summary: 'Fill the empty store with the simulated runner',
  responses: {
    201: answer(SampleFilled, 'Filled; `sample` in the status stays true until it is erased'),
    409: refusal('The store holds somebody’s own runs'),
  },
});
const erase = createRoute({
  method: 'delete',
  path: '/api/sample',
  summary: 'Erase the simulated runner',
  responses: { 200: answer(Done, 'Erased'), 409: refusal('The store does not hold the simulated runner') },
});

export const sampleRoutes = ({ store, runnerId, clock, importer }: House) =>
  newRoutes()
    .openapi(fill, async (c) => {
      const filled = await importer.whileStill(() =>
        fillWithSample(store, runnerId, { clock, pool: importer.pool }),
      );
      return filled === 'not-empty'
        ? problem(c, 'not-empty', 'Your own runs are here; the simulated runner is never mixed with them.')
        : c.json(filled, 201);
    })
    .openapi(erase, async (c) =>
      (await importer.whileStill(() => eraseSample(store, runnerId)))
        ? c.json({ done: true as const }, 200)
        : problem(c, 'not-sample', 'These runs are not the simulated runner’s; nothing was erased.'),
    );
