/** One file, from bytes to what the store keeps: unpacked, hashed, read and analysed. Runs in a worker. */
import { createReadStream } from 'node:fs';
import { analyseRun, channelsOf, isRun, type Recording, type Track } from '@kneewise/engine';
import {
  type ListedShoe,
  openPlace,
  type Place,
  readSource,
  type Refusal,
  type SourceFile,
} from '@kneewise/formats';
import type { NewActivity } from '@kneewise/store';
import { packTrack } from '@kneewise/store/pack-track';
import { isOnCalendar } from '../days.ts';

/** A file to read: small ones come as bytes; larger ones lie on disk, or in an archive there, and are streamed. */
export interface FileToRead {
  readonly path: string;
  readonly content:
    | Uint8Array
    | { readonly onDisk: string; readonly sizeBytes: number }
    | { readonly place: Place; readonly sizeBytes: number };
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
  /** Only of a list of shoes. */
  readonly shoes?: readonly ListedShoe[];
  readonly refusal: Refusal | null;
}

export interface ReadOptions {
  /** Tracks are packed as the store keeps them, and left out of the recordings. */
  readonly packed?: boolean;
  /** Told with each piece how many of the file's bytes, as found, have been read, and how many activities worked out. */
  readonly onBytes?: (bytesRead: number, workedOut: number) => void;
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
        open: () =>
          'place' in content
            ? openPlace(content.place)
            : (createReadStream(content.onDisk) as AsyncIterable<Uint8Array>),
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

/** The same file, which tells how much of it has been read. */
const counted = (file: SourceFile, onBytes: (bytesRead: number) => void): SourceFile => ({
  ...file,
  async *open() {
    let bytesRead = 0;
    for await (const piece of file.open()) {
      yield piece;
      onBytes((bytesRead += piece.length));
    }
  },
});

const NO_TRACK: Track = { timeS: new Float64Array(0) };

/** What is worked out from a recording's track, once: afterwards the track need not be held. */
function workedOut(recording: Recording, packed: boolean): Omit<ReadRecording, 'warnings'> {
  const { track } = recording;
  const [channels, samples] = [heldChannels(track), track.timeS.length];
  return {
    recording: packed ? { ...recording, track: NO_TRACK } : recording,
    analysis: isRun(recording) ? analyseRun(recording, NOBODY) : null,
    channels,
    samples,
    ...(packed && { packed: { bytes: packTrack(track), channels, samples } }),
  };
}

/** Reads and analyses it. Whatever is wrong with the file is a refusal; nothing is thrown for it. */
export async function readOne(
  file: FileToRead | SourceFile,
  { packed = false, onBytes }: ReadOptions = {},
): Promise<WhatItGave> {
  const source = 'open' in file ? file : asSource(file);
  /** Of a file of thousands of activities, each is worked out before the next one is made. */
  let bytesRead = 0;
  const early = new Map<Recording, Omit<ReadRecording, 'warnings'>>();
  const { result, contentHash } = await readSource(
    onBytes === undefined ? source : counted(source, (bytes) => onBytes((bytesRead = bytes), 0)),
    (activity) => {
      if (!packed || !isDated(activity.recording)) return activity;
      const out = workedOut(activity.recording, packed);
      early.set(out.recording, out);
      onBytes?.(bytesRead, early.size);
      return { ...activity, recording: out.recording };
    },
  );
  if (!result.ok) return { contentHash, activities: [], refusal: result.refusal };
  const dated = result.activities.filter(({ recording }) => isDated(recording));
  if (dated.length === 0 && result.activities.length > 0)
    return { contentHash, activities: [], refusal: IMPOSSIBLE_DATE };
  return {
    contentHash,
    activities: dated.map(({ recording, warnings }) =>
      Object.assign(early.get(recording) ?? workedOut(recording, packed), { warnings }),
    ),
    ...(result.shoes !== undefined && { shoes: result.shoes }),
    refusal: null,
  };
}
