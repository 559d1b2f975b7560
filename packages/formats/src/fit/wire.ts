/**
 * One FIT file from bytes to columns and messages: headers, definitions, data, checksum.
 * Nothing is interpreted here but what the wire itself means. Any bytes whatever come to an end.
 */
import { crc16 } from './crc.ts';
import { RecordColumns } from './columns.ts';
import { type Definition, type DeveloperField, developerKey, type FieldAt } from './definition.ts';
import { DefinitionBook } from './definition-book.ts';
import { HeartBeats } from './heart-beats.ts';
import { MOST_OF_A_KIND, MOST_SESSIONS } from './limits.ts';
import { BASE_TYPES, CREATOR_DEVICE, MESSAGE, TIMER_EVENT } from './profile.ts';
import type { Warning } from '../read-result.ts';

/** A message other than a record: field number → first value. */
export interface Message {
  readonly fields: ReadonlyMap<number, number | string>;
  /** From its own timestamp field, else from the compressed header; FIT seconds. */
  readonly timestamp: number | null;
}

/** By message number, in the order of the file. */
export type Messages = ReadonlyMap<number, readonly Message[]>;

export interface FitSegment {
  readonly records: RecordColumns;
  readonly beats: HeartBeats;
  readonly messages: Messages;
  readonly warnings: readonly Warning[];
  /** Where the next file of a chain may begin. */
  readonly end: number;
  /** Where reading had to stop early, or null. */
  readonly brokenAt: number | null;
  /** True where reading stopped because there were more records than were asked for. */
  readonly tooManyRecords: boolean;
}

const SIGNATURE = 0x2e_46_49_54;
const HEADER_MIN = 12;
const CRC_BYTES = 2;

/** Does a FIT header begin here? */
export function isFitHeader(bytes: Uint8Array, at: number): boolean {
  const size = bytes[at];
  if (size === undefined || size < HEADER_MIN || at + HEADER_MIN > bytes.length) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, HEADER_MIN);
  return view.getUint32(8) === SIGNATURE;
}

const decoder = new TextDecoder('utf-8');

/** The first value of a field of any message but a record; undefined where it is not filled in. */
function fieldValue(
  view: DataView,
  bytes: Uint8Array,
  at: number,
  field: FieldAt,
  little: boolean,
): number | string | undefined {
  const { size, kind } = field.type;
  if (kind === 'text') {
    const ends = bytes.subarray(at, at + field.size).indexOf(0);
    const text = decoder.decode(bytes.subarray(at, at + (ends === -1 ? field.size : ends))).trim();
    return text === '' ? undefined : text;
  }
  if (kind === 'bytes' || field.size < size || field.size % size !== 0) return undefined;
  if (kind === 'float') {
    const value = size === 4 ? view.getFloat32(at, little) : view.getFloat64(at, little);
    return Number.isFinite(value) ? value : undefined;
  }
  if (size === 8) return undefined;
  const signed = kind === 'signed';
  const bits = size * 8;
  const value =
    size === 1
      ? signed
        ? view.getInt8(at)
        : view.getUint8(at)
      : size === 2
        ? signed
          ? view.getInt16(at, little)
          : view.getUint16(at, little)
        : signed
          ? view.getInt32(at, little)
          : view.getUint32(at, little);
  const invalid = kind === 'zero-absent' ? 0 : signed ? 2 ** (bits - 1) - 1 : 2 ** bits - 1;
  return value === invalid ? undefined : value;
}

const at = (offset: number): string => offset.toLocaleString('en');

/** In a file known to be damaged, a record this far in time from the last one is damage and no pause. Our choice. */
const PLAUSIBLE_STEP_S = 24 * 3600;
/** So many messages in a row must fit before bytes after damage are believed. Our choice. */
const SOUND_IN_A_ROW = 4;
/** Damage in more places than this is no file any more. Our choice; it also bounds the time. */
const MOST_MENDS = 64;

/** The first byte from which several messages in a row are known kinds, records among them, at plausible times. */
function nextSound(
  view: DataView,
  bytes: Uint8Array,
  from: number,
  end: number,
  definitions: readonly (Definition | undefined)[],
  lastTime: number,
): number | null {
  for (let start = from; start < end; start++) {
    let position = start;
    let time = lastTime;
    let fits = 0;
    while (fits < SOUND_IN_A_ROW && position < end) {
      const header = bytes[position] as number;
      const definition = (header & 0xf0) === 0 ? definitions[header] : undefined;
      if (
        definition?.message !== MESSAGE.record ||
        definition.timeOffset < 0 ||
        position + 1 + definition.size > end
      )
        break;
      const stated = view.getUint32(position + 1 + definition.timeOffset, definition.littleEndian);
      if (stated < time || stated - time > PLAUSIBLE_STEP_S) break;
      time = stated;
      fits += 1;
      position += 1 + definition.size;
    }
    if (fits === SOUND_IN_A_ROW) return start;
  }
  return null;
}

