/**
 * What changed before the pain began? (K3, models.md F)
 *
 * Seven-day weeks are counted back from the onset: 1–6 are the window, 7–18 the usual weeks. A week
 * without any activity of any sport is a gap and left out; one with a ride and no run is a true zero.
 */
import { DAYS_PER_WEEK, dayAt, isoDay, parseIsoDay } from '../calendar/civil-day.ts';
import { type Because, known, missing } from '../measured.ts';
import { soundRun } from '../run/sound-run.ts';
import type { Run } from '../run/run.ts';
import { mean } from '../stats/mean.ts';
import type { Audit, AuditFinding, AuditInput, AuditVariable } from './audit-types.ts';
import { compareWeeks } from './compare.ts';
import { sessionSpikes } from './session-spikes.ts';
import { NOT_ASKED, type Own, VARIABLES, type Variable, ownOf } from './variables.ts';
import { weekChange, weeksOf } from './weeks.ts';

export type * from './audit-types.ts';
export { FINDING_CAVEATS } from './audit-types.ts';

// Lengths of models.md F: our choices.
const WINDOW_WEEKS = 6;
const ALL_WEEKS = 18;
/** Fewer usual weeks than this say little about a habit. */
export const USUAL_WEEKS_NEEDED = 6;
/** The shortest change looked for lasts two weeks. */
export const WINDOW_WEEKS_NEEDED = 2;

interface Week {
  /** First day of the seven. */
  readonly firstDay: number;
  readonly inWindow: boolean;
  readonly runs: Run[];
  covered: boolean;
}

/** The eighteen weeks up to `lastDay`, oldest first. */
function weeksUpTo(lastDay: number, { runs, others }: AuditInput): readonly Week[] {
  const weeks: Week[] = Array.from({ length: ALL_WEEKS }, (_, i) => ({
    firstDay: lastDay - DAYS_PER_WEEK * (ALL_WEEKS - i) + 1,
    inWindow: i >= ALL_WEEKS - WINDOW_WEEKS,
    runs: [],
    covered: false,
  }));
  const weekOf = (atMs: number, utcOffsetMin: number | null): Week | undefined => {
    const back = Math.floor((lastDay - dayAt(atMs, utcOffsetMin)) / DAYS_PER_WEEK);
    return back >= 0 ? weeks[ALL_WEEKS - 1 - back] : undefined;
  };
  for (const run of runs) {
    const week = weekOf(run.startAtMs, run.utcOffsetMin);
    if (!week) continue;
    week.covered = true;
    week.runs.push(run);
  }
  for (const other of others) {
    const week = weekOf(other.startAtMs, other.utcOffsetMin);
    if (week) week.covered = true;
  }
  return weeks;
}

type Looked =
  | { readonly variable: AuditVariable; readonly found: AuditFinding }
  | { readonly variable: AuditVariable; readonly because: Because };

const tooFew = (what: string, have: number, need: number): Because => ({
  reason: 'too-little-data',
  what,
  have,
  need,
});

function lookAt(by: Variable, weeks: readonly Week[], own: Own): Looked {
  const { variable } = by;
  const held = weeks.flatMap((week) => {
    const figure = week.covered ? by.ofWeek(week.runs, own) : null;
    return figure === null ? [] : [{ figure, inWindow: week.inWindow }];
  });
  if (held.length === 0) {
    // Nothing to look at, or nothing to measure speed against, is not the same as nothing recorded.
    const unread = by.bySpeed === true && own.usualSpeedMps === null;
    return unread || !weeks.some(({ covered }) => covered)
      ? { variable, because: tooFew(`usual weeks with ${variable}`, 0, USUAL_WEEKS_NEEDED) }
      : { variable, because: { reason: 'not-recorded', what: variable } };
  }
  const usualWeeks = held.filter(({ inWindow }) => !inWindow).map(({ figure }) => figure);
  const windowWeeks = held.filter(({ inWindow }) => inWindow).map(({ figure }) => figure);
  if (usualWeeks.length < USUAL_WEEKS_NEEDED) {
    return {
      variable,
      because: tooFew(`usual weeks with ${variable}`, usualWeeks.length, USUAL_WEEKS_NEEDED),
    };
  }
  if (windowWeeks.length < WINDOW_WEEKS_NEEDED) {
    return {
      variable,
      because: tooFew(`weeks before with ${variable}`, windowWeeks.length, WINDOW_WEEKS_NEEDED),
    };
  }
  if (by.by.scale === 'log' && mean(usualWeeks) === 0) {
    return {
      variable,
      because: { reason: 'does-not-apply', what: `change of ${variable} from a usual week of 0` },
    };
  }
  const comparison = compareWeeks(usualWeeks, windowWeeks, by.by);
  return {
    variable,
    found: {
      variable,
      group: by.group,
      unit: by.unit,
      usualWeeks,
      windowWeeks,
      ...comparison,
      coverage: held.length / ALL_WEEKS,
      evidence: by.evidence,
      mark: by.mark,
      ...(by.caveat === undefined ? {} : { caveat: by.caveat }),
    },
  };
}

