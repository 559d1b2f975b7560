/** Where it last became too much: what the next distance was taken from. */
import type { Replay } from '../pain/replay.ts';
import type { Today } from './today-types.ts';

/** Where the ceiling was last reached at a place that was noted. */
export function lastEdgeOf({ reported, limits }: Replay): Today['lastEdge'] {
  const edge = reported.findLast(
    ({ report }) => report.onsetM !== null && report.during !== null && report.during >= limits.ceiling,
  );
  return edge && edge.report.onsetM !== null && edge.report.during !== null
    ? { runId: edge.run.id, onsetM: edge.report.onsetM, pain: edge.report.during }
    : null;
}
