/** What her history says of a place that was held for her past others, in both languages. */
import { catalogue } from '../ui/language.ts';

export const overtakenTexts = catalogue(
  { what: 'Plads holdt forbi {count, plural, one {én, det haster mere for,} other {#, det haster mere for,}} på ventelisten: {unit}' },
  { what: 'Place held past {count, plural, one {one more urgent} other {# more urgent}} on the waiting list: {unit}' },
);
