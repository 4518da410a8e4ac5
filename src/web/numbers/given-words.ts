/** What the page of the hidden number says of the table that it was given. */
export const givenDanish = {
  more: '{more} til',
  missing:
    '{count, plural, one {Linjen for {lists} mangler.} other {Linjerne for {lists} mangler.}} Skriv 0, hvis ingen står der, eller et spænd, hvis antallet er ukendt.',
} as const;

export const givenEnglish: Readonly<Record<keyof typeof givenDanish, string>> = {
  more: '{more} more',
  missing:
    '{count, plural, one {The line for {lists} is missing.} other {The lines for {lists} are missing.}} Write 0 if nobody is there, or a range if the count is not known.',
};
