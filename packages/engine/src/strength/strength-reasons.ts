/** Why a session or an exercise is as it is: permanent codes, each with its source. Words: `strength.why.<code>`. */
import type { EvidenceId, EvidenceMark } from '../evidence/mark.ts';

interface Ground {
  readonly evidence: EvidenceId;
  readonly mark: EvidenceMark;
}
const ours: Ground = { evidence: 'our-choice', mark: 'expert' };
const own: Ground = { evidence: 'own-record', mark: 'own-data' };
const reserve: Ground = { evidence: 'helms-2016', mark: 'expert' };
const rows: Ground = { evidence: 'heavy-slow-protocols', mark: 'lab' };
const keeps: Ground = { evidence: 'spiering-2021', mark: 'lab' };
const nextDay: Ground = { evidence: 'doma-2012', mark: 'lab' };

export const STRENGTH_REASONS = {
  // The session.
  'phase-calm': ours,
  'phase-build': { evidence: 'barton-2015', mark: 'randomised' },
  'phase-run-specific': ours,
  'heavy-row': rows,
  'heavy-keep': keeps,
  'with-physio': ours,
  'session-too-hard': reserve,
  'after-break': keeps,
  'race-week-light': ours,
  // Against a session today.
  refer: ours,
  'done-today': own,
  'heavy-too-close': ours,
  'enough-this-week': rows,
  'hard-run-tomorrow': nextDay,
  'race-near': ours,
  'new-step-tomorrow': ours,
  'new-descent': { evidence: 'downhill-bouts', mark: 'lab' },
  'not-planned': ours,
  // An exercise.
  'first-time': own,
  'same-again': own,
  'load-up': reserve,
  'load-down': reserve,
  'full-range': ours,
  'level-up': ours,
  'level-down': ours,
  'short-range': ours,
  'hold-by-light': ours,
  'eased-by-light': ours,
  'hold-by-gap': ours,
  'not-known': own,
  'hold-pain-or-reserve': reserve,
  'sorer-side-first': ours,
  'instead-of-kit': ours,
  'instead-of-caution': ours,
  'instead-of-too-much': ours,
  'ready-for-harder': ours,
} as const satisfies Record<string, Ground>;

export type StrengthReasonCode = keyof typeof STRENGTH_REASONS;

export interface StrengthReason {
  readonly code: StrengthReasonCode;
  readonly figures: Readonly<Record<string, number | string>>;
  readonly evidence: EvidenceId;
  readonly mark: EvidenceMark;
}

export const strengthReason = (
  code: StrengthReasonCode,
  figures: StrengthReason['figures'] = {},
): StrengthReason => ({ code, figures, ...STRENGTH_REASONS[code] });
