/**
 * All tables that agree with what a reader knows (da: løsningsrum), and the questions put to it: how low, how high can a cell be? A cell
 * belongs to the part of the table that it is tied to by sums; each part is a problem of its own that stays open. Every table that is seen
 * is kept: it answers later questions without solving. All answers are in whole numbers: where a linear answer is not whole, the integer
 * problem is solved.
 */
import type { LinearAim, LinearProblem, OpenProblem, Solver } from '../linear-problem.ts';
import type { CellSum } from './count-table.ts';
import type { Bounds } from './propagate.ts';

/** A part of a table whose cells are tied together. */
type Part = {
  readonly cells: readonly number[];
  readonly problem: Omit<LinearProblem, 'aim' | 'cost'>;
  linear: OpenProblem | null;
  whole: OpenProblem | null;
  readonly seen: Int32Array[];
};

/** An end of an interval. `proven: false`: time was over, and the true end may lie further in. */
export type End = { readonly value: number; readonly proven: boolean };

/** A cell held at a value while questions are asked, as one who knows it would. */
export type Held = readonly (readonly [cell: number, value: number])[];

export type SearchSpace = {
  /** Cells that are not known yet. */
  readonly open: readonly number[];
  /**
   * The least or most that a cell can be; `null` where nothing agrees with what is held. A table in which the cell goes as far as `enough`
   * ends the search: the end may then lie further out, which is said by `proven: false`.
   */
  end(cell: number, side: 'least' | 'most', held?: Held, enough?: number): End | null;
  /** Looks for a table where the named cells are, together, as low or high as can be. Only what is seen counts. */
  look(aim: LinearAim, held?: Held): void;
  /** The least and most that cells have been seen to be, in tables that agree with what is held; turned round where none was seen. */
  seen(cells: readonly number[], held?: Held): readonly (readonly [least: number, most: number])[];
  /**
   * Those of the cells that the tables seen, and agreeing with what is held, do not settle. `isSettled` is asked of each end that is further
   * out than those before, so that most cells take few tables.
   */
  unsettled(cells: readonly number[], held: Held, isSettled: (cell: number, least: number, most: number) => boolean): readonly number[];
  /** Adds a table that is known to agree. */
  show(counts: ArrayLike<number>): void;
  /** Every table that was seen, whole: what is not tied to it stands as in `counts`. */
  all(counts: readonly number[]): readonly Int32Array[];
  /** The part that a cell belongs to, by number; -1 for a known cell. */
  partOf(cell: number): number;
  /** How low and how high one sum at a time lets a cell be. */
  limits(cell: number): readonly [least: number, most: number];
  /** Whether a table with the value in the cell was found without solving; `false` tells nothing. */
  reaches(cell: number, value: number, held?: Held): boolean;
  close(): void;
};

/** How near a whole number counts as whole. */
const nearness = 1e-6;
const secondsPerQuestion = 20;

/** A cheap way to find tables that agree: each that it names must. */
export type Finder = (cell: number, value: number, held: Held) => boolean;

