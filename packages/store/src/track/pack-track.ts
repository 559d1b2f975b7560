/**
 * A track as one blob and back. Layout, little-endian: version byte, CRC-32 of what follows (4), length of
 * the unpacked body (4), zstd of the body; the body is the number of samples, the number of columns, and
 * each column's place in `PACKED_CHANNELS` with its bytes (`column.ts`).
 */
import { constants, crc32, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { type Channel, channelsOf, type Track } from '@kneewise/engine';
import { byteReader, byteWriter } from './bytes.ts';
import { readColumn, writeColumn } from './column.ts';
import { STEPS_PER_UNIT } from './quanta.ts';

const VERSION = 1;
const HEAD_BYTES = 9;
const CRC_AT = 1;
const LENGTH_AT = 5;
/** zstd's own default: higher levels gave 1 % for three times the time. */
const ZSTD_LEVEL = 3;

/** The place of a channel is its number in stored blobs: only ever add at the end. */
const PACKED_CHANNELS: readonly (Channel | 'timeS')[] = [
  'timeS',
  'distanceM',
  'speedMps',
  'altitudeM',
  'gradeRatio',
  'cadenceSpm',
  'heartRateBpm',
  'contactMs',
  'oscillationMm',
  'stepLengthM',
  'balancePct',
  'powerW',
  'latDeg',
  'lonDeg',
];

/** @throws {RangeError} where a column's length differs from that of `timeS`. */
export function packTrack(track: Track): Uint8Array {
  const body = byteWriter();
  const channels = ['timeS', ...channelsOf(track)] as const;
  body.count(track.timeS.length);
  body.count(channels.length);
  for (const channel of channels) {
    const column = track[channel];
    if (column?.length !== track.timeS.length) {
      throw new RangeError(`${channel} must have ${track.timeS.length} samples, got ${column?.length}`);
    }
    body.count(PACKED_CHANNELS.indexOf(channel));
    writeColumn(body, column, STEPS_PER_UNIT[channel]);
  }
  const unpacked = body.done();
  const packed = zstdCompressSync(unpacked, { params: { [constants.ZSTD_c_compressionLevel]: ZSTD_LEVEL } });
  const blob = new Uint8Array(HEAD_BYTES + packed.length);
  const head = new DataView(blob.buffer);
  blob.set(packed, HEAD_BYTES);
  head.setUint8(0, VERSION);
  head.setUint32(LENGTH_AT, unpacked.length, true);
  head.setUint32(CRC_AT, crc32(blob.subarray(LENGTH_AT)), true);
  return blob;
}

/** @throws {Error} "Stored track is damaged: …" naming what and where. */
export function unpackTrack(blob: Uint8Array): Track {
  if (blob.length < HEAD_BYTES) throw damaged(`${blob.length} bytes are fewer than its head's ${HEAD_BYTES}`);
  const head = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  const version = head.getUint8(0);
  if (version !== VERSION) {
    throw damaged(`version ${version} at byte 0, and this Kneewise reads version ${VERSION}`);
  }
  const stated = head.getUint32(CRC_AT, true);
  const found = crc32(blob.subarray(LENGTH_AT));
  if (stated !== found) {
    throw damaged(
      `checksum ${hex(stated)} at byte ${CRC_AT}, but its ${blob.length} bytes give ${hex(found)}`,
    );
  }
  try {
    return readBody(blob.subarray(HEAD_BYTES), head.getUint32(LENGTH_AT, true));
  } catch (cause) {
    throw damaged(cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function readBody(packed: Uint8Array, unpackedBytes: number): Track {
  const body = zstdDecompressSync(packed, { maxOutputLength: Math.max(1, unpackedBytes) });
  if (body.length !== unpackedBytes) throw new Error(`${body.length} bytes unpacked, not ${unpackedBytes}`);
  const input = byteReader(body);
  const samples = input.count('number of samples');
  // A sample of time takes at least a bit of mask: a wrong number must not ask for all memory.
  if (samples > body.length * 8) throw new Error(`${samples} samples in ${body.length} bytes`);
  const columns: { [C in Channel | 'timeS']?: Float64Array } = {};
  for (let left = input.count('number of columns'); left > 0; left--) {
    const place = input.count('channel');
    const channel = PACKED_CHANNELS[place];
    if (channel === undefined) throw new Error(`unknown channel ${place} before byte ${input.at()}`);
    columns[channel] = readColumn(input, samples, STEPS_PER_UNIT[channel], channel);
  }
  if (input.at() !== body.length) throw new Error(`${body.length - input.at()} bytes left over`);
  const { timeS, ...channels } = columns;
  if (timeS === undefined) throw new Error('it has no time');
  return { timeS, ...channels };
}

const hex = (value: number): string => value.toString(16).padStart(8, '0');

const damaged = (what: string, cause?: unknown): Error =>
  new Error(`Stored track is damaged: ${what}.`, cause === undefined ? {} : { cause });
