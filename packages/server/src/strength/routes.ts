import { createRoute } from '@hono/zod-openapi';
import { Done } from '../api.ts';
import { spokenDay } from '../history.ts';
import type { House } from '../house.ts';
import { answer, body, newRoutes, refusal } from '../http/new-routes.ts';
import { ById } from '../http/params.ts';
import { problem } from '../http/problem.ts';
import { strengthFor } from './strength-for.ts';
import { ChangedStrengthSaid, Strength, strengthAsSent, StrengthSession } from './strength-shapes.ts';

const get = createRoute({
  method: 'get',
  path: '/api/strength',
  summary: 'Today’s strength session or why there is none, what is locked, and what was done',
  responses: { 200: answer(Strength, 'The strength page') },
});
const add = createRoute({
  method: 'post',
  path: '/api/strength/sessions',
  summary: 'Keep a session that was done; the same id again changes nothing',
  request: body(StrengthSession),
  responses: { 201: answer(StrengthSession, 'Kept'), 400: refusal('Not a session') },
});
const remove = createRoute({
  method: 'delete',
  path: '/api/strength/sessions/{id}',
  summary: 'Take a session back',
  request: { params: ById },
  responses: { 200: answer(Done, 'Taken back'), 404: refusal('No such session') },
});
const tell = createRoute({
  method: 'put',
  path: '/api/strength/said',
  summary: 'What there is to train with, how stairs feel, and the tests for jumps',
  request: body(ChangedStrengthSaid),
  responses: { 200: answer(Strength, 'The strength page') },
});

export const strengthRoutes = ({ store, runnerId, clock }: House) =>
  newRoutes()
    .openapi(get, async (c) => c.json(strengthAsSent(await strengthFor(store, runnerId, null, clock)), 200))
    .openapi(add, async (c) => c.json(await store.addStrengthSession(runnerId, c.req.valid('json')), 201))
    .openapi(remove, async (c) =>
      (await store.removeStrengthSession(runnerId, c.req.valid('param').id))
        ? c.json({ done: true as const }, 200)
        : problem(c, 'not-found', 'There is no such session; it may have been taken back already.'),
    )
    .openapi(tell, async (c) => {
      const { kit, stairs, tests, wantsJumps } = c.req.valid('json');
      await store.saveSettings(runnerId, (kept) => {
        const date = spokenDay({ settings: kept }, clock);
        return {
          strength: {
            ...kept.strength,
            ...(kit === undefined ? {} : { kit }),
            ...(stairs === undefined ? {} : { stairs: stairs === null ? undefined : { ...stairs, date } }),
            ...(tests === undefined ? {} : { tests: tests === null ? undefined : { ...tests, date } }),
            ...(wantsJumps === undefined ? {} : { wantsJumps }),
          },
        };
      });
      return c.json(strengthAsSent(await strengthFor(store, runnerId, null, clock)), 200);
    });
