import { createRoute } from '@hono/zod-openapi';
import type { House } from '../house.ts';
import { answer, newRoutes, refusal } from '../http/new-routes.ts';
import { ById } from '../http/params.ts';
import { problem } from '../http/problem.ts';
import { formFor, formOfOne } from './form-for.ts';
import { Form, formAsSent, RunForm, runFormAsSent } from './form-shapes.ts';

const all = createRoute({
  method: 'get',
  path: '/api/form',
  summary: 'Where form usually goes, from the last long runs',
  responses: { 200: answer(Form, 'The usual place, and each run') },
});
const one = createRoute({
  method: 'get',
  path: '/api/runs/{id}/form',
  summary: 'Whether form went on one run, which alone never says more than perhaps',
  request: { params: ById },
  responses: { 200: answer(RunForm, 'The verdict'), 404: refusal('No such run') },
});

export const formRoutes = ({ store, runnerId }: House) =>
  newRoutes()
    .openapi(all, async (c) => c.json(formAsSent(await formFor(store, runnerId)), 200))
    .openapi(one, async (c) => {
      const form = await formOfOne(store, runnerId, c.req.valid('param').id);
      return form === null
        ? problem(c, 'not-found', 'There is no such run.')
        : c.json(runFormAsSent(form), 200);
    });
