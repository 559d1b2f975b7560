export { benignCost, type BenignCost, type RuleCost } from './benign-population.ts';
export * from './row.ts';
export * from './table.ts';
export * from './validate.ts';
