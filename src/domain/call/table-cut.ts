/**
 * How finely a call's table is divided when it is released (da: inddeling). A table of fewer cells keeps more of its numbers: what cannot be
 * released by municipality can often be released by region, or for the years together.
 */
import { cellAt, codesOf, type CountTable, layoutOf, tableOf } from '../disclosure/count-table.ts';
import { type Dimension, makeDimension } from '../disclosure/dimension.ts';
import type { ReleaseMethod } from '../disclosure/refusal.ts';
import type { ZeroRule } from '../disclosure/terms.ts';
import { parseRegion } from '../geography/regions.ts';

export const placeCuts = ['municipality', 'region'] as const;
export const yearCuts = ['each', 'together'] as const;
export const treatmentCuts = ['apart', 'together'] as const;

export type TableCut = {
  readonly places: (typeof placeCuts)[number];
  readonly years: (typeof yearCuts)[number];
  readonly treatments: (typeof treatmentCuts)[number];
};

/** What is asked for when a table of a call is released, or the public edition of its reports. */
export type JobChoices = { readonly method: ReleaseMethod | 'report'; readonly zeros: ZeroRule; readonly cut: TableCut };

export const finestCut: TableCut = { places: 'municipality', years: 'each', treatments: 'apart' };

/** The same counts in fewer cells. A dimension that is not divided is no dimension of the new table. */
export function cutTable(table: CountTable, cut: TableCut): CountTable {
  const [places, years, treatments] = table.layout.dimensions;
  if (!places || !years || !treatments) throw new Error('a call’s table is divided by place, year and treatment');
  const kept: readonly (readonly [from: number, dimension: Dimension])[] = [
    [0, cut.places === 'region' ? regionsOf(places) : places],
    ...(cut.years === 'each' ? [[1, years] as const] : []),
    ...(cut.treatments === 'apart' ? [[2, treatments] as const] : []),
  ];
  const layout = layoutOf(kept.map(([, dimension]) => dimension));
  const counts = new Map<number, number>();
  for (let cell = 0; cell < layout.size; cell += 1) {
    const codes = codesOf(layout, cell);
    const isInner = kept.every(([, { inner }], index) => inner[codes[index] ?? 0]?.length === 1 && (codes[index] ?? 0) > 0);
    if (!isInner) continue;
    const whole = [0, 0, 0];
    kept.forEach(([from, { codes: names }], index) => {
      whole[from] = table.layout.dimensions[from]?.codes.indexOf(names[codes[index] ?? 0] ?? '') ?? 0;
    });
    counts.set(cell, table.counts[cellAt(table.layout, whole)] ?? 0);
  }
  return tableOf(layout, counts);
}

function regionsOf({ name, codes }: Dimension): Dimension {
  const made = makeDimension(
    name,
    codes.filter((code) => parseRegion(code) !== null),
    [],
  );
  if (made.outcome !== 'made') throw new Error('regions without lines go round in no circle');
  return made.dimension;
}
