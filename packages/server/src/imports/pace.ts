/** How fast an import goes, from what was seen of it. */

export interface Pace {
  readonly filesPerS: number | null;
  readonly secondsLeft: number | null;
}

interface Seen {
  readonly atMs: number;
  readonly filesDone: number;
}

/** The rate is taken over the last stretch of this length, so that one large archive does not blur it. */
const STRETCH_MS = 10_000;
/** Shorter than this, a rate says little. */
const LEAST_MS = 500;

/** Remembers, batch by batch, what was done when. */
export function paceKeeper() {
  const seen = new Map<string, Seen[]>();
  return {
    /** @param toDo files found and not done */
    note(batchId: string, atMs: number, filesDone: number, toDo: number): Pace {
      const earlier = (seen.get(batchId) ?? []).filter((moment) => atMs - moment.atMs <= STRETCH_MS);
      const first = earlier[0];
      seen.set(batchId, [...earlier, { atMs, filesDone }]);
      if (first === undefined || atMs - first.atMs < LEAST_MS) return { filesPerS: null, secondsLeft: null };
      const filesPerS = ((filesDone - first.filesDone) * 1000) / (atMs - first.atMs);
      return { filesPerS, secondsLeft: filesPerS > 0 ? Math.ceil(toDo / filesPerS) : null };
    },
    forget(batchId: string): void {
      seen.delete(batchId);
    },
  };
}
