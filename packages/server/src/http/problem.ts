/** Codes of what went wrong, each with its HTTP status: the one table that knows both. */
import { StoreError, type StoreErrorCode } from '@kneewise/store';
import type { Context, TypedResponse } from 'hono';

export const STATUS_OF = {
  'bad-request': 400,
  'other-site': 403,
  'not-found': 404,
  'not-a-backup': 400,
  'damaged-backup': 400,
  'newer-backup': 400,
  'import-under-way': 409,
  changed: 409,
  'import-closed': 409,
  'not-empty': 409,
  'not-now': 409,
  'not-sample': 409,
  'length-required': 411,
  'too-large': 413,
  'wrong-host': 421,
  internal: 500,
  damaged: 500,
  'disk-error': 500,
  'folder-unusable': 500,
  'newer-store': 500,
  'not-a-store': 500,
  'read-only': 500,
  busy: 503,
  'disk-full': 507,
} as const satisfies Readonly<Record<string, number>> & Readonly<Record<StoreErrorCode, number>>;

export type ProblemCode = keyof typeof STATUS_OF;

export interface ProblemBody {
  code: string;
  text: string;
}

/** Answers `{ code, text }`; the text is one sentence for a person. */
export const problem = <C extends ProblemCode>(
  c: Context,
  code: C,
  text: string,
): Response & TypedResponse<ProblemBody, (typeof STATUS_OF)[C], 'json'> =>
  c.json<ProblemBody, (typeof STATUS_OF)[C]>({ code, text }, STATUS_OF[code]);

/** What an error nobody answered for comes to: the store's own sentence where it has one. */
export function inWords(error: unknown): { readonly code: ProblemCode; readonly text: string } {
  if (isDiskFull(error))
    return {
      code: 'disk-full',
      text: 'The disk is full; nothing of this was kept. Make room and try again.',
    };
  return error instanceof StoreError
    ? { code: error.code, text: error.message }
    : { code: 'internal', text: 'Something went wrong that nobody foresaw; the log says what.' };
}

/** A disk that has no room left, as Node and the store report it. */
export const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && FULL.has(String(error.code));

const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'disk-full']);
