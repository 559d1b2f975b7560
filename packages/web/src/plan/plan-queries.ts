/** What the page Weeks ahead asks and tells. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import type { MoveResult, Plan } from '../api/types.ts';

export type Session = Plan['sessions'][number];
export type PlannedRun = Extract<Session, { readonly ceiling: number }>;
export type Race = NonNullable<Plan['raceAsked']>;

export const planQuery = (weeks: number) =>
  queryOptions({
    queryKey: ['answers', 'plan', weeks],
    queryFn: ({ signal }) => call<Plan>('GET', `/api/plan?weeks=${weeks}`, undefined, signal),
    placeholderData: keepPreviousData,
  });

/** @param to a day, or null: where the plan would put it */
export const moveTo = (sessionId: string, to: string | null): Promise<MoveResult> =>
  call('POST', '/api/plan/move', { sessionId, to });
export const saveRace = (race: Race | null): Promise<Plan> => call('PUT', '/api/plan/race', { race });

export const isRun = (session: Session): session is PlannedRun => 'ceiling' in session;
