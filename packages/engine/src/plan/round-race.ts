/** The days round a race: judged, tapered, run, and half as much after it. */
import { DAYS_PER_WEEK, isoDay } from '../calendar/civil-day.ts';
import { known, missing } from '../measured.ts';
import { buildRun, secondsOf, toldDown } from './build-run.ts';
import type { Draft } from './draft.ts';
import { askToday, metresBetween, standingOn } from './imagined.ts';
import { place } from './place-run.ts';
import type { PlanReason } from './plan-types.ts';
import { planReason } from './plan-reasons.ts';
import {
  AFTER_DAYS,
  JUDGED_DAYS,
  MEAN_WEEKS,
  SHARE_AFTER,
  holdsOnTheDay,
  offerRace,
  taperDays,
  tapersOf,
} from './race.ts';

/** Per cent of a ratio. [definition] */
const PERCENT = 100;

/** Two weeks before the race, or at once where it is nearer: is it on offer? */
export function judgeRace(draft: Draft, day: number): void {
  const { race, life, input } = draft;
  if (race === null || input.race === null || race.offer !== null) return;
  if (day < race.day - JUDGED_DAYS || day > race.day) return;
  // As `today` has it: days off count.
  race.offer = offerRace(input.race, askToday(life, day), standingOn(life, day).ground.longest30M(day));
  if (race.offer.offered !== 'yes') return;
  const from = race.day - taperDays(input.race);
  const meanM = metresBetween(life, from - MEAN_WEEKS * DAYS_PER_WEEK, from - 1) / MEAN_WEEKS;
  race.tapers = tapersOf(input.race, race.day, meanM);
  for (const taper of race.tapers) race.usedM.set(taper, metresBetween(life, taper.from, day - 1));
}

/** What the weeks round a race leave of a distance. */
export function roundRace(
  draft: Draft,
  day: number,
  metres: number,
): { metres: number; why: readonly PlanReason[] } {
  const { race, frequency, slots } = draft;
  if (race === null || race.offer?.offered !== 'yes') return { metres, why: [] };
  const since = day - race.day;
  if (since > 0 && since <= AFTER_DAYS) {
    return {
      metres: toldDown(SHARE_AFTER * metres),
      why: [planReason('after-race', { sharePercent: SHARE_AFTER * PERCENT })],
    };
  }
  const taper = race.tapers.find(({ from, to }) => day >= from && day <= to);
  if (!taper) return { metres, why: [] };
  const left = taper.budgetM - (race.usedM.get(taper) ?? 0);
  const daysLeft = taper.to - day + 1;
  const here = slots.filter(
    (slot) => slot.day > day && slot.day <= taper.to && slot.day !== race.day - 1,
  ).length;
  // Weeks that are not reserved yet: as many runs as usual.
  const later = Math.floor((frequency * Math.max(0, daysLeft - DAYS_PER_WEEK)) / DAYS_PER_WEEK);
  const most = toldDown(Math.max(0, left) / (1 + here + later));
  return {
    metres: Math.min(metres, most),
    why: [
      planReason(taper.week === 'last' ? 'taper-last-week' : 'taper-first-week', { budgetM: taper.budgetM }),
    ],
  };
}

/** The race itself, where it is on offer and the knee is green on the day. */
export function raceRun(draft: Draft, day: number): void {
  const { race, input, life } = draft;
  if (race === null || input.race === null || race.day !== day || race.offer?.offered !== 'yes') return;
  const { state, ground } = standingOn(life, day - 1);
  const answer = askToday(life, day);
  const against = holdsOnTheDay(state, answer, day);
  if (against.length > 0) {
    race.offer = {
      offered: 'no',
      why: [...race.offer.why, ...against],
      instead: ['shorter', 'walk-run', 'later'],
    };
    return;
  }
  const distanceM = known(input.race.distanceM);
  const built = buildRun(draft, {
    slot: { id: `race-${isoDay(day)}`, day, moved: false },
    day,
    answer,
    kind: 'race',
    distanceM,
    ladder: null,
    easySpeedMps: ground.easySpeedMps,
    work: null,
    surface: 'race-ground',
    change: null,
    why: [planReason('race-day'), ...race.offer.why],
  });
  place(draft, day, {
    ...built,
    beat: null,
    durationS: secondsOf(distanceM, ground.easySpeedMps),
    paceSPerKm: missing({ reason: 'does-not-apply', what: 'easy pace' }),
  });
}
