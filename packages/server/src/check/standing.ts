/** What the knee checks mean for everything else: whether a run may be planned, in which family, by which limits. */
import {
  type Family,
  FAMILIES,
  isFlagOpen,
  RED_FLAGS,
  type RecordedEvent,
  type Side,
  type TodayInput,
  triage,
} from '@kneewise/engine';
import type { KneeCheck, KneeCheckOutcome, StoredEvent } from '@kneewise/store';
import { daysBetween } from '../days.ts';
import type { History } from '../history.ts';

/** A check older than this is asked again: as long as an ache counts as present. Our choice; days */
export const CHECK_HOLDS_DAYS = 28;

type Finished = KneeCheck & { readonly outcome: KneeCheckOutcome };

const NO_RUN: ReadonlySet<string> = new Set(
  RED_FLAGS.filter(({ level }) => level !== 'physio' && level !== 'self-manage').map(({ id }) => id),
);

/** Of these flags the ones that take running from every plan. */
export const withoutRuns = (flags: readonly string[]): readonly string[] =>
  flags.filter((id) => NO_RUN.has(id));

/** The check under way, or null. */
export const underWay = (checks: readonly KneeCheck[]): KneeCheck | null =>
  checks.find(({ finishedAtMs }) => finishedAtMs === null) ?? null;

/** The newest finished check, or null. */
export const latestOf = (checks: readonly KneeCheck[]): Finished | null =>
  checks.find((check): check is Finished => check.outcome !== null) ?? null;

/** Whether a clinician cleared the knee after that check. */
export function clearedAfter(check: KneeCheck, events: readonly StoredEvent[]): boolean {
  const flagged = events.findIndex(({ id }) => id === check.flagEventId);
  return events.some(
    ({ kind, date }, at) =>
      kind === 'cleared-by-professional' && (flagged >= 0 ? at > flagged : date > check.date),
  );
}

/** Whether the newest finished check leaves no run, and nobody has cleared it since. */
export function checkRefers(checks: readonly KneeCheck[], events: readonly StoredEvent[]): boolean {
  const latest = latestOf(checks);
  return latest !== null && !latest.outcome.mayRun && !clearedAfter(latest, events);
}

/** Flags that a new check has to clear: those of the last one as long as they stand, and those of one begun anew. */
export function openFlags(checks: readonly KneeCheck[], events: readonly StoredEvent[]): readonly string[] {
  const latest = latestOf(checks);
  const running = underWay(checks);
  return [
    ...new Set([
      ...(latest !== null && checkRefers(checks, events) ? withoutRuns(latest.outcome.flags) : []),
      ...(running === null ? [] : withoutRuns(raisedSoFar(running))),
    ]),
  ];
}

/**
 * Flags that a check under way stands for: those raised on screens left behind, those its answers raise by themselves
 * wherever they were given (the screen that is shown, one gone back from), and those it was begun with.
 */
export function raisedSoFar({ raised, carried, answers, earlier }: KneeCheck): readonly string[] {
  const said = { ...earlier, ...answers };
  const now = triage(said).judged.filter(({ is }) => is === 'raised');
  return [...new Set([...raised, ...carried, ...now.map(({ flag }) => flag.id)])];
}

/** One class stricter than this family, for a runner whose pain is hidden by a painkiller: K14. */
function stricterThan(family: Family): Family | null {
  const { ceiling } = FAMILIES[family];
  return ceiling > FAMILIES.GN.ceiling ? 'GN' : ceiling > FAMILIES.PF.ceiling ? 'PF' : null;
}

const hidesPain = ({ answers: { medicines } }: KneeCheck): boolean =>
  Array.isArray(medicines) && medicines.includes('painkiller-before');

const sideOf = ({ answers: { side } }: KneeCheck): Side | null =>
  side === 'left' || side === 'right' ? side : null;

type Heeded = Pick<TodayInput, 'flags' | 'family' | 'side' | 'otherFamilies' | 'ache'> & {
  readonly events: readonly RecordedEvent[];
};

/**
 * Settings and checks together. A raised sign always wins, whatever the day that is asked for; only a clearance or a
 * later check ends what a check raised. What could not be checked, or was checked too long ago, is unanswered.
 */
export function heeded({ settings, events, checks }: History, date: string): Heeded {
  const latest = latestOf(checks);
  const running = underWay(checks);
  const family = settings.family as Family;
  const stricter = latest !== null && hidesPain(latest) ? stricterThan(family) : null;
  const refers =
    checkRefers(checks, events) || (running !== null && withoutRuns(raisedSoFar(running)).length > 0);
  const cleared = latest !== null && clearedAfter(latest, events);
  const lapsed = latest !== null && daysBetween(latest.date, date) > CHECK_HOLDS_DAYS;
  const asks = latest !== null && !cleared && (latest.outcome.provisional || lapsed);
  const flags = refers
    ? 'raised'
    : settings.flags !== 'raised' && asks
      ? 'unanswered'
      : settings.flags === 'unanswered' && cleared
        ? 'none-raised'
        : settings.flags;
  const places = latest?.answers['place'];
  const aches = latest !== null && !lapsed && Array.isArray(places) && places.length > 0;
  const ache = settings.ache ?? (aches ? 'yes' : undefined);
  return {
    flags,
    family,
    side: settings.onset?.side ?? (latest === null ? null : sideOf(latest)),
    events: refers && !isFlagOpen(events) ? [...events, { kind: 'flag-raised', date }] : events,
    ...(stricter === null ? {} : { otherFamilies: [stricter] }),
    ...(ache === undefined ? {} : { ache }),
  };
}
