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
} as const;

const english: Readonly<Record<keyof typeof danish, string>> = {
  'only-counts': 'Write numbers of women only: no names, CPR numbers or anything else about one of them.',
  marks: 'Each line is one combination of lists. 1 means that the women are on the list, 0 that they are not.',
  words: 'Each line is one combination of lists. «Yes» means that the women are on the list, a dash that they are not.',
  exactly: 'Write in the last column how many are on exactly those lists and on none of the others.',
  zero: 'Write 0 if there is nobody. An empty field means that the count is missing, and then the form cannot be read.',
  small: 'If there are 1, 2, 3 or 4, write «1 to 4». If it must not be seen either that there is nobody, write «0 to 4».',
  totals: 'Do not send the totals of the lists with the form: a hidden count could be worked out from them.',
  once: 'Count each woman once. Use the same definition and period on all lists, and link within the same pregnancy. Women on none of the lists are not counted.',
  leave: 'Do not change the other columns, and delete no lines.',
  back: 'Save as CSV and send the file to the one who asked for it. Lines that begin with # are read by people only.',
  define: 'The list «{list}»: who is on it, which period and reference day, who drew it and when?',
  count: 'count',
};

export const requestFormTexts = catalogue(danish, english);

/** Whether a line above a table is one that the form says itself, in either language, with nothing added. */
export function isRuleOfForm(line: string): boolean {
  const rules = fileRules.flatMap((rule) => [danish[rule], english[rule]]);
  return rules.includes(line) || /^(Listen|The list) «[^»]*»: (hvem står på den|who is on it),[^?]*\?$/.test(line);
}

/** In the order in which one meets them in the file. */
export const fileRules = ['only-counts', 'marks', 'exactly', 'zero', 'small', 'totals', 'once', 'leave', 'back'] as const;
