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
        `Forskellen mellem to tal kan være op til ${2 * reach} forkert.`,
        `Hvor tallene er små, kan de derfor ikke bruges til at vise fordeling mellem steder, udvikling over årene eller fordeling på slags behandling: står der ${base} ét sted og 0 alle andre, kan de fleste af kvinderne komme fra de andre steder, og en del kan stå med flere, end der var i alt.`,
      ].join(' ')
    : [
        `All numbers are rounded to a multiple of ${base}. A 0 can be a small count.`,
        `A number can lie up to ${reach} from the true one${steps > 0 ? `: the nearest multiple of ${base} would have told too much` : ''}.`,
        `The difference of two numbers can be wrong by up to ${2 * reach}.`,
        `So where the numbers are small they cannot be used to show how they divide between places, a trend over the years or how the kinds of treatment divide: where ${base} stands at one place and 0 at all others, most of the women may come from the others, and a part may stand with more than there were in all.`,
      ].join(' ');
}
