/**
 * The audit of a table that is to be published (da: revision): the attack itself. For every cell that is not printed, how low and how high
 * it can be for one who knows what the attacker knows, in whole numbers; and which cells are opened by that.
 */
import { type Attacker, boundsOf, insidersOf, type PublishedTable } from './attackers.ts';
import { type CellSum, isInnerCell, tableOf } from './count-table.ts';
import { findOpened, type Interval, isOpened } from './opened.ts';
import { type Bounds, propagate } from './propagate.ts';
import { openSpace, type SearchSpace } from './search-space.ts';
import type { Terms } from './terms.ts';
import type { Solver } from '../linear-problem.ts';

/** Told how far a long piece of work has come; the answer `stop` ends it. */
export type OnProgress = (done: number, total: number) => 'go on' | 'stop';

/** A cell that an attacker opened. `insider` is the cell of the woman who did. */
export type Opened = Interval & { readonly cell: number; readonly insider: number | null };

export type AuditOutcome =
  | {
      readonly outcome: 'audited';
      readonly attacker: Attacker;
      /** Each cell that is not printed, or those opened where not every end was asked for. For the insider the narrowest that any has. */
      readonly intervals: ReadonlyMap<number, Interval>;
      readonly opened: readonly Opened[];
      readonly safe: boolean;
      /** Cells of which an end could not be proven in time; they are counted as wide as is proven. */
      readonly undecided: readonly number[];
    }
  /** No table agrees with what is published: a number is wrong, or the terms are others. */
  | { readonly outcome: 'contradiction' }
  | { readonly outcome: 'stopped' };

export type AuditRequest = {
  readonly table: PublishedTable;
  readonly terms: Terms;
  /** The true counts: without them nobody knows who the insiders are, nor which hidden counts are small. */
  readonly truth: readonly number[] | null;
  /** Other sums and bounds on the same cells and on further ones, from earlier releases. */
  readonly earlier?: { readonly sums: readonly CellSum[]; readonly bounds: Bounds };
  /** Whether each interval is worked out to its ends, or only whether anything is opened. For an insider only when it is asked for. */
  readonly everyEnd?: boolean;
};

/** Attacks a published table. */
export function auditRelease(attacker: Attacker, request: AuditRequest, solver: Solver, onProgress: OnProgress): AuditOutcome {
  const { table, terms, truth, earlier } = request;
  if (attacker === 'insider' && !truth) throw new Error('an insider cannot be found without the true counts');
  const sums = [...table.layout.sums, ...(earlier?.sums ?? [])];
  const own = boundsOf(table, attacker, terms);
  const known = propagate(sums, earlier ? meet(own, earlier.bounds) : own);
  if (!known) return { outcome: 'contradiction' };
  const hidden = table.published.flatMap((value, cell) => (value === null || terms.rounding ? [cell] : []));
  const countOf = (cell: number): number | null => truth?.[cell] ?? null;
  const space = openSpace(sums, known, solver);
  try {
    if (terms.rounding && (earlier?.sums.length ?? 0) === 0) showRounded(space, table, terms.rounding, truth);
    if (attacker === 'insider') return insiders(request, hidden, space, known, onProgress);
    if (request.everyEnd === false) {
      const found = findOpened(space, hidden, terms, countOf).map((one) => ({ ...one, insider: null }));
      const narrowed = new Map(found.map(({ cell, low, high }) => [cell, { low, high }]));
      return { outcome: 'audited', attacker, intervals: narrowed, opened: found, safe: found.length === 0, undecided: [] };
    }
    const intervals = new Map<number, Interval>();
    const undecided: number[] = [];
    for (const [index, cell] of hidden.entries()) {
      if (onProgress(index, hidden.length) === 'stop') return { outcome: 'stopped' };
      const interval = intervalOf(space, known, cell);
      if (!interval) return { outcome: 'contradiction' };
      intervals.set(cell, interval);
      if (!interval.proven) undecided.push(cell);
    }
    const opened = [...intervals].flatMap(([cell, { low, high }]) =>
      isOpened({ low, high }, terms, countOf(cell)) ? [{ cell, low, high, insider: null }] : [],
    );
    return { outcome: 'audited', attacker, intervals, opened, safe: opened.length === 0, undecided };
  } finally {
    space.close();
  }
}

