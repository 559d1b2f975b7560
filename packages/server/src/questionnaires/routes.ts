import { createRoute } from '@hono/zod-openapi';
import { Done } from '../api.ts';
import { answer, body, newRoutes, refusal } from '../http/new-routes.ts';
import { ById } from '../http/params.ts';
import { problem } from '../http/problem.ts';
import type { House } from '../house.ts';
import { scored } from './scored.ts';
import { Filled, FilledList, NewFilled } from './shapes.ts';

const list = createRoute({
  method: 'get',
  path: '/api/questionnaires',
  summary: 'Questionnaires filled in, oldest first, with score and change',
  responses: { 200: answer(FilledList, 'The questionnaires') },
});
const add = createRoute({
  method: 'post',
  path: '/api/questionnaires',
  summary: 'Keep a questionnaire, every item answered',
  request: body(NewFilled),
  responses: { 201: answer(Filled, 'Kept, with its score'), 400: refusal('Not a whole questionnaire') },
});
const remove = createRoute({
  method: 'delete',
  path: '/api/questionnaires/{id}',
  summary: 'Take one back',
  request: { params: ById },
  responses: { 200: answer(Done, 'Taken back'), 404: refusal('No such questionnaire') },
});

export const questionnaireRoutes = ({ store, runnerId }: House) =>
  newRoutes()
    .openapi(list, async (c) => c.json({ filled: [...scored(await store.filled(runnerId))] }, 200))
    .openapi(add, async (c) => {
      const kept = await store.addFilled(runnerId, c.req.valid('json'));
      const one = scored(await store.filled(runnerId)).find(({ id }) => id === kept.id);
      if (one === undefined) throw new Error('The questionnaire just kept is not there.');
      return c.json(one, 201);
    })
    .openapi(remove, async (c) =>
      (await store.removeFilled(runnerId, c.req.valid('param').id))
        ? c.json({ done: true as const }, 200)
        : problem(c, 'not-found', 'There is no such questionnaire; it may have been taken back already.'),
    );
