import { createRoute, z } from '@hono/zod-openapi';
import { RunDetail, RunList, Streams } from '../api.ts';
import { answer, newRoutes, refusal } from '../http/new-routes.ts';
import { ById } from '../http/params.ts';
import { problem } from '../http/problem.ts';
import type { House } from '../house.ts';
import { download } from './download.ts';
import { runDetail } from './run-detail.ts';
import { listRuns } from './run-rows.ts';
import { runStreams } from './run-streams.ts';

const list = createRoute({
  method: 'get',
  path: '/api/runs',
  summary: 'All runs, newest first',
  responses: { 200: answer(RunList, 'The runs') },
});
const detail = createRoute({
  method: 'get',
  path: '/api/runs/{id}',
  summary: 'One run',
  request: { params: ById },
  responses: { 200: answer(RunDetail, 'The run'), 404: refusal('No such run') },
});
const streams = createRoute({
  method: 'get',
  path: '/api/runs/{id}/streams',
  summary: 'What was recorded along one run, in at most some 2,000 points',
  request: { params: ById },
  responses: { 200: answer(Streams, 'Columns of equal length'), 404: refusal('No such run') },
});
const original = createRoute({
  method: 'get',
  path: '/api/runs/{id}/original/{sourceId}',
  summary: 'The file a run came from, byte for byte',
  request: { params: ById.extend({ sourceId: z.string().max(100) }) },
  responses: {
    200: { content: { 'application/octet-stream': { schema: z.any() } }, description: 'The bytes' },
    404: refusal('No such file'),
  },
});

const noSuchRun = 'There is no such run.';

export const runRoutes = (house: House) =>
  newRoutes()
    .openapi(list, async (c) => c.json(await listRuns(house.store, house.runnerId, house.clock), 200))
    .openapi(detail, async (c) => {
      const run = await runDetail(house, c.req.valid('param').id);
      return run === null ? problem(c, 'not-found', noSuchRun) : c.json(run, 200);
    })
    .openapi(streams, async (c) => {
      const found = await runStreams(house, c.req.valid('param').id);
      return found === null ? problem(c, 'not-found', noSuchRun) : c.json(found, 200);
    })
    .openapi(original, async (c) => {
      const { id, sourceId } = c.req.valid('param');
      const activity = await house.store.activity(house.runnerId, id);
      const belongs = activity?.sources.some((source) => source.id === sourceId) === true;
      const file = belongs ? await house.store.original(house.runnerId, sourceId) : null;
      return file === null ? problem(c, 'not-found', 'There is no such file.') : download(file);
    });
