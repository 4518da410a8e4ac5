/**
 * The audit of a table that is to be published (da: revision): the attack itself. For every cell that is not printed, how low and how high
 * it can be for one who knows what the attacker knows, in whole numbers; and which cells are opened by that.
 */
import { type Attacker, boundsOf, insidersOf, type PublishedTable } from './attackers.ts';
import { addsUp, type CellSum } from './count-table.ts';
import { findOpened, type Interval, isOpened } from './opened.ts';
import { type Bounds, meet, propagate } from './propagate.ts';
import { type End, type Held, openSpace, type SearchSpace } from './search-space.ts';
import type { CountedCells } from './ledger.ts';
import { openFinds } from './finds.ts';
import { isCounted } from './shifts.ts';
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
      /** Cells of which an end could not be proven in time. They may be open, so that a table with any is not safe. */
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
  readonly earlier?: {
    readonly sums: readonly CellSum[];
    readonly bounds: Bounds;
    readonly counted?: readonly CountedCells[];
    readonly countedSums?: readonly CellSum[];
  };
  /** Tables that may agree with what is published. Each is looked through before it is believed; it then saves a question to the solver. */
  readonly seen?: readonly ArrayLike<number>[];
  /** The cells that are asked for, where that is not every cell that is not printed: what all know already is no secret of this table. */
  readonly targets?: readonly number[];
  /** Whether each interval is worked out to its ends, or only whether anything is opened. For an insider only when it is asked for. */
  readonly everyEnd?: boolean;
  /** Where not every end is asked for: the audit ends when so many cells have been opened. */
  readonly most?: number;
  /**
   * Whether each woman who opens a cell is named, and not only the first: what the first knows already excuses nothing that another learns.
   * Without it a cell that one has opened is not asked for the next.
   */
  readonly everyInsider?: boolean;
};

/** Where insiders and their cells are more pairs than this, only the cells near hers are worked out to both ends. */
const mostEnds = 4000;

/** So many of the tables that were seen are shifted. */
const mostStarts = 6;

/** Attacks a published table. */
export function auditRelease(attacker: Attacker, request: AuditRequest, solver: Solver, onProgress: OnProgress): AuditOutcome {
  const { table, terms, truth, earlier } = request;
  if (attacker === 'insider' && !truth) throw new Error('an insider cannot be found without the true counts');
  const ofBoth = [...table.layout.sums, ...(earlier?.sums ?? [])];
  const printed = boundsOf(table, attacker, terms);
  const known = propagate(ofBoth, earlier ? meet(printed, earlier.bounds) : printed);
  if (!known) return { outcome: 'contradiction' };
  const sums = ofBoth.map((sum) => tightened(sum, known));
  const asked = new Set(request.targets ?? table.published.keys());
  const hidden = table.published.flatMap((value, cell) => ((value === null || terms.rounding) && asked.has(cell) ? [cell] : []));
  const countOf = (cell: number): number | null => truth?.[cell] ?? null;
  const counted = earlier?.counted ?? [];
  const { size } = table.layout;
  // A table over these cells alone can be judged by what is said of them alone, and by how many of them are said not to be zero: unless an
  // earlier table of another layout says something of them by further cells.
  const isOwn = ({ whole, parts }: CellSum): boolean => whole < size && parts.every((part) => part < size);
  const ofOwnCells = sums.filter(isOwn);
  const saidByCounted = new Set(earlier?.countedSums);
  const isAlone =
    ofBoth.every((sum) => isOwn(sum) || saidByCounted.has(sum)) && counted.every(({ cells }) => cells.every((one) => one < size));
  const isPossible = (counts: ArrayLike<number>): boolean =>
    isAlone && agrees(counts, ofOwnCells, known, size) && isCounted(counts, counted);
  // A rounded table agrees with itself, and the true one with it.
  const own = [...(terms.rounding ? [table.published.map((value) => value ?? 0)] : []), ...(truth ? [truth] : [])];
  const seen = (request.seen ?? []).filter(isPossible);
  const starts = [...own.filter(isPossible), ...seen.slice(0, mostStarts)];
  const finds = openFinds({ layout: table.layout, sums: ofOwnCells, bounds: known, counted, starts }, solver);
  const space = openSpace(sums, known, solver, (cell, value, held) => finds.reaches(cell, value, held));
  try {
    for (const one of [...starts, ...seen.slice(mostStarts)]) space.show(one);
    if (attacker === 'insider') return insiders(request, hidden, asked, space, known, onProgress);
    if (request.everyEnd === false) {
      const unsure = new Set<number>();
      const found = findOpened(space, hidden, terms, countOf, [], request.most, unsure).map((one) => ({ ...one, insider: null }));
      const narrowed = new Map(found.map(({ cell, low, high }) => [cell, { low, high }]));
      return {
        outcome: 'audited',
        attacker,
        intervals: narrowed,
        opened: found,
        safe: found.length + unsure.size === 0,
        undecided: [...unsure],
      };
    }
    const intervals = new Map<number, Interval>();
    const undecided: number[] = [];
    for (const [index, cell] of hidden.entries()) {
      if (onProgress(index, hidden.length) === 'stop') return { outcome: 'stopped' };
      const interval = intervalOf(space, cell);
      if (!interval) return { outcome: 'contradiction' };
      intervals.set(cell, interval);
      if (!interval.proven) undecided.push(cell);
    }
    const opened = [...intervals].flatMap(([cell, { low, high }]) =>
      isOpened({ low, high }, terms, countOf(cell)) ? [{ cell, low, high, insider: null }] : [],
    );
    return { outcome: 'audited', attacker, intervals, opened, safe: opened.length + undecided.length === 0, undecided };
  } finally {
    space.close();
    finds.close();
  }
}

