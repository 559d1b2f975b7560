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
  request: {
    query: z.object({
      date: Day.optional(),
      /** Pain at this moment, 0–10. A check-in of today that belongs to no run counts without it. */
      painNow: z
        .string()
        .regex(/^(?:\d|10)$/, 'must be a whole number from 0 to 10')
        .transform(Number)
        .optional(),
      /** Whether it eases in a walk of ten minutes. */
      easesInWalk: z.enum(['true', 'false']).optional(),
      fever: z.enum(['true', 'false']).optional(),
    }),
  },
  responses: { 200: answer(TodayShape, 'The answer with its working'), 400: refusal('No such day') },
});

export const todayRoutes = ({ store, runnerId, clock }: House) =>
  newRoutes().openapi(getToday, async (c) => {
    const { date, painNow, easesInWalk, fever } = c.req.valid('query');
    const now = {
      ...(painNow === undefined ? {} : { painNow }),
      ...(easesInWalk === undefined ? {} : { easesInWalk: easesInWalk === 'true' }),
      ...(fever === undefined ? {} : { fever: fever === 'true' }),
    };
    return c.json(todayAsSent(await todayFor(store, runnerId, date ?? null, clock, now)), 200);
  });
