/** What one who fills in the form for an overlap table must know, on the page and in the file. */
import { catalogue } from '../ui/language.ts';

const danish = {
  'only-counts': 'Skriv kun antal kvinder: ingen navne, CPR-numre eller andet om den enkelte.',
  marks: 'Hver linje er én kombination af lister. 1 betyder, at kvinderne står på listen, 0 at de ikke gør.',
  words: 'Hver linje er én kombination af lister. «Ja» betyder, at kvinderne står på listen, en streg at de ikke gør.',
  exactly: 'Skriv i den sidste kolonne, hvor mange der står på præcis de lister og på ingen af de andre.',
  zero: 'Skriv 0, hvis der ingen er. Et tomt felt betyder, at antallet mangler, og så kan skemaet ikke bruges.',
  small: 'Er der 1, 2, 3 eller 4, så skriv «1 til 4». Må det heller ikke kunne ses, at der ingen er, så skriv «0 til 4».',
  totals: 'Send ikke listernes samlede antal sammen med skemaet. Så kunne et skjult antal regnes ud.',
  once: 'Tæl hver kvinde én gang. Brug samme definition og periode på alle lister, og kobl inden for samme graviditet. Kvinder på ingen af listerne tælles ikke med.',
  leave: 'Ret ikke i de andre kolonner, og slet ingen linjer.',
  back: 'Gem som CSV, og send filen til den, der bad om den. Linjer med # foran læses kun af mennesker.',
  define: 'Listen «{list}»: hvem står på den, hvilken periode og skæringsdag, hvem har trukket den og hvornår?',
  count: 'antal',
  'term.hvis': 'Hvis lister',
  'term.omraade': 'Område',
  'term.periode': 'Periode',
  'term.frist': 'Svarfrist',
  'term.modtager': 'Send skemaet til',
  'hint.hvis': 'Den eller dem, der skal trække listerne: kommunen, regionen, sygehuset.',
  'hint.omraade': 'Hvor kvinderne bor: en region, nogle kommuner eller hele landet.',
  'hint.periode': 'Samme periode for alle lister.',
  'hint.frist': 'Den dag svaret senest skal være fremme.',
  'hint.modtager': 'Navn, organisation og en sikker adresse, for eksempel sikker mail.',
  notWritten: 'Ikke skrevet endnu: {terms}. Skriv det, før skemaet sendes.',
  wholeYear: '1. januar til 31. december {year}',
  noYear:
    'Perioden «{period}» nævner intet årstal. Skriv fra hvilken dag til hvilken, eller hvilket år: ellers tæller hver liste sin egen periode.',
  wrongDeadline: 'Skriv en dag, der ikke er gået.',
  tooLong: 'Skriv højst {most} tegn på én linje.',
  onlyOn: 'Kun på',
} as const;

const english: Readonly<Record<keyof typeof danish, string>> = {
  'only-counts': 'Write numbers of women only: no names, CPR numbers or anything else about one of them.',
  marks: 'Each line is one combination of lists. 1 means that the women are on the list, 0 that they are not.',
  words: 'Each line is one combination of lists. “Yes” means that the women are on the list, a dash that they are not.',
  exactly: 'Write in the last column how many are on exactly those lists and on none of the others.',
  zero: 'Write 0 if there is nobody. An empty field means that the count is missing, and then the form cannot be read.',
  small: 'If there are 1, 2, 3 or 4, write “1 to 4”. If it must not be seen either that there is nobody, write “0 to 4”.',
  totals: 'Do not send the totals of the lists with the form: a hidden count could be worked out from them.',
  once: 'Count each woman once. Use the same definition and period on all lists, and link within the same pregnancy. Women on none of the lists are not counted.',
  leave: 'Do not change the other columns, and delete no lines.',
  back: 'Save as CSV and send the file to the one who asked for it. Lines that begin with # are read by people only.',
  define: 'The list “{list}”: who is on it, which period and reference day, who drew it and when?',
  count: 'count',
  'term.hvis': 'Whose lists',
  'term.omraade': 'Area',
  'term.periode': 'Period',
  'term.frist': 'Answer by',
  'term.modtager': 'Send the form to',
  'hint.hvis': 'Those who are to draw the lists: the municipality, the region, the hospital.',
  'hint.omraade': 'Where the women live: a region, some municipalities or the whole country.',
  'hint.periode': 'The same period for all lists.',
  'hint.frist': 'The day by which the answer must have come.',
  'hint.modtager': 'Name, organisation and a safe address, such as secure mail.',
  notWritten: 'Not written yet: {terms}. Write it before the form is sent.',
  wholeYear: '1 January to 31 December {year}',
  noYear:
    'The period “{period}” names no year. Write from which day to which, or which year: otherwise each list counts a period of its own.',
  wrongDeadline: 'Write a day that is not over.',
  tooLong: 'Write at most {most} characters on one line.',
  onlyOn: 'Only on',
};

/** What is asked for beside the lists, by the name of its field. */
export const requestTerms = ['hvis', 'omraade', 'periode', 'frist', 'modtager'] as const;
export type RequestTerm = (typeof requestTerms)[number];

export const requestFormTexts = catalogue(danish, english);

/** Whether a line above a table is one that the form says itself, in either language, with nothing added. */
export function isRuleOfForm(line: string): boolean {
  const rules = fileRules.flatMap((rule) => [danish[rule], english[rule]]).map(withOneMark);
  // By when and to whom is for those who fill it in; of whose lists, where and when the analysis keeps what was written.
  const ofAnswering = [danish, english].flatMap((words) => [words['term.frist'], words['term.modtager']]);
  const own = [danish, english].flatMap((words) => requestTerms.map((term) => `${words[`term.${term}`]}:`));
  if (own.includes(line.trim()) || ofAnswering.some((term) => line.startsWith(`${term}: `))) return true;
  const plain = withOneMark(line);
  return rules.includes(plain) || /^(Listen|The list) "[^"]*": (hvem står på den|who is on it),[^?]*\?$/.test(plain);
}

/** Marks of quotation differ by language, by edition of the form, and by the program that has saved it. */
function withOneMark(text: string): string {
  return text.replaceAll(/[«»“”„]/g, '"');
}

/** In the order in which one meets them in the file. */
export const fileRules = ['only-counts', 'marks', 'exactly', 'zero', 'small', 'totals', 'once', 'leave', 'back'] as const;

/** In the order in which one meets them on the page, where the marks are words. */
export const pageRules = ['only-counts', 'words', 'exactly', 'zero', 'small', 'totals', 'once'] as const;
