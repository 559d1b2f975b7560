/** Times of a health export: `2019-06-11 15:00:42 -0700`, and the offset of a named time zone. */
import { statedOffsetMin, xmlDateMs } from '../read/xml-time.ts';

const joined = (text: string): string => `${text.slice(0, 19)}${text.slice(19).trim()}`;

/** Epoch milliseconds; NaN for what is no such time. */
export const appleTimeMs = (text: string): number => xmlDateMs(joined(text));

const formats = new Map<string, Intl.DateTimeFormat | null>();
/** Zones of one export; a traveller has some dozens. Our choice. */
const MOST_ZONES = 500;

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  let format: Intl.DateTimeFormat | null = null;
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch {
    // No zone of that name.
  }
  if (formats.size < MOST_ZONES) formats.set(zone, format);
  return format;
}

/**
 * Minutes east of UTC in a zone at a time; null where nobody knows that zone.
 * @param zone as `HKTimeZone` has it: `Europe/Berlin`
 */
export function zoneOffsetMin(zone: string, ms: number): number | null {
  const name = formatOf(zone)
    ?.formatToParts(ms)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign, hours = '0', minutes = '0'] = /^GMT(?:([+-])(\d{2}):(\d{2}))?$/.exec(name ?? '') ?? [];
  if (name === undefined) return null;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) + 0;
}

/**
 * The offset that stood on the runner's clock: that of the workout's own zone, else that of the date as written, which
 * is the phone's.
 */
export const localOffsetMin = (zone: string | null, startDate: string, ms: number): number | null =>
  (zone === null ? null : zoneOffsetMin(zone, ms)) ?? statedOffsetMin(joined(startDate));
