/** A table of counts with all its margins (da: tabel): every cell of every combination of codes, and every sum that ties them. */
import { type Dimension, isInnerCode } from './dimension.ts';

/** A sum between cells: the whole, `times` itself where that is said, is the sum of its parts. */
export type CellSum = { readonly whole: number; readonly parts: readonly number[]; readonly times?: number };

/** Whether counts keep a sum. */
export function addsUp({ whole, parts, times = 1 }: CellSum, counts: ArrayLike<number>): boolean {
  return parts.reduce((sum, part) => sum + (counts[part] ?? 0), 0) === times * (counts[whole] ?? 0);
}

/** Cells without their counts, and the sums between them: what everybody knows about a table. */
export type Layout = { readonly dimensions: readonly Dimension[]; readonly size: number; readonly sums: readonly CellSum[] };

/** The counts of the cells of a layout, in its order. */
export type CountTable = { readonly layout: Layout; readonly counts: readonly number[] };

/** The cells of all combinations of codes. The last dimension varies fastest. */
export function layoutOf(dimensions: readonly Dimension[]): Layout {
  const size = sizeOf(dimensions);
  const sums: CellSum[] = [];
  dimensions.forEach((dimension, index) => {
    const step = sizeOf(dimensions.slice(index + 1));
    const block = step * dimension.codes.length;
    for (const { whole, parts } of dimension.sums) {
      for (let start = 0; start < size; start += block) {
        for (let offset = 0; offset < step; offset += 1) {
          sums.push({ whole: start + whole * step + offset, parts: parts.map((part) => start + part * step + offset) });
        }
      }
    }
  });
  return { dimensions, size, sums };
}

/** How many cells a table of these dimensions has, margins included. */
export function sizeOf(dimensions: readonly Dimension[]): number {
  return dimensions.reduce((size, { codes }) => size * codes.length, 1);
}

/** The cell of a combination of codes, one place for each dimension. */
export function cellAt({ dimensions }: Pick<Layout, 'dimensions'>, codes: readonly number[]): number {
  return dimensions.reduce((cell, dimension, index) => cell * dimension.codes.length + (codes[index] ?? 0), 0);
}

/** The places of a cell's codes, one for each dimension. */
export function codesOf({ dimensions }: Pick<Layout, 'dimensions'>, cell: number): readonly number[] {
  const codes: number[] = [];
  let rest = cell;
  for (const dimension of dimensions.toReversed()) {
    codes.unshift(rest % dimension.codes.length);
    rest = Math.floor(rest / dimension.codes.length);
  }
  return codes;
}

/** Whether a cell is no sum of others in any dimension. */
export function isInnerCell(layout: Layout, cell: number): boolean {
  return codesOf(layout, cell).every((code, index) => {
    const dimension = layout.dimensions[index];
    return dimension !== undefined && isInnerCode(dimension, code);
  });
}

/** Adds up the margins. `innerCounts` has a count for each inner cell that has one; the others are zero. */
export function tableOf(layout: Layout, innerCounts: ReadonlyMap<number, number>): CountTable {
  const above = layout.dimensions.map(({ codes, inner }) =>
    codes.map((_, code) => codes.flatMap((_other, other) => (inner[other]?.includes(code) ? [other] : []))),
  );
  const counts = Array.from({ length: layout.size }, () => 0);
  for (const [cell, count] of innerCounts) {
    let cells = [0];
    codesOf(layout, cell).forEach((code, index) => {
      const length = layout.dimensions[index]?.codes.length ?? 1;
      cells = cells.flatMap((start) => (above[index]?.[code] ?? []).map((upper) => start * length + upper));
    });
    for (const one of cells) counts[one] = (counts[one] ?? 0) + count;
  }
  return { layout, counts };
}

/** A cell's codes by the names of the dimensions. */
export function namesOf(layout: Layout, cell: number): Readonly<Record<string, string>> {
  const codes = codesOf(layout, cell);
  return Object.fromEntries(layout.dimensions.map(({ name, codes: known }, index) => [name, known[codes[index] ?? 0] ?? '']));
}
