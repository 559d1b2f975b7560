/** How much one FIT file may ask of the machine. Each is our choice, far above what any recorder writes. */
import { MOST_POINTS } from '../read/limits.ts';

/** Records of one file, chain and all: what any file of points may hold. */
export const MOST_RECORDS = MOST_POINTS;
/** Different definitions; watches write a few dozen. */
export const MOST_DEFINITIONS = 4096;
/** Messages of one kind besides records; a long ride writes some thousand timer events. */
export const MOST_OF_A_KIND = 20_000;
/** Sessions of one file; a day of multisport has ten. */
export const MOST_SESSIONS = 100;
/** Files in one chain. */
export const MOST_CHAINED = 1000;
/** Beats from heart-rate messages: a day at 180 a minute is 260,000. */
export const MOST_BEATS = 1_000_000;
