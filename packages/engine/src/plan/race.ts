/** A race: whether it is on offer, and the days before and after it (training.md §4). */
import { spikeBin } from '../audit/session-spikes.ts';
import type { PainState } from '../pain/state.ts';
import type { Today } from '../today/today-types.ts';
import type { PlanReason, Race, RaceOffer } from './plan-types.ts';
import { planReason } from './plan-reasons.ts';

/** Metres of the usual races. [definition] */
const FIVE_KM_M = 5000;
const TEN_KM_M = 10_000;
const HALF_M = 21_098;

/** Longest run of thirty days that a race asks for, share of its distance. Our choice; [frandsen-2025] for the jump. */
const LONGEST_SHARES: readonly { readonly upToM: number; readonly share: number }[] = [
  { upToM: FIVE_KM_M, share: 1 },
  { upToM: TEN_KM_M, share: 0.8 },
  { upToM: HALF_M, share: 0.75 },
  { upToM: Infinity, share: 0.65 },
];

/** Days before the race: judged, and less is run; shares of the four-week mean. [bosquet-2007: 41–60 % less over two weeks] */
export const JUDGED_DAYS = 14;
const TAPER_DAYS_SHORT = 7;
const TAPER_DAYS_LONG = 14;
const LAST_WEEK_DAYS = 7;
const SHARE_FIRST_WEEK = 0.7;
const SHARE_LAST_WEEK = 0.45;
/** Nothing rises so many days before and after. Our choice. */
export const NO_RAISE_DAYS = 14;
/** No long run, no hard run, no strength within these days before. Our choices. */
export const LAST_LONG_DAYS = 8;
export const LAST_HARD_DAYS = 4;
export const LAST_STRENGTH_DAYS = 4;
export const LIGHT_STRENGTH_DAYS = 7;
export const MOST_LIGHT_SESSIONS = 2;
/** The week after: half of what would be run. Our choice. */
export const AFTER_DAYS = 7;
export const SHARE_AFTER = 0.5;
/** So long before the race no EASE. Our choice. */
const NO_EASE_DAYS = 14;
/** The mean that the taper is taken from, weeks. Our choice. */
export const MEAN_WEEKS = 4;
/** Runs are on race ground from here on, days before. [popular-articles: four weeks] */
export const RACE_GROUND_DAYS = 28;

/** Per cent of a ratio. [definition] */
const PERCENT = 100;

export const taperDays = ({ distanceM }: Race): number =>
  distanceM >= HALF_M ? TAPER_DAYS_LONG : TAPER_DAYS_SHORT;

/** Longest run asked for, metres. */
export const longestAskedM = ({ distanceM }: Race): number =>
  distanceM * (LONGEST_SHARES.find(({ upToM }) => distanceM <= upToM)?.share ?? 1);

/**
 * Judged two weeks before, by the state that is expected then.
 * @param longest30M longest run of thirty days then, metres; null: none
 */
export function offerRace(
  race: Race,
  standing: Pick<PainState, 'stage' | 'light'>,
  longest30M: number | null,
): RaceOffer {
  const running = standing.stage === 'BUILD' || standing.stage === 'CLEAR';
  const light = standing.light === 'GO' || standing.light === 'HOLD';
  const askedM = longestAskedM(race);
  const long = longest30M !== null && longest30M >= askedM;
  const ratio = longest30M === null || longest30M === 0 ? null : race.distanceM / longest30M;
  const why: PlanReason[] = [
    ...(running ? [] : [planReason('race-stage')]),
    ...(light ? [] : [planReason('race-light')]),
    ...(long ? [] : [planReason('race-longest', { askedM, longestM: longest30M ?? 0 })]),
    ...(ratio === null
      ? []
      : [
          planReason('race-jump', {
            overPercent: Math.max(0, Math.round((ratio - 1) * PERCENT)),
            bin: spikeBin(ratio).bin,
          }),
        ]),
  ];
  return running && light && long
    ? { offered: 'yes', why, instead: [] }
    : { offered: 'no', why, instead: ['shorter', 'walk-run', 'later'] };
}

/** On the day itself: running without walks, GO, and no EASE or PAUSE for fourteen days. @param standing as `today` has it */
export function holdsOnTheDay(
  state: PainState,
  standing: Pick<Today, 'stage' | 'light' | 'action' | 'next'>,
  day: number,
): readonly PlanReason[] {
  // A morning, a fever or pain now stands against it; that the last run is near does not.
  const sore = standing.action === 'rest' && standing.next === null;
  const trouble = state.troubleUntilDay !== null && day - state.troubleUntilDay < NO_EASE_DAYS;
  return [
    ...(standing.stage === 'BUILD' || standing.stage === 'CLEAR' ? [] : [planReason('race-stage')]),
    ...(standing.light === 'GO' && !sore ? [] : [planReason('race-light')]),
    ...(trouble ? [planReason('race-trouble', { days: NO_EASE_DAYS })] : []),
  ];
}

export interface Taper {
  /** Day numbers, both included. */
  readonly from: number;
  readonly to: number;
  /** Metres that these days hold at most. */
  readonly budgetM: number;
  readonly week: 'first' | 'last';
}

/** The weeks before a race and what they hold. @param meanM mean of four weeks before the taper, metres */
export function tapersOf(race: Race, raceDay: number, meanM: number): readonly Taper[] {
  const last: Taper = {
    from: raceDay - LAST_WEEK_DAYS,
    to: raceDay - 1,
    budgetM: SHARE_LAST_WEEK * meanM,
    week: 'last',
  };
  const days = taperDays(race);
  return days > LAST_WEEK_DAYS
    ? [
        {
          from: raceDay - days,
          to: raceDay - LAST_WEEK_DAYS - 1,
          budgetM: SHARE_FIRST_WEEK * meanM,
          week: 'first',
        },
        last,
      ]
    : [last];
}
