import { expect, test } from 'vitest';
import { layoutOf, namesOf } from '../disclosure/count-table.ts';
import { makeDimension } from '../disclosure/dimension.ts';
import { releasedYears } from './released-years.ts';

const years = [2017, 2018, 2019];

/** A table of two regions that prints 7 in the cells that are chosen by their year, and hides the others. */
function table(names: readonly string[] | null, isPrinted: (year: string) => boolean) {
  const dimensions = [['kommune', ['nord', 'syd']] as const, ...(names ? [['år', names] as const] : []), ['behandling', ['døgn']] as const];
  const layout = layoutOf(
    dimensions.map(([name, codes]) => {
      const made = makeDimension(name, codes, []);
      if (made.outcome !== 'made') throw new Error('a dimension without lines is always made');
      return made.dimension;
    }),
  );
  const published = Array.from({ length: layout.size }, (_, cell) => (isPrinted(namesOf(layout, cell)['år'] ?? 'Total') ? 7 : null));
  return { layout, published };
}

test('a year is published where a number of it alone is printed, and the years together where one of all of them is', () => {
  expect(
    releasedYears(
      { years },
      table(['2017', '2018', '2019'], () => true),
    ),
  ).toEqual({ alone: years, together: true });
  expect(
    releasedYears(
      { years },
      table(['2017', '2018', '2019'], (year) => year === '2018'),
    ),
  ).toEqual({ alone: [2018], together: false });
  expect(
    releasedYears(
      { years },
      table(null, () => true),
    ),
  ).toEqual({ alone: [], together: true });
  expect(
    releasedYears(
      { years },
      table(['2017', '2018', '2019'], () => false),
    ),
  ).toEqual({ alone: [], together: false });
  expect(
    releasedYears(
      { years: [2020] },
      table(null, () => true),
    ),
  ).toEqual({ alone: [2020], together: true });
  expect(
    releasedYears(
      { years: [2020] },
      table(null, () => false),
    ),
  ).toEqual({ alone: [], together: false });
});
