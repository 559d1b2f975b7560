/** When something was said, as it crosses the wire. */
import { z } from '@hono/zod-openapi';
import { FIRST_DAY, LAST_DAY } from './days.ts';

/** The farthest any place is from UTC is 14 h; 18 h is what ISO 8601 libraries allow. Minutes. */
const FARTHEST_OFFSET_MIN = 1_080;

export const SaidAt = z.object({
  atMs: z
    .number()
    .int()
    .min(Date.parse(FIRST_DAY))
    .max(Date.parse(`${LAST_DAY}T23:59:59.999Z`)),
  utcOffsetMin: z.number().int().min(-FARTHEST_OFFSET_MIN).max(FARTHEST_OFFSET_MIN),
});
