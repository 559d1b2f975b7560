/**
 * Apple Health's export: workouts, and the readings of a watch's sensors placed onto them. A gigabyte streams by; held
 * are the readings (`samples.ts`) and the workouts. Routes lie in files of their own, which the workouts name.
 */
import { known, type Measured, missing, type Recording, type Track } from '@kneewise/engine';
import type { ReadActivity, Warning } from '../read-result.ts';
import type { ActivityReader } from '../read/activity-reader.ts';
import { ownCopy } from '../read/own-copy.ts';
import { judgeRecording } from '../read/judge-recording.ts';
import { xmlNumber } from '../read/xml-number.ts';
import { fileKey } from '../table/file-key.ts';
import { joinTracks } from '../table/join-tracks.ts';
import { ONLY_TOTALS } from '../table/listed-activity.ts';
import { hearLocation, inlineTrack } from './inline-route.ts';
import { placeSamples } from './place-samples.ts';
import { readingOf } from './records.ts';
import { type Kind, KINDS, MOST_SOURCES, newSamples, within } from './samples.ts';
import { appleTimeMs } from './times.ts';
import {
  type Attributes,
  deviceOf,
  hear,
  newWorkout,
  offsetOf,
  pausesOf,
  sportOf,
  type WorkoutDraft,
} from './workout.ts';

const MS_PER_S = 1000;
/** Workouts of one export: thirty years of ten a day. Our choice. */
const MOST_WORKOUTS = 100_000;
/** Figures of positions listed inside workouts, five a position. Our choice. */
const MOST_INLINE = 25_000_000;
const NO_TRACK: Track = { timeS: new Float64Array(0) };

const SAMPLES_LEFT_OUT: Warning = {
  code: 'samples-left-out',
  text: 'The export holds more readings than are held at once; of this activity some may be missing.',
};

interface Heard {
  readonly draft: WorkoutDraft;
  readonly inline: number[];
}

export function healthReader(): ActivityReader {
  const samples = newSamples();
  const sources = new Map<string, number>();
  const workouts: Heard[] = [];
  let workout: Heard | null = null;
  let leg: WorkoutDraft | null = null;
  let tooManySamples = false;
  let inlineFigures = 0;
  let tooManyWorkouts = false;

  /** Times stand twice in most records, and once more in the next one. */
  let lastText = '';
  let lastMs = Number.NaN;
  const timeMs = (text: string): number => {
    if (text !== lastText) [lastText, lastMs] = [text, appleTimeMs(text)];
    return lastMs;
  };
  function sourceOf(name: string): number {
    const knownOne = sources.get(name);
    if (knownOne !== undefined) return knownOne;
    const number = Math.min(sources.size, MOST_SOURCES);
    if (sources.size < MOST_SOURCES) sources.set(ownCopy(name), number);
    return number;
  }

  function hearRecord(attributes: Attributes): void {
    const reading = readingOf(attributes['type'] ?? '');
    if (reading === null) return;
    const value = xmlNumber(attributes['value'] ?? '') * reading.per(attributes['unit'] ?? '');
    const startS = timeMs(attributes['startDate'] ?? '') / MS_PER_S;
    const endS = timeMs(attributes['endDate'] ?? '') / MS_PER_S;
    if (!Number.isFinite(value) || value < 0 || !(endS >= startS)) return;
    if (!samples.add(reading.kind, startS, endS - startS, value, sourceOf(attributes['sourceName'] ?? '')))
      tooManySamples = true;
  }

  return {
    open(name, attributes, parent) {
      if (name === 'Record') {
        // Those inside a correlation stand once more on their own.
        if (parent === 'HealthData') hearRecord(attributes);
      } else if (name === 'Workout') {
        workout = { draft: newWorkout(attributes), inline: [] };
      } else if (workout === null) return;
      else if (name === 'WorkoutActivity') leg = newWorkout(attributes, workout.draft);
      else if (name === 'Location') {
        if (inlineFigures >= MOST_INLINE) return;
        const before = workout.inline.length;
        hearLocation(workout.inline, attributes);
        inlineFigures += workout.inline.length - before;
      } else hear(parent === 'WorkoutActivity' && leg !== null ? leg : workout.draft, name, attributes);
    },
    close(name) {
      if (name === 'WorkoutActivity' && workout !== null && leg !== null) {
        workout.draft.legs.push(leg);
        leg = null;
      } else if (name === 'Workout' && workout !== null) {
        if (workouts.length < MOST_WORKOUTS) workouts.push(workout);
        else tooManyWorkouts = true;
        workout = null;
      }
    },
    activities(_, settle) {
      const all = workouts.flatMap(legsOf).filter(({ draft }) => isDated(draft));
      const runs = all.filter(({ draft }) => sportOf(draft).sport === 'running');
      const stretches = runs.map(({ draft: { startMs, endMs } }) => ({
        fromS: startMs / MS_PER_S,
        toS: endMs / MS_PER_S,
      }));
      const byKind = new Map(KINDS.map((kind) => [kind, within(samples, kind, stretches)]));
      const placeOfRun = new Map(runs.map((run, i) => [run, i]));
      const activities: ReadActivity[] = [];
      for (const heard of all) {
        const place = placeOfRun.get(heard);
        const indices =
          place === undefined
            ? null
            : (Object.fromEntries(
                KINDS.map((kind) => [kind, byKind.get(kind)?.[place] ?? new Uint32Array(0)]),
              ) as Record<Kind, Uint32Array>);
        const track =
          indices === null
            ? NO_TRACK
            : withInline(
                placeSamples(samples, indices, {
                  startS: heard.draft.startMs / MS_PER_S,
                  elapsedS: (heard.draft.endMs - heard.draft.startMs) / MS_PER_S,
                  distanceM: heard.draft.distanceM,
                  source: sources.get(heard.draft.source) ?? -1,
                }),
                heard,
              );
        const activity = judgeRecording({
          recording: recordingOf(heard.draft, track),
          warnings: [
            ...(track.timeS.length === 0 ? [ONLY_TOTALS] : []),
            ...(tooManySamples && place !== undefined ? [SAMPLES_LEFT_OUT] : []),
          ],
        });
        if (activity !== null) activities.push(settle(activity));
      }
      return activities;
    },
    nothing: () =>
      tooManyWorkouts
        ? { code: 'too-large', reason: `The export holds more than ${MOST_WORKOUTS} workouts.` }
        : { code: 'no-activity', reason: 'The health export holds no workout.' },
  };
}

