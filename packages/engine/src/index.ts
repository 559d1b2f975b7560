export * from './measured.ts';
export * from './recording.ts';
export * from './runner.ts';
export * from './track.ts';
export * from './audit/audit.ts';
export * from './evidence/mark.ts';
export * from './knee-load/knee-load.ts';
export * from './pain/check-in.ts';
export * from './run/analyse-run.ts';
export * from './run/run.ts';
export * from './today/today.ts';
export * from './stats/mean.ts';
export * from './stats/normal.ts';
export * from './stats/quantile.ts';
export * from './stats/running-median.ts';
export * from './cadence/reference-cadence.ts';
export * from './cadence/running-cadence.ts';
export * from './grade/climb.ts';
export * from './grade/grade-along.ts';
export * from './knee-load/band.ts';
export * from './knee-load/band-along.ts';
export * from './knee-load/compare-kilometre.ts';
export * from './knee-load/damage.ts';
export * from './knee-load/joint-geometry.ts';
export * from './knee-load/knee-load-along.ts';
export * from './knee-load/knee-load-at.ts';
export * from './knee-load/knee-load-of-run.ts';
export * from './knee-load/model.ts';
export * from './knee-load/ranges.ts';
export * from './knee-load/spring-mass.ts';
export * from './knee-load/style.ts';
export * from './knee-load/widened.ts';
export * from './run/half-minute-bins.ts';
export * from './run/motion.ts';
export * from './calendar/civil-day.ts';
export { weeksOf } from './audit/weeks.ts';
export {
  LOOK_BACK_DAYS,
  SPIKE_BINS,
  longestOf30Days,
  sessionSpikes,
  spikeBin,
} from './audit/session-spikes.ts';
export * from './cadence/adherence.ts';
export * from './cadence/beats.ts';
export * from './cadence/cadence-coach.ts';
export * from './cadence/cadence-gate.ts';
export * from './cadence/cadence-line.ts';
export * from './cadence/cadence-target.ts';
export * from './cadence/cadence-weeks.ts';
export * from './cadence/counted-cadence.ts';
export * from './cadence/easy-speed.ts';
export * from './cadence/own-line.ts';
export * from './stats/select.ts';
export * from './pain/family.ts';
export * from './pain/grade.ts';
export * from './pain/ladder.ts';
export { ofTheAchingKnee } from './pain/of-the-aching-knee.ts';
export * from './pain/replay.ts';
export * from './pain/reports.ts';
export * from './pain/rows.ts';
export * from './pain/size.ts';
export * from './pain/state.ts';
export * from './check/flag-questions.ts';
export * from './form/change-point.ts';
export * from './form/fading-form.ts';
export * from './form/form-of-run.ts';
export * from './form/shown-form.ts';
export * from './form/heart-rate-drift.ts';
export * from './form/usual-place.ts';
export * from './cadence/hill-shares.ts';
export * from './evidence/claims.ts';
export * from './evidence/render-evidence.ts';
export * from './evidence/sources.ts';
export { REASONS } from './today/reasons.ts';
export { WOULD_CHANGE_CODES } from './today/today-types.ts';
export * from './capacity/capacity-state.ts';
export * from './capacity/exceed.ts';
export { learnFrom } from './capacity/learn-from.ts';
export { burdenLn, observe, type ObservedRun, type SaidInRun } from './capacity/observe.ts';
export * from './capacity/other-kilometre.ts';
export * from './capacity/learn-capacity.ts';
export * from './capacity/learnt-for-today.ts';
export type { TeachingRun } from './capacity/observed-runs.ts';
export { usualKilometre, type UsualKilometre } from './capacity/usual-kilometre.ts';
export { LEFTOVER_HOURS, LEFTOVER_SHARE, TOO_SORE } from './capacity/settings.ts';
export type { Answer } from './check/answer.ts';
export {
  type AnswerProblem,
  type Answers,
  answerProblems,
  factsOf,
  type GivenAnswer,
} from './check/answers.ts';
export { type Advice, UNTIL_WORDS } from './check/advice.ts';
export { type Card, CARDS, type Care, cardOf, ceilingOf } from './check/cards.ts';
export { exercisesFor } from './check/care-exercises.ts';
export { CERTAINTY_WORDS, type Certainty, CHECK_FIRST_WORDS } from './check/certainty.ts';
export * from './check/check.ts';
export { CONDITIONS, type Condition, type ConditionId } from './check/conditions.ts';
export { FINDINGS, WEIGHTS_OF } from './check/findings.ts';
export * from './check/interview.ts';
export { LEVEL_WORDS, LEVELS, type Level } from './check/level.ts';
export { QUESTIONS, type Question, questionOf } from './check/questions.ts';
export type { Reason } from './check/reasons-for.ts';
export { RED_FLAGS, type RedFlag, type Until } from './check/red-flags.ts';
export { type Screen, SCREENS } from './check/screens.ts';
export * from './check/disagreements.ts';
export * from './check/self-tests.ts';
export * from './questionnaires/akps.ts';
export * from './questionnaires/licences.ts';
export { triage, type Triage } from './check/triage.ts';
export { VARIABLES as AUDIT_VARIABLES } from './audit/variables.ts';
export { SOURCED_WEIGHTS, type SourcedWeight } from './check/weight-sources.ts';
export * from './strength/exercise.ts';
export * from './strength/exercises.ts';
export * from './strength/doses.ts';
export * from './strength/programmes.ts';
export * from './strength/warm-up.ts';
export * from './strength/strength-log.ts';
export * from './strength/moments.ts';
export * from './strength/side-balance.ts';
export * from './strength/standing.ts';
export type { Criterion } from './strength/criterion.ts';
export * from './strength/phase.ts';
export * from './strength/unlock.ts';
export * from './strength/running-so-far.ts';
export * from './strength/jumps.ts';
export * from './strength/strength-reasons.ts';
export { type Prescribed } from './strength/prescribe.ts';
export { type Block, blockOf } from './strength/block.ts';
export { type ExerciseLimits, type Verdict, exerciseLimits, verdictOf } from './strength/verdict.ts';
export {
  type PlannedStrength,
  type StrengthInput,
  type StrengthToday,
  heavyPerWeek,
  standingIn,
  strengthToday,
} from './strength/strength-today.ts';
export { strengthForPlan, strengthOfPlan } from './strength/strength-in-plan.ts';
export * from './plan/plan-types.ts';
export { PLAN_REASONS, type PlanReasonCode } from './plan/plan-reasons.ts';
export { MOST_WEEKS, planAhead } from './plan/plan-ahead.ts';
export { planProblems } from './plan/plan-problems.ts';
export * from './plan/move-session.ts';
export * from './plan/replan.ts';
export * from './plan/today-in-plan.ts';
export * from './shoes/shoe.ts';
export * from './shoes/wear.ts';
export * from './shoes/transition.ts';
export * from './shoes/rotation.ts';
export * from './strength/figure.ts';
