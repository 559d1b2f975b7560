import { createRoute } from '@hono/zod-openapi';
import { Done, Event, EventList, NewEvent } from '../api.ts';
import { answer, body, newRoutes, refusal } from '../http/new-routes.ts';
import { ById } from '../http/params.ts';
import { problem } from '../http/problem.ts';
import type { House } from '../house.ts';

const list = createRoute({
  method: 'get',
  path: '/api/events',
  summary: 'Clearances, corrected answers, way-in tests and half-hour walks, by date',
  responses: { 200: answer(EventList, 'The events') },
});
const add = createRoute({
  method: 'post',
  path: '/api/events',
  summary: 'Keep one; today’s answer heeds it from its date on',
  request: body(NewEvent),
  responses: { 201: answer(Event, 'Kept'), 400: refusal('Not an event') },
});
const remove = createRoute({
  method: 'delete',
  path: '/api/events/{id}',
  summary: 'Take one back',
  request: { params: ById },
  responses: { 200: answer(Done, 'Taken back'), 404: refusal('No such event') },
});

export const eventRoutes = ({ store, runnerId }: House) =>
  newRoutes()
    .openapi(list, async (c) => c.json({ events: [...(await store.events(runnerId))] }, 200))
    .openapi(add, async (c) => c.json(await store.addEvent(runnerId, c.req.valid('json')), 201))
    .openapi(remove, async (c) => {
      const removed = await store.removeEvent(runnerId, c.req.valid('param').id);
      return removed
        ? c.json({ done: true as const }, 200)
        : problem(c, 'not-found', 'There is no such event; it may have been taken back already.');
    });
