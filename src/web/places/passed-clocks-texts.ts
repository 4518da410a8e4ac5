/** The clocks that have passed on the page where a place is sought, in both languages. */
import { catalogue } from '../ui/language.ts';

export const passedClocksTexts = catalogue(
  {
    heading: '{count, plural, one {En af lovens frister er overskredet} other {# af lovens frister er overskredet}}',
    link: 'Se fristerne på hendes side',
  },
  {
    heading: '{count, plural, one {One legal deadline has passed} other {# legal deadlines have passed}}',
    link: 'See the deadlines on her page',
  },
);
