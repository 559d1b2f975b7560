export * from './model/cadence-line.ts';
export * from './model/true-load.ts';
export * from './run/run-plan.ts';
export * from './run/simulate-run.ts';
export { START_PLACE, START_PLACE_UTC_OFFSET_MIN } from './run/route.ts';
export { type Random, seededRandom } from './random.ts';