interface Damage {
  places: number;
  bytes: number;
  firstAt: number | null;
}

const damageWarning = ({ places, bytes, firstAt }: Damage): Warning => ({
  code: 'damaged',
  text: `Damaged in ${places} ${places === 1 ? 'place' : 'places'}, first at byte ${at(firstAt ?? 0)}: ${at(bytes)} bytes are left out, and nothing was guessed.`,
});

/** Where the data of this file ends, by its header and by how many bytes there are. */
function extentOf(
  bytes: Uint8Array,
  from: number,
  warnings: Warning[],
): { dataFrom: number; dataTo: number; truncated: boolean } {
  const headerSize = bytes[from] as number;
  const view = new DataView(bytes.buffer, bytes.byteOffset + from, HEADER_MIN);
  const stated = view.getUint32(4, true);
  const dataFrom = Math.min(from + headerSize, bytes.length);
  if (stated === 0) {
    warnings.push({
      code: 'not-closed',
      text: 'The recorder did not close this file; what is in it was read to the end.',
    });
    return { dataFrom, dataTo: Math.max(dataFrom, bytes.length - CRC_BYTES), truncated: true };
  }
  const statedEnd = dataFrom + stated;
  if (statedEnd <= bytes.length)
    return { dataFrom, dataTo: statedEnd, truncated: statedEnd + CRC_BYTES > bytes.length };
  warnings.push({
    code: 'truncated',
    text: `Ends at byte ${at(bytes.length)} of ${at(statedEnd + CRC_BYTES)}. What came before is kept; nothing was guessed.`,
  });
  return { dataFrom, dataTo: bytes.length, truncated: true };
}

function checkSums(
  bytes: Uint8Array,
  from: number,
  dataFrom: number,
  dataTo: number,
  warnings: Warning[],
): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (dataFrom - from >= HEADER_MIN + CRC_BYTES) {
    const stated = view.getUint16(from + HEADER_MIN, true);
    if (stated !== 0 && stated !== crc16(bytes, from, from + HEADER_MIN))
      warnings.push({
        code: 'bad-header-crc',
        text: 'The checksum of the header does not fit; the data were read all the same.',
      });
  }
  if (dataTo + CRC_BYTES > bytes.length) return;
  const stated = view.getUint16(dataTo, true);
  if (stated !== crc16(bytes, from, dataTo))
    warnings.push({
      code: 'bad-crc',
      text: `The checksum at byte ${at(dataTo)} does not fit: something in this file was changed after it was written.`,
    });
}

function describe(
  fields: ReadonlyMap<number, number | string>,
): { key: number; said: DeveloperField } | null {
  const number = (field: number): number | null => {
    const value = fields.get(field);
    return typeof value === 'number' ? value : null;
  };
  const [developer, field] = [number(0), number(1)];
  if (developer === null || field === null) return null;
  const nativeMessage = number(14);
  const type = number(2);
  return {
    key: developerKey(developer, field),
    said: {
      type: type === null ? null : (BASE_TYPES[type] ?? null),
      name: String(fields.get(3) ?? ''),
      unit: String(fields.get(8) ?? ''),
      nativeField: nativeMessage === null || nativeMessage === MESSAGE.record ? number(15) : null,
    },
  };
}

/** Events of other things than the timer, and devices that are sensors, tell nothing that we ask. */
const isAsked = (message: number, fields: ReadonlyMap<number, number | string>): boolean =>
  message === MESSAGE.event
    ? fields.get(0) === TIMER_EVENT
    : message !== MESSAGE.deviceInfo || fields.get(0) === CREATOR_DEVICE;

/**
 * Reads the FIT file that begins at `from`.
 * @param from where `isFitHeader` holds
 * @param mostRecords reading stops where there are more
 */
