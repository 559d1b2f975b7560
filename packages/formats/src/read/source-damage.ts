/** Thrown while bytes are being fetched: what came before is sound, nothing more will come. */
export class SourceDamage extends Error {
  readonly code: string;
  readonly byteOffset: number | null;
  /** True where even what came must not be used: a bomb, a size over the limit. */
  readonly fatal: boolean;

  constructor(code: string, reason: string, byteOffset: number | null = null, fatal = false) {
    super(reason);
    this.code = code;
    this.byteOffset = byteOffset;
    this.fatal = fatal;
  }
}

/** The code of a failed system call (`EACCES`), or null for any other error. */
export const systemCode = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;

/** Damage as it is, a failed system call as damage; anything else is our own mistake and thrown on. */
export function asDamage(error: unknown): SourceDamage {
  if (error instanceof SourceDamage) return error;
  const code = systemCode(error);
  if (code === null) throw error;
  return new SourceDamage('unreadable', `The file cannot be read (${code}).`);
}
