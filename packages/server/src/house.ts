/** What every use case stands on: one runner's store, the time, and the import that may be under way. */
import type { Store } from '@kneewise/store';
import type { Clock } from './clock.ts';
import type { Importer } from './imports/importer.ts';

/** The one runner of a store on a person's own machine. */
export const OWN_RUNNER = 'me';

export interface House {
  readonly store: Store;
  readonly runnerId: string;
  readonly clock: Clock;
  readonly importer: Importer;
  /** As the packages state it. */
  readonly version: string;
}
