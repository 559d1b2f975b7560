/** What a backup says about itself, first of all that is in it. */
import { StoreError } from '../store-error.ts';

const FORMAT = 'kneewise-backup';
/** Of the arrangement of files, not of the tables: those say themselves which steps they have been through. */
const VERSION = 1;

export const MANIFEST_NAME = 'manifest.json';
export const README_NAME = 'README.txt';
export const DATABASE_NAME = 'kneewise.db';
export const INBOX_PREFIX = 'inbox/';

export interface BackedUpFile {
  readonly name: string;
  readonly sizeBytes: number;
  /** Hex. */
  readonly sha256: string;
}

export interface Manifest {
  readonly format: typeof FORMAT;
  readonly version: number;
  readonly madeAtMs: number;
  /** Steps the tables have been through (`migrations.ts`). */
  readonly steps: readonly string[];
  readonly files: readonly BackedUpFile[];
}

export const newManifest = (about: Omit<Manifest, 'format' | 'version'>): Manifest => ({
  format: FORMAT,
  version: VERSION,
  ...about,
});

const isFile = (value: unknown): value is BackedUpFile => {
  const file = value as Partial<BackedUpFile> | null;
  return (
    typeof file?.name === 'string' &&
    Number.isSafeInteger(file.sizeBytes) &&
    typeof file.sha256 === 'string' &&
    // Names become paths: nothing but what we write ourselves.
    (file.name === DATABASE_NAME || /^inbox\/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(file.name))
  );
};

/**
 * @param known steps that this program can take
 * @throws {StoreError} `not-a-backup`, or `newer-backup` where a later Kneewise made it
 */
export function parseManifest(text: string, file: string, known: readonly string[]): Manifest {
  let read: Partial<Manifest> | null;
  try {
    read = JSON.parse(text) as Partial<Manifest> | null;
  } catch {
    read = null;
  }
  if (read?.format !== FORMAT || !Number.isInteger(read.version)) throw notABackup(file);
  const steps = Array.isArray(read.steps) ? (read.steps as readonly string[]) : [];
  const unknown = steps.filter((step) => !known.includes(step));
  if ((read.version ?? 0) > VERSION || unknown.length > 0)
    throw new StoreError(
      'newer-backup',
      `${file} was made by a newer Kneewise${unknown.length > 0 ? ` (it has ${unknown.join(', ')})` : ''}. Update Kneewise, then restore it.`,
    );
  const files: readonly unknown[] = Array.isArray(read.files) ? read.files : [];
  if (!files.every(isFile) || !files.some(({ name }) => name === DATABASE_NAME)) throw damaged(file);
  return newManifest({ madeAtMs: Number(read.madeAtMs), steps, files });
}

export const notABackup = (file: string): StoreError =>
  new StoreError(
    'not-a-backup',
    `${file} is no backup of Kneewise. Choose the file that \`kneewise backup\` or Settings gave you; runs are brought by \`kneewise import\`.`,
  );

export const damaged = (file: string, cause?: unknown): StoreError =>
  new StoreError(
    'damaged-backup',
    `${file} is damaged: it is not what was written when it was made. Nothing was changed. Copy it again from where it was kept, or restore another one.`,
    cause,
  );

/** For whoever opens the file years later. */
export const readme = (madeAt: string): string => `A backup of Kneewise, made ${madeAt}.

To restore it: kneewise restore THIS-FILE   (or in the app: More, Settings, Restore)

kneewise.db is a SQLite database with everything: runs, the original files, answers, settings.
inbox/ holds files that had been received and not yet read.
manifest.json says what belongs to it, with SHA-256 of each.
`;
