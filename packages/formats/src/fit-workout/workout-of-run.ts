/** A planned run as a workout for the watch: walk-run repeats, beats as cadence targets, strides, hard minutes. */
import {
  type BeatPlan,
  type HardWork,
  type LadderStep,
  type PlannedRun,
  TARGET_ABOVE,
  TARGET_BELOW,
} from '@kneewise/engine';
import type { Intensity, Until, Workout, WorkoutRepeat, WorkoutStep } from './workout.ts';

/** The words on the watch, in the runner's language; a few letters each. */
export interface WorkoutWords {
  readonly name: string;
  readonly walk: string;
  readonly run: string;
  readonly easy: string;
  readonly beat: string;
  readonly noBeat: string;
  readonly stride: string;
  readonly hard: string;
  readonly recover: string;
  /** A sentence with the ceiling: shown as a note where the watch does. */
  readonly ceiling: string;
}

const SECONDS_PER_MINUTE = 60;
const METRES_PER_KM = 1000;
/** Walking round a walk-run, and easy minutes before a beat or hard work. Our choice, as in the plan. */
const WALK_ROUND_S = 300;
const EASY_BEFORE_S = 600;
/** Rest after a stride, and after five hard minutes. Our choice. Seconds */
const AFTER_STRIDE_S = 60;
const AFTER_HARD_S = 150;
const HARD_BLOCK_MIN = 5;
/** Where the easy pace is not known the beat of a kilometre begins after so many metres. Our choice. */
const BEFORE_BEAT_M = 900;
/** What is left of a run is a step of its own from here on, metres. Our choice. */
const LEAST_REST_M = 200;

type Parts = (WorkoutStep | WorkoutRepeat)[];

const step = (
  name: string,
  until: Until,
  intensity: Intensity,
  cadenceSpm: WorkoutStep['cadenceSpm'] = null,
  notes: string | null = null,
): WorkoutStep => ({ kind: 'step', name, until, intensity, cadenceSpm, notes });
const time = (seconds: number): Until => ({ kind: 'time', seconds });
const distance = (metres: number): Until => ({ kind: 'distance', metres: Math.round(metres) });

/** Steps that come so often; once is no repeat. */
const repeated = (times: number, steps: readonly WorkoutStep[]): Parts =>
  times >= 2 ? [{ kind: 'repeat', times, steps }] : times === 1 ? [...steps] : [];

/** The band that counts as on target. */
function band({ cadenceSpm }: PlannedRun): WorkoutStep['cadenceSpm'] {
  if (!cadenceSpm.known) return null;
  return {
    low: cadenceSpm.value * (1 - TARGET_BELOW),
    high: cadenceSpm.value * (1 + TARGET_ABOVE),
  };
}

/** m/s in the middle of the easy pace; null: not known. */
function easySpeed({ paceSPerKm }: PlannedRun): number | null {
  if (!paceSPerKm.known) return null;
  const [fast, slow] = paceSPerKm.value;
  return (2 * METRES_PER_KM) / (fast + slow);
}

function walkRun(run: PlannedRun, { repeats, runMin, walkMin }: LadderStep, words: WorkoutWords): Parts {
  const running = step(
    words.run,
    time(runMin * SECONDS_PER_MINUTE),
    'active',
    run.beat === null ? null : band(run),
  );
  const walking = step(words.walk, time(walkMin * SECONDS_PER_MINUTE), 'recovery');
  return [
    step(words.walk, time(WALK_ROUND_S), 'warm-up', null, words.ceiling),
    ...(walkMin > 0 ? repeated(repeats - 1, [running, walking]) : []),
    ...(walkMin > 0 ? [running] : repeated(repeats, [running])),
    step(words.walk, time(WALK_ROUND_S), 'cool-down'),
  ];
}

/** The way home: what is left of the distance, else until the button. */
function home(leftM: number | null, words: WorkoutWords): Parts {
  if (leftM === null) return [step(words.easy, { kind: 'open' }, 'cool-down')];
  return leftM >= LEAST_REST_M ? [step(words.easy, distance(leftM), 'cool-down')] : [];
}

