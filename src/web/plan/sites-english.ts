/** What the page of where units should be says in English. The keys are the Danish ones. */
import type { sitesDanish } from './sites-danish.ts';

export const sitesEnglish: { readonly [Key in keyof typeof sitesDanish]: string } = {
  title: 'Where should the units be?',
  intro:
    'Nobody knows which estimate is right. For each estimate here is the set of sites with the shortest travel when each unit must be able to reach three admissions in 90% of the years, and what it would cost in travel if another estimate were right.',
  working: 'The sites are being worked out. Up to five sites it takes some seconds; eight can take a few minutes.',
  least:
    'When nobody knows which estimate is right, the safest choice is {sites}: travel is at most {minutes} min. longer than it could be. It is chosen among the sets of sites that most estimates can carry.',
  bestUnder: 'Under {women} women a year, {sites} give the shortest travel that can be carried: {minutes} min. on average.',
  noneUnder: 'Under {women} women a year, no set of sites can be carried.',
  none: 'No set of sites can keep the demand.',
  caption: 'The best set of each estimate, and how much longer the journey is if another estimate is the right one',
  set: 'Best if there are',
  sites: 'Sites',
  under: '{women} women',
  women: '{women} women a year',
  minutes: '{minutes} min.',
  regret: '+{minutes}',
  cannot: 'cannot be carried',
  tableText:
    'A set is carried when the middle of the estimate can be shared so that each unit gets the mean that gives three admissions in 90 % of the years; the other pages reckon for each end of the estimate. Mean travel by car; after + stands how much longer it is than it could be under that estimate.',
  leastName: 'The safest choice',
  travel: 'If every travel time is up to 20% off',
  travelText: 'The travel times are a rough model. Each time can be off by itself.',
  open: 'Number of sites',
  ask: 'Number of sites',
  upTo: 'At most so many sites',
  upToHint: 'From one to {most}: so far all sets can be gone through, and the answer proven.',
  show: 'Work out',
  openCount: '{count, plural, one {# site} other {# sites}}',
  best: 'Shortest travel',
  stays: 'Is it still the best?',
  staysYes: 'yes, within 20%',
  staysNo:
    'another set may be better as soon as the times are {share}% off; {others, plural, one {one other set} other {# other sets}} may be within 20%',
  staysTied:
    'cannot be told: {sites} is as good as equally good{alike, plural, =0 {} one {, and so is one more set} other {, and so are # more sets}}. Times that are less than 1% wrong are enough to change the order; within 20% {others, plural, one {one other set} other {# other sets}} can be best',
  unknown: 'too many sets to go through them all',
  assumptions: 'How it is worked out',
  assumption: 'assumption',
  'assume.sites':
    'Units can be in the {count} municipalities that are assumed to have a hospital where children are born: {hospitals}. The list was written down on {asOf} without a source and is to be held against the specialty plan of Sundhedsstyrelsen; whether the places could have a unit has not been examined.',
  'assume.open': 'At most {open} sites are opened.',
  'assume.births':
    'The women live where the children are born, in the middle of each estimate. They can be divided so that each unit has enough.',
};
