/** The end of a knee check: what it came to is kept, and everything else that is asked of the runner heeds it. */
import {
  type Answers,
  cardOf,
  check as checked,
  type CheckIn,
  type CheckResult,
  dayAt,
  isFlagOpen,
  parseIsoDay,
} from '@kneewise/engine';
import type { HistoryStore, KneeCheck, KneeCheckOutcome } from '@kneewise/store';
import { gatherHistory } from '../history.ts';
import { latestOf } from './standing.ts';
import type { Now } from './steps.ts';

/** "Last three months", as the question about medicines says. Days */
const MEDICINES_DAYS = 91;

const onDay = ({ atMs, utcOffsetMin }: CheckIn): number => dayAt(atMs, utcOffsetMin);

/** Runs of the last days before which a painkiller was taken, as check-ins tell. */
export const painkillerRuns = (checkIns: readonly CheckIn[], date: string, days: number): number =>
  new Set(
    checkIns
      .filter((said) => {
        const ago = parseIsoDay(date) - onDay(said);
        return said.painkiller === true && ago >= 0 && ago < days;
      })
      .map((said) => said.runId ?? onDay(said)),
  ).size;

/** The answers, and what the check-ins tell beside them: a painkiller before runs is one, said or logged. */
export function withLogs(answers: Answers, checkIns: readonly CheckIn[], date: string): Answers {
  if (painkillerRuns(checkIns, date, MEDICINES_DAYS) === 0) return answers;
  const said = answers['medicines'];
  if (said === undefined || said === 'unsure') return { ...answers, medicines: ['painkiller-before'] };
  return Array.isArray(said) && !said.includes('painkiller-before')
    ? { ...answers, medicines: [...said, 'painkiller-before'] }
    : answers;
}

/** The check's result by the engine as it is now. */
export const resultOf = (
  { answers, raised, carried, date }: KneeCheck,
  checkIns: readonly CheckIn[],
): CheckResult =>
  checked(withLogs(answers, checkIns, date), { raisedBefore: [...new Set([...raised, ...carried])] });

const outcomeOf = ({ level, provisional, mayRun, card, flags }: CheckResult): KneeCheckOutcome => ({
  level,
  provisional,
  mayRun,
  family: card === null ? null : (cardOf(card).care?.family ?? null),
  flags: flags.map(({ flag }) => flag.id),
});

/**
 * Keeps the end of a check. A sign of within days or above is recorded on its day; where one was open and this check
 * clears it, that is recorded as corrected. The check comes first: a stop in between leaves no run too many.
 * @returns what is kept, or null where another change came first
 */
export async function finish(
  store: HistoryStore,
  runnerId: string,
  ended: KneeCheck,
  { atMs, date }: Now,
): Promise<KneeCheck | null> {
  const { checkIns, events, checks } = await gatherHistory(store, runnerId);
  // The newest stays the newest, also where a clock was set back.
  const finishedAtMs = Math.max(atMs, (latestOf(checks)?.finishedAtMs ?? -1) + 1);
  const result = resultOf({ ...ended, date }, checkIns);
  const outcome = outcomeOf(result);
  const done: KneeCheck = {
    ...ended,
    current: null,
    changedAtMs: atMs,
    finishedAtMs,
    date,
    raised: outcome.flags,
    outcome,
  };
  const kept = await store.saveKneeCheck(runnerId, done);
  if (kept === null) return null;
  const { flags } = await recordEnd(store, runnerId, result, {
    date,
    events,
    checks,
    answers: ended.answers,
  });
  await store.saveSettings(runnerId, {
    flags: flags === null ? (outcome.provisional ? 'unanswered' : 'none-raised') : 'raised',
    ...(outcome.family === null ? {} : { family: outcome.family }),
  });
  return flags === null || flags === 'still'
    ? kept
    : await store.saveKneeCheck(runnerId, { ...kept, flagEventId: flags });
}

type Before = {
  readonly date: string;
  readonly events: Awaited<ReturnType<HistoryStore['events']>>;
  readonly checks: readonly KneeCheck[];
  readonly answers: Answers;
};

/** @returns the event of a raised flag; `still` where one from before stays open; null: none is open */
async function recordEnd(
  store: HistoryStore,
  runnerId: string,
  result: CheckResult,
  { date, events, checks, answers }: Before,
): Promise<{ readonly flags: string | null }> {
  if (!result.mayRun) {
    const { id } = await store.addEvent(runnerId, { kind: 'flag-raised', date });
    return { flags: id };
  }
  if (!isFlagOpen(events)) return { flags: null };
  // Which signs were open is known from a check; a setting only says that there were some, so none may be left unsure.
  const named = (latestOf(checks)?.outcome.flags.length ?? 0) > 0;
  const leftUnsure = result.open.some(
    ({ level, questions }) => level === 'within-days' && questions.some((id) => answers[id] === 'unsure'),
  );
  const unclear = result.provisional || (!named && leftUnsure);
  if (unclear) return { flags: 'still' };
  await store.addEvent(runnerId, { kind: 'answers-corrected', date });
  return { flags: null };
}
