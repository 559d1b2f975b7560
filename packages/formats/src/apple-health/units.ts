/** Units as HealthKit writes them, in ours. A unit that is not known makes a value unknown, never another. */

const LENGTH_M: Readonly<Record<string, number>> = {
  m: 1, km: 1000, cm: 0.01, mm: 0.001, mi: 1609.344, ft: 0.3048, yd: 0.9144, in: 0.0254,
}; // prettier-ignore
const TIME_S: Readonly<Record<string, number>> = { s: 1, ms: 0.001, min: 60, hr: 3600, h: 3600 };

const factor = (table: Readonly<Record<string, number>>, unit: string): number =>
  Object.hasOwn(table, unit) ? (table[unit] ?? Number.NaN) : Number.NaN;

/** Metres in one `km`, `mi` …; NaN for no length. */
export const lengthM = (unit: string): number => factor(LENGTH_M, unit);

/** Seconds in one `min`, `ms` …; NaN for no time. */
export const timeS = (unit: string): number => factor(TIME_S, unit);

/** Metres a second in one `km/hr`, `mi/hr`, `m/s`; NaN for no speed. */
export function speedMps(unit: string): number {
  const [length = '', time = '', ...others] = unit.split('/');
  return others.length > 0 ? Number.NaN : lengthM(length) / timeS(time);
}

/** A quantity with its unit in one text: `4523 cm`. NaN for anything else. */
export function statedLengthM(text: string): number {
  const [value = '', unit = '', ...others] = text.trim().split(/\s+/);
  return others.length > 0 || value === '' ? Number.NaN : Number(value) * lengthM(unit);
}
