/** What the page asks for, under one key each, and what an answer that changed makes stale. */
import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';
import type { ImportState, Status } from './types.ts';

/** While files arrive or are read, ask this often. Milliseconds. */
const IMPORT_POLL_MS = 500;
const STATUS_POLL_MS = 3000;
/** The sample is written within seconds; another tab, or this one before it was loaded anew, may be at it. */
const SAMPLE_POLL_MS = 2000;
/** The sample is complete once so many looks in a row found the same. */
const QUIET_LOOKS = 3;

export interface StatusLook extends Status {
  /** How many looks in a row found as much stored as the one before. */
  readonly quietLooks: number;
  /** The last look found more of the sample than the one before. */
  readonly sampleGrows: boolean;
}

const stored = ({ sample, runs, others }: Status): string => `${sample} ${runs} ${others}`;

export const statusQuery = queryOptions({
  queryKey: ['status'],
  queryFn: async ({ signal, client }): Promise<StatusLook> => {
    const before = client.getQueryData<StatusLook>(['status']);
    const now = await api.status(signal);
    const same = before !== undefined && stored(before) === stored(now);
    // What another tab or the terminal stored changes every answer here.
    const refreshed = before !== undefined && before.refreshing > 0 && now.refreshing === 0;
    if (before !== undefined && (!same || refreshed) && now.importing === null)
      void client.invalidateQueries({ queryKey: ['answers'] });
    return {
      ...now,
      quietLooks: same ? Math.min(before.quietLooks + 1, QUIET_LOOKS) : 0,
      sampleGrows: now.sample && before?.sample === true && now.runs > before.runs,
    };
  },
  refetchInterval: ({ state: { data } }) => {
    if (data === undefined) return false;
    if (data.sample && data.quietLooks < QUIET_LOOKS) return SAMPLE_POLL_MS;
    return data.importing === null && data.refreshing === 0 ? false : STATUS_POLL_MS;
  },
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

export const runFormQuery = (runId: string) =>
  queryOptions({ queryKey: ['answers', 'form', runId], queryFn: ({ signal }) => api.runForm(runId, signal) });

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
      const rows = [...(before?.rows ?? []), ...news.rows];
      const ended =
        news.state === 'done' ||
        news.state === 'undone' ||
        (news.state === 'stopped' && before?.state === 'stopped' && before.filesDone === news.filesDone);
      // A long import that is over comes in several portions.
      const settled = ended && (news.rows.length === 0 || rows.length >= news.filesDone);
      return { ...news, settled, rows };
    },
    refetchInterval: (query) => (query.state.data?.settled === true ? false : IMPORT_POLL_MS),
    structuralSharing: false,
  });
};

const stale = async (client: QueryClient): Promise<void> => {
  await Promise.all([
    client.invalidateQueries({ queryKey: ['answers'] }),
    client.invalidateQueries({ queryKey: ['status'] }),
  ]);
};

/** Tabs of this browser tell each other that something was stored or erased. */
const tabs = new BroadcastChannel('kneewise-stored');

/** Once, at the start: what another tab stored makes the answers of this one stale. */
export const heedOtherTabs = (client: QueryClient): void => {
  tabs.addEventListener('message', () => {
    void client.invalidateQueries({ queryKey: ['imports'] });
    void stale(client);
  });
};

/** After anything that was stored: every answer may differ now. Old ones stay on screen until the new ones are here. */
export const answersChanged = async (client: QueryClient): Promise<void> => {
  // A broadcast channel is of one origin already; it takes no target.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  tabs.postMessage('stored');
  await stale(client);
};
