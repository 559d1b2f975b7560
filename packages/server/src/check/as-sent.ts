/** Knee checks as pages see them. */
import type { z } from '@hono/zod-openapi';
import {
  type CheckIn,
  type CheckResult,
  cardOf,
  ceilingOf,
  type ConditionId,
  FAMILIES,
  type Level,
  questionOf,
  type Reason,
  SCREENS,
  sourceOf,
  SOURCED_WEIGHTS,
  triage,
} from '@kneewise/engine';
import type { KneeCheck, KneeCheckOutcome } from '@kneewise/store';
import { daysBetween } from '../days.ts';
import type { History } from '../history.ts';
import { painkillerRuns, resultOf, withLogs } from './finish.ts';
import type { CheckQuestion, CheckResultSent, CheckState, CheckSummary } from './shapes.ts';
import {
  CHECK_HOLDS_DAYS,
  checkRefers,
  clearedAfter,
  latestOf,
  underWay,
  withoutRuns,
  raisedSoFar,
} from './standing.ts';
import { answersBehind, raisedBefore, shown } from './steps.ts';

type Sent<Shape extends z.ZodType> = z.infer<Shape>;

/** K14: three runs in 14 days are a pharmacist's matter. */
const PAINKILLER_DAYS = 14;

const isUrgent = (level: Level): boolean => level === 'emergency-now' || level === 'today';

/** Whether no question is left that could still raise a sign of today or above. */
function urgentBehind(check: KneeCheck): boolean {
  const answers = answersBehind(check);
  return triage(answers, raisedBefore(check, answers)).judged.every(
    ({ flag, is, undecided }) =>
      !isUrgent(flag.level) || is !== 'open' || undecided.every((id) => Object.hasOwn(answers, id)),
  );
}

function questionAsSent(id: string, check: KneeCheck): Sent<typeof CheckQuestion> {
  const question = questionOf(id);
  if (!question) throw new RangeError(`id must be a question of the check, got ${id}`);
  const { words, kind, answers, range, worstLast, ifUnsure } = question;
  return {
    id,
    words,
    kind,
    answers: [...answers],
    range: range ?? null,
    severalHold: worstLast !== undefined,
    ifUnsure: ifUnsure ?? null,
    offered: check.offered.includes(id),
    said: asWire(check.answers[id]) ?? null,
  };
}

type Wire = Sent<typeof CheckResultSent>['answers'][string];

/** A copy: what crosses the wire may be written to. */
const asWire = (given: KneeCheck['answers'][string] | undefined): Wire | undefined =>
  given === undefined ? undefined : (structuredClone(given) as Wire);

const summary = ({
  id,
  date,
  outcome,
}: KneeCheck & { outcome: KneeCheckOutcome }): Sent<typeof CheckSummary> => ({
  id,
  date,
  level: outcome.level as Level,
  provisional: outcome.provisional,
  mayRun: outcome.mayRun,
});

function underWayAsSent(check: KneeCheck): Sent<typeof CheckState>['underWay'] {
  const { id, revision, begunAtMs, changedAtMs, behind, about, current, carried } = check;
  if (current === null) return null;
  return {
    id,
    revision,
    begunAtMs,
    changedAtMs,
    step: behind.length + 1,
    about: Math.max(about, behind.length + 1),
    urgentBehind: urgentBehind(check),
    canGoBack: behind.length > 0,
    corrects: carried.length > 0,
    noRun: withoutRuns(raisedSoFar(check)).length > 0,
    screen: {
      number: current.screen,
      checklist: SCREENS.find(({ number }) => number === current.screen)?.checklist ?? null,
      questions: shown(check).map((question) => questionAsSent(question, check)),
    },
  };
}

