/** What stands in the archives: ten years of a runner with a watch, simulated, nobody's. */
import type { Recording } from '@kneewise/engine';
import { writeActivity } from '@kneewise/formats/fit-writer';
import {
  enumOf,
  fitFile,
  garminSummary,
  HEALTH_START_MS,
  healthRecord,
  healthWorkout,
  healthXmlText,
  message,
  summariesJson,
  u16,
  u32,
  u8,
} from '@kneewise/formats/testing';
import { simulateRun, START_PLACE_UTC_OFFSET_MIN } from '@kneewise/simulator';
import { type StreamedEntry, zipBytes } from './archives-write.ts';

const DAY_S = 86_400;
const RUN_S = 3600;
const EVERY_DAYS = 2;

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** Readings of the seconds of one run, and of the day around it. */
function* recordsOfDay(day: number): Generator<string> {
  const from = day * DAY_S;
  for (let s = 0; s < DAY_S; s += 300)
    yield healthRecord({
      type: 'HeartRate',
      unit: 'count/min',
      value: 55 + ((s / 300) % 30),
      fromS: from + s,
    });
  for (let s = 0; s < DAY_S; s += 600) {
    yield healthRecord({
      type: 'ActiveEnergyBurned',
      unit: 'kcal',
      value: 3,
      fromS: from + s,
      toS: from + s + 600,
    });
    yield healthRecord({
      type: 'BasalEnergyBurned',
      unit: 'kcal',
      value: 11,
      fromS: from + s,
      toS: from + s + 600,
    });
    yield healthRecord({
      type: 'StepCount',
      unit: 'count',
      value: 90,
      fromS: from + s,
      toS: from + s + 300,
      source: 'iPhone',
    });
  }
  if (day % EVERY_DAYS !== 0) return;
  for (let s = 0; s < RUN_S; s += 3) {
    const stretch = { fromS: from + s, toS: from + s + 3 };
    const sway = Math.sin(s / 90);
    yield healthRecord({ type: 'RunningSpeed', unit: 'km/hr', value: 10 + sway, ...stretch });
    yield healthRecord({ type: 'RunningStrideLength', unit: 'm', value: 1 + sway / 20, ...stretch });
    yield healthRecord({ type: 'RunningGroundContactTime', unit: 'ms', value: 260 - 9 * sway, ...stretch });
    yield healthRecord({ type: 'RunningVerticalOscillation', unit: 'cm', value: 8.7 + sway / 4, ...stretch });
    yield healthRecord({ type: 'RunningPower', unit: 'W', value: 240 + 20 * sway, ...stretch });
    yield healthRecord({ type: 'HeartRate', unit: 'count/min', value: 148 + 8 * sway, fromS: from + s });
    yield healthRecord({ type: 'DistanceWalkingRunning', unit: 'km', value: 0.0083, ...stretch });
  }
}

/** `export.xml` of at least so many bytes; records first, then workouts, as the phone writes it. */
function* healthXmlPieces(bytes: number, made: { runs: number; bytes: number }): Generator<Uint8Array> {
  const [head = '', tail = ''] = healthXmlText('@@').split('@@');
  yield bytesOf(head);
  let day = 0;
  let text = '';
  for (; made.bytes < bytes; day++) {
    for (const record of recordsOfDay(day)) text += record;
    const piece = bytesOf(text);
    text = '';
    made.bytes += piece.length;
    yield piece;
  }
  for (let d = 0; d < day; d += EVERY_DAYS) {
    made.runs++;
    yield bytesOf(
      healthWorkout({
        fromS: d * DAY_S,
        toS: d * DAY_S + RUN_S,
        distance: [9.96, 'km'],
        route: `route_${d}.gpx`,
      }),
    );
  }
  yield bytesOf(tail);
}

