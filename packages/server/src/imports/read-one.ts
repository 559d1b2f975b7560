/** One file, from bytes to what the store keeps: unpacked, hashed, read and analysed. Runs in a worker. */
import { createReadStream } from 'node:fs';
import { analyseRun, channelsOf, isRun, type Recording, type Track } from '@kneewise/engine';
import { readSource, type Refusal, type SourceFile } from '@kneewise/formats';
import type { NewActivity } from '@kneewise/store';
import { isOnCalendar } from '../days.ts';

/** A file to read: small ones come as bytes, larger ones lie on disk and are streamed. */
export interface FileToRead {
  readonly path: string;
  readonly content: Uint8Array | { readonly onDisk: string; readonly sizeBytes: number };
}

/** An activity, with what tells which of two recordings of it is richer. */
export interface ReadRecording extends NewActivity {
  /** Channels that hold at least one sample. */
  readonly channels: readonly string[];
  readonly samples: number;
}

export interface WhatItGave {
  /** SHA-256 of the unpacked content, hex. */
  readonly contentHash: string;
  readonly activities: readonly ReadRecording[];
  readonly refusal: Refusal | null;
}

/** Nothing is known of the runner's body yet: figures are in body weights. */
const NOBODY = {};

const heldChannels = (track: Track): string[] =>
  channelsOf(track).filter((channel) => track[channel]?.some((value) => !Number.isNaN(value)) === true);

const asSource = ({ path, content }: FileToRead): SourceFile =>
  content instanceof Uint8Array
    ? { path, sizeBytes: content.length, open: () => once(content) }
    : {
        path,
        sizeBytes: content.sizeBytes,
        open: () => createReadStream(content.onDisk) as AsyncIterable<Uint8Array>,
      };

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const IMPOSSIBLE_DATE: Refusal = {
  code: 'impossible-date',
  reason: 'What it recorded is dated outside the calendar; set the watch and export it again.',
  byteOffset: null,
};

const isDated = ({ startAtMs, utcOffsetMin, elapsedS }: Recording): boolean =>
  isOnCalendar(startAtMs, utcOffsetMin) && isOnCalendar(startAtMs + elapsedS * 1_000, utcOffsetMin);

/** Reads and analyses it. Whatever is wrong with the file is a refusal; nothing is thrown for it. */
export async function readOne(file: FileToRead | SourceFile): Promise<WhatItGave> {
  const { result, contentHash } = await readSource('open' in file ? file : asSource(file));
  if (!result.ok) return { contentHash, activities: [], refusal: result.refusal };
  const dated = result.activities.filter(({ recording }) => isDated(recording));
  if (dated.length === 0 && result.activities.length > 0)
    return { contentHash, activities: [], refusal: IMPOSSIBLE_DATE };
  return {
    contentHash,
    activities: dated.map(({ recording, warnings }) => ({
      recording,
      warnings,
      analysis: isRun(recording) ? analyseRun(recording, NOBODY) : null,
      channels: heldChannels(recording.track),
      samples: recording.track.timeS.length,
    })),
    refusal: null,
  };
}
