/** The day at which the simulated runner's story is told. */
import { sampleRunner } from '@kneewise/simulator';

let day: string | null = null;

/** `YYYY-MM-DD`; worked out once. */
export const sampleDay = (): string => (day ??= sampleRunner().today);
