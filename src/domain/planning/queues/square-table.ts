/** A square table of numbers, and what the chains need to do with it. */
export type SquareTable = readonly Float64Array[];

/** An empty table and the way into it. */
export function squareTable(size: number): {
  readonly table: SquareTable;
  readonly get: (row: number, column: number) => number;
  readonly set: (row: number, column: number, value: number) => void;
} {
  const table = Array.from({ length: size }, () => new Float64Array(size));
  return {
    table,
    get: (row, column) => table[row]?.[column] ?? 0,
    set(row, column, value) {
      const at = table[row];
      if (at) at[column] = value;
    },
  };
}

/** A row of numbers times a table. */
export function multiplied(row: readonly number[], table: SquareTable): readonly number[] {
  const product = row.map(() => 0);
  for (const [i, value] of row.entries()) {
    const line = table[i];
    if (value !== 0 && line) for (let k = 0; k < product.length; k += 1) product[k] = (product[k] ?? 0) + value * (line[k] ?? 0);
  }
  return product;
}

/**
 * The stationary distribution of a chain by its rates; the diagonal is not read. Grassmann, Taksar and Heyman 1985: states are taken
 * away one by one without a subtraction, so that small probabilities keep their digits.
 */
export function stationaryOf(rates: SquareTable): readonly number[] {
  const size = rates.length;
  const left = rates.map((row) => Float64Array.from(row));
  const leaving: number[] = [];
  for (let n = size - 1; n > 0; n -= 1) {
    const from = left[n];
    if (!from) continue;
    let out = 0;
    for (let k = 0; k < n; k += 1) out += from[k] ?? 0;
    leaving[n] = out;
    for (let i = 0; i < n; i += 1) {
      const row = left[i];
      const share = (row?.[n] ?? 0) / out;
      if (row && share > 0) for (let k = 0; k < n; k += 1) row[k] = (row[k] ?? 0) + share * (from[k] ?? 0);
    }
  }
  const weights = [1];
  for (let n = 1; n < size; n += 1) {
    let sum = 0;
    for (let i = 0; i < n; i += 1) sum += (weights[i] ?? 0) * (left[i]?.[n] ?? 0);
    weights.push(sum / (leaving[n] ?? 1));
  }
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / whole);
}
