/** Option values: numbers with their allowed interval in the message. */
import { isDay } from '@kneewise/engine';
import { InvalidArgumentError } from 'commander';

export const numberBetween =
  (low: number, high: number, unit: string) =>
  (text: string): number => {
    const value = Number(text);
    if (text.trim() === '' || !Number.isFinite(value) || value < low || value > high)
      throw new InvalidArgumentError(`It must be a number from ${low} to ${high} ${unit}, got ${text}.`);
    return value;
  };

export const wholeBetween =
  (low: number, high: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < low || value > high)
      throw new InvalidArgumentError(`It must be a whole number from ${low} to ${high}, got ${text}.`);
    return value;
  };

/** Nobody's watch recorded before it. Our choice. */
const OLDEST_DAY = '1970-01-01';

/** A day of the calendar, `YYYY-MM-DD`. */
export function day(text: string): string {
  if (!isDay(text) || text < OLDEST_DAY)
    throw new InvalidArgumentError(`It must be a day, YYYY-MM-DD, from ${OLDEST_DAY} on, got ${text}.`);
  return text;
}
