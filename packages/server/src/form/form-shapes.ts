/** The shapes of fading form. The functions at the end fail to compile where engine and schema part ways. */
import { z } from '@hono/zod-openapi';
import { measured } from '../engine-shapes.ts';
import type { Form as FormAnswer, OneForm } from './form-for.ts';

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const Verdict = z.enum(['fade', 'steady', 'uneven', 'too-noisy']);
const Finding = z.object({
  name: z.enum(['cadence', 'contact', 'oscillation']),
  verdict: Verdict,
  change: z.number(),
  changeSe: z.number(),
  z: z.number(),
  threshold: z.number(),
  place: z
    .object({
      atS: z.number(),
      lowS: z.number(),
      highS: z.number(),
      distanceM: z.object({ at: z.number(), low: z.number(), high: z.number() }).nullable(),
    })
    .nullable(),
});

/** GET /api/form */
export const Form = z.object({
  usual: measured(
    z.object({
      distanceM: z.number(),
      lowM: z.number(),
      highM: z.number(),
      verdict: z.enum(['habit', 'perhaps', 'none-within']),
      runs: z.number(),
      agreeing: z.number(),
    }),
  ),
  runs: list(
    z.object({
      runId: z.string(),
      startAtMs: z.number(),
      endM: z.number().nullable(),
      verdict: Verdict,
      findings: list(Finding),
    }),
  ),
  unjudged: z.number(),
});

/** GET /api/runs/:id/form */
export const RunForm = z.object({
  fading: measured(z.object({ verdict: Verdict, findings: list(Finding) })),
  heartRateDrift: measured(z.number()),
});

export const formAsSent = (form: FormAnswer): z.input<typeof Form> => form;
export const runFormAsSent = (form: OneForm): z.input<typeof RunForm> => form;
