/** Tables of counts for tests: random ones with hierarchies and links, and those that lie beside the project. */
import fc from 'fast-check';
import { cellAt, type CountTable, layoutOf, tableOf } from '../src/domain/disclosure/count-table.ts';
import { type Dimension, type HierarchyLine, makeDimension } from '../src/domain/disclosure/dimension.ts';
import { referenceText } from './planning-reference.ts';

export function dimension(name: string, codes: readonly string[], lines: readonly string[] = []): Dimension {
  const read = lines.map((line, index): HierarchyLine => {
    const [code = '', parent = ''] = line.split('<');
    return { dimension: name, code, parent, line: index + 1, column: 1 };
  });
  const made = makeDimension(name, codes, read);
  if (made.outcome !== 'made') throw new Error(made.reason);
  return made.dimension;
}

/** A table from its inner counts, the last dimension fastest. */
export function countTable(dimensions: readonly Dimension[], counts: readonly number[]): CountTable {
  const layout = layoutOf(dimensions);
  let cells: (readonly number[])[] = [[]];
  for (const { codes, inner } of dimensions) {
    const leaves = codes.flatMap((_, code) => (code > 0 && inner[code]?.length === 1 && inner[code]?.[0] === code ? [code] : []));
    cells = cells.flatMap((cell) => leaves.map((code) => [...cell, code]));
  }
  return tableOf(layout, new Map(cells.map((codes, index) => [cellAt(layout, codes), counts[index] ?? 0])));
}

const shapes: readonly (readonly Dimension[])[] = [
  [dimension('a', ['1', '2', '3', '4'])],
  [dimension('mun', [], ['m1<r1', 'm2<r1', 'm3<r2', 'm4<r2'])],
  [dimension('a', ['1', '2', '3']), dimension('b', ['1', '2', '3'])],
  [dimension('mun', [], ['m1<r1', 'm2<r1', 'm3<r2', 'm4<r2', 'm5<r2']), dimension('b', ['1', '2'])],
  [dimension('a', ['1', '2']), dimension('b', ['1', '2']), dimension('c', ['1', '2', '3'])],
  // A code in a region and in a hospital's uptake: linked tables.
  [dimension('mun', [], ['m1<r1', 'm2<r1', 'm3<r2', 'm4<r2', 'm1<h1', 'm3<h1', 'm2<h2', 'm4<h2']), dimension('b', ['1', '2'])],
  [dimension('a', ['1']), dimension('b', ['1', '2'])],
];

/** A small table of few women, as ours are: many zeros and ones. */
export const smallTable: fc.Arbitrary<CountTable> = fc
  .tuple(fc.constantFrom(...shapes), fc.array(fc.oneof(fc.nat({ max: 2 }), fc.nat({ max: 9 })), { minLength: 20, maxLength: 20 }))
  .map(([dimensions, counts]) => countTable(dimensions, counts));

/** One of the five invented tables beside the project; `null` where they are not there. */
export function referenceTable(name: string): CountTable | null {
  const text = referenceText(`stats/sdc/synthetic_${name}.csv`);
  if (text === null) return null;
  const [head = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')));
  const at = (row: readonly string[], column: string): string => row[head.indexOf(column)] ?? '';
  const lines = head.includes('mun') ? [...new Set(rows.map((row) => `${at(row, 'mun')}<${at(row, 'region')}`))] : [];
  const names = head.filter((column) => column !== 'freq' && !(column === 'region' && head.includes('mun')));
  const dimensions = names.map((column) =>
    dimension(column, [...new Set(rows.map((row) => at(row, column)))], column === 'mun' ? lines : []),
  );
  const layout = layoutOf(dimensions);
  return tableOf(
    layout,
    new Map(
      rows.map((row) => [
        cellAt(
          layout,
          dimensions.map(({ name: column, codes }) => codes.indexOf(at(row, column))),
        ),
        Number(at(row, 'freq')),
      ]),
    ),
  );
}

/** A polish that ends so long after it began. */
export function polishFor(seconds: number): () => boolean {
  let until: number | null = null;
  return () => performance.now() < (until ??= performance.now() + seconds * 1000);
}
