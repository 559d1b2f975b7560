/** Shapes of giving back and undoing: imports taken back, refused files, a trial, a backup. */
import { z } from '@hono/zod-openapi';

const Refusal = z.object({ code: z.string(), reason: z.string(), byteOffset: z.number().nullable() });

/** POST /api/imports/:id/undo */
export const UndoneImport = z.object({
  filesGone: z.number(),
  /** Runs and others that no file tells of any more. */
  activitiesGone: z.number(),
  /** Activities of its files that another import brought too: they stay. */
  activitiesKept: z.number(),
  /** What was said about a run that is gone stays, without a run. */
  answersWithoutRun: z.number(),
});

/** GET /api/quarantine → refused files whose bytes are kept, by path */
export const Quarantine = z.object({
  files: z.array(
    z.object({
      id: z.string(),
      path: z.string(),
      sizeBytes: z.number(),
      refusal: Refusal,
      /** When it was first met, epoch milliseconds; null where that import is gone. */
      metAtMs: z.number().nullable(),
      /** Kneewise reads more than when this was refused: trying again may help. */
      readerChanged: z.boolean(),
    }),
  ),
});

/** POST /api/quarantine/retry: these, or all where none is named */
export const Retry = z.object({ ids: z.array(z.string().max(100)).max(10_000).optional() });
export const Retried = z.object({
  /** In the order of their paths; `refusal` is null for what could be read now. */
  files: z.array(z.object({ path: z.string(), refusal: Refusal.nullable() })),
});

/** PUT /api/restore?replace=true: the backup's bytes are the body */
export const RestoredFrom = z.object({ madeAtMs: z.number() });

/** POST /api/trials → 201; then PUT each file, then POST …/read; what it finds is never stored */
export const TrialBegun = z.object({ id: z.string(), largestFileBytes: z.number() });
