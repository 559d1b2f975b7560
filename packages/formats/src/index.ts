export type { ReadActivity, ReadResult, Refusal, Warning } from './read-result.ts';
export type { Found, SourceFile } from './source.ts';
