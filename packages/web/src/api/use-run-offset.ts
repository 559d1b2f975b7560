/** Days of runs in the place they were run in, for answers that name a run only by its moment. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { runsQuery } from './queries.ts';

/** @returns the run's own offset from UTC in minutes, null while or where it is not known */
export function useRunOffset(): (runId: string) => number | null {
  const runs = useQuery(runsQuery).data?.runs;
  return useMemo(() => {
    const offsets = new Map(runs?.map(({ id, utcOffsetMin }) => [id, utcOffsetMin]));
    return (runId) => offsets.get(runId) ?? null;
  }, [runs]);
}
