/** How a released table reaches those who are to read it, and where it is found under its call. */
import { catalogue } from '../ui/language.ts';

export const reachTexts = catalogue(
  {
    title: 'Sådan når tabellen ud',
    inside:
      'Alle, der læser opgørelser i Samløb (kommuner, planlæggere, godkendere, tilsyn og fagpersoner), kan læse tabellen på {address} og hente dens filer. Send dem adressen.',
    outside:
      'Samløb har ingen side uden login. Skal andre have tabellen, så hent den som CSV, JSON eller Excel, og send filen, eller læg den på jeres hjemmeside. Lad linjerne om regel og afrundede eller skjulte tal blive i filen: de er en del af tabellen.',
    under: 'Udgivet om udmeldingen',
    line: 'Udgivelse {id}, {when}, {organisation}',
  },
  {
    title: 'How the table reaches its readers',
    inside:
      'All who read figures in Samløb (municipalities, planners, approvers, supervision and professionals) can read the table at {address} and fetch its files. Send them the address.',
    outside:
      'Samløb has no page without login. If others are to have the table, fetch it as CSV, JSON or Excel, and send the file or put it on your own site. Leave the lines of the rule and of rounded or hidden numbers in the file: they are a part of the table.',
    under: 'Released of the call',
    line: 'Release {id}, {when}, {organisation}',
  },
);
