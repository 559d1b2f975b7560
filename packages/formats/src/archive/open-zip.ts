/** A zip of our own making, to be read back: every entry by name, its bytes checked against what the zip says. */
import { diskRange } from './byte-range.ts';
import { zipDirectory } from './zip-directory.ts';
import { zipEntryBytes } from './zip-entry-bytes.ts';

export { SourceDamage } from '../read/source-damage.ts';

export interface OpenZip {
  readonly entries: readonly { readonly name: string; readonly sizeBytes: number }[];
  /**
   * @throws {RangeError} where there is no such entry
   * @throws {SourceDamage} after the sound part of a damaged one
   */
  bytes(name: string): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

/** @returns null where it is no zip, or its list of contents is damaged */
export async function openZip(path: string): Promise<OpenZip | null> {
  const range = await diskRange(path);
  const { entries, refusal } = await zipDirectory(range);
  if (refusal !== null) {
    await range.close();
    return null;
  }
  return {
    entries: entries.map(({ name, unpackedBytes }) => ({ name, sizeBytes: unpackedBytes })),
    bytes(name) {
      const entry = entries.find((one) => one.name === name);
      if (entry === undefined) throw new RangeError(`name must be of an entry, got ${name}`);
      return zipEntryBytes(range, entry);
    },
    close: () => range.close(),
  };
}