export function readSegment(bytes: Uint8Array, from: number, mostRecords: number): FitSegment {
  const warnings: Warning[] = [];
  const { dataFrom, dataTo, truncated } = extentOf(bytes, from, warnings);
  if (!truncated) checkSums(bytes, from, dataFrom, dataTo, warnings);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const book = new DefinitionBook(bytes);
  const definitions = book.current;
  const records = new RecordColumns(bytes);
  const beats = new HeartBeats();
  const messages = new Map<number, Message[]>();
  let leftOut = 0;
  // Where the sums fit every byte is as it was written; only elsewhere may a message be doubted.
  const sound = !truncated && warnings.length === 0;
  let lastTime = 0;
  let position = dataFrom;
  let lastMessageAt = dataFrom;
  let lastWasRecord = false;
  let brokenAt: number | null = null;
  let tooManyRecords = false;
  const damage: Damage = { places: 0, bytes: 0, firstAt: null };

  /** After damage: drops the message before it, which may be what is damaged, and finds the next sound one. */
  const mend = (): boolean => {
    const brokeAt = lastMessageAt;
    const found =
      damage.places < MOST_MENDS ? nextSound(view, bytes, brokeAt + 1, dataTo, definitions, lastTime) : null;
    if (lastWasRecord) records.dropLast();
    lastWasRecord = false;
    damage.places += 1;
    damage.firstAt ??= brokeAt;
    damage.bytes += (found ?? dataTo) - brokeAt;
    if (found === null) {
      brokenAt = brokeAt;
      return false;
    }
    position = lastMessageAt = found;
    return true;
  };

  const keep = (definition: Definition, data: number, timestamp: number | null): void => {
    const { message } = definition;
    const fields = new Map<number, number | string>();
    for (const field of definition.fields) {
      const value = fieldValue(view, bytes, data + field.offset, field, definition.littleEndian);
      if (value !== undefined) fields.set(field.number, value);
    }
    if (message === MESSAGE.fieldDescription) {
      const described = describe(fields);
      if (described !== null) book.describe(described.key, described.said);
      return;
    }
    if (!isAsked(message, fields)) return;
    const before = messages.get(message);
    if (before === undefined) messages.set(message, [{ fields, timestamp }]);
    else if (before.length < (message === MESSAGE.session ? MOST_SESSIONS : MOST_OF_A_KIND))
      before.push({ fields, timestamp });
    else leftOut += 1;
  };

  while (position < dataTo) {
    const header = bytes[position] as number;
    const compressed = (header & 0x80) !== 0;
    if (!compressed && (header & 0x40) !== 0) {
      const next = book.define(header & 0x0f, position + 1, dataTo, (header & 0x20) !== 0);
      if (next === null || book.full) {
        brokenAt = position;
        break;
      }
      position = next;
      continue;
    }
    const definition = definitions[compressed ? (header >> 5) & 0x03 : header & 0x0f];
    const data = position + 1;
    if (definition === undefined) {
      if (mend()) continue;
      break;
    }
    if (data + definition.size > dataTo) {
      brokenAt = position;
      break;
    }
    const isRecord = definition.message === MESSAGE.record;
    let timestamp: number | null = null;
    if (definition.timeOffset >= 0) {
      const stated = view.getUint32(data + definition.timeOffset, definition.littleEndian);
      if (stated !== 0xff_ff_ff_ff) {
        if (!sound && isRecord && lastTime > 0 && Math.abs(stated - lastTime) > PLAUSIBLE_STEP_S) {
          lastMessageAt = position;
          lastWasRecord = false;
          if (mend()) continue;
          break;
        }
        timestamp = lastTime = stated;
      }
    } else if (compressed) {
      const low = header & 0x1f;
      lastTime = lastTime - (lastTime % 32) + low + (low < lastTime % 32 ? 32 : 0);
      timestamp = lastTime;
    }
    lastMessageAt = position;
    lastWasRecord = isRecord && definition.tells;
    position = data + definition.size;
    if (!definition.tells) continue;
    if (isRecord) {
      if (records.rows >= mostRecords) {
        brokenAt = lastMessageAt;
        tooManyRecords = true;
        break;
      }
      // A record without a time of its own belongs to the moment last told.
      records.add(definition, data, timestamp ?? lastTime);
    } else if (definition.message === MESSAGE.heartRate) beats.add(bytes, view, definition, data, timestamp);
    else keep(definition, data, timestamp);
  }
  if (damage.places > 0) warnings.push(damageWarning(damage));
  if (leftOut > 0)
    warnings.push({
      code: 'too-many-messages',
      text: `${at(leftOut)} sessions, laps or events beyond what one file may hold were left out.`,
    });
  if (book.full)
    warnings.push({
      code: 'damaged',
      text: `No recorder defines so many kinds of messages: reading stopped at byte ${at(brokenAt ?? dataTo)}.`,
    });
  else if (brokenAt !== null && !warnings.some(({ code }) => code === 'truncated' || code === 'damaged'))
    warnings.push({
      code: 'truncated',
      text: `The last message begins at byte ${at(brokenAt)} and is cut off. What came before is kept; nothing was guessed.`,
    });
  const end = Math.min(dataTo + CRC_BYTES, bytes.length);
  return { records, beats, messages, warnings, end, brokenAt, tooManyRecords };
}