/** Opens the space of all tables within the bounds. The bounds should have been narrowed by `propagate`. */
export function openSpace(sums: readonly CellSum[], bounds: Bounds, solver: Solver, finder: Finder = () => false): SearchSpace {
  const { lower, upper } = bounds;
  const isOpen = (cell: number): boolean => lower[cell] !== upper[cell];
  const open = lower.flatMap((_, cell) => (isOpen(cell) ? [cell] : []));
  const { parts, partOf, placeOf } = cutIntoParts(sums, bounds, open);
  const partWith = (cell: number): Part | undefined => parts[partOf.get(cell) ?? -1];

  const heldIn = (part: Part, held: Held): Held => held.filter(([cell]) => partWith(cell) === part);
  const agrees = (table: Int32Array, held: Held): boolean => held.every(([cell, value]) => table[placeOf.get(cell) ?? 0] === value);
  /** For each part the tables seen that agree with what is held. */
  const agreeing = (held: Held): ((part: Part) => readonly Int32Array[]) => {
    const found = new Map<Part, readonly Int32Array[]>();
    return (part) => {
      const before = found.get(part);
      if (before) return before;
      const mine = heldIn(part, held);
      const tables = mine.length === 0 ? part.seen : part.seen.filter((table) => agrees(table, mine));
      found.set(part, tables);
      return tables;
    };
  };
  const within = <T>(part: Part, held: Held, problem: OpenProblem, work: () => T): T => {
    const mine = heldIn(part, held);
    for (const [cell, value] of mine) problem.bound(placeOf.get(cell) ?? 0, value, value);
    try {
      return work();
    } finally {
      for (const [cell] of mine) problem.bound(placeOf.get(cell) ?? 0, lower[cell] ?? 0, upper[cell] ?? 0);
    }
  };
  const linearOf = (part: Part): OpenProblem => (part.linear ??= solver.open({ ...part.problem, whole: false }));
  const wholeOf = (part: Part): OpenProblem => (part.whole ??= solver.open({ ...part.problem, whole: true }));
  /** Keeps a table that is whole; says whether it was. */
  const keep = (part: Part, values: readonly number[]): boolean => {
    if (values.some((value) => Math.abs(value - Math.round(value)) > nearness)) return false;
    part.seen.push(Int32Array.from(values, Math.round));
    return true;
  };

  /** Whether there is a whole table with the cell between two numbers. Any will do, so nothing is made least or most. */
  const narrowed = (part: Part, whole: OpenProblem, cell: number, held: Held, from: number, to: number): 'found' | 'none' | 'undecided' =>
    within(part, held, whole, () => {
      const place = placeOf.get(cell) ?? 0;
      whole.bound(place, from, to);
      try {
        const answer = whole.ask({ aim: 'least', cost: [] }, secondsPerQuestion);
        if (answer.outcome === 'infeasible') return 'none';
        return answer.outcome === 'solved' && keep(part, answer.values) ? 'found' : 'undecided';
      } finally {
        whole.bound(place, lower[cell] ?? 0, upper[cell] ?? 0);
      }
    });

  return {
    open,
    partOf: (cell) => partOf.get(cell) ?? -1,
    limits: (cell) => [lower[cell] ?? 0, upper[cell] ?? 0],
    reaches: (cell, value, held = []) => finder(cell, value, held),
    end(cell, side, held = [], enough) {
      const part = partWith(cell);
      if (!part) return { value: lower[cell] ?? 0, proven: true };
      const aim: LinearAim = { aim: side, cost: [[placeOf.get(cell) ?? 0, 1]] };
      const linear = linearOf(part);
      const first = within(part, held, linear, () => linear.ask(aim, secondsPerQuestion));
      const unknown = { value: (side === 'least' ? lower : upper)[cell] ?? 0, proven: false };
      if (first.outcome === 'infeasible') return null;
      if (first.outcome === 'unbounded') return { value: Number.POSITIVE_INFINITY, proven: true };
      if (first.outcome === 'undecided') return unknown;
      if (keep(part, first.values)) return { value: Math.round(first.objective), proven: true };
      const inward = (value: number): number => (side === 'least' ? Math.ceil(value - nearness) : Math.floor(value + nearness));
      const end = inward(first.objective);
      // A divided table went further than any whole one can: where a whole one that was seen goes as far, that is the end.
      const place = placeOf.get(cell) ?? 0;
      const mine = heldIn(part, held);
      if (part.seen.some((table) => table[place] === end && agrees(table, mine))) return { value: end, proven: true };
      const whole = wholeOf(part);
      if (enough !== undefined && (side === 'least' ? end <= enough : end >= enough)) {
        const [from, to] = side === 'least' ? [lower[cell] ?? 0, enough] : [enough, upper[cell] ?? 0];
        const within = narrowed(part, whole, cell, held, from, to);
        if (within === 'found') return { value: enough, proven: false };
        // Nothing goes so far: then the end is the last one seen before it, where one was.
        const before = side === 'least' ? enough + 1 : enough - 1;
        if (within === 'none' && part.seen.some((table) => table[place] === before && agrees(table, mine)))
          return { value: before, proven: true };
      }
      const second = within(part, held, whole, () => whole.ask(aim, secondsPerQuestion));
      if (second.outcome === 'infeasible') return null;
      if (second.outcome !== 'solved') return { value: end, proven: false };
      keep(part, second.values);
      return { value: inward(second.proven ? second.objective : second.bound), proven: second.proven };
    },
    look({ aim, cost }, held = []) {
      parts.forEach((part, index) => {
        const mine = cost.filter(([cell]) => partOf.get(cell) === index).map(([cell, one]) => [placeOf.get(cell) ?? 0, one] as const);
        if (mine.length === 0) return;
        const linear = linearOf(part);
        const answer = within(part, held, linear, () => linear.ask({ aim, cost: mine }, secondsPerQuestion));
        if (answer.outcome === 'solved') keep(part, answer.values);
      });
    },
    seen(cells, held = []) {
      const tablesOf = agreeing(held);
      return cells.map((cell) => {
        const part = partWith(cell);
        if (!part) return [lower[cell] ?? 0, lower[cell] ?? 0];
        const place = placeOf.get(cell) ?? 0;
        const tables = tablesOf(part);
        let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
        for (const table of tables) {
          const value = table[place] ?? 0;
          if (value < least) least = value;
          if (value > most) most = value;
        }
        return [least, most];
      });
    },
    unsettled(cells, held, isSettled) {
      const tablesOf = agreeing(held);
      return cells.filter((cell) => {
        const part = partWith(cell);
        if (!part) return !isSettled(cell, lower[cell] ?? 0, lower[cell] ?? 0);
        const place = placeOf.get(cell) ?? 0;
        let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
        for (const table of tablesOf(part)) {
          const value = table[place] ?? 0;
          if (value >= least && value <= most) continue;
          least = Math.min(least, value);
          most = Math.max(most, value);
          if (isSettled(cell, least, most)) return false;
        }
        return true;
      });
    },
    show(counts) {
      for (const part of parts) part.seen.push(Int32Array.from(part.cells, (cell) => counts[cell] ?? 0));
    },
    all: (counts) =>
      parts.flatMap((part) =>
        part.seen.map((table) => {
          const whole = Int32Array.from(counts);
          part.cells.forEach((cell, place) => (whole[cell] = table[place] ?? 0));
          return whole;
        }),
      ),
    close() {
      for (const part of parts) {
        part.linear?.close();
        part.whole?.close();
      }
    },
  };
}

