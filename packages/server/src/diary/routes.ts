import { createRoute, type z } from '@hono/zod-openapi';
import type { PainEntry as StoredEntry } from '@kneewise/store';
import { answer, body, newRoutes, refusal } from '../http/new-routes.ts';
import { ById } from '../http/params.ts';
import { problem } from '../http/problem.ts';
import { Done } from '../api.ts';
import type { House } from '../house.ts';
import { Diary, NewPainEntry, NewTaken, PainEntry, Taken } from './shapes.ts';

const get = createRoute({
  method: 'get',
  path: '/api/diary',
  summary: 'Pain by place, and what may have hidden it, oldest first',
  responses: { 200: answer(Diary, 'The diary') },
});
const addEntry = createRoute({
  method: 'post',
  path: '/api/diary/pain',
  summary: 'Keep a pain at a place; several a day. Above 0 it counts for today’s answer as an ache said',
  request: body(NewPainEntry),
  responses: { 201: answer(PainEntry, 'Kept'), 400: refusal('Not an entry') },
});
const removeEntry = createRoute({
  method: 'delete',
  path: '/api/diary/pain/{id}',
  summary: 'Take an entry back',
  request: { params: ById },
  responses: { 200: answer(Done, 'Taken back'), 404: refusal('No such entry') },
});
const addTaken = createRoute({
  method: 'post',
  path: '/api/diary/taken',
  summary: 'Keep what may hide pain; within twelve hours before a run its quiet says nothing',
  request: body(NewTaken),
  responses: { 201: answer(Taken, 'Kept'), 400: refusal('Not an entry') },
});
const removeTaken = createRoute({
  method: 'delete',
  path: '/api/diary/taken/{id}',
  summary: 'Take it back',
  request: { params: ById },
  responses: { 200: answer(Done, 'Taken back'), 404: refusal('No such entry') },
});

const GONE = 'There is no such entry; it may have been taken back already.';

/** Only places of the map were ever let in. */
const sent = (entry: StoredEntry): z.infer<typeof PainEntry> => ({
  ...entry,
  place: entry.place as z.infer<typeof PainEntry>['place'],
});

export const diaryRoutes = ({ store, runnerId }: House) =>
  newRoutes()
    .openapi(get, async (c) => {
      const [entries, taken] = await Promise.all([store.painEntries(runnerId), store.taken(runnerId)]);
      return c.json({ entries: entries.map(sent), taken: [...taken] }, 200);
    })
    .openapi(addEntry, async (c) =>
      c.json(sent(await store.addPainEntry(runnerId, c.req.valid('json'))), 201),
    )
    .openapi(removeEntry, async (c) =>
      (await store.removePainEntry(runnerId, c.req.valid('param').id))
        ? c.json({ done: true as const }, 200)
        : problem(c, 'not-found', GONE),
    )
    .openapi(addTaken, async (c) => c.json(await store.addTaken(runnerId, c.req.valid('json')), 201))
    .openapi(removeTaken, async (c) =>
      (await store.removeTaken(runnerId, c.req.valid('param').id))
        ? c.json({ done: true as const }, 200)
        : problem(c, 'not-found', GONE),
    );
