/** What the overviews say of units whose capacity was not confirmed within the limit, and how their tables are read; in both languages. */
import { catalogue } from '../ui/language.ts';

export const staleTexts = catalogue(
  {
    ringFirst: '{confirmed}: ring først',
    ringNames: 'Ikke bekræftet det seneste døgn, så ring først: {names}.',
    allFresh: 'Alle afdelinger, der vises, har bekræftet deres pladser det seneste døgn.',
    key: 'Sådan læses tabellen',
    'key.stale': 'grå: ikke bekræftet det seneste døgn, ring først',
    'key.none': 'skraveret: ingen ledig plads',
    'key.one': 'hvid: én ledig plads',
    'key.more': 'grøn og fed: to ledige pladser eller flere',
    scroll: 'Tabellen viser {weeks} uger og rulles sidelæns, også med piletasterne, når den er valgt.',
  },
  {
    ringFirst: '{confirmed}: ring first',
    ringNames: 'Not confirmed in the last day and night, so ring first: {names}.',
    allFresh: 'All the units that are shown have confirmed their places in the last day and night.',
    key: 'How to read the table',
    'key.stale': 'grey: not confirmed in the last day and night, ring first',
    'key.none': 'hatched: no free place',
    'key.one': 'white: one free place',
    'key.more': 'green and bold: two free places or more',
    scroll: 'The table shows {weeks} weeks and scrolls sideways, also with the arrow keys when it is chosen.',
  },
);
