/**
 * What a reader can work out about hidden counts in one period (da: angriberens regnestykke). Exact, since each question is one sum:
 * the parts of a place add up to its total, and in each part the inner count is at most the outer one. No solver is needed.
 */

/** What a reader knows about one count: whole numbers from `low` to `high`, both included. */
export type Range = { readonly low: number; readonly high: number };

/** What a reader knows about one part: the outer count, and the inner count that is part of it. */
export type KnownPart = { readonly outer: Range; readonly inner: Range };

/** What a reader knows in one period. A total is `null` when it is hidden. */
export type Knowledge = {
  readonly parts: readonly KnownPart[];
  readonly outerTotal: number | null;
  readonly innerTotal: number | null;
};

/** One count in the system: a part's, by its place in the list. */
export type CellName = { readonly question: 'outer' | 'inner'; readonly part: number };

/** Whether any whole numbers agree with all that is known. */
export function isConsistent({ parts, outerTotal, innerTotal }: Knowledge): boolean {
  const bounded = parts.map(({ outer, inner }) => ({
    outer: { low: Math.max(outer.low, inner.low), high: outer.high },
    inner: { low: inner.low, high: Math.min(inner.high, outer.high) },
  }));
  if (bounded.some(({ outer, inner }) => outer.low > outer.high || inner.low > inner.high)) return false;

  const innerLow = sum(bounded, ({ inner }) => inner.low);
  const innerHigh = sum(bounded, ({ inner }) => inner.high);
  if (innerTotal !== null && (innerTotal < innerLow || innerTotal > innerHigh)) return false;
  // Inner counts up to a part's lowest outer count are free; each further one lifts the outer sum by one.
  const free = sum(bounded, ({ outer, inner }) => Math.min(outer.low, inner.high) - inner.low);
  const lifted = innerTotal === null ? 0 : Math.max(0, innerTotal - innerLow - free);
  const outerLow = sum(bounded, ({ outer }) => outer.low) + lifted;
  const outerHigh = sum(bounded, ({ outer }) => outer.high);
  return outerTotal === null || (outerLow <= outerTotal && outerTotal <= outerHigh);
}

/** Whether a count can have a value, for a reader who knows this. */
export function canBe(knowledge: Knowledge, cell: CellName, value: number): boolean {
  const exactly = { low: value, high: value };
  const known = knowledge.parts[cell.part]?.[cell.question];
  if (!known || value < known.low || value > known.high) return false;
  const parts = knowledge.parts.map((part, index) => (index === cell.part ? { ...part, [cell.question]: exactly } : part));
  return isConsistent({ ...knowledge, parts });
}

/**
 * Whether a hidden count keeps its secret: either no reader can think it small, or every value from 1 to the largest small one is
 * still possible, so that the reader learns nothing beyond the rule.
 */
export function keepsItsSecret(knowledge: Knowledge, cell: CellName, largestSmall: number): boolean {
  const small = Array.from({ length: largestSmall + 1 }, (_, value) => canBe(knowledge, cell, value));
  return small.every((possible) => !possible) || small.slice(1).every((possible) => possible);
}

function sum(parts: readonly KnownPart[], of: (part: KnownPart) => number): number {
  return parts.reduce((total, part) => total + of(part), 0);
}
