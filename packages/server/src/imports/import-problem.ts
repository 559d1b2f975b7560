/** What holds an import up, in words for whoever waits for it. */
import { StoreError, type StoreErrorCode } from '@kneewise/store';
import { isDiskFull } from '../http/problem.ts';

export interface ImportProblem {
  readonly code: StoreErrorCode | 'internal';
  readonly text: string;
}

export function inWords(error: unknown): ImportProblem {
  if (isDiskFull(error))
    return {
      code: 'disk-full',
      text: 'The disk is full. Nothing that was received is lost; make room and the import goes on.',
    };
  return error instanceof StoreError
    ? {
        code: error.code,
        text: `${error.message} Nothing that was received is lost; the import tries again.`,
      }
    : {
        code: 'internal',
        text: 'The import stopped for a reason we did not foresee. Nothing that was received is lost; it tries again.',
      };
}
