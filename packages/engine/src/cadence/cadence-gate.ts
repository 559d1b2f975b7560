/** Whether a beat has a place in today's answer (training.md 5 and 7). */
import type { Today } from '../today/today-types.ts';

/** On the ladder of walking and running, the beat comes in at this step. Our choice, as training.md 5 has it. */
export const BEAT_FROM_LADDER_STEP = 4;

export type CadenceGate =
  /** Begin, or raise. */
  | 'open'
  /** Go on with what was begun; begin or raise nothing. */
  | 'hold'
  /** No beat: see someone, or answer the questions first. */
  | 'closed';

/** One thing is changed at a time, and none while the knee asks for less. */
export function cadenceGate({
  action,
  stage,
  light,
  ladder,
}: Pick<Today, 'action' | 'stage' | 'light' | 'ladder'>): CadenceGate {
  if (light === 'REFER' || action === 'see-someone' || action === 'ask-first') return 'closed';
  if (light !== 'GO' || stage === 'CALM' || stage === 'UNCHECKED') return 'hold';
  if (stage === 'LADDER' && (ladder?.step ?? 0) < BEAT_FROM_LADDER_STEP) return 'hold';
  return 'open';
}
