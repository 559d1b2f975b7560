/** What makes archives of Strava, Garmin and Apple Health, for tests and the bench of other packages. */
export { garminSummary, summariesJson } from './garmin-archive.ts';
export {
  healthRecord,
  healthTime,
  healthWorkout,
  healthXmlText,
  HEALTH_START_MS,
  WATCH,
} from './health-export.ts';
export { STRAVA_LANGUAGES, stravaTable, type StravaRow } from './strava-archive.ts';
export { enumOf, fitFile, message, NOON, u16, u32, u8 } from './fit-file.ts';
export { writeZip, type ZipPart } from './write-zip.ts';
