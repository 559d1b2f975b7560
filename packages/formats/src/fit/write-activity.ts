/**
 * A recording as a FIT activity that watches, trackers and the official SDK read: file id, timer events, records,
 * one lap, one session, one activity.
 */
import { type Channel, type Interval, type Measured, type Recording, valueOrNull } from '@kneewise/engine';
import { crc16 } from './crc.ts';
import { DEVELOPMENT_MAKER } from './device-names.ts';
import { ON_FOOT } from '../read/on-foot.ts';
import { sportCode, subSportCode } from './sport-names.ts';
import { ACTIVITY_FILE, CREATOR_DEVICE, DEG_PER_SEMICIRCLE, FIT_EPOCH_S, MESSAGE } from './profile.ts';
import {
  ENUM,
  type FieldSpec,
  type FieldType,
  FitBytes,
  SINT16,
  SINT32,
  text,
  UINT16,
  UINT32,
  UINT32Z,
  UINT8,
} from './write-bytes.ts';

export interface WriteOptions {
  /** Our own number for the thing that recorded it; 1–4,294,967,294. */
  readonly serialNumber?: number;
  readonly product?: number;
  /** In order and without a gap; left out, the whole recording is one lap. */
  readonly laps?: readonly WrittenLap[];
}

/** Seconds since the recording's start. */
export interface WrittenLap extends Interval {
  readonly distanceM: Measured<number>;
  readonly movingS: Measured<number>;
}

const HEADER_BYTES = 14;
const PROTOCOL = 0x20;
/** The profile these field numbers are from, 21.94, as FIT writes it: major × 1000 + minor. */
const PROFILE = 21_094;
const TIMESTAMP: FieldSpec = { number: 253, type: UINT32 };
const MESSAGE_INDEX: FieldSpec = { number: 254, type: UINT16 };
const NAME_BYTES = 40;
const MS_PER_S = 1000;
const CENTIMETRES = 100;
const TIMER = { event: 0, start: 0, stop: 4 } as const;
const SESSION_END = { session: 8, lap: 9, activity: 26, stop: 1, stopDisableAll: 9 } as const;

/** A channel as one field of a record, and the whole number it is written as. */
interface RecordChannel {
  readonly channel: Channel;
  readonly field: FieldSpec;
  readonly raw: (value: number) => number;
}

const times =
  (factor: number, offset = 0) =>
  (value: number): number =>
    (value + offset) * factor;

const RECORD_CHANNELS: readonly RecordChannel[] = [
  { channel: 'latDeg', field: { number: 0, type: SINT32 }, raw: times(1 / DEG_PER_SEMICIRCLE) },
  { channel: 'lonDeg', field: { number: 1, type: SINT32 }, raw: times(1 / DEG_PER_SEMICIRCLE) },
  { channel: 'heartRateBpm', field: { number: 3, type: UINT8 }, raw: times(1) },
  { channel: 'distanceM', field: { number: 5, type: UINT32 }, raw: times(CENTIMETRES) },
  { channel: 'powerW', field: { number: 7, type: UINT16 }, raw: times(1) },
  { channel: 'gradeRatio', field: { number: 9, type: SINT16 }, raw: times(10_000) },
  { channel: 'oscillationMm', field: { number: 39, type: UINT16 }, raw: times(10) },
  { channel: 'contactMs', field: { number: 41, type: UINT16 }, raw: times(10) },
  { channel: 'speedMps', field: { number: 73, type: UINT32 }, raw: times(1000) },
  { channel: 'altitudeM', field: { number: 78, type: UINT32 }, raw: times(5, 500) },
  { channel: 'balancePct', field: { number: 84, type: UINT16 }, raw: times(100) },
  { channel: 'stepLengthM', field: { number: 85, type: UINT16 }, raw: times(10_000) },
];
const CADENCE: FieldSpec = { number: 4, type: UINT8 };
const FRACTION: FieldSpec = { number: 53, type: UINT8 };
/** 1/128 turn a minute, so 1/64 step a minute. */
const FRACTIONS = 128;

