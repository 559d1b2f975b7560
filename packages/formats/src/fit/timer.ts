/** The recorder's timer by its own events: when it stood, and how long it ran. */
import type { Interval } from '@kneewise/engine';
import { numberOf } from './message-values.ts';
import type { Message } from './wire.ts';

const TIMER_START = 0;
/** stop, stop_all, stop_disable, stop_disable_all */
const TIMER_STOPS: ReadonlySet<number> = new Set([1, 4, 8, 9]);

/** FIT seconds. */
interface Stretch {
  readonly startS: number;
  readonly endS: number;
}

/** Stretches in which the timer stood, inside the leg. */
export function pausesOf(events: readonly Message[], leg: Stretch): Interval[] {
  const pauses: Interval[] = [];
  let stoppedS: number | null = null;
  for (const event of events) {
    const time = event.timestamp;
    const kind = numberOf(event, 1);
    if (time === null || kind === undefined || time < leg.startS || time > leg.endS) continue;
    if (TIMER_STOPS.has(kind)) stoppedS ??= time;
    else if (kind === TIMER_START && stoppedS !== null) {
      if (time > stoppedS) pauses.push({ fromS: stoppedS - leg.startS, toS: time - leg.startS });
      stoppedS = null;
    }
  }
  return pauses;
}

/** Timer time from start and stop events alone; undefined where the file tells of neither. */
export function timerFromEvents(
  events: readonly Message[],
  leg: Stretch,
  pauses: readonly Interval[],
): number | undefined {
  if (!events.some((event) => numberOf(event, 1) === TIMER_START)) return undefined;
  return pauses.reduce((left, { fromS, toS }) => left - (toS - fromS), leg.endS - leg.startS);
}
