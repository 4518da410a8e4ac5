/** What is wrong with a table of counts, in Danish; the English sentences are the domain's own. */
import type { TableProblemCode } from '../../domain/estimation/table-problem.ts';

/** What is wrong with a table, as it stands after «Linje 2, felt 3:». */
export const tableProblemDanish: Readonly<Record<TableProblemCode, string>> = {
  empty: 'Tabellen er tom.',
  'no-lines': 'Der er en overskrift, men ingen linjer med antal under den.',
  'last-column': 'Den sidste kolonne hedder «{name}». Den skal hedde «antal» eller «count».',
  'no-list': 'Der står ingen liste før kolonnen med antal.',
  'many-lists': 'Der er {lists} lister. Der kan højst være {most}.',
  'no-name': 'En liste har intet navn.',
  'same-name': 'To lister hedder «{name}».',
  fields: 'Linjen har {fields} felter, men overskriften har {expected}.',
  'not-a-mark': 'Der står «{text}». Skriv 1, hvis kvinderne står på listen, og ellers 0.',
  'no-count': 'Antallet mangler. Skriv 0, hvis der ingen er.',
  'not-a-count': 'Der står «{text}». Skriv et helt antal, for eksempel 7, eller grænserne for det, for eksempel 1-4 eller 0-25.',
  'a-date': 'Der står «{text}». Det ligner en dato, som regnearket har lavet af et spænd. Skriv «1 til 4» i stedet for 1-4.',
  'separated-thousands': 'Der står «{text}». Skriv tallet uden punktum eller mellemrum: {plain}.',
  'comma-thousands': 'Der står «{text}». Mener I tusinder, så skriv tallet uden komma: {plain}. Et antal kvinder har ingen decimaler.',
  'comma-splits':
    'Linjen har {fields} felter, men overskriften har {expected}. «{text}» læses som flere felter. Mener I tusinder, så skriv tallet uden komma: {plain}.',
  'only-a-bound':
    'Der står «{text}», som kun siger, at antallet er lille. Skriv det mindste og det største, det kan være: «0 til {high}», eller «1 til {high}», hvis I ved, at der er mindst én.',
  'not-a-whole-count': 'Der står «{text}». Skriv et helt antal.',
  'many-persons': 'Antallene giver tilsammen mere end {most} kvinder.',
  unseen: 'Kvinder, der ikke står på nogen liste, kan ikke tælles. Slet linjen.',
  twice: 'De samme lister står også på linje {line}.',
  'open-quote': 'Et anførselstegn er åbnet og ikke lukket.',
  'after-quote': 'Efter det lukkede anførselstegn står «{text}».',
  'frequency-header': 'Overskriften er «{text}». Den skal være «times,count».',
  'not-times': 'Der står «{text}». Skriv, hvor mange gange, fra 1.',
  'times-twice': '{times} gange står to gange.',
};
