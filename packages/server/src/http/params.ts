/** Parameters that several routes take. */
import { z } from '@hono/zod-openapi';
import { isDay } from '../days.ts';

export const Day = z.string().refine(isDay, 'must be a day of the calendar, YYYY-MM-DD');
export const ById = z.object({ id: z.string().max(100) });
