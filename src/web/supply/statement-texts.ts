/** The sections of the form in which a unit states its qualification, in both languages. */
import { catalogue } from '../ui/language.ts';

export const statementTexts = catalogue(
  {
    contents: 'Afsnit på denne side',
    section: '{name}: {stated} af {of} oplyst',
    save: 'Gem nederst',
  },
  {
    contents: 'Sections on this page',
    section: '{name}: {stated} of {of} stated',
    save: 'Save at the bottom',
  },
);
