/** Columns of the samples. */
import type { Channel } from '@kneewise/engine';

export const CHANNEL_MEANINGS: Readonly<Record<'timeS' | Channel, readonly [is: string, unit: string]>> = {
  timeS: ['since the recording’s start', 's'],
  distanceM: ['distance so far', 'm'],
  speedMps: ['speed', 'm/s'],
  altitudeM: ['height above the sea', 'm'],
  gradeRatio: ['slope: metres up a metre ahead', 'ratio'],
  cadenceSpm: ['steps of both feet', 'steps/min'],
  heartRateBpm: ['heart rate', 'beats/min'],
  contactMs: ['ground contact time', 'ms'],
  oscillationMm: ['vertical oscillation', 'mm'],
  stepLengthM: ['length of a step', 'm'],
  balancePct: ['share of the left foot in ground contact', '%'],
  powerW: ['power', 'W'],
  latDeg: ['latitude, WGS 84', '°'],
  lonDeg: ['longitude, WGS 84', '°'],
};
