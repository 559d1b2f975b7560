/** What the cadence page asks and tells. */
import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import type { Cadence } from '../api/types.ts';

/** Steps of a programme, shares of the own cadence. */
export type CadenceStep = NonNullable<Cadence['programme']>['step'];

export const cadenceQuery = queryOptions({
  queryKey: ['answers', 'cadence'],
  queryFn: ({ signal }) => call<Cadence>('GET', '/api/cadence', undefined, signal),
});

export const saveProgramme = (step: CadenceStep | null): Promise<Cadence> =>
  call('PUT', '/api/cadence/programme', { step });
/** The weeks ended last, as they were. */
export const programmeAgain = (): Promise<Cadence> => call('PUT', '/api/cadence/programme', { again: true });
export const saveCount = (cadenceSpm: number): Promise<unknown> =>
  call('POST', '/api/cadence/counts', { cadenceSpm });
export const undoCount = (): Promise<unknown> => call('DELETE', '/api/cadence/counts/last');
