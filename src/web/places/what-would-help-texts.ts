/** Which one thing would make a place possible where none is, in both languages. */
import { catalogue } from '../ui/language.ts';

export const helpTexts = catalogue(
  {
    heading: 'Det her kunne gøre en plads mulig {day}',
    intro: 'Hver linje er søgt igennem for sig: alt andet er, som der er søgt.',
    partner: 'Hvis partneren ikke bor med, kan hun komme på {unit} fra {day}. Det er hendes eget valg.',
    children: 'Hvis hendes andre børn ikke bor med, kan hun komme på {unit} fra {day}. Det er hendes eget valg.',
    need: 'Hvis {need} kunne undværes, kan hun komme på {unit} fra {day}. Det er en faglig vurdering, om det kan undværes.',
    more: '{count, plural, =0 {} one {Så kan også én anden afdeling tage hende.} other {Så kan også # andre afdelinger tage hende.}}',
    search: 'Søg sådan',
    none: 'At undvære ét af behovene gør ikke en plads mulig den dag.',
    undecided: 'Om det hjælper at undvære {needs}, blev ikke afgjort i tide: søg igen, eller ring til en afdeling, der ellers passer.',
  },
  {
    heading: 'This could make a place possible on {day}',
    intro: 'Each line has been searched by itself: all else is as it was searched.',
    partner: 'If the partner does not stay with her, she can come to {unit} from {day}. That is her own choice.',
    children: 'If her other children do not stay with her, she can come to {unit} from {day}. That is her own choice.',
    need: 'If {need} could be done without, she can come to {unit} from {day}. Whether it can be done without is a professional judgement.',
    more: '{count, plural, =0 {} one {Then one other unit can take her too.} other {Then # other units can take her too.}}',
    search: 'Search like this',
    none: 'Doing without one of the needs makes no place possible on that day.',
    undecided: 'Whether it helps to do without {needs} was not decided in time: search again, or call a unit that fits otherwise.',
  },
);
