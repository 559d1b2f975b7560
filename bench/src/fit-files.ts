/** The bytes that every FIT decoder of the bench reads: a three-hour run of our own, and real files where they are. */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { known, missing, type Recording } from '@kneewise/engine';
import { writeActivity } from '@kneewise/formats/fit-writer';

const REAL = [
  'sports-lib/fit/6914448270.fit',
  'sports-lib/fit/6782987395.fit',
  'fitdecode/activity-large-fenxi2-multisport.fit',
  'sports-lib/fit/6860622783.fit',
];
const SHARED = fileURLToPath(new URL('../../../shared/data/activities/', import.meta.url));
const THREE_HOURS_S = 3 * 3600;

export interface BenchFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const sway = (second: number, period: number): number => Math.sin(second / period);

/** Every channel a good watch records, moving as they move in a run, once a second for three hours. */
function threeHours(): Recording {
  const column = (at: (second: number) => number): Float64Array =>
    Float64Array.from({ length: THREE_HOURS_S }, (_, second) => at(second));
  return {
    startAtMs: Date.UTC(2026, 8, 27, 7, 0),
    utcOffsetMin: 120,
    sport: 'running',
    subSport: null,
    name: null,
    device: 'Kneewise simulated runner',
    distanceM: known(2.8 * THREE_HOURS_S),
    movingS: known(THREE_HOURS_S),
    elapsedS: THREE_HOURS_S - 1,
    ascentM: known(120),
    descentM: missing({ reason: 'not-recorded', what: 'descent' }),
    pauses: [],
    track: {
      timeS: column((second) => second),
      distanceM: column((second) => 2.8 * second),
      speedMps: column((second) => 2.8 + 0.2 * sway(second, 40)),
      altitudeM: column((second) => 50 + 20 * sway(second, 600)),
      cadenceSpm: column((second) => 166 + 4 * sway(second, 90)),
      heartRateBpm: column((second) => 148 + 8 * sway(second, 300)),
      contactMs: column((second) => 262 + 9 * sway(second, 70)),
      oscillationMm: column((second) => 86 + 5 * sway(second, 55)),
      stepLengthM: column((second) => 1.01 + 0.05 * sway(second, 65)),
      balancePct: column((second) => 50 + 0.6 * sway(second, 120)),
      powerW: column((second) => 240 + 25 * sway(second, 33)),
      latDeg: column((second) => 10 + 0.01 * sway(second, 900)),
      lonDeg: column((second) => -30 + 0.01 * sway(second, 700)),
    },
  };
}

export const benchFiles = (): BenchFile[] => [
  { name: 'three hours, every sensor (made here)', bytes: writeActivity(threeHours()) },
  ...REAL.map((path) => `${SHARED}${path}`)
    .filter((path) => existsSync(path))
    .map((path) => ({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) })),
];
