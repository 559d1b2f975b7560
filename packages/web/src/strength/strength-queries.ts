/** What the strength page asks and tells. */
import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import type { Strength } from '../api/types.ts';

export const strengthQuery = queryOptions({
  queryKey: ['answers', 'strength'],
  queryFn: ({ signal }) => call<Strength>('GET', '/api/strength', undefined, signal),
});

type Said = Strength['said'];
export interface ChangedSaid {
  readonly kit?: NonNullable<Said['kit']>;
  readonly stairs?: { readonly pain: number };
  readonly tests?: Omit<NonNullable<Said['tests']>, 'date'>;
  readonly wantsJumps?: boolean;
}
export const saveSaid = (said: ChangedSaid): Promise<Strength> => call('PUT', '/api/strength/said', said);
