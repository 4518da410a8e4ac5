/** What the page of the hidden number says of the table that it was given. */
export const givenDanish = {
  more: '{more} til',
  told: 'Sådan er listerne defineret',
  toldSays: 'Det stod over tabellen, da den kom tilbage, i ordene fra dem, der har udfyldt den.',
  'problem.cpr': 'Linje {line}: Her står noget, der ligner et CPR-nummer. Fjern det; intet er gemt.',
  'problem.too-long': 'Linje {line}: Der står for meget over tabellen. Skriv kort, hvem der er på hver liste.',
  missing:
    '{count, plural, one {Linjen for {lists} mangler.} other {Linjerne for {lists} mangler.}} Skriv 0, hvis ingen står der, eller et spænd, hvis antallet er ukendt.',
} as const;

export const givenEnglish: Readonly<Record<keyof typeof givenDanish, string>> = {
  more: '{more} more',
  told: 'How the lists are defined',
  toldSays: 'It stood above the table when it came back, in the words of those who filled it in.',
  'problem.cpr': 'Line {line}: Something here looks like a civil number (CPR). Remove it; nothing is kept.',
  'problem.too-long': 'Line {line}: There is too much above the table. Write briefly who is on each list.',
  missing:
    '{count, plural, one {The line for {lists} is missing.} other {The lines for {lists} are missing.}} Write 0 if nobody is there, or a range if the count is not known.',
};
