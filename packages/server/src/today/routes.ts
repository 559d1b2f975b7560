import { createRoute, z } from '@hono/zod-openapi';
import { Day, TodayShape } from '../api.ts';
import { todayAsSent } from '../engine-shapes.ts';
import { answer, newRoutes, refusal } from '../http/new-routes.ts';
import type { House } from '../house.ts';
import { todayFor } from './today-for.ts';

const getToday = createRoute({
  method: 'get',
  path: '/api/today',
  summary: 'Whether to run today, how far, and why',
  request: { query: z.object({ date: Day.optional() }) },
  responses: { 200: answer(TodayShape, 'The answer with its working'), 400: refusal('No such day') },
});

export const todayRoutes = ({ store, runnerId, clock }: House) =>
  newRoutes().openapi(getToday, async (c) => {
    const { date } = c.req.valid('query');
    return c.json(todayAsSent(await todayFor(store, runnerId, date ?? null, clock)), 200);
  });
