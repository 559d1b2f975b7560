/** The knee check as the server keeps it: one question, and every step a change to it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { checkQuery } from '../api/check-query.ts';
import { ApiError, call } from '../api/client.ts';
import { answersChanged } from '../api/queries.ts';
import type { CheckState, Given } from '../api/types.ts';

export type Said = Readonly<Record<string, Given | null>>;

export type Act =
  | { readonly kind: 'begin'; readonly how: 'new' | 'over' | 'open' }
  | { readonly kind: 'answer'; readonly answers: Said }
  | { readonly kind: 'next' | 'back' };

const isChanged = (error: unknown): boolean => error instanceof ApiError && error.code === 'changed';

/** Sends steps one after another, each with the revision that the one before led to. */
export function useCheck() {
  const client = useQueryClient();
  const state = useQuery(checkQuery);
  const [elsewhere, setElsewhere] = useState(false);
  const act = useMutation({
    scope: { id: 'knee-check' },
    mutationFn: async (step: Act): Promise<CheckState> => {
      // An answer that is on its way is older than what this step leads to.
      await client.cancelQueries({ queryKey: checkQuery.queryKey });
      const revision = client.getQueryData(checkQuery.queryKey)?.underWay?.revision ?? 1;
      const body =
        step.kind === 'begin'
          ? { how: step.how }
          : step.kind === 'answer'
            ? { revision, answers: step.answers }
            : { revision };
      return call<CheckState>('POST', `/api/check/${step.kind}`, body);
    },
    onSuccess: (now, step) => {
      client.setQueryData(checkQuery.queryKey, now);
      setElsewhere(false);
      // Within a screen nothing else can have changed, unless it ended.
      if (step.kind !== 'answer' || now.underWay === null) void answersChanged(client);
    },
    onError: async (error) => {
      setElsewhere(isChanged(error));
      await client.invalidateQueries({ queryKey: checkQuery.queryKey });
    },
  });
  const failure = act.isError && !isChanged(act.error) ? act.error : null;
  return { state, act, elsewhere, failure };
}
