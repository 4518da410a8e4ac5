/**
 * Sharp bounds for what published totals leave open: how many are in both lists, in either, in neither. The women are divided into the cells
 * of all combinations of lists; what is known are sums of cells, and the least and the most that a sum can be is found exactly: by linear
 * programming over the cells, with branching where a cell is not whole. For two lists these are Fréchet's bounds.
 */

/** Whether a woman counts, by which of the lists she is on. */
export type InCells = (on: readonly boolean[]) => boolean;

/** What is known: the women of some cells are at least and at most so many. */
export type KnownSum = { readonly where: InCells; readonly low: number; readonly high: number };

export type OverlapBounds =
  | { readonly outcome: 'bounds'; readonly low: number; readonly high: number }
  /** No numbers can fit all that is said. */
  | { readonly outcome: 'contradiction' };

/** The least and the most women in some cells, when the known sums hold. `high` is infinite where nothing limits it. */
export function overlapBounds(lists: number, known: readonly KnownSum[], asked: InCells): OverlapBounds {
  const cells = Array.from({ length: 2 ** lists }, (_, cell) => Array.from({ length: lists }, (__, list) => ((cell >> list) & 1) === 1));
  const goal = cells.map((on) => Number(asked(on)));
  const rows = known.flatMap(({ where, low, high }): readonly Row[] => {
    const sum = cells.map((on) => Number(where(on)));
    return [
      ...(Number.isFinite(high) ? [{ sum, most: Math.floor(high) }] : []),
      ...(low > 0 ? [{ sum: sum.map((one) => -one), most: -Math.ceil(low) }] : []),
    ];
  });
  const most = wholeMaximum(goal, rows);
  if (most === null) return { outcome: 'contradiction' };
  const least = wholeMaximum(
    goal.map((one) => -one),
    rows,
  );
  return { outcome: 'bounds', low: least === null || least === 0 ? 0 : -least, high: most };
}

/** Σ sum·x ≤ most. */
type Row = { readonly sum: readonly number[]; readonly most: number };

/** The largest whole value of a goal over whole x ≥ 0; null when there is no such x, infinite when there is no largest. */
function wholeMaximum(goal: readonly number[], rows: readonly Row[]): number | null {
  let best: number | null = null;
  const open: (readonly Row[])[] = [rows];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const found = maximum(goal, next);
    if (found === null) continue;
    if (found.value === Infinity) return Infinity;
    if (best !== null && Math.floor(found.value + tolerance) <= best) continue;
    const broken = found.x.findIndex((value) => Math.abs(value - Math.round(value)) > tolerance);
    if (broken < 0) {
      best = Math.round(found.value);
      continue;
    }
    const only = goal.map((_, cell) => Number(cell === broken));
    const value = found.x[broken] ?? 0;
    open.push([...next, { sum: only, most: Math.floor(value) }], [...next, { sum: only.map((one) => -one), most: -Math.ceil(value) }]);
  }
  return best;
}

const tolerance = 1e-7;

type Found = { readonly value: number; readonly x: readonly number[] };

/** The simplex method on a dictionary, with Bland's rule; the first phase lets one more variable lift all rows. */
function maximum(goal: readonly number[], rows: readonly Row[]): Found | null {
  const n = goal.length;
  const m = rows.length;
  // Variables 0..n−1 are the cells, n..n+m−1 the slacks, n+m lifts all rows. Each line: constant, then a factor for each variable outside.
  const outside = [...goal.keys(), n + m];
  const inside = rows.map((_, index) => n + index);
  const lines = rows.map(({ sum, most }) => [most, ...sum.map((one) => -one), 1]);
  const start = rows.reduce((worst, { most }, index) => (most < (rows[worst]?.most ?? 0) ? index : worst), 0);
  const objective = [0, ...goal, 0];
  const lift = [0, ...goal.map(() => 0), -1];
  if ((rows[start]?.most ?? 0) < 0) {
    exchange(lines, [objective, lift], outside, inside, start, n);
    climb(lines, lift, [objective], outside, inside);
    if ((lift[0] ?? 0) < -tolerance) return null;
    const row = inside.indexOf(n + m);
    if (row >= 0) {
      const column = (lines[row] ?? []).findIndex((factor, index) => index > 0 && Math.abs(factor) > tolerance);
      if (column > 0) exchange(lines, [objective, lift], outside, inside, row, column - 1);
    }
  }
  // The lifting variable stays at 0 from here.
  const lifting = outside.indexOf(n + m);
  if (lifting >= 0) for (const line of [...lines, objective]) line[lifting + 1] = 0;
  if (!climb(lines, objective, [], outside, inside)) return { value: Infinity, x: [] };
  const x = goal.map((_, cell) => {
    const row = inside.indexOf(cell);
    return row < 0 ? 0 : (lines[row]?.[0] ?? 0);
  });
  return { value: objective[0] ?? 0, x };
}

/** Raises the objective as far as it goes; false when it goes on for ever. */
function climb(lines: number[][], objective: number[], others: readonly number[][], outside: number[], inside: number[]): boolean {
  for (;;) {
    let enter = -1;
    for (let column = 0; column < outside.length; column += 1) {
      const better = (objective[column + 1] ?? 0) > tolerance;
      if (better && (enter < 0 || (outside[column] ?? 0) < (outside[enter] ?? 0))) enter = column;
    }
    if (enter < 0) return true;
    let leave = -1;
    let least = Infinity;
    for (const [row, line] of lines.entries()) {
      const factor = line[enter + 1] ?? 0;
      if (factor >= -tolerance) continue;
      const room = (line[0] ?? 0) / -factor;
      const tied = Math.abs(room - least) <= 1e-9;
      if ((room < least && !tied) || (tied && (inside[row] ?? 0) < (inside[leave] ?? 0))) {
        least = room;
        leave = row;
      }
    }
    if (leave < 0) return false;
    exchange(lines, [objective, ...others], outside, inside, leave, enter);
  }
}

/** The variable of a line goes out and the variable of a column comes in. */
function exchange(
  lines: number[][],
  objectives: readonly number[][],
  outside: number[],
  inside: number[],
  row: number,
  column: number,
): void {
  const line = lines[row];
  if (!line) return;
  const factor = line[column + 1] ?? 0;
  const solved = line.map((value) => -value / factor);
  solved[column + 1] = 1 / factor;
  lines[row] = solved;
  for (const other of [...lines, ...objectives]) {
    if (other === solved) continue;
    const times = other[column + 1] ?? 0;
    other[column + 1] = 0;
    for (let index = 0; index < other.length; index += 1) other[index] = (other[index] ?? 0) + times * (solved[index] ?? 0);
  }
  const [out, into] = [inside[row] ?? 0, outside[column] ?? 0];
  inside[row] = into;
  outside[column] = out;
}
