import { createRoute, z } from '@hono/zod-openapi';
import { isRunSession, moveSession } from '@kneewise/engine';
import { workoutOfRun, writeWorkout } from '@kneewise/formats';
import type { House } from '../house.ts';
import { answer, body, newRoutes, refusal } from '../http/new-routes.ts';
import { ById } from '../http/params.ts';
import { problem } from '../http/problem.ts';
import { calendarFor } from './calendar-for.ts';
import { planFor } from './plan-for.ts';
import { AskedUnits, AskedWeeks, ChangedRace, MoveResult, NewMove, Plan, planAsSent } from './plan-shapes.ts';
import { workoutWords } from './plan-words.ts';

/** A session is looked for, and may be moved, so far ahead. Our choice: as far as the longest page. */
const REACH_WEEKS = 12;

const get = createRoute({
  method: 'get',
  path: '/api/plan',
  summary: 'The weeks ahead, session by session, each with its reasons',
  request: { query: AskedWeeks },
  responses: { 200: answer(Plan, 'The weeks ahead') },
});
const move = createRoute({
  method: 'post',
  path: '/api/plan/move',
  summary: 'Put a session on another day; it stays there only where nothing stands against it',
  request: body(NewMove),
  responses: { 200: answer(MoveResult, 'Kept, or why not'), 404: refusal('No such session') },
});
const race = createRoute({
  method: 'put',
  path: '/api/plan/race',
  summary: 'The race to plan towards, or none',
  request: body(ChangedRace),
  responses: { 200: answer(Plan, 'The weeks ahead'), 409: refusal('That day is over') },
});
const calendar = createRoute({
  method: 'get',
  path: '/api/plan.ics',
  summary: 'The weeks ahead as a calendar to subscribe to',
  request: { query: AskedUnits },
  responses: { 200: { content: { 'text/calendar': { schema: z.any() } }, description: 'The calendar' } },
});
const workout = createRoute({
  method: 'get',
  path: '/api/plan/workouts/{id}',
  summary: 'One planned run as a workout for the watch; the id ends in .fit',
  request: { params: ById, query: AskedUnits },
  responses: {
    200: { content: { 'application/vnd.ant.fit': { schema: z.any() } }, description: 'The workout' },
    404: refusal('No such run in the plan'),
  },
});

const download = (type: string, name: string): Record<string, string> => ({
  'Content-Type': type,
  'Content-Disposition': `attachment; filename="${name}"`,
  'Cache-Control': 'no-store',
});

export const planRoutes = ({ store, runnerId, clock }: House) =>
  newRoutes()
    .openapi(get, async (c) => {
      const { weeks } = c.req.valid('query');
      return c.json(planAsSent((await planFor(store, runnerId, weeks, clock)).answer), 200);
    })
    .openapi(move, async (c) => {
      const { sessionId, to } = c.req.valid('json');
      const { input, answer: now } = await planFor(store, runnerId, REACH_WEEKS, clock);
      if (now.sessions.every(({ id }) => id !== sessionId))
        return problem(c, 'not-found', 'This session is no longer in the plan.');
      const others = input.moves.filter((kept) => kept.sessionId !== sessionId);
      const moved = to === null ? null : moveSession(input, sessionId, to);
      const lies = moved?.plan.sessions.some(({ id, date }) => id === sessionId && date === to) ?? true;
      const problems =
        moved === null || moved.problems.length > 0 || lies
          ? (moved?.problems ?? [])
          : [{ code: 'run-not-allowed' as const, sessionId, date: to ?? '', figures: {} }];
      const kept = problems.length === 0;
      if (kept)
        await store.saveSettings(runnerId, ({ plan }) => ({
          plan: { ...plan, moves: moved?.moves ?? others },
        }));
      return c.json({ kept, problems }, 200);
    })
    .openapi(race, async (c) => {
      const { race: asked } = c.req.valid('json');
      const { answer: now } = await planFor(store, runnerId, 1, clock);
      if (asked !== null && asked.date < now.date) return problem(c, 'not-now', 'That day is over.');
      await store.saveSettings(runnerId, ({ plan }) => ({ plan: { ...plan, race: asked } }));
      const { weeks } = AskedWeeks.parse({});
      return c.json(planAsSent((await planFor(store, runnerId, weeks, clock)).answer), 200);
    })
    .openapi(calendar, async (c) => {
      const text = await calendarFor(store, runnerId, c.req.valid('query').units, clock);
      return c.body(text, 200, download('text/calendar; charset=utf-8', 'kneewise.ics'));
    })
    .openapi(workout, async (c) => {
      const id = c.req.valid('param').id.replace(/\.fit$/, '');
      const { units } = c.req.valid('query');
      const { answer: plan } = await planFor(store, runnerId, REACH_WEEKS, clock);
      const run = plan.sessions.filter(isRunSession).find((session) => session.id === id);
      if (run === undefined) return problem(c, 'not-found', 'There is no such run in the plan.');
      const words = workoutWords(run, { distance: units, locale: units === 'mi' ? 'en-US' : 'en-GB' });
      const bytes = writeWorkout(workoutOfRun(run, words), clock.nowMs());
      return c.body(
        new Uint8Array(bytes),
        200,
        download('application/vnd.ant.fit', `kneewise-${run.date}.fit`),
      );
    });
