/** A calendar to subscribe to or to import once: events by day or by the wall clock, each with a name that stays. */

/** All day, or from a minute of the day on, by the clock on the wall wherever the runner is. */
export type When =
  | { readonly kind: 'day'; readonly date: string }
  | {
      readonly kind: 'local';
      readonly date: string;
      readonly startMinute: number;
      readonly durationMin: number;
    };

export interface CalendarEvent {
  /** Stays for as long as the event exists, however it moves. Letters, digits and `-._@`. */
  readonly uid: string;
  readonly when: When;
  readonly summary: string;
  /** Lines are parted by `\n`; empty: none. */
  readonly description: string;
  readonly categories: readonly string[];
  /** Taken out of the plan: calendars that knew it strike it out. */
  readonly cancelled: boolean;
}

/** An event as it goes out: how often it was changed, and when last. */
export interface PublishedEvent extends CalendarEvent {
  /** 0 at first, one more with every change. [rfc 5545, 3.8.7.4] */
  readonly sequence: number;
  /** Epoch milliseconds of that change. */
  readonly changedAtMs: number;
}

export interface Calendar {
  /** As it is called in the list of calendars. */
  readonly name: string;
  readonly events: readonly PublishedEvent[];
}