function insiders(
  { table, terms, truth, everyEnd }: AuditRequest,
  hidden: readonly number[],
  space: SearchSpace,
  known: Bounds,
  onProgress: OnProgress,
): AuditOutcome {
  const counts = truth ?? [];
  const intervals = new Map<number, Interval>(hidden.map((cell) => [cell, { low: known.lower[cell] ?? 0, high: known.upper[cell] ?? 0 }]));
  const undecided = new Set<number>();
  space.show(counts);
  // What everybody who has read the legend can work out, an insider can too.
  if (everyEnd) {
    for (const cell of hidden) {
      const interval = intervalOf(space, known, cell);
      if (!interval) return { outcome: 'contradiction' };
      intervals.set(cell, interval);
    }
  } else
    for (const { cell, low, high } of findOpened(space, hidden, terms, (one) => counts[one] ?? null)) intervals.set(cell, { low, high });
  const opened: Opened[] = [...intervals].flatMap(([cell, { low, high }]) =>
    (everyEnd || space.partOf(cell) === -1 || low === high) && isOpened({ low, high }, terms, counts[cell] ?? null)
      ? [{ cell, low, high, insider: null }]
      : [],
  );
  const openedCells = new Set(opened.map(({ cell }) => cell));
  const all = insidersOf({ layout: table.layout, counts }, (cell) => space.partOf(cell) === -1);
  for (const [index, { cell: insider, held, targets }] of all.entries()) {
    if (onProgress(index, all.length) === 'stop') return { outcome: 'stopped' };
    const found = everyEnd
      ? targets.flatMap((cell) => {
          const [least, most] = [space.end(cell, 'least', held), space.end(cell, 'most', held)];
          if (!least || !most) return [];
          if (!least.proven || !most.proven) undecided.add(cell);
          return [{ cell, low: least.value, high: most.value }];
        })
      : findOpened(space, targets, terms, (cell) => counts[cell] ?? null, held);
    for (const { cell, low, high } of found) {
      const before = intervals.get(cell);
      if (before) intervals.set(cell, { low: Math.max(before.low, low), high: Math.min(before.high, high) });
      if (!isOpened({ low, high }, terms, counts[cell] ?? null) || openedCells.has(cell)) continue;
      openedCells.add(cell);
      opened.push({ cell, low, high, insider });
    }
  }
  return { outcome: 'audited', attacker: 'insider', intervals, opened, safe: opened.length === 0, undecided: [...undecided] };
}

function intervalOf(space: SearchSpace, known: Bounds, cell: number): (Interval & { readonly proven: boolean }) | null {
  const [from, to] = [known.lower[cell] ?? 0, known.upper[cell] ?? 0];
  if (from === to) return { low: from, high: to, proven: true };
  // A table that was seen at the end which one sum at a time allows settles that end.
  const [lowest] = space.seen([cell])[0] ?? [];
  const least = lowest === from ? { value: from, proven: true } : space.end(cell, 'least');
  const [, highest] = space.seen([cell])[0] ?? [];
  const most = highest === to ? { value: to, proven: true } : space.end(cell, 'most');
  return least && most && { low: least.value, high: most.value, proven: least.proven && most.proven };
}

/**
 * Tables that agree with a rounded one and need not be found: the rounded table itself, and the true one, each also with one inner cell, and
 * all that it is counted in, as high or as low as the rounding allows.
 */
function showRounded(
  space: SearchSpace,
  { layout, published }: PublishedTable,
  { base, steps }: NonNullable<Terms['rounding']>,
  truth: readonly number[] | null,
): void {
  const rounded = published.map((value) => value ?? 0);
  const reach = base * (steps + 1) - 1;
  const starts = truth ? [rounded, truth] : [rounded];
  for (const start of starts) space.show(start);
  for (let cell = 0; cell < layout.size; cell += 1) {
    if (!isInnerCell(layout, cell)) continue;
    const path = tableOf(layout, new Map([[cell, 1]])).counts.flatMap((times, at) => (times === 0 ? [] : [at]));
    for (const start of starts) {
      const up = Math.min(...path.map((at) => (rounded[at] ?? 0) + reach - (start[at] ?? 0)));
      const down = Math.min(...path.map((at) => (start[at] ?? 0) - Math.max(0, (rounded[at] ?? 0) - reach)));
      for (const by of [up, -down]) {
        if (by === 0) continue;
        const moved = Float64Array.from(start);
        for (const at of path) moved[at] = (moved[at] ?? 0) + by;
        space.show(moved);
      }
    }
  }
}

function meet(own: Bounds, earlier: Bounds): Bounds {
  const size = Math.max(own.lower.length, earlier.lower.length);
  const cells = Array.from({ length: size }, (_, cell) => cell);
  return {
    lower: cells.map((cell) => Math.max(own.lower[cell] ?? 0, earlier.lower[cell] ?? 0)),
    upper: cells.map((cell) => Math.min(own.upper[cell] ?? Number.POSITIVE_INFINITY, earlier.upper[cell] ?? Number.POSITIVE_INFINITY)),
  };
}
