/**
 * What every table and column means, with its unit: the one place from which the export's README, docs/export.md and
 * the tests speak. A table or column that is not here does not compile.
 */
import { RUN_TABLES } from './dictionary-runs.ts';
import { SAID_TABLES } from './dictionary-said.ts';
import type { Dictionary, Unit } from './dictionary-types.ts';

export const DICTIONARY: Dictionary = { ...RUN_TABLES, ...SAID_TABLES };

/** Columns that hold bytes no other program reads: what they hold is given in another way. */
export const PACKED: Readonly<Record<string, string>> = {
  'original_chunk.bytes': 'the bytes are the files under originals/',
  'track.packed': 'the samples are the files under tracks/',
  'joined_track.packed': 'the samples are the files under tracks/',
};

/** Columns the export adds: `table.column` → meaning. */
export const ADDED: Readonly<Record<string, readonly [is: string, unit: Unit]>> = {
  'source.file': ['where this export has the file, byte for byte as it came', '—'],
  'track.file': ['where this export has the samples', '—'],
  'joined_track.file': ['where this export has the samples', '—'],
};
