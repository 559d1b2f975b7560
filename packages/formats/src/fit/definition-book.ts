/**
 * The definitions in force, one a local number. A watch repeats the same few definitions over and over: equal bytes
 * are read once, so that a file of nothing but definitions costs no more than its size.
 */
import { type Definition, definitionEnd, type DeveloperField, readDefinition } from './definition.ts';
import { MOST_DEFINITIONS } from './limits.ts';

interface Slot {
  readonly at: number;
  readonly end: number;
  readonly withDeveloperFields: boolean;
  /** Which state of the developers' descriptions it was read by; 0 where it has no such fields. */
  readonly version: number;
}

interface Known {
  readonly slot: Slot;
  readonly definition: Definition;
}

const LOCAL_NUMBERS = 16;

const sameBytes = (bytes: Uint8Array, a: number, b: number, length: number): boolean => {
  for (let each = 0; each < length; each++) if (bytes[a + each] !== bytes[b + each]) return false;
  return true;
};

/** FNV-1a: offset basis and prime of 32 bits. */
const FNV_BASIS = 0x81_1c_9d_c5;
const FNV_PRIME = 0x01_00_01_93;
function sumOf(bytes: Uint8Array, from: number, to: number): number {
  let sum = FNV_BASIS;
  for (let at = from; at < to; at++) sum = Math.imul(sum ^ (bytes[at] as number), FNV_PRIME);
  return sum;
}

export class DefinitionBook {
  /** By local number: what a data message is read by. */
  readonly current: (Definition | undefined)[] = Array.from({ length: LOCAL_NUMBERS });
  readonly #slots: (Slot | undefined)[] = Array.from({ length: LOCAL_NUMBERS });
  /** By a sum over their bytes; those that share one stand in one list. */
  readonly #known = new Map<number, Known[]>();
  #count = 0;
  readonly #developerFields = new Map<number, DeveloperField>();
  #version = 1;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** More different definitions than any recorder writes: nothing after this is read. */
  get full(): boolean {
    return this.#count >= MOST_DEFINITIONS;
  }

  /**
   * Takes in a definition message.
   * @param at first byte after the record header
   * @returns where the next message begins, or null where the bytes end before the definition does
   */
  define(local: number, at: number, limit: number, withDeveloperFields: boolean): number | null {
    const end = definitionEnd(this.#bytes, at, limit, withDeveloperFields);
    if (end === null) return null;
    const version = withDeveloperFields ? this.#version : 0;
    const before = this.#slots[local];
    const unchanged =
      before !== undefined &&
      before.version === version &&
      before.end - before.at === end - at &&
      sameBytes(this.#bytes, before.at, at, end - at);
    if (!unchanged) this.#take(local, { at, end, withDeveloperFields, version });
    return end;
  }

  /** A developer's description may come after the definition that uses it: that one is read again. */
  describe(key: number, said: DeveloperField): void {
    const before = this.#developerFields.get(key);
    if (
      before?.name === said.name &&
      before.unit === said.unit &&
      before.type === said.type &&
      before.nativeField === said.nativeField
    )
      return;
    this.#developerFields.set(key, said);
    this.#version += 1;
    for (const [local, slot] of this.#slots.entries())
      if (slot?.withDeveloperFields === true) this.#take(local, { ...slot, version: this.#version });
  }

  #take(local: number, slot: Slot): void {
    if (this.full) return;
    this.#slots[local] = slot;
    this.current[local] = this.#find(slot);
  }

  #find(slot: Slot): Definition {
    const sum = sumOf(this.#bytes, slot.at, slot.end);
    const alike = this.#known.get(sum);
    const same = alike?.find(
      ({ slot: other }) =>
        other.version === slot.version &&
        other.end - other.at === slot.end - slot.at &&
        sameBytes(this.#bytes, other.at, slot.at, slot.end - slot.at),
    );
    if (same !== undefined) return same.definition;
    const definition = readDefinition(this.#bytes, slot.at, slot.withDeveloperFields, this.#developerFields);
    if (alike === undefined) this.#known.set(sum, [{ slot, definition }]);
    else alike.push({ slot, definition });
    this.#count += 1;
    return definition;
  }
}
