/** Reminders that did not arrive, in both languages. */
import { catalogue } from '../ui/language.ts';

export const undeliveredTexts = catalogue(
  {
    heading: 'Påmindelser, der ikke kom frem',
    intro:
      'Disse påmindelser nåede ikke afdelingen. Er pladserne ikke bekræftet siden, så bekræft dem ved at logge ind, og ret modtagerens adresse, hvis den er forkert. Der skrives en ny påmindelse efter et døgn, hvis den stadig er nødvendig.',
    unit: 'Afdeling',
    written: 'Skrevet',
    to: 'Til',
    reason: 'Hvorfor',
    refused: 'Mailserveren afviste modtageren eller beskeden',
    'not-in-time': 'Beskeden kom ikke af sted, før linket i den udløb',
    confirmed: 'Afdelingen bekræftede sine pladser, før beskeden blev sendt, så der var ikke mere at minde om',
    attempts: '{attempts, plural, =0 {ikke sendt, opgivet {ended}} other {# forsøg, det sidste {ended}}}',
    code: 'serverens svar: {code}',
  },
  {
    heading: 'Reminders that did not arrive',
    intro:
      'These reminders did not reach the unit. If its places have not been confirmed since, confirm them by logging in, and mend the receiver’s address if it is wrong. A new reminder is written after a day and a night, if it is still needed.',
    unit: 'Unit',
    written: 'Written',
    to: 'To',
    reason: 'Why',
    refused: 'The mail server refused the receiver or the message',
    'not-in-time': 'The message did not get away before its link died',
    confirmed: 'The unit confirmed its places before the message was sent, so that there was nothing left to remind of',
    attempts: '{attempts, plural, =0 {not sent, given up {ended}} one {# attempt, the last {ended}} other {# attempts, the last {ended}}}',
    code: 'the server’s answer: {code}',
  },
);
