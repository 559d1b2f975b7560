/** What the questionnaires send and take. */
import { z } from '@hono/zod-openapi';
import { AKPS_ITEMS } from '@kneewise/engine';
import { SaidAt } from '../said-at.ts';

/** By item: the place of the option chosen, best first from 0. Every item, and nothing else. */
const AkpsAnswersShape = z.strictObject(
  Object.fromEntries(
    AKPS_ITEMS.map(({ id, options }) => [
      id,
      z
        .number()
        .int()
        .min(0)
        .max(options.length - 1),
    ]),
  ),
);

export const NewFilled = SaidAt.extend({
  questionnaire: z.literal('akps'),
  answers: AkpsAnswersShape,
});

export const Filled = NewFilled.extend({
  id: z.string(),
  /** 0 worst to 100 best. */
  score: z.number(),
  /** Against the one before; null: it is the first. */
  change: z
    .object({
      points: z.number(),
      means: z.enum(['better', 'no-clear-change', 'worse']),
      /** Whether the threshold it is judged by was checked in its source. */
      verified: z.boolean(),
    })
    .nullable(),
});

/** GET /api/questionnaires → oldest first */
export const FilledList = z.object({ filled: z.array(Filled) });
