/** Runs over time against the longest of thirty days: places of dots and of the cohort's bin edges. */

export interface SessionDots {
  readonly fromMs: number;
  readonly toMs: number;
  /** Shares of the plot's width and height (1 is the top), in the order given. */
  readonly dots: readonly { readonly x: number; readonly y: number }[];
  /** 0 = as long as the longest; then the edges of the bins that are within view. */
  readonly lines: readonly { readonly change: number; readonly at: number }[];
}

/** Edges of the 2025 cohort's bins, as changes (0.1 = 10 % past the longest). [frandsen-2025] */
const EDGES = [0.3, 1];
const LOWEST = -1;
/** The picture never stops below this, so that a quiet history does not look dramatic. Our choice. */
const LEAST_TOP = 0.5;
/** Jumps beyond this are drawn at the top: one first long run must not flatten all others. Our choice. */
const MOST_TOP = 2;

/** @param runs oldest first; null where there is none */
export function sessionDots(
  runs: readonly { readonly atMs: number; readonly ratio: number }[],
): SessionDots | null {
  const [first] = runs;
  const last = runs.at(-1);
  if (first === undefined || last === undefined) return null;
  const top = Math.min(MOST_TOP, Math.max(LEAST_TOP, ...runs.map(({ ratio }) => ratio - 1)));
  const up = (change: number): number => (Math.min(change, top) - LOWEST) / (top - LOWEST);
  const span = Math.max(1, last.atMs - first.atMs);
  return {
    fromMs: first.atMs,
    toMs: last.atMs,
    dots: runs.map(({ atMs, ratio }) => ({ x: (atMs - first.atMs) / span, y: up(ratio - 1) })),
    lines: [0, ...EDGES.filter((edge) => edge <= top)].map((change) => ({ change, at: up(change) })),
  };
}
