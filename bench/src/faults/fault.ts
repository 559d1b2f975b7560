export interface Fault {
  readonly what: string;
  readonly held: boolean;
  readonly figures: string;
  /** What a person was told. */
  readonly message: string;
}

export const notTried = (what: string, why: string): Fault => ({
  what,
  held: true,
  figures: `not tried: ${why}`,
  message: '—',
});
