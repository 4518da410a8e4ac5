/** What the page of where units should be says in English. The keys are the Danish ones. */
import type { sitesDanish } from './sites-danish.ts';

export const sitesEnglish: { readonly [Key in keyof typeof sitesDanish]: string } = {
  title: 'Where should the units be?',
  intro:
    'Nobody knows which estimate is right. For each estimate here is the set of sites with the shortest travel when each unit must be able to reach three admissions in 90% of the years, and what it would cost in travel if another estimate were right.',
  working: 'The sites are being worked out. Up to five sites it takes some seconds; eight can take a few minutes.',
  least:
    '{max, plural, one {Only one site was asked for, and whether there are places enough is not reckoned with.} other {When nobody knows which estimate is right, {ruled, select, none {{count, plural, one {one site loses} other {# sites lose}} least in travel. There are women enough for {count, plural, one {it} other {them}} under most estimates, and the journey} other {the answer is {count, plural, one {one site} other {# sites}}. That is not because least is lost in travel, but because the other sets that give the shortest journeys are ruled out: at {ruled} women a year there are not women enough for them. The journey}} is at most about {minutes} minutes longer than it could be. Whether there is room for all is not reckoned with; that stands on the page of planning.}} {verdict, select, stays {By the travel times it should be {sites}.} likely {By the travel times it should probably be {sites}.} undecided {Where it should be, the travel times cannot tell: {sites} gives the shortest journey in the model, but {others} may be as good.} other {Here {sites} is reckoned with.}}',
  bestUnder:
    'If there are {women} women a year and at most {max, plural, one {one site is} other {# sites are}} opened, {count, plural, one {one site gives} other {# sites give}} the shortest journey that there are women enough for: {sites}. The journey is {minutes} on average in the model.',
  noneUnder: 'If there are {women} women a year, there are not women enough for any set of sites.',
  none: 'No set of sites can keep the demand.',
  caption: 'The best set of each estimate, and how much longer the journey is if another estimate is the right one',
  set: 'Best if there are',
  sites: 'Sites',
  under: '{women} women',
  women: '{women} women a year',
  regret: '(+{minutes} min.)',
  cannot: 'not women enough',
  tableText:
    'Women enough means here that the middle of the estimate can be shared so that each unit gets the mean that gives three admissions in 90 % of the years. Some may then have to travel past the nearest unit. The other pages reckon for each end of the estimate too. After + stands how much longer the journey is than the shortest under that estimate. All times are rounded to 5 minutes.',
  leastName: 'Least travel lost among the sets with women enough under most estimates (places not reckoned with)',
  shortlist: 'Try the best sites in the simulation',
  shortlistText:
    'A short journey is not all: a site may get too few women, or some may have to wait. Here are the {count} {open, plural, one {sites} other {sets of # sites}} with the shortest travel in the model. The simulation lets the same women come to them all, so that what is due to chance falls out of the difference. Where the difference is too small to tell them apart, that is said there.',
  shortlistAssumed:
    'Each unit has {places} places and is otherwise as in the agency’s proposal, so that the sets differ by their sites alone.',
  shortlistSets: 'Sets of sites',
  shortlistHint: 'Choose two to {most}. After the colon stands the mean journey by car, one way.',
  shortlistSet: '{sites}: {minutes}',
  shortlistWork: 'Simulate them with the same women',
  travel: 'Can the travel times tell where the sites should be?',
  travelText:
    'The travel times are a rough model without a road network. Against 41 known driving times the error is {usual} % on average and {worst} % in the worst case. Tried here is what it does that each time by itself is {usual} % off, and that it is up to {off} % off.',
  open: 'Number of sites',
  ask: 'Number of sites',
  upTo: 'At most so many sites',
  upToHint: 'From one to {most}: so far all sets can be gone through, and the answer proven.',
  show: 'Work out',
  openCount: '{count, plural, one {# site} other {# sites}}',
  best: 'Shortest travel in the model',
  stays: 'Is it settled?',
  staysYes: 'yes, also if each time is up to 20 % off',
  staysLikely: 'probably: another set can be best only when the times are more than {share} % off{within}',
  staysUndecided: 'no: with an error that the times usually have, {others} may be as good{within}',
  within:
    '. If each time is up to {off} % off, {many, select, yes {many} other {{count}}} other {of, plural, one {{one, select, yes {site} other {sites}}} other {{one, select, yes {set} other {sets}}}} may be the best',
  many: '{count} other {of, plural, one {sites} other {sets}} ({sites} first)',
  more: 'many other {of, plural, one {sites} other {sets}} ({sites} first)',
  unknown: 'too many sets to go through them all',
  assumptions: 'How it is worked out',
  assumption: 'assumption',
  'assume.sites':
    'Units can be in the {count} municipalities that are assumed to have a hospital where children are born: {hospitals}. The list was written down on {asOf} without a source and is to be held against the specialty plan of Sundhedsstyrelsen; whether the places could have a unit has not been examined.',
  'assume.open': 'At most {open} sites are opened.',
  'assume.births':
    'The women live where the children are born, in the middle of each estimate. They can be divided so that each unit has enough.',
};
