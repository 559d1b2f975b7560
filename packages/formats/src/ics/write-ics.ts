/** A calendar as text that every calendar program reads [rfc 5545]. Pure: the same calendar gives the same text. */
import { civilFromDay, parseIsoDay } from '@kneewise/engine';
import type { Calendar, PublishedEvent, When } from './calendar.ts';
import { contentLine, escapeText } from './content-line.ts';

const MINUTES_PER_HOUR = 60;
const MINUTES_PER_DAY = 1440;
/** How often subscribers are asked to look again. Our choice. */
const REFRESH = 'PT6H';
const UID = /^[\w.@-]+$/;

const padded = (value: number, width = 2): string => String(value).padStart(width, '0');

function basicDate(dayNumber: number): string {
  const { year, month, day } = civilFromDay(dayNumber);
  return `${padded(year, 4)}${padded(month)}${padded(day)}`;
}

/** A moment in UTC. */
function utc(atMs: number): string {
  const minutes = Math.floor(atMs / 60_000);
  const day = Math.floor(minutes / MINUTES_PER_DAY);
  const minute = minutes - day * MINUTES_PER_DAY;
  const second = Math.floor(atMs / 1000) - minutes * 60;
  return `${basicDate(day)}T${clock(minute)}${padded(second)}Z`;
}

const clock = (minute: number): string =>
  `${padded(Math.floor(minute / MINUTES_PER_HOUR))}${padded(minute % MINUTES_PER_HOUR)}`;

/** The wall clock, without a zone: it is that hour wherever the runner is. */
function local(date: string, minute: number): string {
  const day = parseIsoDay(date) + Math.floor(minute / MINUTES_PER_DAY);
  return `${basicDate(day)}T${clock(minute % MINUTES_PER_DAY)}00`;
}

/** An all-day event ends on the day after its last, which is not part of it. [rfc 5545, 3.6.1] */
function whenLines(when: When): string {
  if (when.kind === 'day') {
    const day = parseIsoDay(when.date);
    return (
      contentLine('DTSTART;VALUE=DATE', basicDate(day)) + contentLine('DTEND;VALUE=DATE', basicDate(day + 1))
    );
  }
  const { date, startMinute, durationMin } = when;
  if (!(Number.isInteger(startMinute) && startMinute >= 0 && startMinute < MINUTES_PER_DAY)) {
    throw new RangeError(`startMinute must be a whole minute from 0 to 1439, got ${startMinute}`);
  }
  if (!(Number.isInteger(durationMin) && durationMin > 0)) {
    throw new RangeError(`durationMin must be a whole number above 0, got ${durationMin}`);
  }
  return (
    contentLine('DTSTART', local(date, startMinute)) +
    contentLine('DTEND', local(date, startMinute + durationMin))
  );
}

function eventLines(event: PublishedEvent, stampMs: number): string {
  const { uid, when, summary, description, categories, sequence, changedAtMs, cancelled } = event;
  if (!UID.test(uid)) throw new RangeError(`uid must be letters, digits and -._@, got ${uid}`);
  if (!(Number.isInteger(sequence) && sequence >= 0)) {
    throw new RangeError(`sequence must be a whole number of 0 or above, got ${sequence}`);
  }
  return [
    contentLine('BEGIN', 'VEVENT'),
    contentLine('UID', uid),
    contentLine('DTSTAMP', utc(stampMs)),
    contentLine('SEQUENCE', String(sequence)),
    contentLine('LAST-MODIFIED', utc(changedAtMs)),
    whenLines(when),
    contentLine('SUMMARY', escapeText(summary)),
    ...(description === '' ? [] : [contentLine('DESCRIPTION', escapeText(description))]),
    ...(categories.length === 0 ? [] : [contentLine('CATEGORIES', categories.map(escapeText).join(','))]),
    contentLine('STATUS', cancelled ? 'CANCELLED' : 'CONFIRMED'),
    // A run in the calendar does not make anyone unavailable at work.
    contentLine('TRANSP', 'TRANSPARENT'),
    contentLine('END', 'VEVENT'),
  ].join('');
}

/**
 * @param stampMs epoch milliseconds at which this text is made (DTSTAMP)
 * @returns lines that end in CRLF; serve it as `text/calendar; charset=utf-8`
 * @throws RangeError for a uid, minute or sequence that is none, or two events of one uid
 */
export function writeIcs({ name, events }: Calendar, stampMs: number): string {
  const uids = new Set(events.map(({ uid }) => uid));
  if (uids.size !== events.length) throw new RangeError('events must each have a uid of their own');
  return [
    contentLine('BEGIN', 'VCALENDAR'),
    contentLine('VERSION', '2.0'),
    contentLine('PRODID', '-//Kneewise//Kneewise plan//EN'),
    contentLine('CALSCALE', 'GREGORIAN'),
    contentLine('METHOD', 'PUBLISH'),
    // The newer name of the property [rfc 7986], and the one most programs still read.
    contentLine('NAME', escapeText(name)),
    contentLine('X-WR-CALNAME', escapeText(name)),
    contentLine('REFRESH-INTERVAL;VALUE=DURATION', REFRESH),
    contentLine('X-PUBLISHED-TTL', REFRESH),
    ...events.map((event) => eventLines(event, stampMs)),
    contentLine('END', 'VCALENDAR'),
  ].join('');
}
