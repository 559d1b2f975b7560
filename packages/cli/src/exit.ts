/** Exit codes, as the README promises them. */
export const EXIT = { done: 0, failed: 1, usage: 2, someRefused: 3 } as const;

/** Wrong usage: one line for the person, no stack. */
export class UsageError extends Error {}
