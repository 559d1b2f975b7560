/** A file as it comes, from a folder, a zip or an upload, before anyone has read it. */
import type { ZipEntry } from './archive/zip-directory.ts';
import type { Refusal } from './read-result.ts';

export interface SourceFile {
  /** As reports name it: `folder/x.fit`, `archive.zip!/path/inside`. */
  readonly path: string;
  /** Size of the bytes as found, as the folder or archive claims it; null for a stream. */
  readonly sizeBytes: number | null;
  /**
   * The bytes exactly as found (a `.gz` stays a `.gz`), in pieces. May be called again, also after the walk,
   * while the file or its archive lies where it was: `readSource` once, and once more to keep a large original.
   */
  open(): AsyncIterable<Uint8Array>;
  /** Where its bytes lie, for another thread to open them by `openPlace`; left out where only this one can. */
  readonly place?: Place;
}

/** A file on disk, or an entry of a zip that is a stretch of one. Plain data, so that it can be sent. */
export interface Place {
  /** Bytes where the name is not UTF-8. */
  readonly disk: string | Uint8Array;
  readonly from: number;
  readonly to: number;
  readonly entry: ZipEntry | null;
}

/** What a walk over folders and archives meets. Files that are no activity are passed over without a word. */
export type Found =
  | { readonly kind: 'file'; readonly file: SourceFile }
  | { readonly kind: 'refused'; readonly path: string; readonly refusal: Refusal };
