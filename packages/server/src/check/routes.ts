import { randomUUID } from 'node:crypto';
import { createRoute, z } from '@hono/zod-openapi';
import { check as checked, SELF_TESTS } from '@kneewise/engine';
import type { KneeCheck } from '@kneewise/store';
import type { Context } from 'hono';
import { gatherHistory, spokenDay } from '../history.ts';
import { answer, body, newRoutes, refusal } from '../http/new-routes.ts';
import { problem } from '../http/problem.ts';
import type { House } from '../house.ts';
import { resultAsSent, stateAsSent } from './as-sent.ts';
import { finish } from './finish.ts';
import { CheckAnswer, CheckBegin, CheckMove, CheckResultSent, CheckState, SelfTestSeen } from './shapes.ts';
import { latestOf, openFlags, underWay } from './standing.ts';
import { back, begin, leave, type Now, say, type Step } from './steps.ts';

const state = answer(CheckState, 'Where the check stands');
const changed = refusal('It was changed from somewhere else, or none is under way');

const get = createRoute({
  method: 'get',
  path: '/api/check',
  summary: 'The knee check under way, and the finished ones',
  responses: { 200: state },
});
const result = createRoute({
  method: 'get',
  path: '/api/check/result',
  summary: 'What a finished check came to; the newest, or the one named',
  request: { query: z.object({ id: z.string().max(100).optional() }) },
  responses: { 200: answer(CheckResultSent, 'The result'), 404: refusal('No such check is finished') },
});
const start = createRoute({
  method: 'post',
  path: '/api/check/begin',
  summary: 'Begin a check; one that is under way goes on, unless it is to be begun over',
  request: body(CheckBegin),
  responses: { 200: state, 409: changed },
});
const saying = createRoute({
  method: 'post',
  path: '/api/check/answer',
  summary: 'Keep answers of the screen that is shown; an emergency ends the check at once',
  request: body(CheckAnswer),
  responses: { 200: state, 400: refusal('No answer to a question shown'), 409: changed },
});
const onwards = createRoute({
  method: 'post',
  path: '/api/check/next',
  summary: 'Leave the screen: what was not answered is unsure',
  request: body(CheckMove),
  responses: { 200: state, 409: changed },
});
const backwards = createRoute({
  method: 'post',
  path: '/api/check/back',
  summary: 'The screen before, with what was said there',
  request: body(CheckMove),
  responses: { 200: state, 409: changed },
});
const selfTest = createRoute({
  method: 'post',
  path: '/api/check/self-test',
  summary: 'Note what was seen in a test done alone; it weighs nothing',
  request: body(SelfTestSeen),
  responses: {
    200: answer(CheckResultSent, 'The result'),
    400: refusal('No such test'),
    404: refusal('No check is finished'),
    409: changed,
  },
});

const CHANGED = 'The check went on in another window; this is where it stands.';
const isSelfTest = (id: string): boolean => SELF_TESTS.some((test) => test.id === id);

export const checkRoutes = (house: House) => {
  const { store, runnerId, clock } = house;
  const gather = () => gatherHistory(store, runnerId);
  const now = (history: Parameters<typeof spokenDay>[0]): Now => ({
    atMs: clock.nowMs(),
    date: spokenDay(history, clock),
  });
  const sendState = async (c: Context) => {
    const history = await gather();
    return c.json(stateAsSent(history, spokenDay(history, clock)), 200);
  };
  /** Keeps what a step led to. */
  const keep = async (c: Context, { check, ends }: Step, at: Now) => {
    const kept = ends ? await finish(store, runnerId, check, at) : await store.saveKneeCheck(runnerId, check);
    return kept === null ? problem(c, 'changed', CHANGED) : sendState(c);
  };
  const move = async (c: Context, revision: number, step: (check: KneeCheck, at: Now) => Step) => {
    const history = await gather();
    const check = underWay(history.checks);
    if (check === null || check.revision !== revision) return problem(c, 'changed', CHANGED);
    const at = now(history);
    return keep(c, step(check, at), at);
  };
  return newRoutes()
    .openapi(get, async (c) => sendState(c))
    .openapi(result, async (c) => {
      const { id } = c.req.valid('query');
      const history = await gather();
      const found =
        id === undefined ? latestOf(history.checks) : history.checks.find((check) => check.id === id);
      return found === undefined || found === null || found.outcome === null
        ? problem(c, 'not-found', 'No such knee check is finished.')
        : c.json(resultAsSent({ ...found, outcome: found.outcome }, history), 200);
    })
    .openapi(start, async (c) => {
      const { how } = c.req.valid('json');
      const history = await gather();
      const running = underWay(history.checks);
      if (running !== null && how !== 'over') return sendState(c);
      const carried = openFlags(history.checks, history.events);
      const at = now(history);
      const latest = latestOf(history.checks);
      // Only what was left unsure and could change something is asked again.
      const asks =
        how === 'open' && latest !== null ? checked(latest.answers, { raisedBefore: carried }).askNext : [];
      const answers =
        how === 'open' && latest !== null
          ? Object.fromEntries(Object.entries(latest.answers).filter(([id]) => !asks.includes(id)))
          : {};
      if (running !== null && !(await store.removeKneeCheck(runnerId, running.id, running.revision)))
        return problem(c, 'changed', CHANGED);
      return keep(c, begin({ id: randomUUID(), now: at, carried, answers }), at);
    })
    .openapi(saying, async (c) => {
      const { revision, answers } = c.req.valid('json');
      try {
        return await move(c, revision, (check, at) => say(check, answers, at));
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        return problem(c, 'bad-request', error.message);
      }
    })
    .openapi(onwards, async (c) => move(c, c.req.valid('json').revision, leave))
    .openapi(backwards, async (c) => move(c, c.req.valid('json').revision, back))
    .openapi(selfTest, async (c) => {
      const { id, seen } = c.req.valid('json');
      if (!isSelfTest(id)) return problem(c, 'bad-request', 'There is no such test.');
      const history = await gather();
      const latest = latestOf(history.checks);
      if (latest === null) return problem(c, 'not-found', 'No knee check is finished yet.');
      const kept = await store.saveKneeCheck(runnerId, {
        ...latest,
        selfTests: { ...latest.selfTests, [id]: seen },
      });
      return kept === null
        ? problem(c, 'changed', CHANGED)
        : c.json(resultAsSent({ ...kept, outcome: latest.outcome }, history), 200);
    });
};
