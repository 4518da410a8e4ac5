/** What the page of demand from the register says in English. */
import type { registerDanish } from './register-danish.ts';

export const registerEnglish: { readonly [Key in keyof typeof registerDanish]: string } = {
  title: 'Demand from the register',
  intro:
    'These are the shielded numbers of the whole country that Samløb has counted itself, year by year. They say how many are registered, not how many are in need. Persons and numbers below 5 are not shown.',
  definition: 'What is counted',
  years: 'Years back',
  show: 'Show',
  caption: 'Shielded numbers, the whole country',
  year: 'Year',
  count: 'Women',
  can: 'Can be',
  hidden: 'hidden',
  hiddenRange: '{least}–{most}',
  exact: 'the number shown',
  missing: 'none',
  none: 'There are no shielded numbers of whole years yet, so there is nothing to work out a demand from.',
  unusable: 'The numbers of {years} cannot be used, because some women have no municipality.',
  next: 'Next year, if all is as in those years',
  nextSentence:
    'With a chance of 90%, between {low} and {high} women are registered next year; the middle is {middle}. Hidden numbers are reckoned as all that they can be.',
  chance: 'The distribution of next year’s count',
  women: 'Women next year',
  probability: 'Chance',
  orMore: '{count} or more',
  orFewer: '{count} or fewer',
  source: 'Source',
  asOf: 'As of',
  edition: 'Definition',
  use: 'Use as an estimate in a scenario',
  useText:
    'The estimate becomes {range} women a year: the mean that the numbers come from, with a chance of 90%. The chance from year to year is added by the simulation itself.',
  proposal: 'Begin from',
  open: 'Open a new scenario with the estimate',
  again: 'Run a scenario again',
  againText:
    'A scenario that you have saved can be run again with the new numbers of the register. The estimate from the same numbers last time is replaced; the new version says what has changed, and the old one can still be seen.',
  againWhich: 'Scenario',
  againOpen: 'Open the next version with the estimate',
  comes: 'A year is counted when it is over: the numbers of {year} come from {day}.',
  'estimate.name': 'The register: {title}',
  'estimate.source': '{title}, shielded numbers of the whole country {from}–{to}, {source}, as of {asOf}, {edition}',
  carry: 'Use in a scenario',
  'carry.source': '{basis}; 90% of the mean, from the page of next year’s demand, taken {day}',
  'carry.full': 'The scenario has {most} estimates already. Remove one, and take the estimate again.',
};
