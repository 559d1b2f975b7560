/** A workout of a health export, as it is heard: attributes of old exports, statistics of new ones. */
import type { Interval } from '@kneewise/engine';
import { statedSport, type StatedSport } from '../read/sport-words.ts';
import { ownCopy } from '../read/own-copy.ts';
import { xmlNumber } from '../read/xml-number.ts';
import { appleTimeMs, localOffsetMin } from './times.ts';
import { lengthM, statedLengthM, timeS } from './units.ts';

export type Attributes = Readonly<Record<string, string>>;

export interface WorkoutDraft {
  readonly type: string;
  readonly source: string;
  readonly device: string | null;
  readonly startDate: string;
  readonly startMs: number;
  readonly endMs: number;
  /** Active time; pauses are out. NaN where not stated. */
  readonly durationS: number;
  distanceM: number;
  ascentM: number;
  indoor: boolean;
  zone: string | null;
  /** Name of the file with its route. */
  route: string | null;
  readonly events: { readonly type: string; readonly ms: number }[];
  /** Of a workout of several sports. */
  readonly legs: WorkoutDraft[];
}

const PREFIX = 'HKWorkoutActivityType';
const DISTANCES = new Set(
  [
    'WalkingRunning',
    'Cycling',
    'Swimming',
    'DownhillSnowSports',
    'CrossCountrySkiing',
    'Rowing',
    'PaddleSports',
    'SkatingSports',
    'Wheelchair',
  ].map((kind) => `HKQuantityTypeIdentifierDistance${kind}`),
);
/** Pauses and events of one workout that are kept. Our choice. */
const MOST_EVENTS = 20_000;

const quantity = (
  value: string | undefined,
  unit: string | undefined,
  per: (unit: string) => number,
): number => (value === undefined || unit === undefined ? Number.NaN : xmlNumber(value) * per(unit));

export const newWorkout = (attributes: Attributes, parent: WorkoutDraft | null = null): WorkoutDraft => ({
  // A slice of the text that was parsed would keep all of it.
  type: ownCopy((attributes['workoutActivityType'] ?? '').replace(PREFIX, '')),
  source: ownCopy(attributes['sourceName'] ?? parent?.source ?? ''),
  device: attributes['device'] === undefined ? (parent?.device ?? null) : ownCopy(attributes['device']),
  startDate: ownCopy(attributes['startDate'] ?? ''),
  startMs: appleTimeMs(attributes['startDate'] ?? ''),
  endMs: appleTimeMs(attributes['endDate'] ?? ''),
  durationS: quantity(attributes['duration'], attributes['durationUnit'] ?? 'min', timeS),
  distanceM: quantity(attributes['totalDistance'], attributes['totalDistanceUnit'], lengthM),
  ascentM: Number.NaN,
  indoor: parent?.indoor ?? false,
  zone: parent?.zone ?? null,
  route: null,
  events: [],
  legs: [],
});

/** What an element inside a workout adds to it. */
export function hear(draft: WorkoutDraft, name: string, attributes: Attributes): void {
  if (name === 'WorkoutStatistics' && DISTANCES.has(attributes['type'] ?? '')) {
    const metres = quantity(attributes['sum'], attributes['unit'], lengthM);
    // The attribute of an old export says the same and stands first.
    if (Number.isNaN(draft.distanceM)) draft.distanceM = metres;
  } else if (name === 'MetadataEntry') {
    const { key, value = '' } = attributes;
    if (key === 'HKIndoorWorkout') draft.indoor = value === '1';
    else if (key === 'HKTimeZone') draft.zone = ownCopy(value);
    else if (key === 'HKElevationAscended') draft.ascentM = statedLengthM(value);
  } else if (name === 'FileReference')
    draft.route = attributes['path'] === undefined ? null : ownCopy(attributes['path']);
  else if (name === 'WorkoutEvent' && draft.events.length < MOST_EVENTS)
    draft.events.push({ type: ownCopy(attributes['type'] ?? ''), ms: appleTimeMs(attributes['date'] ?? '') });
}

/** HealthKit's kinds whose names are not those of other formats. */
const KINDS: Readonly<Record<string, StatedSport>> = {
  TraditionalStrengthTraining: { sport: 'training', subSport: 'strength_training' },
  FunctionalStrengthTraining: { sport: 'training', subSport: 'strength_training' },
  CoreTraining: { sport: 'training', subSport: 'strength_training' },
  HighIntensityIntervalTraining: { sport: 'training', subSport: 'hiit' },
  CrossCountrySkiing: { sport: 'cross_country_skiing', subSport: null },
  DownhillSkiing: { sport: 'alpine_skiing', subSport: null },
  Other: { sport: 'unknown', subSport: null },
};

/** Its sport by FIT's names; a kind that only HealthKit has keeps its own, in small letters. */
export function sportOf({ type, indoor }: Pick<WorkoutDraft, 'type' | 'indoor'>): StatedSport {
  const own = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  const stated = own ?? statedSport(type);
  if (stated !== null)
    return stated.sport === 'running' && indoor ? { sport: 'running', subSport: 'indoor_running' } : stated;
  const plain = type.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
  return { sport: /^[a-z_]{1,40}$/.test(plain) ? plain : 'unknown', subSport: null };
}

/** Maker and model as the record has them: `<<HKDevice: 0x…>, name:Apple Watch, manufacturer:Apple Inc., hardware:Watch6,10 …>`. */
export function deviceOf(device: string | null): string | null {
  if (device === null) return null;
  const name = /\bname:([^,>]+)/.exec(device)?.[1]?.trim();
  const hardware = /\bhardware:([^>]+?)(?:, \w+:|>)/.exec(device)?.[1]?.trim();
  const words = [name, hardware].filter((word) => word !== undefined && word !== '');
  return words.length === 0 ? null : words.join(' ').slice(0, 80);
}

const MS_PER_S = 1000;

/** Stretches between a pause and what ends it, by hand or by the watch; seconds from the start. */
export function pausesOf({ events, startMs, endMs }: WorkoutDraft): Interval[] {
  const pauses: Interval[] = [];
  let pausedMs: number | null = null;
  const end = (ms: number): void => {
    if (pausedMs !== null && ms > pausedMs)
      pauses.push({ fromS: (pausedMs - startMs) / MS_PER_S, toS: (ms - startMs) / MS_PER_S });
    pausedMs = null;
  };
  const inside = events.filter(({ ms }) => ms >= startMs && ms <= endMs).toSorted((a, b) => a.ms - b.ms);
  for (const { type, ms } of inside) {
    if (/Pause$|MotionPaused$/.test(type)) pausedMs ??= ms;
    else if (/Resume$|MotionResumed$/.test(type)) end(ms);
  }
  end(endMs);
  return pauses;
}

export const offsetOf = ({ zone, startDate, startMs }: WorkoutDraft): number | null =>
  localOffsetMin(zone, startDate, startMs);
