/** What passes between the main thread and its reading workers. */
import type { FileToRead, WhatItGave } from './read-one.ts';

export interface ToWorker {
  readonly job: number;
  readonly file: FileToRead;
  /** True packs them for the store; a report needs only what was worked out from them. */
  readonly wantTracks: boolean;
}

export type FromWorker =
  /** Of a large file, now and then. */
  | { readonly job: number; readonly bytesRead: number; readonly workedOut: number }
  | { readonly job: number; readonly gave: WhatItGave }
  | { readonly job: number; readonly failed: string };
