/** What the page of the hidden number says of the table that it was given. */
export const givenDanish = {
  missing:
    '{count, plural, one {Linjen for {lists} mangler.} other {Linjerne for {lists} mangler.}} Skriv 0, hvis ingen står der, eller et spænd, hvis antallet er ukendt.',
  'answer.wide': 'Et sted mellem {low} og {high}, alt efter hvilken metode og hvilken antagelse man tror på.',
  'answer.open': 'Listerne kan ikke afgøre det: fra {low} til {high} passer.',
} as const;

export const givenEnglish: Readonly<Record<keyof typeof givenDanish, string>> = {
  missing:
    '{count, plural, one {The line for {lists} is missing.} other {The lines for {lists} are missing.}} Write 0 if nobody is there, or a range if the count is not known.',
  'answer.wide': 'Somewhere between {low} and {high}, depending on which method and which assumption one believes.',
  'answer.open': 'The lists cannot decide it: from {low} to {high} fits.',
};
