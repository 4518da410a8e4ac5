/** The words of what may be said of a year: few sentences, put together from the number's own definition and its source. */
import { catalogue } from '../ui/language.ts';

export const yearTexts = catalogue(
  {
    title: 'Hvad kan jeg sige om et år?',
    lead: 'For hvert år: hvilket tal du kan citere, hvordan det er lavet, hvor det står, og hvad det ikke må stilles op imod. Sætningerne er sat sammen af de offentliggjorte tal, der gælder i dag, og ændrer sig, når et dokument kommer til eller udgår.',
    which:
      'Spørgsmålet er, hvor mange der fik eller har behov for døgnbehandling. Et tal for, hvem kommunen traf afgørelse for, går forud for dem, der kom på døgnophold, og de går forud for et skøn over behovet.',
    none: 'Ingen af de offentliggjorte tal svarer for et enkelt år.',
    soSay: 'Sådan kan du citere det:',
    toYears: 'Alle år',
    why: 'Hvorfor ikke?',
    silent: 'År uden et tal, du kan citere',
    place: 'Hvis tal vil du citere?',
    placeShow: 'Vis',
    isRegion: 'Her er {region}. En regions tal er en del af hele landets og må ikke lægges til det.',
    noneRegion: 'Ingen af de offentliggjorte tal er {region}s alene og for et enkelt år, så der er ikke noget, du kan citere for regionen.',
    municipalLead:
      'Tal for {name} kan kun citeres fra det, der er udgivet, for i en kommunes egne tal kan en kvinde genkendes. Siden bruger aldrig tallene i kommunens eget svar.',
    noneReleased: 'Det, du ikke kan citere',
  },
  {
    title: 'What can I say of a year?',
    lead: 'For each year: which number you can quote, how it was made, where it stands, and what it must not be set against. The sentences are put together from the published numbers in force today, and change when a document is added or withdrawn.',
    which:
      'The question is how many got or need residential treatment. A number of those a municipality decided for comes before those who came to a residential stay, and both before a judgement of the need.',
    none: 'None of the published numbers answers for a single year.',
    soSay: 'So you can quote it:',
    toYears: 'All years',
    why: 'Why not?',
    silent: 'Years without a number you can quote',
    place: 'Whose number do you want to quote?',
    placeShow: 'Show',
    isRegion: 'This is {region}. A region’s number is a part of the whole country’s and must not be added to it.',
    noneRegion:
      'None of the published numbers is of {region} alone and of a single year, so there is nothing you can quote for the region.',
    municipalLead:
      'Numbers of {name} can be quoted only from what is released, for a woman can be recognised in a municipality’s own numbers. This page never looks at the numbers of the municipality’s answer, only at whether they are made up.',
    noneReleased: 'What you cannot quote',
  },
);
