import { createRoute } from '@hono/zod-openapi';
import type { CadenceStep } from '@kneewise/engine';
import type { Settings } from '@kneewise/store';
import { Done } from '../api.ts';
import { spokenDay } from '../history.ts';
import type { House } from '../house.ts';
import { answer, body, newRoutes, refusal } from '../http/new-routes.ts';
import { problem } from '../http/problem.ts';
import { type CadenceAnswer, cadenceFor } from './cadence-for.ts';
import { Cadence, cadenceAsSent, ChangedProgramme, NewCount } from './cadence-shapes.ts';

/** Older counts say nothing of today's habit and are let go. Our choice. */
const MOST_COUNTS = 50;

const get = createRoute({
  method: 'get',
  path: '/api/cadence',
  summary: 'Own cadence, the target above it, and the weeks towards it',
  responses: { 200: answer(Cadence, 'The cadence page') },
});
const change = createRoute({
  method: 'put',
  path: '/api/cadence/programme',
  summary: 'Begin the weeks to another cadence, take the next step, or end them',
  request: body(ChangedProgramme),
  responses: { 200: answer(Cadence, 'The cadence page'), 409: refusal('Not on a day like this') },
});
const count = createRoute({
  method: 'post',
  path: '/api/cadence/counts',
  summary: 'Steps a minute that the runner counted at easy pace',
  request: body(NewCount),
  responses: { 201: answer(Done, 'Kept') },
});
const uncount = createRoute({
  method: 'delete',
  path: '/api/cadence/counts/last',
  summary: 'Undo the last count',
  responses: { 200: answer(Done, 'Gone, or there was none') },
});

/** Why a step may not be begun on a day like this, for a person; null where it may. */
function whyNot({ gate, programme }: CadenceAnswer, step: number): string | null {
  if (gate === 'closed') return 'No beat for now: the answer of today comes first.';
  if (gate === 'hold') return 'One thing at a time: on a day like this nothing is begun or raised.';
  if (programme !== null && step > programme.step && !programme.mayRaise)
    return 'The step before needs a week at 70 % of the easy running first.';
  return null;
}

/** A step begun on a day: a later one is measured against the habit of before the first. What is ended can come back. */
function changed(
  { cadence: before = null }: Settings,
  step: CadenceStep | null,
  startedOn: string,
): Partial<Settings> {
  if (step === null) return before === null ? {} : { cadence: null, cadenceEnded: before };
  const first = before === null ? {} : { firstBegunOn: before.firstBegunOn ?? before.startedOn };
  return { cadence: { startedOn, step, ...first } };
}

export const cadenceRoutes = ({ store, runnerId, clock }: House) =>
  newRoutes()
    .openapi(get, async (c) => c.json(cadenceAsSent(await cadenceFor(store, runnerId, null, clock)), 200))
    .openapi(change, async (c) => {
      const asked = c.req.valid('json');
      if ('again' in asked)
        await store.saveSettings(runnerId, ({ cadence = null, cadenceEnded = null }) => ({
          cadence: cadence ?? cadenceEnded,
        }));
      else {
        const { step } = asked;
        const refused = step === null ? null : whyNot(await cadenceFor(store, runnerId, null, clock), step);
        if (refused !== null) return problem(c, 'not-now', refused);
        await store.saveSettings(runnerId, (kept) =>
          changed(kept, step, spokenDay({ settings: kept }, clock)),
        );
      }
      return c.json(cadenceAsSent(await cadenceFor(store, runnerId, null, clock)), 200);
    })
    .openapi(count, async (c) => {
      const { cadenceSpm } = c.req.valid('json');
      await store.saveSettings(runnerId, (kept) => ({
        cadenceCounts: [
          ...(kept.cadenceCounts ?? []),
          { date: spokenDay({ settings: kept }, clock), cadenceSpm },
        ].slice(-MOST_COUNTS),
      }));
      return c.json({ done: true } as const, 201);
    })
    .openapi(uncount, async (c) => {
      await store.saveSettings(runnerId, ({ cadenceCounts = [] }) => ({
        cadenceCounts: cadenceCounts.slice(0, -1),
      }));
      return c.json({ done: true } as const, 200);
    });
