/** How soon someone should look at the knee: five levels, the most urgent first. */
export const LEVELS = ['emergency-now', 'today', 'within-days', 'physio', 'self-manage'] as const;

export type Level = (typeof LEVELS)[number];

/** 0 for self-manage to 4 for emergency-now. */
export const urgency = (level: Level): number => LEVELS.length - 1 - LEVELS.indexOf(level);

/** The more urgent of two levels. */
export const moreUrgent = (a: Level, b: Level): Level => (urgency(a) >= urgency(b) ? a : b);

export const isAtLeast = (level: Level, least: Level): boolean => urgency(level) >= urgency(least);

/** What each level asks of the runner. */
export const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  'emergency-now': 'Call your emergency number or go to an emergency department now.',
  today: 'Speak to a doctor today: urgent care, on-call line or your own practice.',
  'within-days': 'See a doctor or sports physician within two or three days. Don’t run until then.',
  physio: 'Have it examined by a physiotherapist or sports doctor within about two weeks.',
  'self-manage': 'You can start looking after this yourself. Here is how, and when to stop.',
};