function cutIntoParts(
  sums: readonly CellSum[],
  { lower, upper }: Bounds,
  open: readonly number[],
): { readonly parts: readonly Part[]; readonly partOf: ReadonlyMap<number, number>; readonly placeOf: ReadonlyMap<number, number> } {
  const root = new Map(open.map((cell) => [cell, cell]));
  const find = (cell: number): number => {
    let top = cell;
    while (root.get(top) !== top) top = root.get(top) ?? top;
    for (let at = cell; at !== top;) {
      const next = root.get(at) ?? top;
      root.set(at, top);
      at = next;
    }
    return top;
  };
  const rows = sums.flatMap(({ whole, parts, times: ofWhole = 1 }) => {
    const cells = [whole, ...parts].map((cell, index) => ({ cell, times: index === 0 ? ofWhole : -1 }));
    const loose = cells.filter(({ cell }) => root.has(cell));
    const [first] = loose;
    if (!first) return [];
    for (const { cell } of loose) root.set(find(cell), find(first.cell));
    const known = cells.reduce((sum, { cell, times }) => sum + (root.has(cell) ? 0 : times * (lower[cell] ?? 0)), 0);
    return [{ loose, known, first: first.cell }];
  });
  const numbers = new Map<number, number>();
  const members: number[][] = [];
  const [partOf, placeOf] = [new Map<number, number>(), new Map<number, number>()];
  for (const cell of open) {
    const top = find(cell);
    const number = numbers.get(top) ?? numbers.size;
    numbers.set(top, number);
    const cells = (members[number] ??= []);
    partOf.set(cell, number);
    placeOf.set(cell, cells.length);
    cells.push(cell);
  }
  const parts = members.map((cells): Part => ({
    cells,
    problem: { lower: cells.map((cell) => lower[cell] ?? 0), upper: cells.map((cell) => upper[cell] ?? 0), rows: [], whole: false },
    linear: null,
    whole: null,
    seen: [],
  }));
  const rowsOf = members.map((): LinearProblem['rows'][number][] => []);
  for (const { loose, known, first } of rows) {
    rowsOf[partOf.get(first) ?? 0]?.push({
      at: loose.map(({ cell }) => placeOf.get(cell) ?? 0),
      times: loose.map(({ times }) => times),
      from: -known,
      to: -known,
    });
  }
  return { parts: parts.map((part, index) => ({ ...part, problem: { ...part.problem, rows: rowsOf[index] ?? [] } })), partOf, placeOf };
}
