/**
 * A workout as a FIT file: file id, workout, steps. Watches take it from their folder for new files; the official SDK
 * reads it back. A repeat is a step of its own after the steps it repeats, as the protocol wants it.
 */
import { crc16 } from '../fit/crc.ts';
import { DEVELOPMENT_MAKER } from '../fit/device-names.ts';
import { FIT_EPOCH_S, MESSAGE } from '../fit/profile.ts';
import {
  ENUM,
  type FieldSpec,
  type FieldType,
  FitBytes,
  UINT16,
  UINT32,
  UINT32Z,
  text,
} from '../fit/write-bytes.ts';
import type { Intensity, Until, Workout, WorkoutStep } from './workout.ts';

const HEADER_BYTES = 14;
const PROTOCOL = 0x20;
/** The profile these field numbers are from, 21.94: major × 1000 + minor. [fit-sdk 21] */
const PROFILE = 21_094;
const WORKOUT_FILE = 5;
const WORKOUT_STEP = 27;
const RUNNING = 1;
const MS_PER_S = 1000;
const CM_PER_M = 100;
/** A cadence target is in revolutions a minute: steps of one leg. [fit-sdk 21: workout_step, rpm] */
const FEET = 2;
/** Bytes of names, the zero at the end included; longer ones are cut at a whole character. Our choice. */
const NAME_BYTES = 32;
const STEP_NAME_BYTES = 24;
const NOTES_BYTES = 80;

/** Numbers of the profile. [fit-sdk 21: wkt_step_duration, wkt_step_target, intensity] */
const DURATION = { time: 0, distance: 1, open: 5, repeatUntilStepsComplete: 6 } as const;
const TARGET = { open: 2, cadence: 3 } as const;
const INTENSITY: Readonly<Record<Intensity, number>> = {
  active: 0,
  rest: 1,
  'warm-up': 2,
  'cool-down': 3,
  recovery: 4,
  interval: 5,
};

type Value = number | string | null;
type Field = readonly [FieldSpec, Value];

const field = (number: number, type: FieldType): FieldSpec => ({ number, type });
const INDEX = field(254, UINT16);
const STEP = {
  name: field(0, text(STEP_NAME_BYTES)),
  durationType: field(1, ENUM),
  durationValue: field(2, UINT32),
  targetType: field(3, ENUM),
  targetValue: field(4, UINT32),
  low: field(5, UINT32),
  high: field(6, UINT32),
  intensity: field(7, ENUM),
  notes: field(8, text(NOTES_BYTES)),
} as const;

function durationOf(until: Until): readonly [type: number, value: number | null] {
  switch (until.kind) {
    case 'time':
      return [DURATION.time, until.seconds * MS_PER_S];
    case 'distance':
      return [DURATION.distance, until.metres * CM_PER_M];
    case 'open':
      return [DURATION.open, null];
  }
}

const stepFields = (step: WorkoutStep, index: number): readonly Field[] => {
  const [durationType, durationValue] = durationOf(step.until);
  const { cadenceSpm } = step;
  return [
    [INDEX, index],
    [STEP.name, step.name],
    [STEP.durationType, durationType],
    [STEP.durationValue, durationValue],
    [STEP.targetType, cadenceSpm === null ? TARGET.open : TARGET.cadence],
    // 0: no zone of the watch, the limits beside it count.
    [STEP.targetValue, 0],
    [STEP.low, cadenceSpm === null ? null : cadenceSpm.low / FEET],
    [STEP.high, cadenceSpm === null ? null : cadenceSpm.high / FEET],
    [STEP.intensity, INTENSITY[step.intensity]],
    [STEP.notes, step.notes ?? ''],
  ];
};

const repeatFields = (firstIndex: number, times: number, index: number): readonly Field[] => [
  [INDEX, index],
  [STEP.name, ''],
  [STEP.durationType, DURATION.repeatUntilStepsComplete],
  [STEP.durationValue, firstIndex],
  [STEP.targetType, TARGET.open],
  [STEP.targetValue, times],
  [STEP.low, null],
  [STEP.high, null],
  [STEP.intensity, INTENSITY.active],
  [STEP.notes, ''],
];

