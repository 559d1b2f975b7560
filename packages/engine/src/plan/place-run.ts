/** A planned run is written down and lived: the days after it know of it. */
import { IMAGINED_SPEED_MPS, imaginedSeconds } from './build-run.ts';
import type { Draft } from './draft.ts';
import { addRun, standingOn } from './imagined.ts';
import type { PlannedRun } from './plan-types.ts';

const used = ({ race }: Draft, day: number, metres: number): void => {
  const taper = race?.tapers.find(({ from, to }) => day >= from && day <= to);
  if (race && taper) race.usedM.set(taper, (race.usedM.get(taper) ?? 0) + metres);
};

/** Writes a run down and lives it. */
export function place(draft: Draft, day: number, run: PlannedRun): void {
  const { life, runs, changes, week } = draft;
  runs.push(run);
  week.runs += 1;
  if (run.beat !== null) week.beats += 1;
  if (run.ladder !== null) draft.lastStep = run.ladder.step;
  if (run.change !== null) changes.push({ kind: run.change, date: run.date, sessionId: run.id });
  const speed = standingOn(life, day).ground.easySpeedMps ?? IMAGINED_SPEED_MPS;
  const seconds = imaginedSeconds(run, speed);
  const metres = run.distanceM.known ? run.distanceM.value : seconds * speed;
  used(draft, day, metres);
  addRun(life, day, metres, seconds);
}
