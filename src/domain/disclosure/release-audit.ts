/**
 * The audit of a table that is to be published (da: revision): the attack itself. For every cell that is not printed, how low and how high
 * it can be for one who knows what the attacker knows, in whole numbers; and which cells are opened by that.
 */
import { type Attacker, boundsOf, insidersOf, type PublishedTable } from './attackers.ts';
import type { CellSum } from './count-table.ts';
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
      /** Each cell that is not printed. For the insider: the narrowest interval that any of them has. */
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
  /** Whether each interval of each insider is worked out to its ends, or only whether she opens anything. */
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
    if (attacker === 'insider') return insiders(request, hidden, space, known, onProgress);
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
  } else for (const { cell, low, high } of findOpened(space, hidden, terms, (one) => counts[one] ?? null)) intervals.set(cell, { low, high });
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

function meet(own: Bounds, earlier: Bounds): Bounds {
  const size = Math.max(own.lower.length, earlier.lower.length);
  const cells = Array.from({ length: size }, (_, cell) => cell);
  return {
    lower: cells.map((cell) => Math.max(own.lower[cell] ?? 0, earlier.lower[cell] ?? 0)),
    upper: cells.map((cell) => Math.min(own.upper[cell] ?? Number.POSITIVE_INFINITY, earlier.upper[cell] ?? Number.POSITIVE_INFINITY)),
  };
}
