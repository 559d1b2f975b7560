/** What a small, readable score of injury could look at: six figures of 21 days, each in a runner's words. */
import type { TrainingWeeks, Week } from './training-weeks.ts';

export interface Feature {
  readonly name: string;
  readonly of: (row: TrainingWeeks) => number;
}

const sum = (weeks: readonly Week[], of: (week: Week) => number): number =>
  weeks.reduce((total, week) => total + of(week), 0);
/** Keeps a ratio with a week of nothing finite. Our choice: one kilometre. km */
const SOFT_ZERO_KM = 1;

export const KM: Feature = { name: 'km of three weeks', of: ({ weeks }) => sum(weeks, ({ km }) => km) };
/** ln, so that doubling and halving are alike. */
export const LAST_AGAINST_BEFORE: Feature = {
  name: 'km of the last week against the two before',
  of: ({ weeks: [last, ...before] }) =>
    Math.log((last.km + SOFT_ZERO_KM) / (sum(before, ({ km }) => km) / before.length + SOFT_ZERO_KM)),
};
export const SESSIONS: Feature = {
  name: 'sessions',
  of: ({ weeks }) => sum(weeks, ({ sessions }) => sessions),
};
export const HARD_SHARE: Feature = {
  name: 'share of km above zone 2',
  of: (row) => sum(row.weeks, ({ hardKm }) => hardKm) / Math.max(SOFT_ZERO_KM, KM.of(row)),
};
export const LONGEST: Feature = {
  name: 'longest day',
  of: ({ weeks }) => Math.max(...weeks.map(({ longestKm }) => longestKm ?? 0)),
};
export const STRENGTH: Feature = {
  name: 'strength sessions',
  of: ({ weeks }) => sum(weeks, ({ strengthSessions }) => strengthSessions),
};
export const TOUGH: Feature = {
  name: 'tough sessions',
  of: ({ weeks }) => sum(weeks, ({ toughSessions }) => toughSessions),
};
/** The plain ratio of popular rules: last week's kilometres over those of the week before; 0 where those are none. */
export const WEEK_RATIO: Feature = {
  name: 'km of the last week ÷ the week before',
  of: ({ weeks: [last, before] }) => (before.km > 0 ? last.km / before.km : 0),
};

/** The six of models.md G. */
export const SIX: readonly Feature[] = [KM, LAST_AGAINST_BEFORE, SESSIONS, HARD_SHARE, LONGEST, STRENGTH];
/** The three that cost a runner nothing to know. [models.md G] */
export const THREE: readonly Feature[] = [KM, LAST_AGAINST_BEFORE, HARD_SHARE];