/** A workout of several sports gives each leg; one of one sport gives itself. */
function legsOf(heard: Heard): Heard[] {
  const { draft } = heard;
  const kinds = new Set(draft.legs.map(({ type }) => type));
  if (draft.legs.length < 2 || kinds.size < 2) return [heard];
  return draft.legs.map((leg) => {
    // Pauses are heard of the whole.
    leg.events.push(...draft.events);
    leg.zone ??= draft.zone;
    return { draft: leg, inline: heard.inline };
  });
}

const isDated = ({ startMs, endMs }: WorkoutDraft): boolean => endMs >= startMs;

/** Positions that stand inside the workout, beside its readings; where both hold a channel the positions' speaks. */
function withInline(track: Track, { draft, inline }: Heard): Track {
  const positions = inline.length === 0 ? null : inlineTrack(inline, draft.startMs, draft.endMs);
  if (positions === null) return track;
  return track.timeS.length === 0 ? positions : joinTracks(track, positions, 0);
}

const stated = (value: number, what: string): Measured<number> =>
  Number.isFinite(value) && value >= 0 ? known(value) : missing({ reason: 'not-recorded', what });

function recordingOf(draft: WorkoutDraft, track: Track): Recording {
  const elapsedS = (draft.endMs - draft.startMs) / MS_PER_S;
  const pauses = pausesOf(draft);
  const paused = pauses.reduce((total, { fromS, toS }) => total + toS - fromS, 0);
  return {
    startAtMs: draft.startMs,
    utcOffsetMin: offsetOf(draft),
    ...sportOf(draft),
    name: null,
    device: deviceOf(draft.device),
    distanceM: stated(draft.distanceM === 0 ? Number.NaN : draft.distanceM, 'distance'),
    movingS: stated(draft.durationS >= 0 ? draft.durationS : elapsedS - paused, 'timer time'),
    elapsedS,
    ascentM: stated(draft.ascentM, 'ascent'),
    descentM: missing({ reason: 'not-recorded', what: 'descent' }),
    pauses,
    track,
    listed: { file: draft.route === null ? null : fileKey(draft.route) },
  };
}