function checked(step: WorkoutStep): WorkoutStep {
  const { until, cadenceSpm } = step;
  if (until.kind === 'time' && !(until.seconds > 0)) {
    throw new RangeError(`seconds must be above 0, got ${until.seconds}`);
  }
  if (until.kind === 'distance' && !(until.metres > 0)) {
    throw new RangeError(`metres must be above 0, got ${until.metres}`);
  }
  if (cadenceSpm !== null && !(cadenceSpm.low > 0 && cadenceSpm.high >= cadenceSpm.low)) {
    throw new RangeError(`cadenceSpm must be above 0 and rise, got ${cadenceSpm.low} to ${cadenceSpm.high}`);
  }
  return step;
}

/** Steps in the order of the file, repeats behind what they repeat. */
function flat({ parts }: Workout): readonly (readonly Field[])[] {
  const rows: (readonly Field[])[] = [];
  for (const part of parts) {
    if (part.kind === 'step') {
      rows.push(stepFields(checked(part), rows.length));
      continue;
    }
    if (!(Number.isInteger(part.times) && part.times >= 2) || part.steps.length === 0) {
      throw new RangeError(`times must be a whole number from 2 on, with steps to repeat, got ${part.times}`);
    }
    const first = rows.length;
    for (const step of part.steps) rows.push(stepFields(checked(step), rows.length));
    rows.push(repeatFields(first, part.times, rows.length));
  }
  return rows;
}

function writeData(bytes: FitBytes, local: number, fields: readonly Field[]): void {
  bytes.number(local, 1);
  for (const [{ type }, value] of fields) {
    if (typeof value === 'string') bytes.string(value, type.size);
    else bytes.value(value ?? Number.NaN, type);
  }
}

const specsOf = (fields: readonly Field[]): readonly FieldSpec[] => fields.map(([spec]) => spec);

/**
 * A FIT workout file.
 * @param createdAtMs epoch milliseconds; the same workout and time give the same bytes
 * @param serialNumber our own number for the thing that made it, 1–4,294,967,294
 * @throws RangeError for a step without a length, a cadence range that falls, or a repeat of one
 */
export function writeWorkout(workout: Workout, createdAtMs: number, serialNumber = 1): Uint8Array {
  const steps = flat(workout);
  if (steps.length === 0) throw new RangeError('parts must hold at least one step, got none');
  const bytes = new FitBytes();
  const fileId: readonly Field[] = [
    [field(0, ENUM), WORKOUT_FILE],
    [field(1, UINT16), DEVELOPMENT_MAKER],
    [field(2, UINT16), 1],
    [field(3, UINT32Z), serialNumber],
    [field(4, UINT32), Math.floor(createdAtMs / MS_PER_S) - FIT_EPOCH_S],
  ];
  const head: readonly Field[] = [
    [field(4, ENUM), RUNNING],
    [field(6, UINT16), steps.length],
    [field(8, text(NAME_BYTES)), workout.name],
  ];
  bytes.define(0, MESSAGE.fileId, specsOf(fileId));
  writeData(bytes, 0, fileId);
  bytes.define(1, MESSAGE.workout, specsOf(head));
  writeData(bytes, 1, head);
  bytes.define(2, WORKOUT_STEP, specsOf(steps[0] ?? []));
  for (const step of steps) writeData(bytes, 2, step);
  return withHeader(bytes.done());
}

function withHeader(data: Uint8Array): Uint8Array {
  const out = new FitBytes();
  out.number(HEADER_BYTES, 1);
  out.number(PROTOCOL, 1);
  out.number(PROFILE, 2);
  out.number(data.length, 4);
  out.raw(new TextEncoder().encode('.FIT'));
  out.number(crc16(out.done(), 0, out.length), 2);
  out.raw(data);
  out.number(crc16(out.done(), 0, out.length), 2);
  return out.done();
}
