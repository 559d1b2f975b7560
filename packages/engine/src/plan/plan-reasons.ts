/** Why a session is as it is: permanent codes with their sources. Words: `plan.why.<code>`. */
import type { EvidenceId, EvidenceMark } from '../evidence/mark.ts';
import type { PlanReason } from './plan-types.ts';

interface Ground {
  readonly evidence: EvidenceId;
  readonly mark: EvidenceMark;
}
const ours: Ground = { evidence: 'our-choice', mark: 'expert' };
const taper: Ground = { evidence: 'bosquet-2007', mark: 'randomised' };

export const PLAN_REASONS = {
  // Runs.
  'as-today-says': { evidence: 'own-record', mark: 'own-data' },
  'if-quiet': ours,
  'ladder-step': { evidence: 'walk-run-protocol', mark: 'lab' },
  'ladder-repeat': { evidence: 'walk-run-protocol', mark: 'lab' },
  'step-waits': ours,
  'long-run': ours,
  'long-waits': ours,
  'strength-yesterday': { evidence: 'doma-2012', mark: 'lab' },
  'easy-run': ours,
  'easier-week': ours,
  'one-change': { evidence: 'ramskov-2018', mark: 'randomised' },
  'raise-waits': ours,
  'goal-reached': ours,
  'another-ground': ours,
  'race-ground': ours,
  'beat-week': { evidence: 'retraining-review', mark: 'randomised' },
  // What rises.
  'change-ladder-step': { evidence: 'walk-run-protocol', mark: 'lab' },
  'change-frequency': { evidence: 'trek-runners', mark: 'expert' },
  'change-duration': { evidence: 'frandsen-2025', mark: 'cohort' },
  'change-uphill': ours,
  'change-speed': ours,
  'change-downhill': { evidence: 'downhill-bouts', mark: 'lab' },
  'change-rough-ground': ours,
  'change-new-shoe': { evidence: 'ridge-2013', mark: 'lab' },
  'change-cadence': { evidence: 'retraining-review', mark: 'randomised' },
  'change-jumps': ours,
  // Race.
  'taper-first-week': taper,
  'taper-last-week': taper,
  'race-day': ours,
  'after-race': ours,
  'race-stage': ours,
  'race-longest': ours,
  'race-light': ours,
  'race-trouble': ours,
  'race-later': ours,
  'race-jump': { evidence: 'frandsen-2025', mark: 'cohort' },
  // Strength.
  'strength-after-run': { evidence: 'doma-2012', mark: 'lab' },
  'strength-rest-day': ours,
  'strength-calm': ours,
  'strength-race-week': ours,
  'strength-yields': ours,
  // No runs.
  'blocked-flags-open': ours,
  'blocked-refer': ours,
  'blocked-pause': { evidence: 'popular-articles', mark: 'expert' },
  'blocked-calm': ours,
  'blocked-no-runs': ours,
  'walk-test': ours,
  'cross-train': ours,
  'you-moved-it': ours,
} as const satisfies Record<string, Ground>;

export type PlanReasonCode = keyof typeof PLAN_REASONS;

export const planReason = (code: PlanReasonCode, figures: PlanReason['figures'] = {}): PlanReason => ({
  code,
  figures,
  ...PLAN_REASONS[code],
});
