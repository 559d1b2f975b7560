/** The values of a message that is no record, and what a developer's field description says. */
import { type DeveloperField, developerKey, type FieldAt } from './definition.ts';
import { BASE_TYPES, MESSAGE } from './profile.ts';

const decoder = new TextDecoder('utf-8');

/** The first value of a field of any message but a record; undefined where it is not filled in. */
export function fieldValue(
  view: DataView,
  bytes: Uint8Array,
  at: number,
  field: FieldAt,
  little: boolean,
): number | string | undefined {
  const { size, kind } = field.type;
  if (kind === 'text') {
    const ends = bytes.subarray(at, at + field.size).indexOf(0);
    const text = decoder.decode(bytes.subarray(at, at + (ends === -1 ? field.size : ends))).trim();
    return text === '' ? undefined : text;
  }
  if (kind === 'bytes' || field.size < size || field.size % size !== 0) return undefined;
  if (kind === 'float') {
    const value = size === 4 ? view.getFloat32(at, little) : view.getFloat64(at, little);
    return Number.isFinite(value) ? value : undefined;
  }
  if (size === 8) return undefined;
  const signed = kind === 'signed';
  const bits = size * 8;
  const value =
    size === 1
      ? signed
        ? view.getInt8(at)
        : view.getUint8(at)
      : size === 2
        ? signed
          ? view.getInt16(at, little)
          : view.getUint16(at, little)
        : signed
          ? view.getInt32(at, little)
          : view.getUint32(at, little);
  const invalid = kind === 'zero-absent' ? 0 : signed ? 2 ** (bits - 1) - 1 : 2 ** bits - 1;
  return value === invalid ? undefined : value;
}

/** Null where it does not say which field it describes. */
export function describe(
  fields: ReadonlyMap<number, number | string>,
): { key: number; said: DeveloperField } | null {
  const number = (field: number): number | null => {
    const value = fields.get(field);
    return typeof value === 'number' ? value : null;
  };
  const [developer, field] = [number(0), number(1)];
  if (developer === null || field === null) return null;
  const nativeMessage = number(14);
  const type = number(2);
  return {
    key: developerKey(developer, field),
    said: {
      type: type === null ? null : (BASE_TYPES[type] ?? null),
      name: String(fields.get(3) ?? ''),
      unit: String(fields.get(8) ?? ''),
      nativeField: nativeMessage === null || nativeMessage === MESSAGE.record ? number(15) : null,
    },
  };
}
