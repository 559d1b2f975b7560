/** Garmin's summaries for tests, in its own units. */

export interface SummaryOf {
  readonly atMs: number;
  readonly offsetMin?: number;
  readonly activityType?: string | null;
  readonly sportType?: string | null;
  readonly elapsedS?: number;
  readonly timerS?: number;
  readonly distanceM?: number;
  readonly ascentM?: number;
  readonly name?: string;
}

export const garminSummary = ({
  atMs,
  offsetMin = 0,
  activityType = 'running',
  sportType = 'RUNNING',
  timerS = 1800,
  elapsedS = timerS,
  distanceM = 5000,
  ascentM = 20,
  name = 'Run',
}: SummaryOf): Readonly<Record<string, unknown>> => ({
  activityId: atMs / 1000,
  name,
  activityType,
  userProfileId: 1,
  timeZoneId: 124,
  beginTimestamp: atMs,
  eventTypeId: 9,
  rule: 'private',
  sportType,
  startTimeGmt: atMs,
  startTimeLocal: atMs + offsetMin * 60_000,
  duration: timerS * 1000,
  distance: distanceM * 100,
  elevationGain: ascentM * 100,
  elevationLoss: ascentM * 100,
  avgSpeed: distanceM / timerS / 10,
  avgHr: 150,
  elapsedDuration: elapsedS * 1000,
  movingDuration: timerS * 1000,
  splitSummaries: [{ noOfSplits: 1, maxDistanceWithPrecision: distanceM * 100, splitType: 17 }],
});

export const summariesJson = (summaries: readonly Readonly<Record<string, unknown>>[]): string =>
  JSON.stringify([{ summarizedActivitiesExport: summaries }]);
