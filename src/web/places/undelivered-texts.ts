/** Reminders that did not arrive, in both languages. */
import { catalogue } from '../ui/language.ts';

export const undeliveredTexts = catalogue(
  {
    heading: 'Påmindelser, der ikke kom frem',
    intro:
      'Afdelingen blev ikke mindet om at bekræfte sine pladser. Bekræft dem ved at logge ind, og ret modtagerens adresse, hvis den er forkert. Der skrives en ny påmindelse efter et døgn, hvis den stadig er nødvendig.',
    unit: 'Afdeling',
    written: 'Skrevet',
    to: 'Til',
    reason: 'Hvorfor',
    refused: 'Mailserveren afviste modtageren eller beskeden',
    'not-in-time': 'Mailserveren tog ikke imod beskeden, før linket i den udløb',
    attempts: '{attempts, plural, one {# forsøg} other {# forsøg}}, det sidste {ended}',
    code: 'serverens svar: {code}',
  },
  {
    heading: 'Reminders that did not arrive',
    intro:
      'The unit was not reminded to confirm its places. Confirm them by logging in, and mend the receiver’s address if it is wrong. A new reminder is written after a day and a night, if it is still needed.',
    unit: 'Unit',
    written: 'Written',
    to: 'To',
    reason: 'Why',
    refused: 'The mail server refused the receiver or the message',
    'not-in-time': 'The mail server did not take the message before its link died',
    attempts: '{attempts, plural, one {# attempt} other {# attempts}}, the last {ended}',
    code: 'the server’s answer: {code}',
  },
);
