/** When a cell is opened (da: røbet), and the search for opened cells: with as few questions to the solver as the tables seen allow. */
import type { End, Held, SearchSpace } from './search-space.ts';
import { isSmall, type Terms } from './terms.ts';

/** What a cell can be, for a reader. `high` is infinite where there is no end. */
export type Interval = { readonly low: number; readonly high: number };

/** Whether a cell that is not printed has been opened. `count` is the true count where the asker knows it. */
export function isOpened({ low, high }: Interval, terms: Terms, count: number | null): boolean {
  if (low === high) return true;
  if (terms.protect === 'exact') return false;
  const isSecret = count === null ? high >= 1 && low < terms.threshold : isSmall(count, terms);
  return isSecret && !(low <= 1 && high >= terms.threshold - 1);
}

/** Whether a cell must be able to be all that is small; else it is enough that it can be two things. `limits` is what it can be at most. */
function isKeptWhole([least, most]: readonly [number, number], terms: Terms, count: number | null): boolean {
  return terms.protect === 'rule' && (count === null ? most >= 1 && least < terms.threshold : isSmall(count, terms));
}

/** An opened cell and how far it was opened. */
export type OpenedCell = Interval & { readonly cell: number };

/**
 * Those of the targets that are opened for one who knows what is held. Tables that were seen before settle most, and those that are found
 * without solving; then tables in which all unsettled cells go up or down together; at last each end by itself. Ends when `most` have been
 * found. `undecided` is given those of which an end could not be proven in time: they may be open all the same.
 */
export function findOpened(
  space: SearchSpace,
  targets: readonly number[],
  terms: Terms,
  countOf: (cell: number) => number | null,
  held: Held = [],
  most = Number.POSITIVE_INFINITY,
  undecided: Set<number> = new Set(),
): readonly OpenedCell[] {
  const isWhole = new Map(targets.map((cell) => [cell, isKeptWhole(space.limits(cell), terms, countOf(cell))]));
  /** What has not been seen can only make it wider. */
  const leftOf = (cells: readonly number[]): readonly number[] =>
    space.unsettled(cells, held, (cell, low, high) => low < high && (!isWhole.get(cell) || (low <= 1 && high >= terms.threshold - 1)));
  const isSettled = (cell: number): boolean => leftOf([cell]).length === 0;
  const isFound = (cell: number): boolean => {
    const [[low, high] = [0, 0]] = space.seen([cell], held);
    if (low > high) return false;
    const reaches = (value: number): boolean => space.reaches(cell, value, held);
    if (!isWhole.get(cell)) return reaches(low - 1) || reaches(high + 1);
    const small = terms.threshold - 1;
    return (low <= 1 || reaches(1) || reaches(0)) && (high >= small || reaches(small));
  };
  let unsettled: readonly number[] = leftOf(targets).filter((cell) => !isFound(cell));
  for (let round = 0; round < 6 && unsettled.length > 2; round += 1) {
    const before = unsettled.length;
    const cost = unsettled.map((cell, index) => [cell, round < 2 || ((index >> (round - 2)) & 1) === 0 ? 1 : -1] as const);
    space.look({ aim: round % 2 === 0 ? 'most' : 'least', cost }, held);
    unsettled = leftOf(unsettled);
    if (round > 1 && unsettled.length > before * 0.9) break;
  }
  const opened: OpenedCell[] = [];
  for (const cell of unsettled) {
    if (opened.length >= most) break;
    if (isSettled(cell)) continue;
    // Whether it is opened is all that is asked: a table that is wide enough ends the search for it.
    const enough = (side: 'least' | 'most'): number | undefined => {
      const [[low, high] = [0, 0]] = space.seen([cell], held);
      if (low > high) return undefined;
      if (isWhole.get(cell)) return side === 'least' ? 1 : terms.threshold - 1;
      return side === 'least' ? low - 1 : high + 1;
    };
    const least = space.end(cell, 'least', held, enough('least'));
    if (isSettled(cell)) continue;
    const highest = space.end(cell, 'most', held, enough('most'));
    if (isSettled(cell)) continue;
    if (!least || !highest) {
      undecided.add(cell);
      continue;
    }
    const isProven = ({ proven, value }: End, side: 0 | 1): boolean => proven || space.seen([cell], held)[0]?.[side] === value;
    // It is opened, so that its interval will be told: to its very ends.
    const [low, high] = [least.proven ? least : space.end(cell, 'least', held), highest.proven ? highest : space.end(cell, 'most', held)];
    if (!low || !high) {
      undecided.add(cell);
      continue;
    }
    const interval = { low: low.value, high: high.value };
    if (isOpened(interval, terms, countOf(cell))) opened.push({ cell, ...interval });
    else if (!isProven(low, 0) || !isProven(high, 1)) undecided.add(cell);
  }
  return opened;
}
