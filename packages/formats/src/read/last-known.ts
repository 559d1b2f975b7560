/** The last value of a column that is there, or null. */
export function lastKnown(column: Float64Array | null): number | null {
  const value = column?.findLast((each) => !Number.isNaN(each));
  return value ?? null;
}