function insiders(
  { table, terms, truth, everyEnd, everyInsider = false, most = Number.POSITIVE_INFINITY }: AuditRequest,
  hidden: readonly number[],
  asked: ReadonlySet<number>,
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
      const interval = intervalOf(space, cell);
      if (!interval) return { outcome: 'contradiction' };
      intervals.set(cell, interval);
      if (!interval.proven) undecided.add(cell);
    }
  }
  const byAll = everyEnd ? null : findOpened(space, hidden, terms, (one) => counts[one] ?? null, [], most, undecided);
  for (const { cell, low, high } of byAll ?? []) intervals.set(cell, { low, high });
  const looked = byAll?.map(({ cell }) => cell) ?? [...intervals.keys()];
  const opened: Opened[] = looked.flatMap((cell) => {
    const { low, high } = intervals.get(cell) ?? { low: 0, high: Number.POSITIVE_INFINITY };
    return isOpened({ low, high }, terms, counts[cell] ?? null) ? [{ cell, low, high, insider: null }] : [];
  });
  const openedCells = new Set(opened.map(({ cell }) => cell));
  // What all have worked out to the number is no news to her.
  const toTheNumber = new Set(opened.flatMap(({ cell, low, high }) => (low === high ? [cell] : [])));
  const isDone = (cell: number): boolean => !everyEnd && (everyInsider ? toTheNumber : openedCells).has(cell);
  const all = insidersOf({ layout: table.layout, counts }, (cell) => space.partOf(cell) === -1);
  const few = all.reduce((sum, { targets }) => sum + targets.length, 0) <= mostEnds;
  for (const [index, { cell: insider, held, targets: hers, near }] of all.entries()) {
    if (!everyEnd && opened.length >= most) break;
    const targets = hers.filter((cell) => asked.has(cell) && !isDone(cell));
    const toTheEnd = new Set(everyEnd ? (few ? targets : near) : []);
    if (onProgress(index, all.length) === 'stop') return { outcome: 'stopped' };
    const worked = targets.flatMap((cell) => {
      if (!toTheEnd.has(cell)) return [];
      const [least, most] = [endOf(space, cell, 'least', held), endOf(space, cell, 'most', held)];
      if (!least?.proven || !most?.proven) undecided.add(cell);
      if (!least || !most) return [];
      return [{ cell, low: least.value, high: most.value }];
    });
    const others = targets.filter((cell) => !toTheEnd.has(cell));
    const found = [...worked, ...findOpened(space, others, terms, (cell) => counts[cell] ?? null, held, most, undecided)];
    for (const { cell, low, high } of found) {
      const before = intervals.get(cell);
      if (before) intervals.set(cell, { low: Math.max(before.low, low), high: Math.min(before.high, high) });
      if (!isOpened({ low, high }, terms, counts[cell] ?? null) || (openedCells.has(cell) && !everyInsider)) continue;
      openedCells.add(cell);
      opened.push({ cell, low, high, insider });
    }
  }
  return {
    outcome: 'audited',
    attacker: 'insider',
    intervals,
    opened,
    safe: opened.length + undecided.size === 0,
    undecided: [...undecided],
  };
}

function intervalOf(space: SearchSpace, cell: number): (Interval & { readonly proven: boolean }) | null {
  const [least, most] = [endOf(space, cell, 'least', []), endOf(space, cell, 'most', [])];
  return least && most && { low: least.value, high: most.value, proven: least.proven && most.proven };
}

/** A table that was seen at the end which one sum at a time allows settles that end. */
function endOf(space: SearchSpace, cell: number, side: 'least' | 'most', held: Held): End | null {
  const place = side === 'least' ? 0 : 1;
  const limit = space.limits(cell)[place];
  const isAtLimit = space.seen([cell], held)[0]?.[place] === limit || (Number.isFinite(limit) && space.reaches(cell, limit, held));
  return isAtLimit ? { value: limit, proven: true } : space.end(cell, side, held);
}

/** A number of women that stands for «any» is no larger than the women can be: the nearer, the sooner the solver is done. */
function tightened(sum: CellSum, { lower, upper }: Bounds): CellSum {
  if (sum.times === undefined || lower[sum.whole] === upper[sum.whole]) return sum;
  const most = upper[sum.parts[0] ?? 0] ?? sum.times;
  return { ...sum, times: Math.max(1, Math.min(sum.times, most)) };
}

function agrees(counts: ArrayLike<number>, sums: readonly CellSum[], { lower, upper }: Bounds, size: number): boolean {
  for (let cell = 0; cell < size; cell += 1) {
    const count = counts[cell] ?? -1;
    if (count < (lower[cell] ?? 0) || count > (upper[cell] ?? 0)) return false;
  }
  return sums.every((sum) => addsUp(sum, counts));
}
