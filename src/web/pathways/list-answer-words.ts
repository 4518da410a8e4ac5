/** What she says to the waiting list, in words for those who work with her. */
import type { PathwayFact } from '../../domain/pathway/facts.ts';
import { catalogue, type Language } from '../ui/language.ts';
import type { Described } from './describe-stay.ts';

export const listAnswerTexts = catalogue(
  {
    question: 'Hvad siger hun til at stå på ventelisten?',
    hint: 'Et ophold er frivilligt. Vælg et svar. Er hun ikke spurgt, kan hun stå på listen alligevel, og det bliver koordinatorens næste skridt at spørge hende.',
    unchosen: 'Vælg, hvad hun siger til at stå på ventelisten, også når hun ikke er spurgt',
    yes: 'Ja',
    no: 'Nej, hun vil ikke',
    'not-asked': 'Hun er ikke spurgt endnu',
    way: 'Længste vej, hun vil rejse',
    wayHint: 'Ventelisten tilbyder ikke pladser, der ligger længere væk.',
    wayNotAsked: 'Hun er ikke spurgt om vejen',
    wayAny: 'Vejen betyder ikke noget for hende',
    'told.yes': 'Hun har sagt ja til at stå på ventelisten',
    'told.no': 'Hun har sagt nej til at stå på ventelisten',
    'told.not-asked': 'Skrevet på ventelisten, uden at hun er spurgt',
    left: 'Taget af ventelisten',
    longestWay: 'Længste vej: {minutes} min. i bil',
    tooFar: 'Længere, end hun vil rejse (højst {minutes} min.)',
    said: 'Hendes svar',
    unsaid: 'det er ikke skrevet, at hun er spurgt',
    saidNo: 'Hun har sagt nej til at stå på ventelisten. Tal med hende, før der siges ja til et tilbud, eller tag hende af listen.',
    askUnwritten: 'Det er ikke skrevet, at hun er spurgt om ventelisten: spørg hende, og skriv hendes svar her på siden.',
    ask: 'Hun er ikke spurgt om ventelisten: spørg hende, og skriv hendes svar her på siden.',
  },
  {
    question: 'What does she say to standing on the waiting list?',
    hint: 'A stay is voluntary. Choose an answer. Where she was not asked she can stand on the list all the same, and to ask her is the coordinator’s next step.',
    unchosen: 'Choose what she says to standing on the waiting list, also where she was not asked',
    yes: 'Yes',
    no: 'No, she does not want it',
    'not-asked': 'She was not asked yet',
    way: 'The longest way she will travel',
    wayHint: 'The waiting list offers no places that are further away.',
    wayNotAsked: 'She was not asked about the way',
    wayAny: 'The way does not matter to her',
    'told.yes': 'She has said yes to standing on the waiting list',
    'told.no': 'She has said no to standing on the waiting list',
    'told.not-asked': 'Put on the waiting list without being asked',
    left: 'Taken off the waiting list',
    longestWay: 'Longest way: {minutes} minutes by car',
    tooFar: 'Further than she will travel ({minutes} minutes at most)',
    said: 'Her answer',
    unsaid: 'it is not written that she was asked',
    saidNo: 'She has said no to standing on the waiting list. Talk with her before an offer is said yes to, or take her off the list.',
    askUnwritten: 'It is not written that she was asked about the waiting list: ask her, and write her answer on this page.',
    ask: 'She was not asked about the waiting list: ask her, and write her answer on this page.',
  },
);

/** Her answer, and that she was taken off, as lines of the timeline. */
export function describeListFact(
  fact: Extract<PathwayFact, { readonly type: 'list-answered' | 'list-left' }>,
  language: Language,
): Described {
  const say = listAnswerTexts(language);
  if (fact.type === 'list-left') return { what: say('left'), detail: null };
  const { answer, longestWay } = fact;
  const way = longestWay === undefined ? null : longestWay === null ? say('wayAny') : say('longestWay', { minutes: longestWay });
  return { what: say(`told.${answer}`), detail: way };
}
