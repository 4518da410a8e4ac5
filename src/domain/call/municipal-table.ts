/**
 * The call's numbers as a table for the public (da: tabel efter kommune): municipality within region × year × kind of treatment. The kinds
 * are residential and other; their sum is the women in all.
 */
import { cellAt, type CountTable, layoutOf, tableOf } from '../disclosure/count-table.ts';
import { type HierarchyLine, makeDimension } from '../disclosure/dimension.ts';
import { municipalities } from '../geography/municipalities.ts';
import { regionKey, regionOf } from '../geography/regions.ts';
import type { Answer } from './answer.ts';
import type { CallPackage } from './package.ts';

/** Adds up the answers. A municipality that has not answered is no row: its absence is known to all. */
export function municipalTable(call: Pick<CallPackage, 'years' | 'answerBy'>, answers: readonly Answer[]): CountTable {
  const answered = answers.flatMap((answer) => {
    const found = municipalities.find(({ id }) => id === answer.municipality);
    return found ? [{ answer, region: regionKey(regionOf(found, call.answerBy).id) }] : [];
  });
  const lines = answered.map(({ answer, region }, index): HierarchyLine => ({
    dimension: 'kommune',
    code: answer.municipality,
    parent: region,
    line: index + 1,
    column: 1,
  }));
  const dimensions = [
    dimensionOf('kommune', [], lines),
    dimensionOf('år', call.years.map(String), []),
    dimensionOf('behandling', ['døgn', 'anden'], []),
  ];
  const layout = layoutOf(dimensions);
  const counts = new Map<number, number>();
  for (const { answer } of answered) {
    const kommune = dimensions[0]?.codes.indexOf(answer.municipality) ?? 0;
    call.years.forEach((_, year) => {
      const [any, residential] = [answer.counts.any.counts[year] ?? 0, answer.counts.residential.counts[year] ?? 0];
      counts.set(cellAt(layout, [kommune, year + 1, 1]), residential);
      counts.set(cellAt(layout, [kommune, year + 1, 2]), any - residential);
    });
  }
  return tableOf(layout, counts);
}

function dimensionOf(name: string, codes: readonly string[], lines: readonly HierarchyLine[]): CountTable['layout']['dimensions'][number] {
  const made = makeDimension(name, codes, lines);
  if (made.outcome !== 'made') throw new Error('the regions of the country go round in a circle');
  return made.dimension;
}
