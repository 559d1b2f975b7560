/** What changed, in words: each variable with its own unit, way of counting and sentence. */
import type { Audit, AuditFinding } from '@kneewise/engine';
import type { Format } from '../format/format.ts';

/** A finding's figure as a runner reads it, by the engine's name of its unit. */
export function inUnit(value: number, unit: string, format: Format): string {
  switch (unit) {
    case 'm':
      return format.distance(value);
    case 'm-climb':
      return format.climb(value);
    case 'share':
      return format.percent(value);
    case 'percent':
      return format.percent(value / 100);
    case 'spm':
    case 'steps/min':
      return format.number(value, 1);
    default:
      return format.number(value, value >= 20 || Number.isInteger(value) ? 0 : 1);
  }
}

/** Climb and descent are told in metres or feet, every other length in kilometres or miles. */
export const unitOf = ({ variable, unit }: Pick<AuditFinding, 'variable' | 'unit'>): string =>
  unit === 'm' && (variable === 'ascent' || variable === 'descent') ? 'm-climb' : unit;

/** Knee load and wear have no unit of their own that a runner could use: they are shares of the usual. */
const RELATIVE_UNITS: ReadonlySet<string> = new Set(['BW·s', 'relative']);

/** A figure of this finding's weeks: in its unit, or as a share of its usual week. */
export function figureOf(finding: AuditFinding, value: number, format: Format): string {
  if (!RELATIVE_UNITS.has(finding.unit)) return inUnit(value, unitOf(finding), format);
  return finding.usual > 0 ? format.percent(value / finding.usual) : format.number(value, 1);
}

/** Figures of a sum over the week; the others are of a single run or a rate. */
const NOT_A_SUM: ReadonlySet<AuditFinding['variable']> = new Set([
  'longest',
  'intense-share',
  'cadence-at-speed',
  'shoe',
  'surface',
]);

export const isWeekly = ({ variable }: Pick<AuditFinding, 'variable'>): boolean => !NOT_A_SUM.has(variable);

const NO_BREAK = '\u00a0';

/** `13.0 km`, `18.0 km` → `13.0`, `18.0 km`: a unit both share is told once. */
export function unitOnce(from: string, to: string): readonly [string, string] {
  const [figure = from, unit] = from.split(NO_BREAK);
  return [unit !== undefined && to.split(NO_BREAK)[1] === unit ? figure : from, to];
}

export interface ChangedAndNot {
  /** Clear first, then possible; the larger effect first. */
  readonly changed: readonly AuditFinding[];
  readonly same: readonly AuditFinding[];
}

const RANK: Readonly<Record<AuditFinding['verdict'], number>> = {
  clear: 0,
  possible: 1,
  'within-usual-swing': 2,
};

export function changedAndNot(findings: readonly AuditFinding[]): ChangedAndNot {
  const ranked = [...findings].sort(
    (a, b) => RANK[a.verdict] - RANK[b.verdict] || Math.abs(b.z) - Math.abs(a.z),
  );
  return {
    changed: ranked.filter(({ verdict }) => verdict !== 'within-usual-swing'),
    same: ranked.filter(({ verdict }) => verdict === 'within-usual-swing'),
  };
}

/** Which sentence heads "what changed". */
export function changedTitle(audit: Audit): {
  key: string;
  count: number;
  first: AuditFinding['variable'] | null;
} {
  const before = audit.onset === null ? 'lately' : 'before';
  if (!audit.findings.known) return { key: `load.changed.${before}.unknown`, count: 0, first: null };
  const { changed } = changedAndNot(audit.findings.value);
  if (changed.length === 0) return { key: `load.changed.${before}.none`, count: 0, first: null };
  return { key: `load.changed.${before}.some`, count: changed.length, first: changed[0]?.variable ?? null };
}
