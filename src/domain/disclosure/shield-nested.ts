/**
 * Protects figures of which one contains the other as one (da: trin, der beskyttes som ét): that nine had a need and seven were offered says that
 * two were not, though neither number is small.
 *
 * The rule, edition `skærmet/2026-11-i-hinanden` (`docs/rules/nested-figures-2026-11.md`), for the counts of one year, the widest figure first:
 * 1. Each figure by itself, by the rule of `suppression.ts`.
 * 2. Where a region's printed count, or what is left of the country's when the regions printed of both are taken away, is less than five from that
 *    of a figure that contains it and is printed, all regions of the contained figure are hidden. So they are where what its hidden regions have
 *    together is more than a figure that contains it has in the largest region: it would tell that the others are not zero.
 * 3. Then the country's count of the contained figure is printed where that of each figure that contains it is printed and at least five more, and where it is at least as
 *    large as two of the regions' counts printed of the narrowest of them: so the region that is too near could be either, and by any of 0 to 4.
 * All regions and not only those too near: the others with the country's count would give the hidden one back. What is hidden hangs on printed
 * numbers and on the figure's own, never on a hidden one of another.
 */
import { type Figure, isSuppressed } from '../numbers/figure.ts';
import { byInhabitants, shieldCounts } from './shield-counts.ts';
import { smallestPrinted } from './suppression.ts';

/** One figure's counts of a year: its regions, the country, and the ids of the definitions that contain it. */
export type NestedCounts = {
  readonly id: string;
  readonly within: readonly string[];
  readonly regions: readonly Figure[];
  readonly country: Figure;
};

/** Shielded counts: the regions as they were given, then the country. */
export type ShieldedCounts = { readonly regions: readonly Figure[]; readonly country: Figure };

/** The counts of all figures with what must be hidden hidden, by their ids. A figure stands after all that contain it. Throws where a country is not its sum. */
export function shieldNested(figures: readonly NestedCounts[]): ReadonlyMap<string, ShieldedCounts> {
  const shielded = new Map<string, ShieldedCounts>();
  for (const { id, within, regions, country } of figures) {
    const alone = shieldCounts(regions, country);
    const own = { regions: alone.slice(0, -1), country: alone.at(-1) ?? country };
    const around = within.flatMap((outer) => shielded.get(outer) ?? []);
    const isCountryNear = around.some((outer) => isSmall(difference(outer.country, country)));
    const isNear = isCountryNear || around.some((outer) => isTooNear(outer, own) || isCramped(outer, own));
    shielded.set(
      id,
      isNear ? { regions: regions.map(hide), country: isCountryNear || !isOpen(around, country) ? hide(country) : country } : own,
    );
  }
  return shielded;
}

/** Whether a difference of two figures that can be worked out from what is printed of both is small. */
function isTooNear(outer: ShieldedCounts, inner: ShieldedCounts): boolean {
  const whole = difference(outer.country, inner.country);
  const parts = inner.regions.map((region) => {
    const beside = outer.regions.find(({ place }) => place === region.place);
    return beside ? difference(beside, region) : null;
  });
  const known = parts.filter((part) => part !== null);
  const isRestKnown = whole !== null && known.length < parts.length;
  const rest = isRestKnown ? whole - known.reduce((sum, part) => sum + part, 0) : null;
  return [...known, rest].some(isSmall);
}

/** Whether the region with most inhabitants, hidden to protect others, cannot hold all that is hidden: then the others are seen not to be zero. */
function isCramped(outer: ShieldedCounts, { regions, country }: ShieldedCounts): boolean {
  const [largest] = byInhabitants(regions);
  if (!largest || isSuppressed(country.value) || !isSuppressed(largest.value)) return false;
  const rest = regions.reduce((left, { value }) => (typeof value === 'number' ? left - value : left), country.value);
  const room = outer.regions.find(({ place }) => place === largest.place)?.value;
  return typeof room === 'number' && room < rest;
}

/** Whether the country's count leaves it open which region it is that is too near. */
function isOpen(around: readonly ShieldedCounts[], { value }: Figure): boolean {
  if (around.some(({ country }) => isSuppressed(country.value))) return false;
  const printed = around.map(({ regions }) => regions.flatMap((region) => (typeof region.value === 'number' ? [region.value] : [])));
  const second = printed.findLast((values) => values.length > 1)?.toSorted((one, other) => one - other)[1];
  return second !== undefined && typeof value === 'number' && value >= second;
}

/** From zero to four, as a count of its own would be hidden; and as near from below, where a woman is counted in another region by the second figure. */
function isSmall(apart: number | null): boolean {
  return apart !== null && Math.abs(apart) < smallestPrinted;
}

/** By how much the one is more than the other; null where either is hidden. */
function difference({ value: outer }: Figure, { value: inner }: Figure): number | null {
  return typeof outer === 'number' && typeof inner === 'number' ? outer - inner : null;
}

function hide(figure: Figure): Figure {
  return { ...figure, value: { suppressed: true } };
}
