/** Where each reason comes from: source id and how strong it is. A mechanism or a rule is never more than it is. */
import type { EvidenceId, EvidenceMark } from '../evidence/mark.ts';
import type { ReasonCode, ReasonStep } from './today-types.ts';

interface Ground {
  readonly evidence: EvidenceId;
  readonly mark: EvidenceMark;
}

const own: Ground = { evidence: 'own-record', mark: 'own-data' };
const ours: Ground = { evidence: 'our-choice', mark: 'expert' };
const articles: Ground = { evidence: 'popular-articles', mark: 'expert' };
const nextMorning: Ground = { evidence: 'vincent-2017', mark: 'expert' };
const longest: Ground = { evidence: 'frandsen-2025', mark: 'cohort' };

const week: Ground = { evidence: 'nielsen-2014', mark: 'cohort' };

export const REASONS: Readonly<Record<ReasonCode, Ground>> = {
  'flags-open': ours,
  'flags-raised': ours,
  'edge-reached': own,
  'morning-settled': nextMorning,
  'ache-not-said': ours,
  'days-off': own,
  'no-runs': own,
  'longest-of-30-days': own,
  'three-quarters-of-edge': articles,
  'half-of-run-without-place': ours,
  'seven-tenths-of-run': articles,
  'seven-tenths-of-size': articles,
  'three-quarters-of-run': articles,
  'same-again': ours,
  raised: ours,
  'after-days-off': ours,
  'after-pause': ours,
  'after-standstill': ours,
  'ladder-done': ours,
  'half-of-longest': ours,
  'longest-plus-tenth': longest,
  'longest-plus-650': ours,
  'easy-day': ours,
  'easier-week': ours,
  'week-guard': week,
  'learnt-plan': own,
  'ladder-step': ours,
  calm: ours,
  pause: articles,
  'ran-today': ours,
  'morning-raised': nextMorning,
  'morning-missing': nextMorning,
  'pain-now': nextMorning,
  'ache-said': nextMorning,
  fever: ours,
  'as-often-as-last-week': ours,
  'rest-until': ours,
  standstill: ours,
  'back-to-calm': ours,
  'see-a-physio': ours,
  answer: own,
};

/** A line of the sum, with its source. */
export const reason = (
  code: ReasonCode,
  figures: ReasonStep['figures'] = {},
  allowsM: number | null = null,
  binding = false,
): ReasonStep => ({
  code,
  figures,
  allowsM,
  binding,
  evidence: REASONS[code].evidence,
  mark: REASONS[code].mark,
});
