/**
 * One FIT file from bytes to columns and messages: headers, definitions, data, checksum.
 * Nothing is interpreted here but what the wire itself means. Any bytes whatever come to an end.
 */
import { RecordColumns } from './columns.ts';
import type { Definition } from './definition.ts';
import { DefinitionBook } from './definition-book.ts';
import { at, checkSums, CRC_BYTES, extentOf } from './extent.ts';
import { HeartBeats } from './heart-beats.ts';
import { MOST_OF_A_KIND, MOST_SESSIONS } from './limits.ts';
import { type Damage, damageWarning, MOST_MENDS, nextSound, PLAUSIBLE_STEP_S } from './mend.ts';
import { describe, fieldValue } from './message-fields.ts';
import { CREATOR_DEVICE, MESSAGE, TIMER_EVENT } from './profile.ts';
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
