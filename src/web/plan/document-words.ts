/** What the answer of a proposal says in Word and PDF where the page says it otherwise: a document has no page, no form and no links to lean on. */
import { catalogue } from '../ui/language.ts';

export const documentWords = catalogue(
  {
    notDecided: 'Hvad der ikke er afgjort',
    shown: 'Ansvar, finansiering og frivillighed er gengivet, som dokumenterne siger det. Beregningen afgør dem ikke.',
    weighs:
      'Hver antagelse er trukket alene fra den ene ende af sit spænd til den anden, ved {each}; tallet står i parentes over kolonnen. For hver kolonne er {most, plural, one {den antagelse} other {de # antagelser}} med, der flytter den mest.',
    weighsAt: '{women} kvinder om året ({name})',
    weighsNone: 'Ingen af antagelserne flytter svaret, inden for deres spænd, ved {each}.',
    unitScale: 'Alle strimler går fra 0 til {most}; under dem står den tynde streg, og i parentes den tykke og prikken.',
    years: '{least}–{greatest} ({low}–{high}, {middle})',
    filling: 'kilde: kommunerne, 2025',
    line: '{text} ({from})',
    spread: '{least}–{most}, oftest {likely}',
    tableCaption: 'Fra skønnets laveste til dets højeste tal',
    estimate: 'Skøn, kvinder om året',
    minutes: 'Rejsetid i bil, ca. minutter',
    weighsElsewhere: 'Hvad hver antagelse betyder, når den trækkes over sit spænd, står på svarets side i Samløb; her er der ikke plads.',
    barScale: 'Den første søjle går fra 0 til 100 %, den anden fra 0 til {weeks} uger.',
  },
  {
    notDecided: 'What is not decided',
    shown: 'Responsibility, financing and voluntariness are given as the documents say them. The calculation does not decide them.',
    weighs:
      'Each assumption is pulled alone from one end of its range to the other, at {each}; the number stands in brackets above the column. For each column the {most, plural, one {assumption that moves it} other {# assumptions that move it}} most are here.',
    weighsAt: '{women} women a year ({name})',
    weighsNone: 'None of the assumptions moves the answer, within their ranges, at {each}.',
    unitScale: 'All strips go from 0 to {most}; beneath them stands the thin line, and in brackets the thick one and the dot.',
    years: '{least}–{greatest} ({low}–{high}, {middle})',
    filling: 'source: the municipalities, 2025',
    line: '{text} ({from})',
    spread: '{least}–{most}, most often {likely}',
    tableCaption: 'From the lowest to the highest number of the estimate',
    estimate: 'Estimate, women a year',
    minutes: 'Travel by car, about minutes',
    weighsElsewhere:
      'What each assumption means when it is pulled over its range stands on the page of the answer in Samløb; here is no room.',
    barScale: 'The first bar goes from 0 to 100 %, the second from 0 to {weeks} weeks.',
  },
);
