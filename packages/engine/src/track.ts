/**
 * A recording as columns: one typed array a channel, all of one length.
 * A sensor that was not there is an absent column; a sample that is missing is NaN.
 */

/** Every channel a track can hold besides `timeS`. The unit is in the name; cadence counts both feet. */
export const CHANNELS = [
  'distanceM',
  'speedMps',
  'altitudeM',
  'gradeRatio',
  'cadenceSpm',
  'heartRateBpm',
  'contactMs',
  'oscillationMm',
  'stepLengthM',
  'balancePct',
  'powerW',
  'latDeg',
  'lonDeg',
] as const;

export type Channel = (typeof CHANNELS)[number];

export type Track = {
  /** Seconds since the recording's start; never falls. */
  readonly timeS: Float64Array;
} & { readonly [C in Channel]?: Float64Array };

/** A stretch of a recording, in seconds since its start. */
export interface Interval {
  readonly fromS: number;
  readonly toS: number;
}

/** The channels a track really has, in the order of `CHANNELS`. */
export const channelsOf = (track: Track): Channel[] =>
  CHANNELS.filter((channel) => track[channel] !== undefined);
