/** FIT: bytes to recordings. A chain of files gives the activities of each; what is broken costs only itself. */
import type { ReadActivity, ReadResult, Warning } from '../read-result.ts';
import { refuse } from '../read/refuse.ts';
import { MOST_CHAINED, MOST_RECORDS } from './limits.ts';
import { ACTIVITY_FILE, ACTIVITY_SUMMARY_FILE, FILE_TYPES, MESSAGE } from './profile.ts';
import { activitiesOf } from './legs.ts';
import { isFitHeader } from './extent.ts';
import { type FitSegment, readSegment } from './wire.ts';

const fileTypeOf = ({ messages }: FitSegment): number | null => {
  const type = messages.get(MESSAGE.fileId)?.[0]?.fields.get(0);
  return typeof type === 'number' ? type : null;
};

/** A course has records too, of a way that nobody may have run. */
const mayHoldActivity = (segment: FitSegment): boolean => {
  const type = fileTypeOf(segment);
  return type === null || type === ACTIVITY_FILE || type === ACTIVITY_SUMMARY_FILE;
};

const hasContent = ({ records, messages }: FitSegment): boolean =>
  records.rows > 0 || messages.has(MESSAGE.session) || messages.has(MESSAGE.lap);

/** What is known of a chain in which no activity was found. */
interface Findings {
  readonly firstType: number | null;
  readonly brokenAt: number | null;
  readonly undated: boolean;
  /** Sessions with a date and nothing else were there. */
  readonly empty: boolean;
}

function refusalOf(
  { firstType: type, brokenAt: broken, undated, empty }: Findings,
  bytes: Uint8Array,
): ReadResult {
  if (undated && !empty)
    return refuse(
      'no-times',
      'No message in this file carries a date, so nobody can say when it was. The watch’s clock was not set.',
      null,
    );
  if (type !== null && type !== ACTIVITY_FILE)
    return {
      ok: false,
      refusal: {
        code: 'no-activity',
        reason: `This FIT file holds ${FILE_TYPES[type] ?? `a file of type ${type}`}, not an activity; there is no run in it.`,
        byteOffset: null,
        ...(broken === null && { harmless: true }),
      },
    };
  return broken === null
    ? refuse(
        'no-activity',
        'This FIT file holds no records, and no lap or session with a duration or distance: nothing was recorded in it.',
        null,
      )
    : refuse(
        'damaged',
        `This FIT file breaks off at byte ${broken.toLocaleString('en')} of ${bytes.length.toLocaleString('en')}, before any record. Copy it from the watch again.`,
        broken,
      );
}

const NOTHING_FOUND: Findings = { firstType: null, brokenAt: null, undated: false, empty: false };

const tooLarge = (byteOffset: number | null): ReadResult =>
  refuse(
    'too-large',
    `This FIT file holds more than ${MOST_RECORDS.toLocaleString('en')} records; split it into its activities.`,
    byteOffset,
  );

const trailing = (at: number, count: number): Warning => ({
  code: 'trailing-bytes',
  text: `From byte ${at.toLocaleString('en')} on follow ${count.toLocaleString('en')} bytes that are no FIT file; they were left out.`,
});

/** What is to be said of the rest of a chain is said on the last activity before it. */
function withUnread(
  activities: readonly ReadActivity[],
  unread: readonly Warning[],
): readonly ReadActivity[] {
  const last = activities.at(-1);
  if (last === undefined || unread.length === 0) return activities;
  return [...activities.slice(0, -1), { ...last, warnings: [...last.warnings, ...unread] }];
}

/**
 * Reads a FIT file, or several one behind the other.
 * @param fileName its name, which may tell a sport that the file does not state
 * @returns activities with warnings, or a refusal: `empty-file`, `not-fit`, `no-activity`, `no-times`, `damaged`, `too-large`
 */
export function readFit(bytes: Uint8Array, fileName: string | null = null): ReadResult {
  if (bytes.length === 0)
    return refuse('empty-file', 'This file is empty: 0 bytes. Copy it from the watch again.', 0);
  if (!isFitHeader(bytes, 0))
    return refuse('not-fit', 'This is no FIT file: at byte 8 it should say “.FIT”.', 8);
  const activities: ReadActivity[] = [];
  const unread: Warning[] = [];
  let findings = NOTHING_FOUND;
  // Held back until the next activity begins: a strap's heart rate may come as a file of its own behind it.
  let held: FitSegment | null = null;
  let empty = false;
  const release = (): void => {
    if (held === null) return;
    const found = activitiesOf(held, fileName);
    if (found.activities.length === 0) unread.push(...held.warnings);
    activities.push(...found.activities);
    empty ||= found.empty;
    held = null;
  };
  let at = 0;
  let records = 0;
  for (let chained = 0; chained < MOST_CHAINED && at < bytes.length && isFitHeader(bytes, at); chained++) {
    const segment: FitSegment = readSegment(bytes, at, MOST_RECORDS - records);
    if (segment.tooManyRecords) return tooLarge(segment.brokenAt);
    records += segment.records.rows;
    const isActivity = mayHoldActivity(segment) && hasContent(segment);
    if (isActivity) {
      release();
      held = segment;
    } else {
      unread.push(...segment.warnings);
      held?.beats.append(segment.beats);
    }
    findings = {
      firstType: chained === 0 ? fileTypeOf(segment) : findings.firstType,
      brokenAt: findings.brokenAt ?? segment.brokenAt,
      undated: findings.undated || isActivity,
      empty: false,
    };
    at = segment.end;
  }
  release();
  if (activities.length === 0) return refusalOf({ ...findings, empty }, bytes);
  if (bytes.subarray(at).some((byte) => byte !== 0)) unread.push(trailing(at, bytes.length - at));
  return { ok: true, activities: withUnread(activities, unread) };
}
