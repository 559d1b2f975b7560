/** What the import page asks besides importing: taking back, refused files, a look beforehand. */
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type * as sent from '@kneewise/server/api';
import { call } from '../api/client.ts';
import { answersChanged, type ImportLook } from '../api/queries.ts';

type Sent<Schema extends { readonly _zod: { readonly output: unknown } }> = Schema['_zod']['output'];
export type UndoneImport = Sent<typeof sent.UndoneImport>;
export type Quarantine = Sent<typeof sent.Quarantine>;
export type Retried = Sent<typeof sent.Retried>;
export type TrialState = Sent<typeof sent.TrialState>;

const id = encodeURIComponent;

export const keeping = {
  undoImport: (importId: string) => call<UndoneImport>('POST', `/api/imports/${id(importId)}/undo`),
  quarantine: (signal?: AbortSignal) => call<Quarantine>('GET', '/api/quarantine', undefined, signal),
  retry: () => call<Retried>('POST', '/api/quarantine/retry', {}),
  remove: (fileId: string) => call<unknown>('DELETE', `/api/quarantine/${id(fileId)}`),
  beginTrial: () => call<{ id: string }>('POST', '/api/trials'),
  sendToTrial: (trialId: string, path: string, file: Blob, signal: AbortSignal) =>
    call<unknown>('PUT', `/api/trials/${id(trialId)}/files?path=${id(path)}`, file, signal),
  readTrial: (trialId: string) => call<unknown>('POST', `/api/trials/${id(trialId)}/read`),
  trial: (trialId: string, signal: AbortSignal) =>
    call<TrialState>('GET', `/api/trials/${id(trialId)}`, undefined, signal),
  dropTrial: (trialId: string) => call<unknown>('DELETE', `/api/trials/${id(trialId)}`),
};

export const originalOf = (fileId: string): string => `/api/quarantine/${id(fileId)}/original`;

/** Under `answers`: an import that ends makes it stale. */
export const quarantineQuery = queryOptions({
  queryKey: ['answers', 'quarantine'],
  queryFn: ({ signal }) => keeping.quarantine(signal),
});

/** After something was taken back or read again: rows of imports may be others now; what is on screen stays until they are here. */
export async function importsChanged(client: QueryClient): Promise<void> {
  client.setQueriesData<ImportLook>({ queryKey: ['import'] }, (look) =>
    look === undefined ? look : { ...look, rows: [], nextRow: 0, settled: false },
  );
  await Promise.all([
    client.invalidateQueries({ queryKey: ['import'] }),
    client.invalidateQueries({ queryKey: ['imports'] }),
    answersChanged(client),
  ]);
}
