/** Which one thing would make a place possible where none is, in both languages. */
import { catalogue } from '../ui/language.ts';

export const helpTexts = catalogue(
  {
    heading: 'Det kunne gøre en plads mulig {day}',
    intro: 'Hver linje er søgt igennem for sig: alt andet er, som der er søgt.',
    partner: 'Hvis partneren ikke bor med, kan hun komme på {unit} fra {day}. Det er hendes eget valg.',
    children: 'Hvis hendes andre børn ikke bor med, kan hun komme på {unit} fra {day}. Det er hendes eget valg.',
    need: 'Hvis {need} kunne undværes, kan hun komme på {unit} fra {day}. Det er en faglig vurdering, om det kan undværes.',
    shorter:
      'Hvis opholdet var på {nights, plural, one {# nat} other {# nætter}} i stedet for {asked}, kan hun komme på {unit} fra {day}. Det er en faglig vurdering, om det kan være kortere.',
    more: '{count, plural, =0 {} one {Så kan også # anden afdeling tage hende.} other {Så kan også # andre afdelinger tage hende.}}',
    search: 'Søg sådan',
    none: 'At undvære ét af behovene gør ikke en plads mulig den dag.',
    undecided: 'Om det hjælper at undvære {needs}, blev ikke afgjort i tide. Ring til afdelingen.',
  },
  {
    heading: 'This could make a place possible on {day}',
    intro: 'Each line has been searched by itself: all else is as it was searched.',
    partner: 'If the partner does not stay with her, she can come to {unit} from {day}. That is her own choice.',
    children: 'If her other children do not stay with her, she can come to {unit} from {day}. That is her own choice.',
    need: 'If {need} could be done without, she can come to {unit} from {day}. Whether it can be done without is a professional judgement.',
    shorter:
      'If the stay were {nights, plural, one {# night} other {# nights}} instead of {asked}, she can come to {unit} from {day}. Whether it can be shorter is a professional judgement.',
    more: '{count, plural, =0 {} one {Then # other unit can take her too.} other {Then # other units can take her too.}}',
    search: 'Search like this',
    none: 'Doing without one of the needs makes no place possible on that day.',
    undecided: 'Whether it helps to do without {needs} was not decided in time. Call the unit.',
  },
);
