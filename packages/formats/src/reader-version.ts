/** Counts up whenever a file that was refused may now be read: what was refused by another reader is offered again. */
export const READER_VERSION = 1;
