/** The words of the work list about places, in both languages. */
import { catalogue } from '../ui/language.ts';

export const placeWorkTexts = catalogue(
  {
    troubledHeading: 'Pladser, der ikke kan bruges som aftalt',
    'trouble.closed': 'Pladsen til {name} er lukket {period} ({reason}).',
    'trouble.not-open': 'Afdelingen, hvor {name} har plads, er ikke åben {period}.',
    'trouble.not-opened': 'Pladsen til {name} er ikke åbnet {period}.',
    'trouble.lacks': 'Pladsen til {name} har ikke længere: {properties}.',
    findAnother: 'Find en anden plads',
    seeStay: 'Se opholdet',
    arrivingHeading: 'Ventes til afdelingen',
    arrivingToday: '{name} ventes i dag, {place}',
    arrivingLate: '{name} skulle være kommet {day}, {place}',
    unconfirmedHeading: 'Kapacitet, der skal bekræftes',
    refused: '{unit} sagde nej {when}: {reason}',
    refusedBare: '{unit} sagde nej {when}',
    theUnit: 'Afdelingen',
    today: 'i dag {time}',
  },
  {
    troubledHeading: 'Places that cannot be used as agreed',
    'trouble.closed': 'The place of {name} is closed {period} ({reason}).',
    'trouble.not-open': 'The unit where {name} has a place is not open {period}.',
    'trouble.not-opened': 'The place of {name} is not opened {period}.',
    'trouble.lacks': 'The place of {name} no longer has: {properties}.',
    findAnother: 'Find another place',
    seeStay: 'See the stay',
    arrivingHeading: 'Expected in the unit',
    arrivingToday: '{name} is expected today, {place}',
    arrivingLate: '{name} should have come {day}, {place}',
    unconfirmedHeading: 'Capacity to be confirmed',
    refused: '{unit} said no {when}: {reason}',
    refusedBare: '{unit} said no {when}',
    theUnit: 'The unit',
    today: 'today {time}',
  },
);
