/** The seed of the demo's runner. */
export const SAMPLE_SEED = 20_261_117;
