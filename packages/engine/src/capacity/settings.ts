/**
 * What the learnt edge supposes about a knee: each day has a capacity C, ln C ~ N(μ, σ²), and μ wanders (models.md B).
 * Nobody knows how much a knee's capacity differs from day to day, how steeply pain rises or how fast capacity
 * grows, so 24 answers are kept side by side and the runner's check-ins weigh them. All values here: our choice,
 * tried on simulated runners only.
 */

/** SD of ln capacity from day to day. [simulated-runners, models.md B] */
export const DAY_SDS = [0.12, 0.22, 0.36] as const;
/** Pain rises with (load ÷ capacity) to this power. [simulated-runners, models.md B] */
export const STEEPNESSES = [1.5, 3] as const;
/** ln (load at which a morning is as likely raised as not ÷ capacity). [simulated-runners, models.md B] */
export const MORNING_SHIFTS = [0.1, 0.5] as const;
/** Change of μ, ln capacity, a day. [simulated-runners, models.md B] */
export const DRIFTS = [0, 0.008] as const;

/** Grid of μ = ln of the usual capacity: cells, their width, and the cell at the prior's centre.
 * [simulated-runners, models.md B] */
export const CELLS = 81;
export const STEP = 0.05;
export const CENTRE_CELL = (CELLS - 1) / 2;
/** SD of ln capacity before anything is known. [simulated-runners, models.md B] */
export const PRIOR_SD = 0.8;
/** SD of what μ wanders in a day. [simulated-runners, models.md B] */
export const WANDER_SD = 0.045;

/** Share of earlier load still in the knee that counts as load of this run, and hours in which it fades to 37 %.
 * [simulated-runners, models.md B] */
export const LEFTOVER_SHARE = 0.3;
export const LEFTOVER_HOURS = 36;
/** ln load by which one point of pain before a run brings the ceiling nearer. [simulated-runners, models.md B] */
export const PAIN_BEFORE_LN = 0.1;
/** From this pain before a run on, neither the run teaches nor a distance is given, 0–10. Our choice. */
export const TOO_SORE = 2;

/** A kernel reaches so many SDs either side. [simulated-runners, models.md B] */
export const KERNEL_REACH_SDS = 3;

/** Day SD × morning shift: what the edge of a cell depends on. */
export const GROUPS = DAY_SDS.length * MORNING_SHIFTS.length;
export const SETTINGS = GROUPS * STEEPNESSES.length * DRIFTS.length;

/** Settings lie group by group: the index of one from its four. */
export const settingOf = (day: number, morning: number, steep: number, drift: number): number =>
  ((day * MORNING_SHIFTS.length + morning) * STEEPNESSES.length + steep) * DRIFTS.length + drift;

/** Settings that share a group. */
export const SETTINGS_PER_GROUP = STEEPNESSES.length * DRIFTS.length;
