/** The sentences that the report says, in the terminal and on its page. */
import type { Audit, AuditFinding, SessionSpike, Today } from '@kneewise/engine';
import type { Report, ReportKneeLoad } from '@kneewise/server';
import { changeText, dayText, distanceText, numberText, say, sayBecause, type Units } from '@kneewise/words';

export function speaksAsOf({ asOf, runs }: Report, units: Units): string {
  const day = dayText(asOf.date, units.locale);
  const why = { asked: 'as you asked', 'day-after-last-run': 'the day after the last run', today: 'today' }[
    asOf.because
  ];
  const later = runs.filter(({ startAt }) => startAt.slice(0, 10) > asOf.date).length;
  const beyond = later === 0 ? '' : `, ${later} of them after that day`;
  return `${runs.length} ${runs.length === 1 ? 'run' : 'runs'}${beyond}. Speaking as of ${day}, ${why}.`;
}

export function answerSentence(today: Today, units: Units): string {
  const distance = today.distanceM.known ? distanceText(today.distanceM.value, units) : '';
  return say('action', today.action, { distanceM: distance }, units);
}

export interface ReasonLine {
  readonly words: string;
  readonly allows: string;
  readonly mark: string;
  readonly binding: boolean;
}

export const reasonLines = (today: Today, units: Units): ReasonLine[] =>
  // The last step is the answer itself, which has a line of its own.
  today.reasons
    .filter(({ code }) => code !== 'answer')
    .map((step) => ({
      words: say('reason', step.code, step.figures, units),
      allows: step.allowsM === null ? '' : distanceText(step.allowsM, units),
      mark: say('mark', step.mark, {}, units),
      binding: step.binding,
    }));

export const changeLines = (today: Today, units: Units): string[] =>
  today.wouldChange.map(({ code, figures }) => say('change', code, figures, units));

export const askFirst = (today: Today): string[] => today.questions.map(({ words }) => words);

/** Shares are told as per cent, and their change in points. */
const SHARES: ReadonlySet<AuditFinding['variable']> = new Set(['intense-share', 'surface']);
const PERCENT = 100;
/** Figures from here on are told without a decimal. */
const WHOLE_FROM = 20;

function amount(value: number, { variable, unit }: AuditFinding, units: Units): string {
  if (SHARES.has(variable)) return `${numberText(value * PERCENT, 0, units.locale)} %`;
  if (unit === 'm' && !['ascent', 'descent'].includes(variable)) return distanceText(value, units);
  return `${numberText(value, Math.abs(value) >= WHOLE_FROM ? 0 : 1, units.locale)} ${unit}`.trim();
}

function changed({ variable, change }: AuditFinding, units: Units): string {
  const signed = (value: number, digits: number): string =>
    `${value < 0 ? '−' : '+'}${numberText(Math.abs(value), digits, units.locale)}`;
  if (SHARES.has(variable)) return `${signed(change * PERCENT, 0)} points`;
  return variable === 'cadence-at-speed'
    ? `${signed(change, 1)} steps/min`
    : changeText(change, units.locale);
}

export const findingLine = (finding: AuditFinding, units: Units): string =>
  `${say('variable', finding.variable, {}, units)}: ${amount(finding.usual, finding, units)} to ${amount(finding.before, finding, units)} (${changed(finding, units)}), ${say('verdict', finding.verdict, {}, units)}.${finding.caveat === undefined ? '' : ` ${say('caveat', finding.caveat, {}, units)}`}`;

/** What the audit says: its findings ranked, or what it lacks; then what it cannot tell. */
export function auditLines(audit: Audit, units: Units): string[] {
  const lines: string[] = [];
  const { windowWeeks: before, baselineWeeks: usual } = audit;
  lines.push(
    audit.onset === null
      ? `No day of onset was given (--onset), so this looks back from ${dayText(audit.asOf, units.locale)}.`
      : `Before the ache of ${dayText(audit.onset, units.locale)}.`,
  );
  if (audit.findings.known) {
    const told = audit.findings.value.filter(({ verdict }) => verdict !== 'within-usual-swing');
    lines.push(...told.map((finding) => findingLine(finding, units)));
    const steady = audit.findings.value.filter(({ verdict }) => verdict === 'within-usual-swing');
    if (steady.length > 0)
      lines.push(
        `Stayed within the usual swing: ${steady.map((finding) => say('variable', finding.variable, {}, units).toLowerCase()).join(', ')}.`,
      );
    if (audit.severalAtOnce)
      lines.push('Several things changed at once; none of them can be told from the others.');
  } else {
    lines.push(
      `What changed cannot be told yet: ${sayBecause(audit.findings.because, units)}. The weeks just before: ${before.have} of ${before.need} with data; the usual weeks before those: ${usual.have} of ${usual.need}.`,
    );
  }
  if (audit.gaps.length > 0) lines.push(gapLine(audit.gaps, units));
  return [...lines, ...cannotTellLines(audit, units)];
}

function gapLine(gaps: readonly string[], { locale }: Units): string {
  const [first, last] = [gaps[0] ?? '', gaps.at(-1) ?? ''];
  return gaps.length === 1
    ? `The week of ${dayText(first, locale)} holds no activity at all: a gap, not rest.`
    : `${gaps.length} weeks hold no activity at all, the first from ${dayText(first, locale)}, the last from ${dayText(last, locale)}: gaps, not rest.`;
}

/** One line a reason, with all that it keeps from being told. */
function cannotTellLines({ cannotTell, findings }: Audit, units: Units): string[] {
  const byReason = new Map<string, string[]>();
  for (const { variable, because } of cannotTell) {
    if (because.known) continue;
    // Where the weeks are lacking altogether, that has been said once.
    if (!findings.known && because.because.reason === 'too-little-data') continue;
    const why =
      because.because.reason === 'not-recorded' ? 'not recorded' : sayBecause(because.because, units);
    byReason.set(why, [...(byReason.get(why) ?? []), say('variable', variable, {}, units).toLowerCase()]);
  }
  return [...byReason].map(([why, variables]) => `Cannot tell: ${variables.join(', ')}; ${why}.`);
}

/** A hazard ratio with its interval, two decimals as published. */
export const hazardText = (
  { value, low, high }: { value: number; low: number; high: number },
  { locale }: Units,
): string =>
  `${numberText(value, 2, locale)} (${numberText(low, 2, locale)} to ${numberText(high, 2, locale)})`;

/** What all the paths have in front of them, up to a folder: said once, it need not stand in every line. */
export function commonFolder(paths: readonly string[]): string {
  const [first = ''] = paths;
  let end = first.lastIndexOf('/') + 1;
  while (end > 0 && !paths.every((path) => path.startsWith(first.slice(0, end))))
    end = first.lastIndexOf('/', end - 2) + 1;
  return first.slice(0, end);
}

/** One standard deviation of a run's impulses, as a share: wider than the peak's. */
export const impulseSd = ({ impulseSdRatio, sdRatio }: ReportKneeLoad): number => impulseSdRatio ?? sdRatio;

/** A long run's line about its thirty days, where the files do not reach back over them. */
export const uncovered = (spike: SessionSpike): string =>
  spike.windowCovered ? '' : 'the files begin less than thirty days before: a longer run may be missing';
