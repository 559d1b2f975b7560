/** What a run holds besides its distance: the hard part and the ground. */
import { SECONDS_PER_MINUTE } from '../units.ts';
import type { Draft } from './draft.ts';
import { madeOf } from './draft.ts';
import { climbWork, descentWork, speedWork } from './hard-work.ts';
import type { ChangeKind, HardWork, RunKind, Surface } from './plan-types.ts';
import { LAST_HARD_DAYS, RACE_GROUND_DAYS } from './race.ts';
import type { Standing } from './size-run.ts';

/** The hard part of an easy run, by the levels reached so far and the one that may rise today. */
export function workFor(
  draft: Draft,
  at: Standing,
  rises: ChangeKind | null,
): { kind: 'uphill' | 'speed' | 'downhill'; work: HardWork } | null {
  const { week, race } = draft;
  const { light } = at.played.state;
  if (light === 'EASE') return null;
  const made = madeOf(draft);
  const level = (kind: ChangeKind): number => made(kind).times + (rises === kind ? 1 : 0);
  const minutes = (metres: number | null): number | null =>
    metres === null || at.easySpeedMps === null ? null : metres / at.easySpeedMps / SECONDS_PER_MINUTE;
  const raceNear =
    race?.offer?.offered === 'yes' && race.day - at.day <= LAST_HARD_DAYS && race.day >= at.day;
  if (raceNear) return null;
  const weekMin = minutes(at.inForceM === null ? null : at.inForceM * draft.frequency);
  for (const kind of ['uphill', 'speed', 'downhill'] as const) {
    if (week.done.has(kind) || level(kind) === 0 || (rises !== null && rises !== kind)) continue;
    const work =
      kind === 'uphill'
        ? climbWork(level(kind))
        : kind === 'speed'
          ? speedWork(level(kind), weekMin)
          : descentWork(level(kind), minutes(at.inForceM));
    return { kind, work };
  }
  return null;
}

/** Even ground on the ladder; race ground towards a race; something else once a week in green. */
export function surfaceFor(
  draft: Draft,
  day: number,
  kind: RunKind,
  work: HardWork | null,
  green: boolean,
): Surface {
  const { race, week, frequency } = draft;
  if (kind === 'walk-run') return 'even';
  if (work?.kind === 'climb' || work?.kind === 'downhill') return 'hills';
  const towards =
    race !== null && race.offer?.offered !== 'no' && race.day > day && race.day - day <= RACE_GROUND_DAYS;
  if (towards && (kind !== 'easy' || frequency < 3 || week.runs > 0)) return 'race-ground';
  if (green && kind === 'easy' && !week.done.has('another')) {
    week.done.add('another');
    return 'another';
  }
  return 'as-usual';
}
