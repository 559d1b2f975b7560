import { createRoute, z } from '@hono/zod-openapi';
import { Day, Load } from '../api.ts';
import { auditAsSent } from '../engine-shapes.ts';
import { dayAfter } from '../days.ts';
import { answer, newRoutes, refusal } from '../http/new-routes.ts';
import { problem } from '../http/problem.ts';
import type { House } from '../house.ts';
import { loadFor } from './load-for.ts';

/** Nobody asks for a day beyond a year from now, and every day asked for is a row. Our choice. */
const DAYS_AHEAD = 366;

const getLoad = createRoute({
  method: 'get',
  path: '/api/load',
  summary: 'What changed before the ache began, and the knee load of every day',
  request: { query: z.object({ onset: Day.optional(), date: Day.optional() }) },
  responses: { 200: answer(Load, 'The audit and its days'), 400: refusal('No such day') },
});

export const loadRoutes = ({ store, runnerId, clock }: House) =>
  newRoutes().openapi(getLoad, async (c) => {
    const { onset = null, date = null } = c.req.valid('query');
    const horizon = dayAfter(clock.today(), DAYS_AHEAD);
    if (date !== null && date > horizon)
      return problem(c, 'bad-request', `The day must not lie beyond ${horizon}.`);
    const load = await loadFor(store, runnerId, onset, date, clock);
    return c.json({ ...load, audit: auditAsSent(load.audit) }, 200);
  });
