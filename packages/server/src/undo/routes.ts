import { createRoute } from '@hono/zod-openapi';
import { UndoneImport } from '../api.ts';
import type { House } from '../house.ts';
import { answer, newRoutes, refusal } from '../http/new-routes.ts';
import { ById } from '../http/params.ts';
import { problem } from '../http/problem.ts';
import { undoImport } from './undo-import.ts';

const undo = createRoute({
  method: 'post',
  path: '/api/imports/{id}/undo',
  summary: 'Take back what only this import brought; what was said about its runs stays',
  request: { params: ById },
  responses: {
    200: answer(UndoneImport, 'Taken back; importing the same files again brings it again'),
    404: refusal('No such import'),
    409: refusal('It is still under way'),
  },
});

const SENTENCES = {
  'not-found': 'There is no such import; everything may have been erased since.',
  'import-under-way': 'This import is still under way; stop it first.',
} as const;

export const undoRoutes = (house: House) =>
  newRoutes().openapi(undo, async (c) => {
    const result = await undoImport(house, c.req.valid('param').id);
    if (!result.ok) return problem(c, result.code, SENTENCES[result.code]);
    const { batch: _, ...counts } = result.undone;
    return c.json(counts, 200);
  });