export function stateAsSent({ checks, events }: History, date: string): Sent<typeof CheckState> {
  const running = underWay(checks);
  const latest = latestOf(checks);
  return {
    date,
    underWay: running === null ? null : underWayAsSent(running),
    latest: latest === null ? null : summary(latest),
    referred:
      checkRefers(checks, events) || (running !== null && withoutRuns(raisedSoFar(running)).length > 0),
    lapsed: latest !== null && daysBetween(latest.date, date) > CHECK_HOLDS_DAYS,
    history: checks.flatMap((check) =>
      check.outcome === null ? [] : [summary({ ...check, outcome: check.outcome })],
    ),
  };
}

const evidenceOf = (
  id: string,
): { id: string; mark: Sent<typeof CheckResultSent>['flags'][0]['evidence'][0]['mark'] } => ({
  id,
  mark: sourceOf(id).mark,
});

/** Weights that rest on a source say which; the rest are our choice. */
function reasonEvidence(condition: ConditionId, finding: string): string {
  const own = SOURCED_WEIGHTS.find(({ of, token }) => token === finding && of === condition);
  const shared = SOURCED_WEIGHTS.find(({ of, token }) => token === finding && of.startsWith('@'));
  return (own ?? shared)?.sources[0] ?? 'our-choice';
}

const reasonAsSent =
  (condition: ConditionId) =>
  ({ finding, is }: Reason) => ({ finding, is, evidence: evidenceOf(reasonEvidence(condition, finding)) });

/** What a card's times rest on, where that was looked up. */
const CARD_SOURCE: Readonly<Partial<Record<ConditionId, string>>> = { pfp: 'collins-2013' };

function cardAsSent(id: ConditionId | null): Sent<typeof CheckResultSent>['card'] {
  if (id === null) return null;
  const { name, care } = cardOf(id);
  if (care === null) return null;
  const { family, ...told } = care;
  return {
    id,
    name,
    ...told,
    ceiling: ceilingOf(care),
    evidence: evidenceOf(CARD_SOURCE[id] ?? 'our-choice'),
    ceilingEvidence: evidenceOf(FAMILIES[family].evidence),
  };
}

export function resultAsSent(
  check: KneeCheck & { outcome: KneeCheckOutcome },
  { checkIns, events }: Pick<History, 'events'> & { readonly checkIns: readonly CheckIn[] },
): Sent<typeof CheckResultSent> {
  const result: CheckResult = resultOf(check, checkIns);
  const { level, provisional, mayRun, until, comeBackDays, cannotTellYet, leadingFlag } = result;
  return {
    id: check.id,
    date: check.date,
    level,
    provisional,
    mayRun,
    until,
    comeBackDays,
    cannotTellYet,
    leadingFlag,
    flags: result.flags.map(({ flag, because }) => ({
      id: flag.id,
      title: flag.title,
      level: flag.level,
      why: flag.why,
      tell: flag.tell,
      evidence: flag.sources.map(evidenceOf),
      because: because.map(({ question, answer }) => ({ question, answer: asWire(answer) ?? 'unsure' })),
    })),
    open: result.open.map(({ id, level: its, title }) => ({ id, level: its, title })),
    explanations: result.explanations
      .filter(({ checkFirst, certainty }) => checkFirst || certainty !== 'folded')
      .map((each) => ({
        id: each.id,
        name: each.name,
        certainty: each.certainty,
        checkFirst: each.checkFirst,
        tellsApart: each.tellsApart,
        for: each.for.map(reasonAsSent(each.id)),
        against: each.against.map(reasonAsSent(each.id)),
      })),
    askNext: result.askNext.map((id) => ({ id, words: questionOf(id)?.words ?? id })),
    advice: result.advice.map(({ id, words }) => ({ id, words })),
    card: cardAsSent(result.card),
    answers: structuredClone(withLogs(check.answers, checkIns, check.date)) as Record<string, Wire>,
    selfTests: { ...check.selfTests },
    painkillerRuns: painkillerRuns(checkIns, check.date, PAINKILLER_DAYS),
    cleared: !mayRun && clearedAfter(check, events),
  };
}
