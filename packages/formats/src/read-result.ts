/** What reading one file comes to: recordings with remarks, or a refusal that says where and why. */
import type { Recording } from '@kneewise/engine';

/** Permanent codes; the text is for a person and may change. */
export interface Warning {
  readonly code: string;
  readonly text: string;
}

export interface Refusal {
  readonly code: string;
  /** One sentence: what was wrong, where, what to do. */
  readonly reason: string;
  readonly byteOffset: number | null;
  /** The file is sound and something else than an activity: settings, a day's heart rate. Nothing is lost by it. */
  readonly harmless?: true;
}

export interface ReadActivity {
  readonly recording: Recording;
  readonly warnings: readonly Warning[];
}

/** A pair of shoes from an archive's list. */
export interface ListedShoe {
  readonly name: string;
  readonly brand: string | null;
  readonly model: string | null;
}

export type ReadResult =
  | {
      readonly ok: true;
      readonly activities: readonly ReadActivity[];
      /** Only of a list of shoes, which has no activities. */
      readonly shoes?: readonly ListedShoe[];
    }
  | { readonly ok: false; readonly refusal: Refusal };
