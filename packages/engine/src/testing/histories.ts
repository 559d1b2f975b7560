/** Histories in short notation, for tests: what is left out is missing, as it would be in a real file. */
import { readFileSync, readdirSync } from 'node:fs';
import { parseIsoDay } from '../calendar/civil-day.ts';
import type { KneeLoad } from '../knee-load/knee-load.ts';
import { type Measured, known, missing } from '../measured.ts';
import type { CheckIn, Moment } from '../pain/check-in.ts';
import type { CadenceBin } from '../run/analyse-run.ts';
import type { OtherActivity, Run } from '../run/run.ts';

const measured = (value: number | undefined, what: string): Measured<number> =>
  value === undefined ? missing({ reason: 'not-recorded', what }) : known(value);

/** Epoch milliseconds of `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM` at an offset. */
export function at(text: string, utcOffsetMin = 0): number {
  const [day = '', time = '09:00'] = text.split('T');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return parseIsoDay(day) * 86_400_000 + (hour * 60 + minute - utcOffsetMin) * 60_000;
}

export interface ShortRun {
  readonly at: string;
  readonly id?: string;
  readonly km?: number;
  readonly speedMps?: number;
  readonly cadenceSpm?: number;
  readonly ascentM?: number;
  readonly descentM?: number;
  readonly loadBws?: number;
  readonly damage?: number;
  readonly bins?: readonly CadenceBin[];
  readonly utcOffsetMin?: number | null;
}

const kneeLoad = (impulseRunBws: number, km: number, damage: number): KneeLoad => ({
  peakForceBw: 6,
  impulsePerStepBws: 0.57,
  impulsePerKmBws: impulseRunBws / km,
  impulseRunBws,
  damagePerKm: { value: damage, exponent: 7 },
  sdRatio: 0.2,
  form: 'speed',
});

const USUAL_SPEED_MPS = 2.8;

export function run(short: ShortRun): Run {
  const utcOffsetMin = short.utcOffsetMin === undefined ? 0 : short.utcOffsetMin;
  const speedMps = short.speedMps ?? USUAL_SPEED_MPS;
  const movingS = ((short.km ?? 5) * 1000) / speedMps;
  return {
    id: short.id ?? short.at,
    startAtMs: at(short.at, utcOffsetMin ?? 0),
    utcOffsetMin,
    subSport: null,
    distanceM: measured(short.km === undefined ? undefined : Math.round(short.km * 1000), 'distance'),
    movingS: known(movingS),
    elapsedS: movingS,
    analysis: {
      engineVersion: 1,
      meanSpeedMps: short.km === undefined ? measured(undefined, 'speed') : known(speedMps),
      cadenceSpm: measured(short.cadenceSpm, 'cadence'),
      ascentM: measured(short.ascentM, 'altitude'),
      descentM: measured(short.descentM, 'altitude'),
      kneeLoad:
        short.loadBws === undefined
          ? missing({ reason: 'not-recorded', what: 'speed' })
          : known(kneeLoad(short.loadBws, short.km ?? 1, short.damage ?? 1)),
      cadenceBins: short.bins ?? [],
    },
  };
}

export const ride = (when: string): OtherActivity => ({
  startAtMs: at(when),
  utcOffsetMin: 0,
  sport: 'cycling',
});

export interface ShortCheckIn {
  readonly at: string;
  readonly when: Moment;
  readonly pain: number;
  /** Id of the run; left out: not bound to one. */
  readonly run?: string;
  readonly side?: 'left' | 'right';
  readonly onsetKm?: number;
  readonly stopSign?: boolean;
  readonly painkiller?: boolean;
  readonly eased?: boolean;
  readonly utcOffsetMin?: number;
}

export const checkIn = (short: ShortCheckIn): CheckIn => ({
  id: `${short.at}-${short.when}-${short.side ?? 'right'}`,
  runId: short.run ?? null,
  side: short.side ?? 'right',
  when: short.when,
  atMs: at(short.at, short.utcOffsetMin ?? 0),
  utcOffsetMin: short.utcOffsetMin ?? 0,
  pain: short.pain,
  onsetM: short.onsetKm === undefined ? null : Math.round(short.onsetKm * 1000),
  stopSign: short.stopSign ?? null,
  painkiller: short.painkiller ?? null,
  eased: short.eased ?? null,
});

export interface Scenario {
  readonly name: string;
  readonly input: unknown;
  readonly expected: object;
}

/** The scenarios of a folder: `name/input.json`, `name/expected.json` and, for people, `name/why.md`. */
export function scenarios(folder: URL): readonly Scenario[] {
  const read = (path: string): string => readFileSync(new URL(path, folder), 'utf8');
  return readdirSync(folder)
    .sort()
    .map((name) => {
      if (read(`${name}/why.md`).trim() === '') throw new Error(`${name}/why.md says nothing`);
      return {
        name,
        input: JSON.parse(read(`${name}/input.json`)),
        expected: JSON.parse(read(`${name}/expected.json`)),
      };
    });
}
