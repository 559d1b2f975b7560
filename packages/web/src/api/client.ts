/** Every call the page makes, one function each, to its own server and nowhere else. */
import type { Today } from '@kneewise/engine';
import type {
  CheckIn,
  FileReceived,
  ImportBegun,
  ImportList,
  ImportState,
  Load,
  NewCheckIn,
  NewEvent,
  Problem,
  RunDetail,
  RunForm,
  RunList,
  SampleFilled,
  Settings,
  Status,
  Streams,
} from './types.ts';

/** The server's refusal in its own words, or that it could not be reached. */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;
  constructor(code: string, text: string, status: number) {
    super(text);
    this.code = code;
    this.status = status;
  }
}

/** One question to the server. @throws {ApiError} its refusal, or `unreachable` */
export async function call<T>(
  method: string,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<T> {
  const raw = body instanceof Blob;
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      ...(body === undefined ? {} : { body: raw ? body : JSON.stringify(body) }),
      headers:
        body === undefined ? {} : { 'content-type': raw ? 'application/octet-stream' : 'application/json' },
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new ApiError('unreachable', 'Kneewise is not answering.', 0);
  }
  const answer: unknown = await response.json().catch(() => {
    // It broke off: the server went away while it answered.
    if (response.ok && signal?.aborted !== true)
      throw new ApiError('unreachable', 'Kneewise is not answering.', 0);
    return null;
  });
  if (!response.ok) {
    const problem = answer as Partial<Problem> | null;
    throw new ApiError(problem?.code ?? 'unknown', problem?.text ?? response.statusText, response.status);
  }
  return answer as T;
}

const id = encodeURIComponent;

export const api = {
  status: (signal?: AbortSignal) => call<Status>('GET', '/api/status', undefined, signal),
  today: (signal?: AbortSignal) => call<Today>('GET', '/api/today', undefined, signal),
  load: (signal?: AbortSignal) => call<Load>('GET', '/api/load', undefined, signal),
  runs: (signal?: AbortSignal) => call<RunList>('GET', '/api/runs', undefined, signal),
  run: (runId: string, signal?: AbortSignal) =>
    call<RunDetail>('GET', `/api/runs/${id(runId)}`, undefined, signal),
  streams: (runId: string, signal?: AbortSignal) =>
    call<Streams>('GET', `/api/runs/${id(runId)}/streams`, undefined, signal),
  runForm: (runId: string, signal?: AbortSignal) =>
    call<RunForm>('GET', `/api/runs/${id(runId)}/form`, undefined, signal),
  settings: (signal?: AbortSignal) => call<Settings>('GET', '/api/settings', undefined, signal),
  saveSettings: (settings: Partial<Settings>) => call<Settings>('PUT', '/api/settings', settings),
  addCheckIn: (checkIn: NewCheckIn) => call<CheckIn>('POST', '/api/check-ins', checkIn),
  removeCheckIn: (checkInId: string) => call<unknown>('DELETE', `/api/check-ins/${id(checkInId)}`),
  addEvent: (event: NewEvent) => call<unknown>('POST', '/api/events', event),
  fillSample: () => call<SampleFilled>('POST', '/api/sample'),
  eraseEverything: () => call<unknown>('DELETE', '/api/data'),
  eraseSample: () => call<unknown>('DELETE', '/api/sample'),
  imports: (signal?: AbortSignal) => call<ImportList>('GET', '/api/imports', undefined, signal),
  beginImport: (label: string, files: number) => call<ImportBegun>('POST', '/api/imports', { label, files }),
  sendFile: (importId: string, path: string, file: Blob, signal?: AbortSignal) =>
    call<FileReceived>('PUT', `/api/imports/${id(importId)}/files?path=${id(path)}`, file, signal),
  endImport: (importId: string) => call<unknown>('POST', `/api/imports/${id(importId)}/end`),
  stopImport: (importId: string) => call<unknown>('POST', `/api/imports/${id(importId)}/stop`),
  importState: (importId: string, from: number, signal?: AbortSignal) =>
    call<ImportState>('GET', `/api/imports/${id(importId)}?from=${from}`, undefined, signal),
};
