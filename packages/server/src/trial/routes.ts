import { createRoute, z } from '@hono/zod-openapi';
import type { BatchRow } from '@kneewise/store';
import { Done, FileReceived, TrialBegun, TrialState } from '../api.ts';
import type { House } from '../house.ts';
import { answer, newRoutes, refusal } from '../http/new-routes.ts';
import { ById } from '../http/params.ts';
import { problem } from '../http/problem.ts';
import { LARGEST_FILE_BYTES, LONGEST_PATH, shownPath } from '../imports/receive.ts';
import { newTrials } from './trials.ts';

const begin = createRoute({
  method: 'post',
  path: '/api/trials',
  summary: 'Begin a trial: files follow, nothing of them is kept; an earlier trial is dropped',
  responses: { 201: answer(TrialBegun, 'Begun') },
});
const put = createRoute({
  method: 'put',
  path: '/api/trials/{id}/files',
  summary: 'Hand over one file to be tried',
  request: {
    params: ById,
    query: z.object({ path: z.string().min(1).max(LONGEST_PATH) }),
    body: { content: { 'application/octet-stream': { schema: z.any() } } },
  },
  responses: {
    201: answer(FileReceived, 'Received'),
    404: refusal('No such trial, or it takes no more files'),
    413: refusal('The file is too large'),
  },
});
const read = createRoute({
  method: 'post',
  path: '/api/trials/{id}/read',
  summary: 'No more files come: read them',
  request: { params: ById },
  responses: { 200: answer(Done, 'Reading'), 404: refusal('No such trial') },
});
const state = createRoute({
  method: 'get',
  path: '/api/trials/{id}',
  summary: 'How far it is, and at its end what each file would come to',
  request: { params: ById },
  responses: { 200: answer(TrialState, 'The state'), 404: refusal('No such trial') },
});
const drop = createRoute({
  method: 'delete',
  path: '/api/trials/{id}',
  summary: 'Forget the trial',
  request: { params: ById },
  responses: { 200: answer(Done, 'Forgotten') },
});

const noSuchTrial = 'There is no such trial any more; try the files again.';
const asSent = (row: BatchRow) =>
  Object.assign({}, row, { activityIds: [...row.activityIds], warnings: [...row.warnings] });

export function trialRoutes(house: House) {
  const trials = newTrials(house);
  return newRoutes()
    .openapi(begin, async (c) =>
      c.json({ id: await trials.begin(), largestFileBytes: LARGEST_FILE_BYTES }, 201),
    )
    .openapi(put, async (c) => {
      const sizeBytes = Number(c.req.header('content-length') ?? 0);
      if (sizeBytes > LARGEST_FILE_BYTES)
        return problem(c, 'too-large', `A file may hold at most ${LARGEST_FILE_BYTES / 1024 ** 3} GiB.`);
      const { path } = c.req.valid('query');
      const bytes = c.req.raw.body ?? new Blob([]).stream();
      return (await trials.receive(c.req.valid('param').id, path, bytes))
        ? c.json({ path: shownPath(path), sizeBytes }, 201)
        : problem(c, 'not-found', noSuchTrial);
    })
    .openapi(read, async (c) =>
      trials.read(c.req.valid('param').id)
        ? c.json({ done: true as const }, 200)
        : problem(c, 'not-found', noSuchTrial),
    )
    .openapi(state, async (c) => {
      const trial = trials.look(c.req.valid('param').id);
      if (trial === null) return problem(c, 'not-found', noSuchTrial);
      const { id, filesFound, filesDone, rows, sampleWouldGo, problem: trouble } = trial;
      const count = (outcome: BatchRow['outcome']): number =>
        rows.filter((row) => row.outcome === outcome).length;
      return c.json(
        {
          id,
          state: trial.state,
          filesFound,
          filesDone,
          added: count('added'),
          duplicates: count('duplicate'),
          others: count('other'),
          refused: count('refused'),
          rows: rows.map(asSent),
          sampleWouldGo,
          problem: trouble,
        },
        200,
      );
    })
    .openapi(drop, async (c) => {
      if (trials.look(c.req.valid('param').id) !== null) await trials.drop();
      return c.json({ done: true as const }, 200);
    });
}
