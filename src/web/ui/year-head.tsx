/** The head of a table with a column for each year: what its rows are, and then the years in the order given. */
import type { JSX } from 'react';

type Props = {
  /** The heads of the columns before the years. */
  readonly heads: readonly string[];
  readonly years: readonly number[];
};

export function YearHead({ heads, years }: Props): JSX.Element {
  return (
    <thead>
      <tr>
        {heads.map((head) => (
          <th key={head} scope="col">
            {head}
          </th>
        ))}
        {years.map((year) => (
          <th key={year} scope="col" className="number">
            {year}
          </th>
        ))}
      </tr>
    </thead>
  );
}
