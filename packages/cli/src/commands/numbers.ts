/** Option values: numbers with their allowed interval in the message. */
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

/** A day of the calendar, `YYYY-MM-DD`; 30 February is none. */
export function day(text: string): string {
  const at = new Date(`${text}T00:00:00Z`);
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(text) ||
    Number.isNaN(at.getTime()) ||
    at.toISOString().slice(0, 10) !== text
  )
    throw new InvalidArgumentError(`It must be a day, YYYY-MM-DD, got ${text}.`);
  return text;
}
