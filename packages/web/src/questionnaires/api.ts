/** What the questionnaires ask of the server. */
import { queryOptions } from '@tanstack/react-query';
import type * as api from '@kneewise/server/api';
import { call } from '../api/client.ts';

type Sent<Schema extends { readonly _zod: { readonly output: unknown } }> = Schema['_zod']['output'];
export type Filled = Sent<typeof api.Filled>;
export type NewFilled = Sent<typeof api.NewFilled>;

export const questionnaires = {
  add: (filled: NewFilled) => call<Filled>('POST', '/api/questionnaires', filled),
  remove: (id: string) => call<unknown>('DELETE', `/api/questionnaires/${encodeURIComponent(id)}`),
};

/** Oldest first. */
export const filledQuery = queryOptions({
  queryKey: ['answers', 'questionnaires'],
  queryFn: async ({ signal }) =>
    (await call<{ filled: Filled[] }>('GET', '/api/questionnaires', undefined, signal)).filled,
});
