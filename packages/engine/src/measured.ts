/**
 * A value that may be unknown. Unknown is never 0, null or false: it carries the reason,
 * so that whoever shows it can say what is missing.
 */

/** Why something is not known, with the figures a person would ask for. */
export type Because =
  /** Enough of the right kind of data would answer it. */
  | {
      readonly reason: 'too-little-data';
      readonly what: string;
      readonly have: number;
      readonly need: number;
    }
  /** No sensor, field or answer holds it. */
  | { readonly reason: 'not-recorded'; readonly what: string }
  /** It was there, but outside what the method is valid for. */
  | {
      readonly reason: 'out-of-range';
      readonly what: string;
      readonly value: number;
      readonly low: number;
      readonly high: number;
    }
  /** The question does not arise here (cadence of a swim). */
  | { readonly reason: 'does-not-apply'; readonly what: string };

export type Measured<T> =
  | { readonly known: true; readonly value: T }
  | { readonly known: false; readonly because: Because };

export const known = <T>(value: T): Measured<T> => ({ known: true, value });

export const missing = (because: Because): { readonly known: false; readonly because: Because } => ({
  known: false,
  because,
});

/** Applies `f` to a known value; an unknown one keeps its reason. */
export const mapMeasured = <T, U>(measured: Measured<T>, f: (value: T) => U): Measured<U> =>
  measured.known ? known(f(measured.value)) : measured;

/** The value, or null where a file format or a JSON schema has no room for a reason. */
export const valueOrNull = <T>(measured: Measured<T>): T | null => (measured.known ? measured.value : null);
