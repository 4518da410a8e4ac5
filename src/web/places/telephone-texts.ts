/** Whom one rings, in both languages. */
import { catalogue } from '../ui/language.ts';

export const telephoneTexts = catalogue(
  {
    ring: 'Ring',
    ringLink: 'Telefon',
    none: 'intet nummer oplyst',
    heading: 'Telefon',
    intro: 'Nummeret gælder hele døgntilbuddet og ses af alle, der søger plads eller har en kvinde hos jer.',
    number: 'Telefonnummer',
    hint: 'Otte cifre, eller + og landekode. Tomt: intet nummer.',
    save: 'Gem nummeret',
    saved: 'Nummeret er gemt.',
    fault: 'Skriv et nummer på otte cifre, eller + og landekode',
    notSeen: 'Skemaet sagde ikke, hvilket nummer det viste, og der står intet nummer nu. Gem igen, så står dit.',
    changedMeanwhile:
      'Nummeret er ændret, siden du åbnede skemaet: {number}, skrevet {when} af {who}. Skal dit gælde i stedet, så gem igen.',
    history: 'Numre før',
    change: '{number}, skrevet {when} af {who}',
    removed: 'intet nummer',
  },
  {
    ring: 'Ring',
    ringLink: 'Telephone',
    none: 'no number given',
    heading: 'Telephone',
    intro: 'The number is for the whole facility and is seen by all who seek a place or have a woman with you.',
    number: 'Telephone number',
    hint: 'Eight digits, or + and the country code. Empty: no number.',
    save: 'Save the number',
    saved: 'The number is saved.',
    fault: 'Write a number of eight digits, or + and the country code',
    notSeen: 'The form did not say which number it showed, and no number stands now. Save again, and yours will.',
    changedMeanwhile:
      'The number was changed since you opened the form: {number}, written {when} by {who}. If yours is to hold instead, save again.',
    history: 'Earlier numbers',
    change: '{number}, written {when} by {who}',
    removed: 'no number',
  },
);
