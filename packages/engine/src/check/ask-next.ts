/** Which questions are still worth asking, the worthiest first. */
import { isAsked } from './answers.ts';
import type { Answer } from './answer.ts';
import { TELL_FROM } from './level-of.ts';
import { QUESTIONS } from './questions.ts';
import { byWorth, isWorthAsking, type Standing, type Worth, worthOf } from './worth.ts';

export interface WorthAsking {
  readonly id: string;
  readonly worth: Worth;
}

/** Whether a question would be asked as things stand: the turned hip also when nothing stands out. */
export const wouldAsk = (id: string, { facts, shares }: Standing): boolean =>
  isAsked(id, facts) || (id === 'hip-twist' && Math.max(...shares) < TELL_FROM);

/** Questions not known, asked as things stand, that could change something. */
export function worthAsking(standing: Standing, held: readonly Answer[]): readonly WorthAsking[] {
  return QUESTIONS.filter(({ id }) => !standing.facts.has(id) && wouldAsk(id, standing))
    .map(({ id }) => ({ id, worth: worthOf(id, standing, held) }))
    .filter(({ worth }) => isWorthAsking(worth))
    .sort(byWorth);
}
