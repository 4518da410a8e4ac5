/** What a move or a change of places would mean, before it is decided, in both languages. */
import { catalogue } from '../ui/language.ts';

export const previewTexts = catalogue(
  {
    see: 'Se, hvad det betyder',
    nothingSaved: 'Intet er gemt endnu.',
    move: '{name} flytter fra {from} til {to} {day} og er der til {until}.',
    lacks: '{place} har ikke {properties}.',
    cannot: 'Det kan ikke lade sig gøre fra den dag',
    anotherDay: 'Vis for dagen',
    decide: '{submit} {day}',
  },
  {
    see: 'See what it means',
    nothingSaved: 'Nothing is saved yet.',
    move: '{name} moves from {from} to {to} on {day} and is there until {until}.',
    lacks: '{place} does not have {properties}.',
    cannot: 'It is not possible from that day',
    anotherDay: 'Show for the day',
    decide: '{submit} on {day}',
  },
);
