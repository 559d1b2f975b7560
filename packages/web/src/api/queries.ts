/** What the page asks for, under one key each, and what an answer that changed makes stale. */
import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';
import type { ImportState } from './types.ts';

/** While files arrive or are read, ask this often. Milliseconds. */
const IMPORT_POLL_MS = 500;
const STATUS_POLL_MS = 3000;

export const statusQuery = queryOptions({
  queryKey: ['status'],
  queryFn: ({ signal }) => api.status(signal),
  refetchInterval: (query) => (query.state.data?.importing === null ? false : STATUS_POLL_MS),
});

export const todayQuery = queryOptions({
  queryKey: ['answers', 'today'],
  queryFn: ({ signal }) => api.today(signal),
  placeholderData: keepPreviousData,
});

export const loadQuery = queryOptions({
  queryKey: ['answers', 'load'],
  queryFn: ({ signal }) => api.load(signal),
  placeholderData: keepPreviousData,
});

export const runsQuery = queryOptions({
  queryKey: ['answers', 'runs'],
  queryFn: ({ signal }) => api.runs(signal),
  placeholderData: keepPreviousData,
});

export const runQuery = (runId: string) =>
  queryOptions({ queryKey: ['answers', 'run', runId], queryFn: ({ signal }) => api.run(runId, signal) });

export const streamsQuery = (runId: string) =>
  queryOptions({
    queryKey: ['answers', 'streams', runId],
    queryFn: ({ signal }) => api.streams(runId, signal),
  });

export const settingsQuery = queryOptions({
  queryKey: ['answers', 'settings'],
  queryFn: ({ signal }) => api.settings(signal),
});

export const importsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: ({ signal }) => api.imports(signal),
});

export const isUnderWay = (state: { readonly state: ImportState['state'] }): boolean =>
  state.state === 'receiving' || state.state === 'reading';

/**
 * One import and whether more may come: a stop lets the files under way be read to their end, so a stopped
 * import is looked at until two looks agree.
 */
export interface ImportLook extends ImportState {
  readonly settled: boolean;
}

/** One import; rows already here are kept, only newer ones are fetched. */
export const importQuery = (importId: string, client: QueryClient) => {
  const queryKey = ['import', importId];
  return queryOptions({
    queryKey,
    queryFn: async ({ signal }): Promise<ImportLook> => {
      const before = client.getQueryData<ImportLook>(queryKey);
      const news = await api.importState(importId, before?.nextRow ?? 0, signal);
      const settled =
        news.state === 'done' ||
        (news.state === 'stopped' && before?.state === 'stopped' && before.filesDone === news.filesDone);
      return { ...news, settled, rows: [...(before?.rows ?? []), ...news.rows] };
    },
    refetchInterval: (query) => (query.state.data?.settled === true ? false : IMPORT_POLL_MS),
    structuralSharing: false,
  });
};

/** After anything that was stored: every answer may differ now. Old ones stay on screen until the new ones are here. */
export const answersChanged = async (client: QueryClient): Promise<void> => {
  await Promise.all([
    client.invalidateQueries({ queryKey: ['answers'] }),
    client.invalidateQueries({ queryKey: ['status'] }),
  ]);
};
