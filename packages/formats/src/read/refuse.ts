import type { ReadResult, Refusal, Warning } from '../read-result.ts';

/** A refusal: permanent code, one sentence for a person, and where in the unpacked bytes. */
export const refusal = (code: string, reason: string, byteOffset: number | null = null): Refusal => ({
  code,
  reason,
  byteOffset,
});

export const refuse = (code: string, reason: string, byteOffset: number | null = null): ReadResult => ({
  ok: false,
  refusal: refusal(code, reason, byteOffset),
});

/** The same result with one more warning on each activity; a refusal stays as it is. */
export const withWarning = (result: ReadResult, warning: Warning): ReadResult =>
  result.ok
    ? {
        ok: true,
        activities: result.activities.map(({ recording, warnings }) => ({
          recording,
          warnings: [...warnings, warning],
        })),
      }
    : result;
