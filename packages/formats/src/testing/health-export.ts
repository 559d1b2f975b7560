/** Apple Health exports for tests: old and new ways to write a workout, readings of a watch. */

export interface RecordOf {
  /** Without `HKQuantityTypeIdentifier`. */
  readonly type: string;
  readonly unit: string;
  /** Seconds after `HEALTH_START_MS`. */
  readonly fromS: number;
  readonly toS?: number;
  readonly value: number;
  readonly source?: string;
}

export interface WorkoutOf {
  /** Without `HKWorkoutActivityType`. */
  readonly type?: string;
  readonly fromS?: number;
  readonly toS?: number;
  /** Active time; minutes as HealthKit writes it. */
  readonly durationMin?: number;
  readonly distance?: readonly [value: number, unit: string];
  /** Attributes of exports before iOS 16, else statistics. */
  readonly old?: boolean;
  readonly route?: string;
  readonly inside?: string;
  readonly source?: string;
}

export const HEALTH_START_MS = Date.UTC(2024, 4, 1, 6);
export const WATCH = 'Läuferin’s Apple Watch';

/** As the export of a phone in Berlin has it. */
export const healthTime = (s: number): string =>
  `${new Date(HEALTH_START_MS + s * 1000 + 7_200_000).toISOString().slice(0, 19).replace('T', ' ')} +0200`;

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export const healthRecord = ({ type, unit, fromS, toS = fromS, value, source = WATCH }: RecordOf): string =>
  ` <Record type="HKQuantityTypeIdentifier${type}" sourceName="${attribute(source)}" sourceVersion="10.4" unit="${unit}" creationDate="${healthTime(toS)}" startDate="${healthTime(fromS)}" endDate="${healthTime(toS)}" value="${value}"/>\n`;

export function healthWorkout({
  type = 'Running',
  fromS = 0,
  toS = 1800,
  durationMin = (toS - fromS) / 60,
  distance = [5, 'km'],
  old = false,
  route,
  inside = '',
  source = WATCH,
}: WorkoutOf = {}): string {
  const [value, unit] = distance;
  const totals = old
    ? ` totalDistance="${value}" totalDistanceUnit="${unit}" totalEnergyBurned="300" totalEnergyBurnedUnit="kcal"`
    : '';
  const statistics = old
    ? ''
    : `  <WorkoutStatistics type="HKQuantityTypeIdentifierActiveEnergyBurned" startDate="${healthTime(fromS)}" endDate="${healthTime(toS)}" sum="300" unit="kcal"/>\n  <WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" startDate="${healthTime(fromS)}" endDate="${healthTime(toS)}" sum="${value}" unit="${unit}"/>\n`;
  const file =
    route === undefined
      ? ''
      : `  <WorkoutRoute sourceName="${source}" startDate="${healthTime(fromS)}" endDate="${healthTime(toS)}">\n   <FileReference path="/workout-routes/${route}"/>\n  </WorkoutRoute>\n`;
  const device = attribute(
    '<<HKDevice: 0x3037d2fd0>, name:Apple Watch, manufacturer:Apple Inc., model:Watch, hardware:Watch6,10, software:10.6.1, creation date:2024-08-24 17:12:03 +0000>',
  );
  return ` <Workout workoutActivityType="HKWorkoutActivityType${type}" duration="${durationMin}" durationUnit="min"${totals} sourceName="${attribute(source)}" sourceVersion="10.4" device="${device}" creationDate="${healthTime(toS)}" startDate="${healthTime(fromS)}" endDate="${healthTime(toS)}">\n${statistics}${inside}${file} </Workout>\n`;
}

/** The document type in short, with the apostrophe that stands in a remark of the real one. */
const DOCTYPE = `<!DOCTYPE HealthData [
<!-- HealthKit Export Version: 13 -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Correlation|Workout|ActivitySummary)*)>
<!ATTLIST HealthData locale CDATA #REQUIRED>
<!-- Note: any Records that appear as children of a correlation also appear as top-level records in this document's list. -->
<!ATTLIST Record type CDATA #REQUIRED unit CDATA #IMPLIED value CDATA #IMPLIED>
]>`;

export const healthXmlText = (...parts: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${DOCTYPE}\n<HealthData locale="de_DE">\n <ExportDate value="${healthTime(90_000)}"/>\n <Me HKCharacteristicTypeIdentifierDateOfBirth="1990-02-02"/>\n${parts.join('')}</HealthData>\n`;
