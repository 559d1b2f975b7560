/** Shoes of a runner, and the kilometres on them (K13). The runs that name a shoe tell; what came before is asked. */
import { isoDay, parseIsoDay } from '../calendar/civil-day.ts';
import { type Measured, known, missing } from '../measured.ts';
import { dayOfRun } from '../pain/reports.ts';
import type { Run } from '../run/run.ts';

export interface Shoe {
  readonly id: string;
  readonly name: string;
  /** Local day of first use, `YYYY-MM-DD`; null: not said. */
  readonly since: string | null;
  /** Metres on it before the first run that names it; null: not said. */
  readonly startM: number | null;
  /** Heel height above forefoot, mm; null: not known. */
  readonly dropMm: number | null;
  /** Thickness of the sole at the heel, mm; null: not known. */
  readonly stackMm: number | null;
  /** Local day it was retired, or null. */
  readonly retiredOn: string | null;
}

/** Which shoe a run was in, by run id. A run that is not in the map was in none that is known. */
export type ShoeOfRun = ReadonlyMap<string, string>;

export interface ShoeUse {
  readonly shoe: Shoe;
  readonly runs: number;
  /** Of the runs that name it, metres; runs of unknown length are not in it. */
  readonly runM: number;
  /** With the starting figure; missing while that was not said. */
  readonly totalM: Measured<number>;
  /** Runs in it whose distance is not known. */
  readonly unknownRuns: number;
  readonly firstDate: string | null;
  readonly lastDate: string | null;
}

/** What is on a shoe. @param runs of the runner, in any order */
export function shoeUse(shoe: Shoe, runs: readonly Run[], shoeOf: ShoeOfRun): ShoeUse {
  if (shoe.startM !== null && !(shoe.startM >= 0)) {
    throw new RangeError(`startM must be 0 or above, got ${shoe.startM}`);
  }
  const inIt = runs.filter(({ id }) => shoeOf.get(id) === shoe.id);
  const days = inIt.map(dayOfRun);
  const runM = inIt.reduce((total, { distanceM }) => total + (distanceM.known ? distanceM.value : 0), 0);
  return {
    shoe,
    runs: inIt.length,
    runM,
    totalM:
      shoe.startM === null
        ? missing({ reason: 'not-recorded', what: 'distance on the shoe before' })
        : known(shoe.startM + runM),
    unknownRuns: inIt.filter(({ distanceM }) => !distanceM.known).length,
    firstDate: days.length === 0 ? shoe.since : isoDay(Math.min(...days)),
    lastDate: days.length === 0 ? null : isoDay(Math.max(...days)),
  };
}

/** The shoe of the runner's last run that names one which is not retired; null: none. */
export function usualShoe(shoes: readonly Shoe[], runs: readonly Run[], shoeOf: ShoeOfRun): Shoe | null {
  const inUse = new Map(shoes.filter(({ retiredOn }) => retiredOn === null).map((shoe) => [shoe.id, shoe]));
  const last = runs
    .toSorted((a, b) => b.startAtMs - a.startAtMs)
    .find(({ id }) => inUse.has(shoeOf.get(id) ?? ''));
  return last ? (inUse.get(shoeOf.get(last.id) ?? '') ?? null) : null;
}

/** Retires a shoe on a day; its runs keep naming it. @throws RangeError where the day is none */
export const retireShoe = (shoe: Shoe, date: string): Shoe => ({
  ...shoe,
  retiredOn: isoDay(parseIsoDay(date)),
});
export const shoeBackInUse = (shoe: Shoe): Shoe => ({ ...shoe, retiredOn: null });
