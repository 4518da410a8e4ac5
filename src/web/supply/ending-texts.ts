/** The words about a place that ends for good, and how a place stands, in both languages. */
import { catalogue } from '../ui/language.ts';

export const endingTexts = catalogue(
  {
    deed: 'Nedlæg pladsen',
    title: 'Nedlæg {place}',
    intro:
      'Fra den dag tilbydes pladsen ikke mere. Intet slettes: hvem der har boet på den, og hvad den kunne, står i historikken. Er der aftalt nætter på den fra den dag, skal de flyttes først.',
    day: 'Nedlagt fra',
    why: 'Hvorfor',
    'fault.why': 'Skriv, hvorfor pladsen nedlægges.',
    bookedHeading: 'Pladsen er ikke nedlagt: der er aftalt nætter på den',
    bookedWhat: 'Flyt dem til en anden plads på afdelingens side, eller vælg en dag efter den sidste nat. Prøv så igen.',
    change: 'Vælg en anden dag',
    back: 'Tilbage til driften',
    ended: 'nedlagt fra {day}: {reason}',
    ending: '{as}; nedlægges {day}: {reason}',
    closed: 'lukket {period}: {reason}',
    closing: '{as}; lukkes {period}: {reason}',
    closedUnit: 'hele afdelingen er lukket {period}: {reason}',
    closingUnit: '{as}; hele afdelingen lukkes {period}: {reason}',
  },
  {
    deed: 'End the place',
    title: 'End {place}',
    intro:
      'From that day the place is offered no more. Nothing is deleted: who has lived there and what it offered stand in the history. Where nights are agreed on it from that day, they must be moved first.',
    day: 'Ended from',
    why: 'Why',
    'fault.why': 'Write why the place is ended.',
    bookedHeading: 'The place is not ended: nights are agreed on it',
    bookedWhat: 'Move them to another place on the unit’s page, or choose a day after the last night. Then try again.',
    change: 'Choose another day',
    back: 'Back to the upkeep',
    ended: 'ended from {day}: {reason}',
    ending: '{as}; ends {day}: {reason}',
    closed: 'closed {period}: {reason}',
    closing: '{as}; closes {period}: {reason}',
    closedUnit: 'the whole unit is closed {period}: {reason}',
    closingUnit: '{as}; the whole unit closes {period}: {reason}',
  },
);
