/** What the diary asks of the server. */
import { queryOptions } from '@tanstack/react-query';
import type * as api from '@kneewise/server/api';
import { call } from '../api/client.ts';
import type { CheckIn } from '../api/types.ts';

type Sent<Schema extends { readonly _zod: { readonly output: unknown } }> = Schema['_zod']['output'];
export type Diary = Sent<typeof api.Diary>;
export type PainEntry = Sent<typeof api.PainEntry>;
export type NewPainEntry = Sent<typeof api.NewPainEntry>;
export type Taken = Sent<typeof api.Taken>;
export type NewTaken = Sent<typeof api.NewTaken>;
export type Place = Sent<typeof api.Place>;

const id = encodeURIComponent;

export const diary = {
  addPain: (entry: NewPainEntry) => call<PainEntry>('POST', '/api/diary/pain', entry),
  removePain: (entryId: string) => call<unknown>('DELETE', `/api/diary/pain/${id(entryId)}`),
  addTaken: (taken: NewTaken) => call<Taken>('POST', '/api/diary/taken', taken),
  removeTaken: (takenId: string) => call<unknown>('DELETE', `/api/diary/taken/${id(takenId)}`),
};

export const diaryQuery = queryOptions({
  queryKey: ['answers', 'diary'],
  queryFn: ({ signal }) => call<Diary>('GET', '/api/diary', undefined, signal),
});

export const checkInsQuery = queryOptions({
  queryKey: ['answers', 'check-ins'],
  queryFn: async ({ signal }) =>
    (await call<{ checkIns: CheckIn[] }>('GET', '/api/check-ins', undefined, signal)).checkIns,
});
