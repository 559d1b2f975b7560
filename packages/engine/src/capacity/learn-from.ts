/** Learning from a run so that worse pain never moves the edge away. */
import type { CapacityState } from './capacity-state.ts';
import { EDGE_SHARE, edgeLoad, planLoad } from './exceed.ts';
import { observe, type ObservedRun } from './observe.ts';

/**
 * `observe`, with one guard. A run beyond the believed edge can be a surprise, and the less it hurt the more it looks
 * like a slip of the finger, which teaches nothing: pain of 1 could then teach more, and move the edge farther out,
 * than pain of 0. So beyond the far end of the edge a run is read as the pain up to the one said that
 * gives the shortest plan; the edge follows it.
 */
export function learnFrom(state: CapacityState, run: ObservedRun): CapacityState {
  const { said, leftover, painBefore, load, ceiling } = run;
  if (said.kind !== 'pain' || said.worst <= 0) return observe(state, run);
  if (load <= edgeLoad(state, EDGE_SHARE, leftover, painBefore).q90) return observe(state, run);
  let nearest = state;
  let nearestLoad = Infinity;
  for (let worst = 0; worst <= Math.min(said.worst, Math.ceil(ceiling)); worst += 1) {
    const after = observe(state, { ...run, said: { ...said, worst } });
    const plan = planLoad(after, 0, 0);
    if (plan <= nearestLoad) {
      nearest = after;
      nearestLoad = plan;
    }
  }
  return nearest;
}
