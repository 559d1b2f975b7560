/** Units that are turned into each other inside the engine; the calendar's are in `calendar/civil-day.ts`. [definition] */

/** Milliseconds in a second, seconds in a minute, metres in a kilometre. [definition] */
export const MS_PER_S = 1000;
export const SECONDS_PER_MINUTE = 60;
export const METRES_PER_KM = 1000;