type Value = number | string | null;

class MessageWriter {
  readonly bytes = new FitBytes();

  /** A message of its own: definition and data under local number `local`. */
  write(local: number, message: number, fields: readonly (readonly [FieldSpec, Value])[]): void {
    this.bytes.define(
      local,
      message,
      fields.map(([field]) => field),
    );
    this.data(local, fields);
  }

  data(local: number, fields: readonly (readonly [FieldSpec, Value])[]): void {
    this.bytes.number(local, 1);
    for (const [{ type }, value] of fields) {
      if (typeof value === 'string') this.bytes.string(value, type.size);
      else this.bytes.value(value ?? Number.NaN, type);
    }
  }
}

const field = (number: number, type: FieldType): FieldSpec => ({ number, type });
const scaled = (value: Measured<number>, factor: number): number | null => {
  const known = valueOrNull(value);
  return known === null ? null : known * factor;
};

function writeRecords(out: MessageWriter, { track, sport, pauses }: Recording, startFitS: number): void {
  const channels = RECORD_CHANNELS.filter(({ channel }) => track[channel] !== undefined);
  const cadence = ON_FOOT.has(sport) ? track.cadenceSpm : undefined;
  const RECORD = 3;
  const EVENT = 2;
  const { bytes } = out;
  bytes.define(RECORD, MESSAGE.record, [
    TIMESTAMP,
    ...channels.map((each) => each.field),
    ...(cadence === undefined ? [] : [CADENCE, FRACTION]),
  ]);
  const timer = (timeS: number, kind: number): void =>
    out.data(EVENT, [
      [TIMESTAMP, startFitS + timeS],
      [field(0, ENUM), TIMER.event],
      [field(1, ENUM), kind],
    ]);
  const switches = pauses.flatMap(({ fromS, toS }) => [
    { timeS: fromS, kind: TIMER.stop },
    { timeS: toS, kind: TIMER.start },
  ]);
  let nextSwitch = 0;
  for (const [row, timeS] of track.timeS.entries()) {
    for (
      let each = switches[nextSwitch];
      each !== undefined && each.timeS <= timeS;
      each = switches[nextSwitch]
    ) {
      timer(each.timeS, each.kind);
      nextSwitch += 1;
    }
    bytes.number(RECORD, 1);
    bytes.value(startFitS + timeS, UINT32);
    for (const each of channels)
      bytes.value(each.raw(track[each.channel]?.[row] ?? Number.NaN), each.field.type);
    if (cadence !== undefined) {
      const fractions = Math.round(((cadence[row] ?? Number.NaN) / 2) * FRACTIONS);
      bytes.value(Math.floor(fractions / FRACTIONS), CADENCE.type);
      bytes.value(((fractions % FRACTIONS) + FRACTIONS) % FRACTIONS, FRACTION.type);
    }
  }
  for (const each of switches.slice(nextSwitch)) timer(each.timeS, each.kind);
}

/** What a lap and a session both say of their stretch. */
const totalsOf = (
  { fromS, toS, distanceM, movingS }: WrittenLap,
  index: number,
  startFitS: number,
): (readonly [FieldSpec, Value])[] => [
  [field(2, UINT32), startFitS + fromS],
  [field(7, UINT32), (toS - fromS) * MS_PER_S],
  [field(8, UINT32), scaled(movingS, MS_PER_S)],
  [field(9, UINT32), scaled(distanceM, CENTIMETRES)],
  [MESSAGE_INDEX, index],
];

/**
 * Writes one recording.
 * @param recording times are written to the whole second, as FIT holds them; a value its field cannot hold is left out
 * @throws {RangeError} where the start lies before 1998, which FIT cannot tell from a clock that was never set
 */
