/**
 * What a rounded number is, and what it is unfit for (da: forbehold ved afrundede tal), in Danish and English. One place, for the page of a
 * release, its files, its preview and the report that is made from it.
 */
import { roundingReach, type Terms } from './terms.ts';

/** Whole sentences, or none where the numbers are not rounded. They hold the rule alone, and never a count of women. */
export function roundedSentence(terms: Pick<Terms, 'rounding'>, language: 'da' | 'en'): string {
  if (!terms.rounding) return '';
  const { base, steps } = terms.rounding;
  const reach = roundingReach(terms);
  return language === 'da'
    ? [
        `Alle tal er afrundet til et helt antal gange ${base}. Et 0 kan være et lille tal.`,
        `Et tal kan ligge op til ${reach} fra det rigtige${steps > 0 ? `: det nærmeste hele antal gange ${base} ville have røbet for meget` : ''}.`,
        'Hvor tallene er små, kan de ikke bruges til at vise udvikling over årene eller fordeling på slags behandling.',
      ].join(' ')
    : [
        `All numbers are rounded to a multiple of ${base}. A 0 can be a small count.`,
        `A number can lie up to ${reach} from the true one${steps > 0 ? `: the nearest multiple of ${base} would have told too much` : ''}.`,
        'Where the numbers are small they cannot be used to show a trend over the years or how the kinds of treatment divide.',
      ].join(' ');
}
