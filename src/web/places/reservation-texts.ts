/** What is said of a unit's reservations: «uden forbehold» stands only where nothing else on the card takes it back. In both languages. */
import { catalogue } from '../ui/language.ts';

export const reservationTexts = catalogue(
  {
    none: 'uden forbehold',
    old: '{count, plural, =0 {} one {med ét forbehold, og } other {med # forbehold, og }}ring først: kapaciteten er ikke bekræftet det seneste døgn',
    'old.asked': 'ring først: kapaciteten er ikke bekræftet det seneste døgn, og noget om hende skal oplyses',
    asked: 'uden andet forbehold end det, der skal oplyses om hende',
    'not-asked': 'forbehold er ikke undersøgt, når hun ikke kan komme på dagen',
    fewer: 'med {count, plural, one {ét forbehold} other {# forbehold}} færre end {other}',
  },
  {
    none: 'with no reservation',
    old: '{count, plural, =0 {} one {with one reservation, and } other {with # reservations, and }}ring first: the capacity was not confirmed within a day and a night',
    'old.asked': 'ring first: the capacity was not confirmed within a day and a night, and something about her is to be told',
    asked: 'with no other reservation than what is to be told about her',
    'not-asked': 'reservations were not looked into where she cannot come on the day',
    fewer: 'with {count, plural, one {one reservation} other {# reservations}} fewer than {other}',
  },
);
