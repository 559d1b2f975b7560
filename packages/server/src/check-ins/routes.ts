import { createRoute } from '@hono/zod-openapi';
import { CheckIn, CheckInList, Done, NewCheckIn } from '../api.ts';
import { answer, body, newRoutes, refusal } from '../http/new-routes.ts';
import { ById } from '../http/params.ts';
import { problem } from '../http/problem.ts';
import type { House } from '../house.ts';

const list = createRoute({
  method: 'get',
  path: '/api/check-ins',
  summary: 'Everything the runner answered about the knee, oldest first',
  responses: { 200: answer(CheckInList, 'The answers') },
});
const add = createRoute({
  method: 'post',
  path: '/api/check-ins',
  summary: 'Keep an answer about the knee',
  request: body(NewCheckIn),
  responses: {
    201: answer(CheckIn, 'Kept'),
    400: refusal('Not an answer'),
    404: refusal('It names a run that is not there'),
  },
});
const remove = createRoute({
  method: 'delete',
  path: '/api/check-ins/{id}',
  summary: 'Take an answer back',
  request: { params: ById },
  responses: { 200: answer(Done, 'Taken back'), 404: refusal('No such answer') },
});

export const checkInRoutes = ({ store, runnerId }: House) =>
  newRoutes()
    .openapi(list, async (c) => c.json({ checkIns: [...(await store.checkIns(runnerId))] }, 200))
    .openapi(add, async (c) => {
      const checkIn = c.req.valid('json');
      if (checkIn.runId !== null && (await store.activity(runnerId, checkIn.runId)) === null)
        return problem(c, 'not-found', 'There is no such run.');
      return c.json(await store.addCheckIn(runnerId, checkIn), 201);
    })
    .openapi(remove, async (c) => {
      const removed = await store.removeCheckIn(runnerId, c.req.valid('param').id);
      return removed
        ? c.json({ done: true as const }, 200)
        : problem(c, 'not-found', 'There is no such answer; it may have been taken back already.');
    });
