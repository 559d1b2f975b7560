/** Ordinary least squares for a handful of columns, by the normal equations. */

/**
 * Coefficients that bring `rows · coefficients` nearest to `values`.
 * @throws RangeError where the columns do not determine them
 */
export function leastSquares(rows: readonly (readonly number[])[], values: readonly number[]): number[] {
  const columns = rows[0]?.length ?? 0;
  if (columns === 0 || rows.length !== values.length) {
    throw new RangeError(
      `rows must be as many as values and not empty, got ${rows.length} and ${values.length}`,
    );
  }
  // Augmented normal equations: [XᵀX | Xᵀy].
  const system = Array.from({ length: columns }, (_, a) =>
    Array.from({ length: columns + 1 }, (__, b) =>
      rows.reduce(
        (sum, row, i) => sum + (row[a] ?? 0) * (b === columns ? (values[i] ?? 0) : (row[b] ?? 0)),
        0,
      ),
    ),
  );
  return solve(system);
}

/**
 * Solves a square system by Gauss and Jordan, largest pivot first.
 * @param system one line an unknown, its right side last; left changed
 * @throws RangeError where the columns depend on each other
 */
export function solve(system: number[][]): number[] {
  const columns = system.length;
  for (let pivot = 0; pivot < columns; pivot += 1) {
    const best = system
      .slice(pivot)
      .reduce(
        (top, row, i) => (Math.abs(row[pivot] ?? 0) > Math.abs(system[top]?.[pivot] ?? 0) ? pivot + i : top),
        pivot,
      );
    const swapped = system[pivot] ?? [];
    system[pivot] = system[best] ?? [];
    system[best] = swapped;
    const lead = system[pivot] ?? [];
    const scale = lead[pivot] ?? 0;
    if (Math.abs(scale) < SINGULAR) throw new RangeError('columns must not depend on each other');
    for (let other = 0; other < columns; other += 1) {
      if (other === pivot) continue;
      const row = system[other] ?? [];
      const factor = (row[pivot] ?? 0) / scale;
      system[other] = row.map((value, i) => value - factor * (lead[i] ?? 0));
    }
  }
  return system.map((row, i) => (row[columns] ?? Number.NaN) / (row[i] ?? Number.NaN));
}

/** A pivot below this means that columns depend on each other. */
const SINGULAR = 1e-12;