export function writeActivity(recording: Recording, options: WriteOptions = {}): Uint8Array {
  const startFitS = Math.round(recording.startAtMs / MS_PER_S) - FIT_EPOCH_S;
  if (startFitS < 0x10_00_00_00)
    throw new RangeError(`startAtMs must be from July 1998 on, got ${recording.startAtMs}`);
  const endFitS = startFitS + Math.round(recording.elapsedS);
  const sport = sportCode(recording.sport);
  const subSport = subSportCode(recording.subSport);
  const out = new MessageWriter();
  const device = recording.device ?? '';
  const maker = field(1, UINT16);
  out.write(0, MESSAGE.fileId, [
    [field(0, ENUM), ACTIVITY_FILE],
    [maker, DEVELOPMENT_MAKER],
    [field(2, UINT16), options.product ?? 0],
    [field(3, UINT32Z), options.serialNumber ?? 1],
    [field(4, UINT32), startFitS],
    ...(device === '' ? [] : [[field(8, text(NAME_BYTES)), device] as const]),
  ]);
  out.write(7, MESSAGE.deviceInfo, [
    [TIMESTAMP, startFitS],
    [field(0, UINT8), CREATOR_DEVICE],
    [field(2, UINT16), DEVELOPMENT_MAKER],
    [field(3, UINT32Z), options.serialNumber ?? 1],
    [field(4, UINT16), options.product ?? 0],
    ...(device === '' ? [] : [[field(27, text(NAME_BYTES)), device] as const]),
  ]);
  if (recording.name !== null)
    out.write(1, MESSAGE.sport, [
      [field(0, ENUM), sport],
      [field(1, ENUM), subSport],
      [field(3, text(NAME_BYTES)), recording.name],
    ]);
  out.write(2, MESSAGE.event, [
    [TIMESTAMP, startFitS],
    [field(0, ENUM), TIMER.event],
    [field(1, ENUM), TIMER.start],
  ]);
  writeRecords(out, recording, startFitS);
  out.data(2, [
    [TIMESTAMP, endFitS],
    [field(0, ENUM), TIMER.event],
    [field(1, ENUM), TIMER.stop],
  ]);
  const { distanceM, movingS, elapsedS } = recording;
  const whole: WrittenLap = { fromS: 0, toS: elapsedS, distanceM, movingS };
  const laps = options.laps ?? [whole];
  for (const [index, lap] of laps.entries())
    out.write(4, MESSAGE.lap, [
      [TIMESTAMP, startFitS + lap.toS],
      ...totalsOf(lap, index, startFitS),
      [field(0, ENUM), SESSION_END.lap],
      [field(1, ENUM), SESSION_END.stop],
      [field(25, ENUM), sport],
    ]);
  out.write(5, MESSAGE.session, [
    [TIMESTAMP, endFitS],
    ...totalsOf(whole, 0, startFitS),
    [field(0, ENUM), SESSION_END.session],
    [field(1, ENUM), SESSION_END.stop],
    [field(5, ENUM), sport],
    [field(6, ENUM), subSport],
    [field(22, UINT16), scaled(recording.ascentM, 1)],
    [field(23, UINT16), scaled(recording.descentM, 1)],
    [field(25, UINT16), 0],
    [field(26, UINT16), laps.length],
  ]);
  out.write(6, MESSAGE.activity, [
    [TIMESTAMP, endFitS],
    [field(0, UINT32), scaled(recording.movingS, MS_PER_S)],
    [field(1, UINT16), 1],
    [field(2, ENUM), 0],
    [field(3, ENUM), SESSION_END.activity],
    [field(4, ENUM), SESSION_END.stop],
    [field(5, UINT32), recording.utcOffsetMin === null ? null : endFitS + recording.utcOffsetMin * 60],
  ]);
  return withHeader(out.bytes.done());
}

function withHeader(data: Uint8Array): Uint8Array {
  const head = new FitBytes();
  head.number(HEADER_BYTES, 1);
  head.number(PROTOCOL, 1);
  head.number(PROFILE, 2);
  head.number(data.length, 4);
  head.raw(new TextEncoder().encode('.FIT'));
  head.number(crc16(head.done(), 0, head.length), 2);
  head.raw(data);
  head.number(crc16(head.done(), 0, head.length), 2);
  return head.done();
}
