/**
 * Whether the Poisson likelihood of a log-linear model has its maximum, and whether the table can tell the model's terms apart.
 *
 * Two checks, both exact up to rounding (Fienberg and Rinaldo 2012, Annals of Statistics 40:996-1023; Chan, Silverman and Vincent 2021,
 * JASA 116:1297-1306):
 * - rank: the columns of the cells that are left are linearly independent; else a term is not identified;
 * - existence: there are expected counts, all above 0, with the same margins as the counts. The largest s is sought, by linear
 *   programming, with every cell at least s; the maximum exists exactly when s is above 0. Means that were fitted and are clearly above
 *   0 are such counts themselves, so the program is only needed where some mean is near 0.
 */
import type { Design } from './poisson-regression.ts';

/** True when the columns are linearly independent over the cells. */
export function hasFullRank({ columns, active }: Design): boolean {
  if (active.length < columns) return false;
  const rows = active.map((ones) => {
    const row = new Float64Array(columns);
    for (const j of ones) row[j] = 1;
    return row;
  });
  for (let column = 0; column < columns; column += 1) {
    let best = column;
    for (let i = column; i < rows.length; i += 1) if (Math.abs(rows[i]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = i;
    const pivot = rows[best];
    if (!pivot || Math.abs(pivot[column] ?? 0) < 1e-9) return false;
    rows[best] = rows[column] ?? pivot;
    rows[column] = pivot;
    for (let i = column + 1; i < rows.length; i += 1) eliminate(rows[i], pivot, column);
  }
  return true;
}

/** True when counts above 0 in every cell can have the margins of the given counts. */
export function maximumExists({ columns, active }: Design, counts: readonly number[]): boolean {
  if (counts.every((count) => count > 0)) return true;
  const target = new Float64Array(columns);
  const load = new Float64Array(columns);
  for (const [cell, ones] of active.entries()) {
    for (const j of ones) {
      target[j] = (target[j] ?? 0) + (counts[cell] ?? 0);
      load[j] = (load[j] ?? 0) + 1;
    }
  }
  const scale = Math.max(1, ...target);
  const matrix = [...active.map((ones) => new Set(ones)), null];
  const rows = Array.from({ length: columns }, (_, j) => [
    ...matrix.map((ones) => (ones ? Number(ones.has(j)) : (load[j] ?? 0))),
    (target[j] ?? 0) / scale,
  ]);
  return largestLast(rows) * scale > 1e-6;
}

/**
 * The largest value of the last variable under `rows` (equations with the right side last, which is ≥ 0) and all variables ≥ 0.
 * Two phases of the simplex method on a full table, with Bland's rule against going round in circles.
 */
function largestLast(rows: readonly (readonly number[])[]): number {
  const m = rows.length;
  const n = (rows[0]?.length ?? 1) - 1;
  const tableau = rows.map((row, i) => {
    const line = new Float64Array(n + m + 1);
    line.set(row.slice(0, n));
    line[n + i] = 1;
    line[n + m] = row[n] ?? 0;
    return line;
  });
  const basis = rows.map((_, i) => n + i);
  const side = n + m;

  const phaseOne = new Float64Array(side + 1);
  for (const line of tableau) for (let j = 0; j < n; j += 1) phaseOne[j] = (phaseOne[j] ?? 0) + (line[j] ?? 0);
  for (const line of tableau) phaseOne[side] = (phaseOne[side] ?? 0) + (line[side] ?? 0);
  climb(tableau, basis, phaseOne, n);
  // What is left of the artificial variables is 0, as the counts themselves solve the equations; they leave where they can.
  for (let i = 0; i < m; i += 1) {
    if ((basis[i] ?? 0) < n) continue;
    const enter = tableau[i]?.findIndex((value, j) => j < n && Math.abs(value) > 1e-9) ?? -1;
    if (enter >= 0) pivot(tableau, basis, phaseOne, i, enter);
  }
  const goal = new Float64Array(side + 1);
  goal[n - 1] = 1;
  for (let i = 0; i < m; i += 1) if (basis[i] === n - 1) eliminate(goal, tableau[i] ?? goal, n - 1);
  climb(tableau, basis, goal, n);
  const row = basis.indexOf(n - 1);
  return row < 0 ? 0 : (tableau[row]?.[side] ?? 0);
}

/** Simplex steps until no column below `n` improves the goal. */
function climb(tableau: readonly Float64Array[], basis: number[], goal: Float64Array, n: number): void {
  for (let round = 0; round < 5_000; round += 1) {
    const enter = goal.findIndex((gain, j) => j < n && gain > 1e-10);
    if (enter < 0) return;
    let leave = -1;
    let least = Infinity;
    for (const [i, line] of tableau.entries()) {
      const entry = line[enter] ?? 0;
      if (entry <= 1e-10) continue;
      const ratio = (line[line.length - 1] ?? 0) / entry;
      if (ratio < least - 1e-13 || (ratio < least + 1e-13 && (basis[i] ?? 0) < (basis[leave] ?? Infinity))) {
        least = Math.min(least, ratio);
        leave = i;
      }
    }
    if (leave < 0) return;
    pivot(tableau, basis, goal, leave, enter);
  }
}

function pivot(tableau: readonly Float64Array[], basis: number[], goal: Float64Array, leave: number, enter: number): void {
  const line = tableau[leave];
  if (!line) return;
  const entry = line[enter] ?? 1;
  for (let j = 0; j < line.length; j += 1) line[j] = (line[j] ?? 0) / entry;
  for (const [i, other] of tableau.entries()) if (i !== leave) eliminate(other, line, enter);
  eliminate(goal, line, enter);
  basis[leave] = enter;
}

/** Takes from a row as much of another as makes its entry in the column 0. */
function eliminate(row: Float64Array | undefined, by: Float64Array, column: number): void {
  const factor = row ? (row[column] ?? 0) / (by[column] ?? 1) : 0;
  if (!row || factor === 0) return;
  for (let j = 0; j < row.length; j += 1) row[j] = (row[j] ?? 0) - factor * (by[j] ?? 0);
  row[column] = 0;
}
