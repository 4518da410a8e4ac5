/**
 * Hides the small counts of a figure from one who works with figures but may not see them (da: skærmede tal). What comes out stays in the
 * house: it is no release, stands in no ledger, and is not `Publishable`. The same rule as for a call's two questions, asked of one.
 */
import { municipalities } from '../geography/municipalities.ts';
import { regionOf } from '../geography/regions.ts';
import type { Figure } from '../numbers/figure.ts';
import { day } from '../time.ts';
import { suppressPeriod } from './suppression.ts';

/**
 * The counts of the regions of one year and of the country, with what must be hidden hidden. The question stands in both places of the
 * rule: a reader who is shown it once knows less than the reader whom the rule is held against. Throws where the country is not the sum.
 */
export function shieldCounts(regions: readonly Figure[], country: Figure): readonly Figure[] {
  const largestFirst = byInhabitants(regions);
  const counts = largestFirst.map(countOf);
  if (countOf(country) !== counts.reduce((sum, count) => sum + count, 0)) throw new Error('the country is not the sum of its regions');
  const hidden = suppressPeriod({ parts: counts.map((count) => ({ outer: count, inner: count })) });
  const isHidden = new Map(
    largestFirst.map((figure, index) => [figure, (hidden.parts[index]?.outer ?? true) || (hidden.parts[index]?.inner ?? true)]),
  );
  return [
    ...regions.map((figure) => shield(figure, isHidden.get(figure) ?? true)),
    shield(country, hidden.outerTotal || hidden.innerTotal),
  ];
}

/** The counts of a year's regions, the region with most inhabitants first. */
export function byInhabitants(regions: readonly Figure[]): readonly Figure[] {
  const inhabitants = ({ place, period }: Figure): number => {
    const lastDay = day(`${period}-12-31`);
    return municipalities.filter((one) => regionOf(one, lastDay).id === place).reduce((sum, { population }) => sum + population, 0);
  };
  const known = new Map(regions.map((figure) => [figure, inhabitants(figure)]));
  return regions.toSorted((one, other) => (known.get(other) ?? 0) - (known.get(one) ?? 0));
}

function shield(figure: Figure, isHidden: boolean): Figure {
  return isHidden ? { ...figure, value: { suppressed: true } } : figure;
}

function countOf({ id, value }: Figure): number {
  if (typeof value !== 'number') throw new Error(`the figure ${id} is hidden before it is shielded`);
  return value;
}
