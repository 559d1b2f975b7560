import type { ReadResult } from '../read-result.ts';
import { refuse } from './refuse.ts';

/** FIT, once its decoder is in place. */
export const readFitBytes = (_bytes: Uint8Array): ReadResult =>
  refuse('not-fit', 'FIT files cannot be read yet.', 0);