/** Order in which verdicts are told. Our choice. */
const RANK = { clear: 0, possible: 1, 'within-usual-swing': 2 } as const;

const byWeight = (a: AuditFinding, b: AuditFinding): number =>
  RANK[a.verdict] - RANK[b.verdict] || Math.abs(b.z) - Math.abs(a.z);

/**
 * Compares the weeks before onset with the weeks before those, and every run with its last thirty days.
 * O(activities log activities + weeks). Input order does not matter.
 * @throws RangeError where `date` or `onset` is not a day
 */
export function audit(asked: AuditInput): Audit {
  // In order of time, so that sums come out the same to the last digit whatever order runs were read in.
  const inOrder = asked.runs.toSorted((a, b) => a.startAtMs - b.startAtMs || (a.id < b.id ? -1 : 1));
  const input = { ...asked, runs: inOrder.map(soundRun) };
  const { runs, others, onset, date } = input;
  const asOf = onset ?? date;
  const asOfDay = parseIsoDay(asOf);
  parseIsoDay(date);
  const ranThatDay = runs.some((run) => dayAt(run.startAtMs, run.utcOffsetMin) === asOfDay);
  const lastDay = ranThatDay ? asOfDay : asOfDay - 1;
  const weeks = weeksUpTo(lastDay, input);
  const usual = weeks.filter((week) => !week.inWindow && week.covered);
  const window = weeks.filter((week) => week.inWindow && week.covered);
  const baselineWeeks = { have: usual.length, need: USUAL_WEEKS_NEEDED };
  const windowWeeks = { have: window.length, need: WINDOW_WEEKS_NEEDED };
  const own = ownOf(usual.flatMap((week) => week.runs));
  const looked = VARIABLES.map((variable) => lookAt(variable, weeks, own));
  const findings = looked.flatMap((look) => ('found' in look ? [look.found] : [])).sort(byWeight);
  const clearGroups = new Set(
    findings.filter(({ verdict }) => verdict === 'clear').map(({ group }) => group),
  );
  const short =
    baselineWeeks.have < baselineWeeks.need
      ? missing({ reason: 'too-little-data', what: 'usual weeks before the window', ...baselineWeeks })
      : windowWeeks.have < windowWeeks.need
        ? missing({ reason: 'too-little-data', what: 'weeks before onset', ...windowWeeks })
        : null;
  const history = weeksOf(runs, others);
  return {
    asOf,
    onset,
    lastDay: isoDay(lastDay),
    weeks: history,
    windowWeeks,
    baselineWeeks,
    gaps: weeks.filter(({ covered }) => !covered).map(({ firstDay }) => isoDay(firstDay)),
    findings: short ?? known(findings),
    severalAtOnce: clearGroups.size > 1,
    cannotTell: [
      ...looked.flatMap((look) =>
        'because' in look ? [{ variable: look.variable, because: missing(look.because) }] : [],
      ),
      ...NOT_ASKED.map(({ variable, what }) => ({
        variable,
        because: missing({ reason: 'not-recorded', what }),
      })),
    ],
    spikes: sessionSpikes(runs, others),
    runsWithoutDistance: runs
      .filter(({ distanceM }) => !(distanceM.known && distanceM.value > 0))
      .map(({ id }) => id),
    weekChange: weekChange(history, lastDay),
  };
}
