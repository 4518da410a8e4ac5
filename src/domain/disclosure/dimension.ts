/**
 * A dimension of a table of counts (da: inddeling): its codes, and which codes are the sum of which. A code may lie in two parents that
 * are cut in different ways (region and hospital uptake): the parents are then linked through the codes they share.
 */

/** The name of the sum of a dimension, in files and answers. */
export const totalCode = 'Total';

/** A sum within a dimension: the whole is the sum of its parts. Numbers are places in `codes`. */
export type CodeSum = { readonly whole: number; readonly parts: readonly number[] };

export type Dimension = {
  readonly name: string;
  /** The total first, then sums and inner codes as they were named. */
  readonly codes: readonly string[];
  /** For each code the inner codes that it is the sum of; an inner code has itself. */
  readonly inner: readonly (readonly number[])[];
  readonly sums: readonly CodeSum[];
};

/** One line of a hierarchy (da: hierarki): `code` is a part of `parent`. */
export type HierarchyLine = {
  readonly dimension: string;
  readonly code: string;
  readonly parent: string;
  readonly line: number;
  readonly column: number;
};

export type DimensionOutcome =
  | { readonly outcome: 'made'; readonly dimension: Dimension }
  /** The line that goes round in a circle, or that gives the total a parent. */
  | { readonly outcome: 'refused'; readonly reason: 'circle' | 'total-has-parent'; readonly at: HierarchyLine };

/** Makes a dimension from its inner codes where no line names it, else from the lines. */
export function makeDimension(name: string, dataCodes: readonly string[], lines: readonly HierarchyLine[]): DimensionOutcome {
  const wrong = lines.find(({ code }) => code === totalCode);
  if (wrong) return { outcome: 'refused', reason: 'total-has-parent', at: wrong };
  const parts = new Map<string, string[]>();
  for (const { code, parent } of lines) {
    const siblings = parts.get(parent) ?? [];
    if (!siblings.includes(code)) siblings.push(code);
    parts.set(parent, siblings);
  }
  const circle = lines.find(({ code }) => reaches(parts, code, code));
  if (circle) return { outcome: 'refused', reason: 'circle', at: circle };

  const named = new Set([...lines.flatMap(({ code, parent }) => [parent, code]), ...(lines.length === 0 ? dataCodes : [])]);
  named.delete(totalCode);
  const codes = [totalCode, ...named];
  const place = new Map(codes.map((code, index) => [code, index]));
  const at = (code: string): number => place.get(code) ?? 0;
  const hasParent = new Set(lines.filter(({ parent }) => parent !== totalCode).map(({ code }) => code));
  const top = codes.filter((code) => code !== totalCode && (!hasParent.has(code) || (parts.get(totalCode) ?? []).includes(code)));
  const inner = codes.map((code) => (code === totalCode ? [] : innerOf(parts, code).map(at)));
  inner[0] = [...new Set(inner.flat())];

  const sums = [[totalCode, top] as const, ...[...parts].filter(([parent]) => parent !== totalCode)].map(([parent, children]) => {
    const places = children.map(at);
    const whole = at(parent);
    const isCut = sumOf(places.map((child) => inner[child]?.length ?? 0)) === inner[whole]?.length;
    // Children that overlap do not add up: the sum is then taken over the inner codes.
    return { whole, parts: isCut ? places : (inner[whole] ?? []) };
  });
  return { outcome: 'made', dimension: { name, codes, inner, sums } };
}

/** Whether a code is an inner one: not a sum. */
export function isInnerCode({ inner }: Dimension, code: number): boolean {
  return code > 0 && inner[code]?.length === 1 && inner[code]?.[0] === code;
}

function innerOf(parts: ReadonlyMap<string, readonly string[]>, code: string): readonly string[] {
  const children = parts.get(code);
  return children ? [...new Set(children.flatMap((child) => innerOf(parts, child)))] : [code];
}

function reaches(parts: ReadonlyMap<string, readonly string[]>, from: string, to: string, seen = new Set<string>()): boolean {
  return (parts.get(from) ?? []).some((child) => {
    if (child === to) return true;
    if (seen.has(child)) return false;
    seen.add(child);
    return reaches(parts, child, to, seen);
  });
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
