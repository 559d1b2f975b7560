/** Figures and dates for a reader: the one place where metres become kilometres or miles. */

export type Units = 'km' | 'mi';

const M_PER_KM = 1000;
/** International mile. */
const M_PER_MI = 1609.344;
const M_PER_FT = 0.3048;
const S_PER_MIN = 60;
const S_PER_H = 3600;
const MS_PER_MIN = 60_000;
const MS_PER_DAY = 86_400_000;

/** Keeps a figure and its unit on one line. */
const NO_BREAK = '\u00a0';
/** Around a dash, so that a range never breaks at it. */
const JOINER = '\u2060';
const MINUS = '−';

/** Regions whose roads are signed in miles and whose runners speak of them; others may choose so. */
const MILE_REGIONS: ReadonlySet<string> = new Set(['US']);

/** Units of a locale where the runner chose none. */
export const unitsOf = (locale: string): Units =>
  MILE_REGIONS.has(new Intl.Locale(locale).region ?? '') ? 'mi' : 'km';

/** Some systems name a locale no standard knows, such as `en-US@posix`. */
export function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

/** The runner's own variant of the language the words are in, so that a date never mixes two languages. */
export const localeFor = (language: string, preferred: readonly string[]): string =>
  preferred.find((tag) => tag.split('-')[0] === language && isLocale(tag)) ??
  (language === 'en' ? 'en-GB' : language);

/** `YYYY-MM-DD` or epoch milliseconds with the place's offset, as a moment whose UTC clock shows local time. */
const localClock = (day: string | number, utcOffsetMin: number | null = 0): number =>
  typeof day === 'string' ? Date.parse(`${day}T12:00:00Z`) : day + (utcOffsetMin ?? 0) * MS_PER_MIN;

export interface Format {
  readonly locale: string;
  readonly units: Units;
  readonly unit: string;
  readonly paceUnit: string;
  /** Metres in one unit of climb: 1, or a foot. */
  readonly climbUnitM: number;
  /** Metres in the runner's unit, without its name. */
  inUnit(metres: number): number;
  fromUnit(figure: number): number;
  number(value: number, digits?: number): string;
  /** `3.1 km` */
  distance(metres: number, digits?: number): string;
  /** `3.1` */
  distanceFigure(metres: number, digits?: number): string;
  /** `3.2–4.3 km` */
  distanceRange(lowM: number, highM: number): string;
  /** `410 m` or `1,350 ft` */
  climb(metres: number): string;
  /** Seconds a kilometre → `6:13` in the runner's unit. */
  pace(sPerKm: number): string;
  paceRange(fastSPerKm: number, slowSPerKm: number): string;
  /** `25:30`, `1:02:11` */
  duration(seconds: number): string;
  /** Share of one → `14 %` */
  percent(share: number): string;
  /** Share of one → `+38 %`, `−18 %` */
  change(share: number): string;
  range(low: string, high: string): string;
  /** `Tuesday 17 November` */
  day(day: string | number, utcOffsetMin?: number | null): string;
  /** `17 November 2026` */
  date(day: string | number, utcOffsetMin?: number | null): string;
  /** `17 Nov` */
  shortDate(day: string | number, utcOffsetMin?: number | null): string;
  year(day: string | number, utcOffsetMin?: number | null): string;
  weekday(day: string | number, utcOffsetMin?: number | null): string;
  month(day: string | number): string;
  /** `November 2026` */
  monthYear(day: string | number): string;
  time(atMs: number, utcOffsetMin: number | null): string;
  fileSize(bytes: number): string;
}

function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const h = Math.floor(whole / S_PER_H);
  const min = Math.floor((whole % S_PER_H) / S_PER_MIN);
  const s = String(whole % S_PER_MIN).padStart(2, '0');
  return h > 0 ? `${h}:${String(min).padStart(2, '0')}:${s}` : `${min}:${s}`;
}

const range = (low: string, high: string): string =>
  low === high ? low : `${low}${JOINER}–${JOINER}${high}`;

/** @param locale BCP 47 tag, such as `en-GB` */
export function createFormat(locale: string, units: Units): Format {
  const metresPerUnit = units === 'mi' ? M_PER_MI : M_PER_KM;
  const numbers = new Map<number, Intl.NumberFormat>();
  const number = (value: number, digits = 0): string => {
    let format = numbers.get(digits);
    if (format === undefined) {
      format = new Intl.NumberFormat(locale, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      });
      numbers.set(digits, format);
    }
    // "−0" would say that something fell.
    const shown = format.format(Math.abs(value));
    return value < 0 && /[1-9]/.test(shown) ? `${MINUS}${shown}` : shown;
  };
  const dates = new Map<string, Intl.DateTimeFormat>();
  const date = (options: Intl.DateTimeFormatOptions, at: number): string => {
    const key = JSON.stringify(options);
    let format = dates.get(key);
    if (format === undefined) {
      format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
      dates.set(key, format);
    }
    return format.format(at);
  };
  const unit = units;
  const distanceFigure = (metres: number, digits = 1): string => number(metres / metresPerUnit, digits);
  const pace = (sPerKm: number): string => clock((sPerKm * metresPerUnit) / M_PER_KM);

  return {
    locale,
    units,
    unit,
    paceUnit: `/${unit}`,
    climbUnitM: units === 'mi' ? M_PER_FT : 1,
    inUnit: (metres) => metres / metresPerUnit,
    fromUnit: (figure) => figure * metresPerUnit,
    number,
    distance: (metres, digits) => `${distanceFigure(metres, digits)}${NO_BREAK}${unit}`,
    distanceFigure,
    distanceRange: (lowM, highM) => `${range(distanceFigure(lowM), distanceFigure(highM))}${NO_BREAK}${unit}`,
    climb: (metres) =>
      units === 'mi' ? `${number(metres / M_PER_FT)}${NO_BREAK}ft` : `${number(metres)}${NO_BREAK}m`,
    pace,
    paceRange: (fast, slow) => range(pace(fast), pace(slow)),
    duration: clock,
    percent: (share) => `${number(share * 100)}${NO_BREAK}%`,
    change: (share) => {
      const shown = number(share * 100);
      return `${share > 0 && shown !== '0' ? '+' : ''}${shown}${NO_BREAK}%`;
    },
    range,
    day: (day, offset) => date({ weekday: 'long', day: 'numeric', month: 'long' }, localClock(day, offset)),
    date: (day, offset) => date({ day: 'numeric', month: 'long', year: 'numeric' }, localClock(day, offset)),
    shortDate: (day, offset) => date({ day: 'numeric', month: 'short' }, localClock(day, offset)),
    year: (day, offset) => date({ year: 'numeric' }, localClock(day, offset)),
    weekday: (day, offset) => date({ weekday: 'long' }, localClock(day, offset)),
    month: (day) => date({ month: 'short' }, localClock(day)),
    monthYear: (day) => date({ month: 'long', year: 'numeric' }, localClock(day)),
    time: (atMs, offset) => date({ hour: '2-digit', minute: '2-digit' }, localClock(atMs, offset)),
    fileSize: (bytes) =>
      bytes < 1e6
        ? `${number(Math.max(1, bytes / 1e3))}${NO_BREAK}kB`
        : `${number(bytes / 1e6, 1)}${NO_BREAK}MB`,
  };
}

/** The local calendar day of a moment, `YYYY-MM-DD`. */
export const dayOf = (atMs: number, utcOffsetMin: number | null): string =>
  new Date(localClock(atMs, utcOffsetMin)).toISOString().slice(0, 10);

/** Whole days from one `YYYY-MM-DD` to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((localClock(to) - localClock(from)) / MS_PER_DAY);
