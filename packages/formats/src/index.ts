export { walk, type WalkPath } from './archive/walk.ts';
export type { ListedShoe, ReadActivity, ReadResult, Refusal, Warning } from './read-result.ts';
export { readFit } from './fit/read-fit.ts';
export { kindOfName } from './read/file-kind.ts';
export { READER_VERSION } from './reader-version.ts';
export { readBytes, readSource, type ReadSource } from './read/read-source.ts';
export type { Found, SourceFile } from './source.ts';
export { fileKey } from './table/file-key.ts';
