/** The sessions of a plan as events of a calendar. Words come from whoever asks, in the runner's language and units. */
import { type PlanSession, type WeeksAhead, isRunSession } from '@kneewise/engine';
import type { CalendarEvent, When } from './calendar.ts';

/** Where no pace tells how long a run takes, and for strength. Our choice. Minutes */
const RUN_MIN = 40;
const STRENGTH_MIN = 40;
const SECONDS_PER_MINUTE = 60;
/** Strength on the day of a run: after it, six hours later where that can be. [doma-2012; hours our choice] Minutes */
const AFTER_RUN_MIN = 360;
const MINUTES_PER_DAY = 1440;
/** The latest that strength begins, minute of the day. Our choice: half past eight in the evening. */
const LATEST_STRENGTH_MIN = 1230;

export interface PlanCalendarOptions {
  /** Own to the runner and kept: two plans in one calendar must not take each other's events. */
  readonly calendarId: string;
  /** Minute of the day that runs begin at; null: events of a whole day. */
  readonly startMinute: number | null;
  readonly say: (session: PlanSession) => {
    readonly summary: string;
    readonly description: string;
    readonly category: string;
  };
}

const minutesOf = (session: PlanSession): number => {
  if (session.kind === 'strength') return STRENGTH_MIN;
  if (!isRunSession(session)) return session.minutes;
  return session.durationS.known
    ? Math.max(1, Math.ceil(session.durationS.value / SECONDS_PER_MINUTE))
    : RUN_MIN;
};

function whenOf(session: PlanSession, startMinute: number | null): When {
  if (startMinute === null) return { kind: 'day', date: session.date };
  const later =
    session.kind === 'strength' && session.afterRun
      ? Math.max(startMinute, Math.min(LATEST_STRENGTH_MIN, startMinute + AFTER_RUN_MIN))
      : startMinute;
  return {
    kind: 'local',
    date: session.date,
    startMinute: Math.min(MINUTES_PER_DAY - 1, later),
    durationMin: minutesOf(session),
  };
}

export const planEvents = (
  { sessions }: WeeksAhead,
  { calendarId, startMinute, say }: PlanCalendarOptions,
): readonly CalendarEvent[] =>
  sessions.map((session) => {
    const { summary, description, category } = say(session);
    return {
      uid: `${session.id}.${calendarId}@kneewise`,
      when: whenOf(session, startMinute),
      summary,
      description,
      categories: [category],
      cancelled: false,
    };
  });
