/** Whose history it is, as everywhere on a person's own machine. */
export const RUNNER = 'me';
