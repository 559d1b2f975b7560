import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import type { CheckResult } from '../api/types.ts';

/** What a finished check came to. */
export const resultQuery = (id: string) =>
  queryOptions({
    queryKey: ['answers', 'check-result', id],
    queryFn: ({ signal }) =>
      call<CheckResult>('GET', `/api/check/result?id=${encodeURIComponent(id)}`, undefined, signal),
  });
