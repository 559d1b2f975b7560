/** Parameters that several routes take. */
import { z } from '@hono/zod-openapi';

export const ById = z.object({ id: z.string().max(100) });
