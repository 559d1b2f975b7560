/** What can hide pain, each with the source that its caution rests on and how strong that is. */
import type { EvidenceMark } from '@kneewise/engine';
import type { Taken } from './api.ts';

export const MASKS: readonly {
  readonly what: Taken['what'];
  readonly evidence: string;
  readonly mark: EvidenceMark;
}[] = [
  { what: 'anti-inflammatory', evidence: 'lipman-2017', mark: 'randomised' },
  { what: 'paracetamol', evidence: 'clinical-teaching', mark: 'expert' },
  { what: 'stronger-painkiller', evidence: 'clinical-teaching', mark: 'expert' },
  { what: 'gel', evidence: 'clinical-teaching', mark: 'expert' },
  { what: 'cold', evidence: 'bleakley-2004', mark: 'randomised' },
  { what: 'tape-or-brace', evidence: 'our-choice', mark: 'expert' },
];
