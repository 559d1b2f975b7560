/** Codes of what went wrong, each with its HTTP status: the one table that knows both. */
import type { Context, TypedResponse } from 'hono';

export const STATUS_OF = {
  'bad-request': 400,
  'other-site': 403,
  'not-found': 404,
  'import-closed': 409,
  'not-empty': 409,
  'not-sample': 409,
  'length-required': 411,
  'too-large': 413,
  'wrong-host': 421,
  internal: 500,
  'disk-full': 507,
} as const;

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

/** A disk that has no room left, as Node and the store report it. */
export const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && FULL.has(String(error.code));

const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'disk-full']);
