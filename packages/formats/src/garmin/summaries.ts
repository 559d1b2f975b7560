/**
 * Garmin's `…_summarizedActivities.json`: totals of every activity of an account, also of those whose file is gone.
 * Its units are its own: centimetres for distance and climb, milliseconds for durations and times.
 */
import type { ReadActivity, ReadResult } from '../read-result.ts';
import { refuse, withWarning } from '../read/refuse.ts';
import { statedSport, type StatedSport } from '../read/sport-words.ts';
import { type JsonEnd, jsonItems } from '../table/json-items.ts';
import { listedActivity } from '../table/listed-activity.ts';
import { MOST_LISTED, type TableSink } from '../strava/activities-table.ts';

const CM_PER_M = 100;
const MS_PER_S = 1000;
const MS_PER_MIN = 60_000;
/** No zone is farther from UTC. */
const FARTHEST_OFFSET_MIN = 14 * 60;

type Summary = Readonly<Record<string, unknown>>;

/** NaN for null, absent and text that is no number. */
function numberOf(summary: Summary, ...names: readonly string[]): number {
  for (const name of names) {
    const value = summary[name];
    if (typeof value === 'number') return value;
    if (typeof value === 'string' && value.trim() !== '') return Number(value);
  }
  return Number.NaN;
}

const textOf = (summary: Summary, name: string): string | null => {
  const value = summary[name];
  return typeof value === 'string' ? value : null;
};

/** By its kind (`trail_running`), else by its sport (`RUNNING`), by FIT's names. */
function sportOf(summary: Summary): StatedSport {
  const kind = textOf(summary, 'activityType');
  const sport = textOf(summary, 'sportType');
  const stated = (kind === null ? null : statedSport(kind)) ?? (sport === null ? null : statedSport(sport));
  if (stated !== null) return stated;
  const plain = (sport ?? kind ?? '').toLowerCase();
  return { sport: /^[a-z_]{1,40}$/.test(plain) ? plain : 'unknown', subSport: null };
}

function offsetOf(summary: Summary): number | null {
  const minutes = Math.round(
    (numberOf(summary, 'startTimeLocal') - numberOf(summary, 'startTimeGmt')) / MS_PER_MIN,
  );
  return Math.abs(minutes) <= FARTHEST_OFFSET_MIN ? minutes : null;
}

function activityOf(summary: Summary): ReadActivity | null {
  const timerS = numberOf(summary, 'duration') / MS_PER_S;
  const elapsedS = numberOf(summary, 'elapsedDuration') / MS_PER_S;
  return listedActivity({
    startAtMs: numberOf(summary, 'startTimeGmt', 'beginTimestamp'),
    utcOffsetMin: offsetOf(summary),
    ...sportOf(summary),
    name: textOf(summary, 'name'),
    shoe: null,
    file: null,
    elapsedS: elapsedS >= timerS ? elapsedS : timerS,
    movingS: timerS,
    distanceM: numberOf(summary, 'distance') / CM_PER_M,
    ascentM: numberOf(summary, 'elevationGain') / CM_PER_M,
    descentM: numberOf(summary, 'elevationLoss') / CM_PER_M,
  });
}

const damageText = (end: Exclude<JsonEnd, { kind: 'complete' }>): string =>
  ({
    truncated: `The list ends early, at byte ${end.byteOffset}`,
    damaged: `The list is no sound JSON at byte ${end.byteOffset}`,
    'too-deep': `The list is nested deeper than any that Garmin writes, at byte ${end.byteOffset}`,
    'too-long': `An entry of the list is longer than any that Garmin writes, at byte ${end.byteOffset}`,
  })[end.kind];

export function garminSummaries(): TableSink {
  const activities: ReadActivity[] = [];
  let leftOut = 0;
  let listed = 0;
  const items = jsonItems('summarizedActivitiesExport', (summary) => {
    listed++;
    if (activities.length >= MOST_LISTED) return;
    const activity = activityOf(summary);
    if (activity === null) leftOut++;
    else activities.push(activity);
  });
  let read = true;
  return {
    write(bytes) {
      if (read) read = items.write(bytes);
    },
    end() {
      const end = items.end();
      if (listed > MOST_LISTED)
        return refuse(
          'too-large',
          `The list holds more than ${MOST_LISTED.toLocaleString('en')} activities.`,
        );
      const damage = end.kind === 'complete' ? null : damageText(end);
      if (activities.length === 0) {
        if (damage !== null)
          return refuse('damaged-json', `${damage}; there is no activity before it.`, bytesOf(end));
        const reason =
          listed > 0
            ? 'No activity in the list states when it was and how long it took.'
            : 'The list holds no activity.';
        return { ...refuse('no-activity', reason) };
      }
      let all: ReadResult = { ok: true, activities };
      if (leftOut > 0) {
        const text = `${leftOut.toLocaleString('en')} entries state no start or no duration; they were left out.`;
        all = withWarning(all, { code: 'rows-left-out', text });
      }
      return damage === null
        ? all
        : withWarning(all, { code: 'truncated', text: `${damage}; what stood before it was read.` });
    },
  };
}

const bytesOf = (end: JsonEnd): number | null => (end.kind === 'complete' ? null : end.byteOffset);