interface Room {
  readonly metres: number | null;
  readonly speedMps: number | null;
}

/** Metres that are left after so many seconds of easy running; null where pace or distance are not known. */
const left = ({ metres, speedMps }: Room, seconds: number): number | null =>
  metres === null || speedMps === null ? null : metres - seconds * speedMps;

/** As many repeats as fit into the distance; all of them where that is not known. */
function fitting(room: Room, beforeS: number, eachS: number, asked: number): number {
  const leftM = left(room, beforeS);
  if (leftM === null || room.speedMps === null) return asked;
  return Math.max(0, Math.min(asked, Math.floor(leftM / (eachS * room.speedMps))));
}

function beats(run: PlannedRun, beat: BeatPlan, room: Room, words: WorkoutWords): Parts {
  const target = band(run);
  if (beat.kind === 'none' || target === null) return whole(room, words);
  if (beat.kind === 'each-km') {
    const beforeM = room.speedMps === null ? BEFORE_BEAT_M : METRES_PER_KM - beat.onS * room.speedMps;
    const km = room.metres === null ? 1 : Math.max(1, Math.floor(room.metres / METRES_PER_KM));
    return [
      ...repeated(km, [
        step(words.noBeat, distance(beforeM), 'active', null, words.ceiling),
        step(words.beat, time(beat.onS), 'active', target),
      ]),
      ...home(room.metres === null ? null : room.metres - km * METRES_PER_KM, words),
    ];
  }
  const onS = beat.onMin * SECONDS_PER_MINUTE;
  const offS = beat.offMin * SECONDS_PER_MINUTE;
  const times = fitting(room, EASY_BEFORE_S, onS + offS, beat.repeats);
  if (times === 0) return whole(room, words);
  return [
    step(words.easy, time(EASY_BEFORE_S), 'warm-up', null, words.ceiling),
    ...repeated(times, [
      step(words.beat, time(onS), 'active', target),
      step(words.noBeat, time(offS), 'active'),
    ]),
    ...home(left(room, EASY_BEFORE_S + times * (onS + offS)), words),
  ];
}

const whole = ({ metres }: Room, words: WorkoutWords): Parts => [
  step(words.easy, metres === null ? { kind: 'open' } : distance(metres), 'active', null, words.ceiling),
];

function hardWork(work: HardWork, room: Room, words: WorkoutWords): Parts {
  if (work.kind === 'climb' || work.kind === 'downhill') return whole(room, words);
  const [hardS, restS, asked, name] =
    work.kind === 'strides'
      ? [work.seconds, AFTER_STRIDE_S, work.count, words.stride]
      : [
          Math.min(work.minutes, HARD_BLOCK_MIN) * SECONDS_PER_MINUTE,
          AFTER_HARD_S,
          Math.max(1, Math.floor(work.minutes / HARD_BLOCK_MIN)),
          words.hard,
        ];
  const times = fitting(room, EASY_BEFORE_S, hardS + restS, asked);
  if (times === 0) return whole(room, words);
  return [
    step(words.easy, time(EASY_BEFORE_S), 'warm-up', null, words.ceiling),
    ...repeated(times, [step(name, time(hardS), 'interval'), step(words.recover, time(restS), 'recovery')]),
    ...home(left(room, EASY_BEFORE_S + times * (hardS + restS)), words),
  ];
}

/** @param run of the plan; a race is one step of its distance */
export function workoutOfRun(run: PlannedRun, words: WorkoutWords): Workout {
  const room: Room = {
    metres: run.distanceM.known ? run.distanceM.value : null,
    speedMps: easySpeed(run),
  };
  const parts =
    run.ladder !== null
      ? walkRun(run, run.ladder, words)
      : run.beat !== null
        ? beats(run, run.beat, room, words)
        : run.work !== null
          ? hardWork(run.work, room, words)
          : whole(room, words);
  return { name: words.name, parts };
}
