/** What can go wrong with the place a history is kept in, said so that a runner can act on it. */

export type StoreErrorCode =
  | 'folder-unusable'
  | 'read-only'
  | 'disk-full'
  | 'busy'
  | 'damaged'
  | 'not-a-store'
  | 'newer-store'
  | 'disk-error'
  | 'not-a-backup'
  | 'damaged-backup'
  | 'newer-backup'
  | 'not-empty';

export class StoreError extends Error {
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.name = 'StoreError';
    this.code = code;
  }
}

/** SQLite's primary result codes (sqlite.org/rescode.html) and what they mean to whoever runs Kneewise. */
const SENTENCES: Readonly<Record<number, readonly [StoreErrorCode, (place: string) => string]>> = {
  5: ['busy', (place) => `Another program has kept ${place} busy for too long. Try again in a moment.`],
  6: ['busy', (place) => `Another program has kept ${place} busy for too long. Try again in a moment.`],
  8: ['read-only', (place) => `${place} cannot be written to. Check its permissions.`],
  10: ['disk-error', (place) => `The disk failed while ${place} was in use.`],
  11: ['damaged', (place) => `${place} is damaged. Restore it from a backup.`],
  13: [
    'disk-full',
    (place) =>
      `The disk that holds ${place} is full. What was being stored was not kept: make room and try again.`,
  ],
  14: ['folder-unusable', (place) => `${place} cannot be opened. Check that its folder exists and is yours.`],
  26: ['not-a-store', (place) => `${place} is not a Kneewise history. Choose another data folder.`],
};

/** The low byte of an extended result code is its primary code. */
const PRIMARY_CODE = 0xff;

/** A SQLite error as a `StoreError`; anything else as it came. */
export function fromSqlite(error: unknown, place: string): unknown {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return error;
  const meaning = SENTENCES[error.errcode & PRIMARY_CODE];
  if (meaning === undefined) return error;
  const [code, sentence] = meaning;
  return new StoreError(code, `${sentence(place)} (${error.message})`, error);
}

/** A file system error as a `StoreError`; anything else as it came. */
export function fromFileSystem(error: unknown, place: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new StoreError(
        'disk-full',
        `The disk that holds ${place} is full. What was being stored was not kept: make room and try again. (${error.message})`,
        error,
      );
    case 'EROFS':
      return new StoreError(
        'read-only',
        `${place} is on a disk that cannot be written to. (${error.message})`,
        error,
      );
    case 'EACCES':
    case 'EPERM':
      return new StoreError(
        'read-only',
        `${place} cannot be written to. Check its permissions. (${error.message})`,
        error,
      );
    case 'ENOTDIR':
    case 'EEXIST':
      return new StoreError(
        'folder-unusable',
        `${place} cannot be a folder: a file of that name is in the way. Choose another with --data. (${error.message})`,
        error,
      );
    case 'ENOENT':
    case 'ENAMETOOLONG':
    case 'ELOOP':
      return new StoreError(
        'folder-unusable',
        `${place} cannot be used. Choose another with --data. (${error.message})`,
        error,
      );
    default:
      return error;
  }
}