/** An hour's positions, one a second, as the phone exports a route. */
function routeGpx(day: number): string {
  const points = Array.from({ length: RUN_S }, (_, s) => {
    const time = new Date(HEALTH_START_MS + (day * DAY_S + s) * 1000).toISOString().replace('.000', '');
    const [lat, lon] = [
      (-48.9 + (s * 2.78) / 111_195).toFixed(6),
      (-123.4 + Math.sin(s / 400) / 1000).toFixed(6),
    ];
    return `<trkpt lon="${lon}" lat="${lat}"><ele>${(20 + 5 * Math.sin(s / 200)).toFixed(6)}</ele><time>${time}</time><extensions><speed>2.78</speed><course>1.0</course><hAcc>2.1</hAcc><vAcc>1.6</vAcc></extensions></trkpt>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" creator="Apple Health Export" xmlns="http://www.topografix.com/GPX/1/1"><metadata><time>2026-01-01T00:00:00Z</time></metadata><trk><name>Route</name><trkseg>${points.join('\n')}</trkseg></trk></gpx>`;
}

/** The zip that a phone hands out; every tenth run has a route. */
export function healthExport(
  bytes: number,
  made: { runs: number; bytes: number },
): AsyncGenerator<Uint8Array> {
  return zipBytes(
    (function* entries(): Generator<StreamedEntry> {
      yield { path: 'apple_health_export/export.xml', pieces: healthXmlPieces(bytes, made) };
      for (let day = 0; day < made.runs * EVERY_DAYS; day += 10 * EVERY_DAYS)
        yield {
          path: `apple_health_export/workout-routes/route_${day}.gpx`,
          pieces: [bytesOf(routeGpx(day))],
        };
    })(),
  );
}

/** A day's monitoring: heart rate and steps once a minute, nothing of a run. */
function monitoringFit(day: number): Uint8Array {
  const minutes = Array.from({ length: 1440 }, (_, i) =>
    message(55, [
      u32(253, 1_100_000_000 + day * DAY_S + i * 60),
      u8(27, 50 + ((i * 7 + day) % 90)),
      u16(3, (i * 13 + day * 7) % 200),
    ]),
  );
  return fitFile(message(0, [enumOf(0, 32), u16(1, 1), u32(4, day)]), ...minutes);
}

export interface GarminMade {
  runs: number;
  listed: number;
  others: number;
  bytes: number;
}

const FIRST_MS = Date.UTC(2016, 0, 1, 6);

/** Files of a watch that are no activity, for each that is one. */
const OTHERS_A_RUN = 24;
/** Runs that are simulated; they come again at other dates, since simulating takes longer than importing. */
const DIFFERENT_RUNS = 40;

/** Files that are no activity are made once each; that they repeat changes nothing: none is kept. */
const DIFFERENT_OTHERS = 120;

const others = new Map<number, Uint8Array>();

function otherOf(day: number): Uint8Array {
  const known = others.get(day) ?? monitoringFit(day);
  others.set(day, known);
  return known;
}

const hours = new Map<number, Recording>();

function hourOf(seed: number): Recording {
  const known = hours.get(seed);
  if (known !== undefined) return known;
  const recording = simulateRun({
    distanceM: 10_000,
    speedMps: 10_000 / RUN_S,
    startAtMs: FIRST_MS,
    utcOffsetMin: START_PLACE_UTC_OFFSET_MIN,
    seed,
    cadenceLine: { spm: 166, atMps: 10_000 / RUN_S, slopeSpmPerMps: 10 },
    legM: 0.9,
    outdoors: { stemShare: 0.25, routeSeed: seed, descentM: 60 },
    name: `Simulated hour ${seed + 1}`,
  });
  hours.set(seed, recording);
  return recording;
}

/** One part of the uploads: for each run two dozen files that are none, until it holds so many bytes unpacked. */
function* uploads(part: number, bytes: number, made: GarminMade): Generator<StreamedEntry> {
  let size = 0;
  while (size < bytes) {
    const i = made.runs++;
    const recording = hourOf(i % DIFFERENT_RUNS);
    const fit = writeActivity({ ...recording, startAtMs: FIRST_MS + i * DAY_S * 1000 });
    size += fit.length;
    yield { path: `someone@example.org_${part}${i}.fit`, pieces: [fit] };
    for (let m = 0; m < OTHERS_A_RUN; m++) {
      const other = otherOf((i * OTHERS_A_RUN + m) % DIFFERENT_OTHERS);
      made.others++;
      size += other.length;
      yield { path: `someone@example.org_${part}${i}_${m}.fit`, pieces: [other] };
    }
  }
  made.bytes += size;
}

/**
 * A Garmin export: parts with the uploads, each a zip packed once more, and the list of summaries with runs of before
 * the watch.
 */
export function garminExport(bytes: number, parts: number, made: GarminMade): AsyncGenerator<Uint8Array> {
  return zipBytes(
    (function* entries(): Generator<StreamedEntry> {
      for (let part = 1; part <= parts; part++)
        yield {
          path: `DI_CONNECT/DI-Connect-Uploaded-Files/UploadedFiles_0-_Part${part}.zip`,
          pieces: zipBytes(uploads(part, bytes / parts, made)),
        };
      const old = Array.from({ length: 500 }, (_, i) =>
        garminSummary({ atMs: FIRST_MS - (i + 1) * DAY_S * 1000, timerS: 1800 }),
      );
      const known = Array.from({ length: made.runs }, (_, i) =>
        garminSummary({ atMs: FIRST_MS + i * DAY_S * 1000, timerS: RUN_S, distanceM: 10_000 }),
      );
      made.listed += old.length;
      yield {
        path: 'DI_CONNECT/DI-Connect-Fitness/someone@example.org_0_summarizedActivities.json',
        pieces: [bytesOf(summariesJson([...old, ...known]))],
      };
    })(),
  );
}
