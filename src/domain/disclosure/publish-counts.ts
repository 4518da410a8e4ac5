/** Lets one question's counts through for those outside the circle: the same rule as for a call's two questions, asked of one. */
import { municipalities } from '../geography/municipalities.ts';
import { regionOf } from '../geography/regions.ts';
import type { Figure } from '../numbers/figure.ts';
import { day } from '../time.ts';
import { publishPeriod, type Publishable } from './publishable.ts';

/**
 * The counts of the regions of one year and of the country, with what must be hidden hidden. The question stands in both places of the
 * rule: a reader who is shown it once knows less than the reader whom the rule is held against. Throws where the country is not the sum.
 */
export function publishCounts(regions: readonly Figure[], country: Figure): readonly Publishable<Figure>[] {
  const lastDay = day(`${country.period}-12-31`);
  const inhabitants = ({ place }: Figure): number =>
    municipalities.filter((one) => regionOf(one, lastDay).id === place).reduce((sum, { population }) => sum + population, 0);
  const largestFirst = regions.toSorted((one, other) => inhabitants(other) - inhabitants(one));
  const { parts, total } = publishPeriod({
    parts: largestFirst.map((figure) => ({ outer: figure, inner: figure })),
    total: { outer: country, inner: country },
  });
  const shown = parts.map(({ outer, inner }) => (typeof inner.value === 'number' ? outer : inner));
  const ofCountry = typeof total.inner.value === 'number' ? total.outer : total.inner;
  return [...regions.flatMap(({ place }) => shown.filter((figure) => figure.place === place)), ofCountry];
}
