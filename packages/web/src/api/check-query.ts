/** Where the knee check stands: the one under way, and the finished ones. */
import { queryOptions } from '@tanstack/react-query';
import { call } from './client.ts';
import type { CheckState } from './types.ts';

/** As every answer: what another tab keeps makes it stale. */
export const checkQuery = queryOptions({
  queryKey: ['answers', 'check'],
  queryFn: ({ signal }) => call<CheckState>('GET', '/api/check', undefined, signal),
});
