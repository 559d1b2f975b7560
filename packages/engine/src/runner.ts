/** What we know of the person. Every field may be absent; nothing is assumed in its place. */
export interface Runner {
  readonly massKg?: number;
  readonly heightM?: number;
  readonly legM?: number;
}
