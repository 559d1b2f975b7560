/** Which entries a runner is looking for. */
import type { ClaimStatus } from '@kneewise/engine';
import type { Subject } from './claim-grounds.ts';
import type { Entry, Kind } from './registry.ts';

export interface Sought {
  readonly kind: Kind;
  /** null: all of them. */
  readonly status: ClaimStatus | null;
  readonly subject: Subject | null;
  /** Words that all have to be there, anywhere in what an entry says. */
  readonly words: string;
}

const plain = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('\u00a0', ' ').toLowerCase();

/** @param titleOf the title as it is shown */
export function found(
  all: readonly Entry[],
  { kind, status, subject, words }: Sought,
  titleOf: (entry: Entry) => string,
): readonly Entry[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  return all.filter((entry) => {
    if (entry.kind !== kind) return false;
    if (status !== null && entry.status !== status) return false;
    if (subject !== null && entry.subject !== subject) return false;
    const text = plain([entry.id, titleOf(entry), entry.says ?? '', ...entry.sources].join(' '));
    return wanted.every((word) => text.includes(word));
  });
}
