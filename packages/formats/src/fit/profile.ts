/** The few numbers of FIT's profile that Kneewise keeps: messages, fields, base types. [fit-sdk 21] */

/** Seconds from the Unix epoch to FIT's, 1989-12-31T00:00:00Z. */
export const FIT_EPOCH_S = 631_065_600;
/** A date below this is not a date but seconds since the device was switched on. */
export const OLDEST_DATE = 0x10_00_00_00;
/** Semicircles to degrees. */
export const DEG_PER_SEMICIRCLE = 180 / 2 ** 31;

export const MESSAGE = {
  fileId: 0,
  sport: 12,
  session: 18,
  lap: 19,
  record: 20,
  event: 21,
  deviceInfo: 23,
  workout: 26,
  activity: 34,
  heartRate: 132,
  fieldDescription: 206,
} as const;

/** The fields that are kept of each message but records, which `RECORD_FIELDS` lists. */
export const KEPT_FIELDS: Readonly<Record<number, ReadonlySet<number>>> = {
  [MESSAGE.fileId]: new Set([0, 1, 2, 8]),
  [MESSAGE.sport]: new Set([0, 1, 3]),
  [MESSAGE.session]: new Set([2, 5, 6, 7, 8, 9, 22, 23, 110]),
  [MESSAGE.lap]: new Set([2, 7, 8, 9, 25]),
  [MESSAGE.event]: new Set([0, 1]),
  [MESSAGE.deviceInfo]: new Set([0, 2, 4, 27]),
  [MESSAGE.workout]: new Set([8]),
  [MESSAGE.activity]: new Set([5]),
  [MESSAGE.heartRate]: new Set([0, 1, 6, 9, 10]),
  [MESSAGE.fieldDescription]: new Set([0, 1, 2, 3, 8, 14, 15]),
};
/** The timer's own event, among many others. */
export const TIMER_EVENT = 0;
/** The device that made the file, among its sensors. */
export const CREATOR_DEVICE = 0;

export const FILE_TYPES: Readonly<Record<number, string>> = {
  1: 'device',
  2: 'settings',
  3: 'sport settings',
  4: 'activity',
  5: 'workout',
  6: 'course',
  7: 'schedules',
  9: 'weight scale',
  10: 'totals',
  11: 'goals',
  14: 'blood pressure',
  15: 'monitoring',
  20: 'activity summary',
  28: 'monitoring, daily',
  32: 'monitoring',
  34: 'segment',
  35: 'segment list',
};
export const ACTIVITY_FILE = 4;
export const ACTIVITY_SUMMARY_FILE = 20;

export const TIMESTAMP_FIELD = 253;

/** Base type → bytes, and whether it is signed, floating, text, or "0 means absent". */
export interface BaseType {
  readonly size: number;
  readonly kind: 'unsigned' | 'signed' | 'float' | 'text' | 'zero-absent' | 'bytes';
}
export const BASE_TYPES: Readonly<Record<number, BaseType>> = {
  0x00: { size: 1, kind: 'unsigned' },
  0x01: { size: 1, kind: 'signed' },
  0x02: { size: 1, kind: 'unsigned' },
  0x83: { size: 2, kind: 'signed' },
  0x84: { size: 2, kind: 'unsigned' },
  0x85: { size: 4, kind: 'signed' },
  0x86: { size: 4, kind: 'unsigned' },
  0x07: { size: 1, kind: 'text' },
  0x88: { size: 4, kind: 'float' },
  0x89: { size: 8, kind: 'float' },
  0x0a: { size: 1, kind: 'zero-absent' },
  0x8b: { size: 2, kind: 'zero-absent' },
  0x8c: { size: 4, kind: 'zero-absent' },
  0x0d: { size: 1, kind: 'bytes' },
  0x8e: { size: 8, kind: 'signed' },
  0x8f: { size: 8, kind: 'unsigned' },
  0x90: { size: 8, kind: 'zero-absent' },
};

/** Field of a `record` → raw column it fills, with the scale and offset that make it SI. */
export interface RecordField {
  readonly column: RawColumn;
  readonly scale: number;
  readonly offset: number;
}
export const RAW_COLUMNS = [
  'latDeg',
  'lonDeg',
  'altitudeM',
  'enhancedAltitudeM',
  'heartRateBpm',
  'cadencePerLeg',
  'fractionalCadence',
  'distanceM',
  'speedMps',
  'enhancedSpeedMps',
  'powerW',
  'oscillationMm',
  'contactMs',
  'balancePct',
  'stepLengthM',
  'gradePct',
  'packedDistanceM',
  'packedSpeedMps',
] as const;
export type RawColumn = (typeof RAW_COLUMNS)[number];

export const RECORD_FIELDS: Readonly<Record<number, RecordField>> = {
  0: { column: 'latDeg', scale: 1 / DEG_PER_SEMICIRCLE, offset: 0 },
  1: { column: 'lonDeg', scale: 1 / DEG_PER_SEMICIRCLE, offset: 0 },
  2: { column: 'altitudeM', scale: 5, offset: 500 },
  3: { column: 'heartRateBpm', scale: 1, offset: 0 },
  4: { column: 'cadencePerLeg', scale: 1, offset: 0 },
  5: { column: 'distanceM', scale: 100, offset: 0 },
  6: { column: 'speedMps', scale: 1000, offset: 0 },
  7: { column: 'powerW', scale: 1, offset: 0 },
  9: { column: 'gradePct', scale: 100, offset: 0 },
  39: { column: 'oscillationMm', scale: 10, offset: 0 },
  41: { column: 'contactMs', scale: 10, offset: 0 },
  53: { column: 'fractionalCadence', scale: 128, offset: 0 },
  73: { column: 'enhancedSpeedMps', scale: 1000, offset: 0 },
  78: { column: 'enhancedAltitudeM', scale: 5, offset: 500 },
  84: { column: 'balancePct', scale: 100, offset: 0 },
  85: { column: 'stepLengthM', scale: 10_000, offset: 0 },
};
/** Speed and distance in three bytes: 12 bits of 1/100 m/s, 12 bits of 1/16 m that start again at 256 m. */
export const COMPRESSED_SPEED_DISTANCE = 8;

/** Names by which foot pods and apps describe their own fields; the unit decides the factor. */
export const DEVELOPER_NAMES: Readonly<Record<string, RawColumn>> = {
  power: 'powerW',
  cadence: 'cadencePerLeg',
  'ground time': 'contactMs',
  'ground contact time': 'contactMs',
  'stance time': 'contactMs',
  'vertical oscillation': 'oscillationMm',
  'step length': 'stepLengthM',
  'heart rate': 'heartRateBpm',
};
/** Unit as a field's description writes it → factor to the column's own unit. */
export const UNIT_FACTORS: Readonly<Record<string, number>> = {
  millimeters: 1,
  mm: 1,
  centimeters: 10,
  cm: 10,
  milliseconds: 1,
  ms: 1,
  seconds: 1000,
  s: 1000,
};
