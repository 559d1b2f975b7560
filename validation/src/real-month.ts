/**
 * One real runner's June 2013: the cadence line and the search for fading form on it, beside what the prototype
 * of models.md D and E found on the same files. Reproduction of an algorithm, not of a published finding.
 */
import {
  analyseRun,
  cadenceAt,
  type CadenceLine,
  cadenceLine,
  type FadingForm,
  fadingForm,
  gradeAlong,
  halfMinuteBins,
  isRun,
  motionOf,
  type Recording,
} from '@kneewise/engine';
import { readSource, walk } from '@kneewise/formats';
import { sharedPath } from './data-folder.ts';
import { agrees, type Row, skipped, type Subject } from './row.ts';

const FOLDER = 'activities/trackeR';
/** The folder also holds a run of 2017: not of this month. */
const MONTH = '2013-06';
const MS_PER_DAY = 86_400_000;
const METRES_PER_KM = 1000;

const subject = (section: string, quantity: string, unit: string): Subject => ({
  section,
  quantity: `real month: ${quantity}`,
  source: 'prototype, models.md',
  unit,
});

async function readMonth(folder: string): Promise<Recording[]> {
  const recordings: Recording[] = [];
  for await (const found of walk([folder])) {
    if (found.kind !== 'file') continue;
    const { result } = await readSource(found.file);
    if (!result.ok) continue;
    for (const { recording } of result.activities) {
      const ofMonth = new Date(recording.startAtMs).toISOString().startsWith(MONTH);
      if (isRun(recording) && ofMonth) recordings.push(recording);
    }
  }
  return recordings.toSorted((a, b) => a.startAtMs - b.startAtMs);
}

const lineOf = (recordings: readonly Recording[]): CadenceLine => {
  const lastMs = recordings.at(-1)?.startAtMs ?? 0;
  return cadenceLine(
    recordings.map((recording) => ({
      ageDays: (lastMs - recording.startAtMs) / MS_PER_DAY,
      bins: analyseRun(recording, {}).cadenceBins,
    })),
  );
};

/** At these speeds, m/s, the prototype's line reads, steps/min: models.md E. */
const LINE = [
  [3.5, 176.7],
  [3.9, 180.5],
  [4.5, 186.1],
] as const;
/** Readers of files differ in where a pause lies; the line may differ by this, steps/min. Our choice. */
const LINE_WITHIN_SPM = 0.5;
const SLOPE_WITHIN = 0.5;
const DAY_SD_WITHIN_SPM = 0.3;

function lineRows(line: CadenceLine): Row[] {
  return [
    ...LINE.map(([speed, spm]) =>
      agrees(
        subject('E', `own cadence at ${speed} m/s`, 'spm'),
        spm,
        cadenceAt(line, speed).cadenceSpm,
        LINE_WITHIN_SPM,
      ),
    ),
    agrees(subject('E', 'slope of the cadence line', 'spm per m/s'), 9.5, line.slope, SLOPE_WITHIN),
    agrees(subject('E', 'SD between runs', 'spm'), 2.7, line.daySd ?? Number.NaN, DAY_SD_WITHIN_SPM),
  ];
}

const formOf = (recording: Recording, line: CadenceLine): FadingForm | null => {
  const { track, pauses } = recording;
  const motion = motionOf(track, pauses);
  const form = fadingForm(halfMinuteBins(track, motion, gradeAlong(track, motion.movingS)), line);
  return form.known ? form.value : null;
};

function formRows(recordings: readonly Recording[], line: CadenceLine): Row[] {
  const forms = recordings.map((recording) => formOf(recording, line)).filter((form) => form !== null);
  const fades = forms.filter(({ verdict }) => verdict === 'fade');
  const fade = fades[0]?.findings[0];
  const km = (fade?.place?.distanceM?.at ?? Number.NaN) / METRES_PER_KM;
  return [
    agrees(subject('D', 'runs long enough to see form fade', ''), 19, forms.length, 0),
    agrees(subject('D', 'runs in which form fades', ''), 1, fades.length, 0),
    agrees(subject('D', 'its change of cadence', 'spm'), -4.9, fade?.change ?? Number.NaN, 0.2),
    agrees(subject('D', 'from', 'km'), 3.8, km, 0.2),
  ];
}

export async function realMonthRows(): Promise<Row[]> {
  const folder = sharedPath(FOLDER);
  if (folder === null) {
    return [skipped(subject('E', 'cadence line and fading form', ''), `needs ../shared/data/${FOLDER}`)];
  }
  const recordings = await readMonth(folder);
  const line = lineOf(recordings);
  return [...lineRows(line), ...formRows(recordings, line)];
}
