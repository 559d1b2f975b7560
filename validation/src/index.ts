export * from './row.ts';
export * from './table.ts';
export * from './validate.ts';
