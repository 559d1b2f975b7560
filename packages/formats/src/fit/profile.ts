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

const SPORTS: Readonly<Record<number, string>> = {
  0: 'generic',
  1: 'running',
  2: 'cycling',
  3: 'transition',
  4: 'fitness_equipment',
  5: 'swimming',
  6: 'basketball',
  7: 'soccer',
  8: 'tennis',
  9: 'american_football',
  10: 'training',
  11: 'walking',
  12: 'cross_country_skiing',
  13: 'alpine_skiing',
  14: 'snowboarding',
  15: 'rowing',
  16: 'mountaineering',
  17: 'hiking',
  18: 'multisport',
  19: 'paddling',
  20: 'flying',
  21: 'e_biking',
  22: 'motorcycling',
  23: 'boating',
  24: 'driving',
  25: 'golf',
  26: 'hang_gliding',
  27: 'horseback_riding',
  28: 'hunting',
  29: 'fishing',
  30: 'inline_skating',
  31: 'rock_climbing',
  32: 'sailing',
  33: 'ice_skating',
  34: 'sky_diving',
  35: 'snowshoeing',
  36: 'snowmobiling',
  37: 'stand_up_paddleboarding',
  38: 'surfing',
  39: 'wakeboarding',
  40: 'water_skiing',
  41: 'kayaking',
  42: 'rafting',
  43: 'windsurfing',
  44: 'kitesurfing',
  45: 'tactical',
  46: 'jumpmaster',
  47: 'boxing',
  48: 'floor_climbing',
  49: 'baseball',
  53: 'diving',
  62: 'hiit',
  64: 'racket',
  65: 'wheelchair_push_walk',
  66: 'wheelchair_push_run',
  67: 'meditation',
  69: 'disc_golf',
  71: 'cricket',
  72: 'rugby',
  73: 'hockey',
  74: 'lacrosse',
  75: 'volleyball',
  76: 'water_tubing',
  77: 'wakesurfing',
  80: 'mixed_martial_arts',
  82: 'snorkeling',
  83: 'dance',
  84: 'jump_rope',
};
const SUB_SPORTS: Readonly<Record<number, string>> = {
  1: 'treadmill',
  2: 'street',
  3: 'trail',
  4: 'track',
  5: 'spin',
  6: 'indoor_cycling',
  7: 'road',
  8: 'mountain',
  9: 'downhill',
  10: 'recumbent',
  11: 'cyclocross',
  12: 'hand_cycling',
  13: 'track_cycling',
  14: 'indoor_rowing',
  15: 'elliptical',
  16: 'stair_climbing',
  17: 'lap_swimming',
  18: 'open_water',
  19: 'flexibility_training',
  20: 'strength_training',
  21: 'warm_up',
  22: 'match',
  23: 'exercise',
  26: 'cardio_training',
  27: 'indoor_walking',
  30: 'casual_walking',
  31: 'speed_walking',
  45: 'indoor_running',
  46: 'gravel_cycling',
  58: 'virtual_activity',
  59: 'obstacle',
  67: 'ultra',
};
/** Null where the file states none: 0 is "generic" and 255 is "not filled in". */
export const sportName = (code: number | undefined): string | null =>
  code === undefined || code === 0 ? null : (SPORTS[code] ?? `sport_${code}`);
export const subSportName = (code: number | undefined): string | null =>
  code === undefined || code === 0 ? null : (SUB_SPORTS[code] ?? null);
export const sportCode = (name: string): number =>
  Number(Object.keys(SPORTS).find((code) => SPORTS[Number(code)] === name) ?? 0);
export const subSportCode = (name: string | null): number =>
  Number(Object.keys(SUB_SPORTS).find((code) => SUB_SPORTS[Number(code)] === name) ?? 0);

const MAKERS: Readonly<Record<number, string>> = {
  1: 'Garmin',
  15: 'Dynastream',
  23: 'Suunto',
  32: 'Wahoo',
  69: 'Stages',
  71: 'TomTom',
  89: 'Tacx',
  95: 'Stryd',
  123: 'Polar',
  260: 'Zwift',
  265: 'Strava',
  294: 'COROS',
  309: 'Mobvoi',
};
export const DEVELOPMENT_MAKER = 255;

/** Maker and product as the file states them; the number where we know no name. */
export function deviceName(
  maker: number | undefined,
  product: number | undefined,
  name: string | null,
): string | null {
  const by = maker === undefined || maker === DEVELOPMENT_MAKER ? null : (MAKERS[maker] ?? `maker ${maker}`);
  if (name !== null)
    return by === null || name.toLowerCase().includes(by.toLowerCase()) ? name : `${by} ${name}`;
  return by === null ? null : product === undefined ? by : `${by} ${product}`;
}

/** On foot FIT's cadence counts one leg; on a bicycle it counts turns and is no steps at all. */
export const ON_FOOT: ReadonlySet<string> = new Set([
  'running',
  'walking',
  'hiking',
  'snowshoeing',
  'mountaineering',
]);
