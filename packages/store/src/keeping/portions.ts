/** Values in one query; SQLite takes 32,766. Our choice. */
const AT_ONCE = 500;

export function inPortions<T>(values: readonly T[]): T[][] {
  const portions: T[][] = [];
  for (let at = 0; at < values.length; at += AT_ONCE) portions.push(values.slice(at, at + AT_ONCE));
  return portions;
}

export function byKey<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group === undefined) groups.set(keyOf(value), [value]);
    else group.push(value);
  }
  return groups;
}
