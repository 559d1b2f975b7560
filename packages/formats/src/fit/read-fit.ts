/** FIT: bytes to recordings. A chain of files gives the activities of each; what is broken costs only itself. */
import type { ReadActivity, ReadResult } from '../read-result.ts';
import { refuse } from '../read/refuse.ts';
import { ACTIVITY_FILE, ACTIVITY_SUMMARY_FILE, FILE_TYPES, MESSAGE } from './profile.ts';
import { activitiesOf } from './legs.ts';
import { type FitSegment, isFitHeader, readSegment } from './wire.ts';

const fileTypeOf = ({ messages }: FitSegment): number | null => {
  const type = messages.find(({ message }) => message === MESSAGE.fileId)?.fields.get(0);
  return typeof type === 'number' ? type : null;
};

/** A course has records too, of a way that nobody may have run. */
const mayHoldActivity = (segment: FitSegment): boolean => {
  const type = fileTypeOf(segment);
  return type === null || type === ACTIVITY_FILE || type === ACTIVITY_SUMMARY_FILE;
};

const hasContent = ({ records, messages }: FitSegment): boolean =>
  records.rows > 0 || messages.some(({ message }) => message === MESSAGE.session || message === MESSAGE.lap);

function refusalOf(segments: readonly FitSegment[], bytes: Uint8Array): ReadResult {
  const [first] = segments;
  const broken = segments.find(({ brokenAt }) => brokenAt !== null)?.brokenAt ?? null;
  const withData = segments.find((segment) => mayHoldActivity(segment) && hasContent(segment));
  if (withData !== undefined)
    return refuse(
      'no-times',
      'No message in this file carries a date, so nobody can say when it was. The watch’s clock was not set.',
      null,
    );
  const type = first === undefined ? null : fileTypeOf(first);
  if (type !== null && type !== ACTIVITY_FILE)
    return refuse(
      'no-activity',
      `This FIT file holds ${FILE_TYPES[type] ?? `a file of type ${type}`}, not an activity; there is no run in it.`,
      null,
    );
  return broken === null
    ? refuse(
        'no-activity',
        'This FIT file holds no records, laps or sessions: nothing was recorded in it.',
        null,
      )
    : refuse(
        'damaged',
        `This FIT file breaks off at byte ${broken.toLocaleString('en')} of ${bytes.length.toLocaleString('en')}, before any record. Copy it from the watch again.`,
        broken,
      );
}

/**
 * Reads a FIT file, or several one behind the other.
 * @param fileName its name, which may tell a sport that the file does not state
 * @returns activities with warnings, or a refusal: `empty-file`, `not-fit`, `no-activity`, `no-times`, `damaged`
 */
export function readFit(bytes: Uint8Array, fileName: string | null = null): ReadResult {
  if (bytes.length === 0)
    return refuse('empty-file', 'This file is empty: 0 bytes. Copy it from the watch again.', 0);
  if (!isFitHeader(bytes, 0))
    return refuse('not-fit', 'This is no FIT file: at byte 8 it should say “.FIT”.', 8);
  const segments: FitSegment[] = [];
  const activities: ReadActivity[] = [];
  let at = 0;
  while (at < bytes.length && isFitHeader(bytes, at)) {
    const segment = readSegment(bytes, at);
    segments.push(segment);
    if (mayHoldActivity(segment) && hasContent(segment)) activities.push(...activitiesOf(segment, fileName));
    at = segment.end;
  }
  return activities.length > 0 ? { ok: true, activities } : refusalOf(segments, bytes);
}
