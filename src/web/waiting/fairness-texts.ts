/** What the report of fairness concludes, in both languages. */
import { catalogue } from '../ui/language.ts';

export const fairnessTexts = catalogue(
  {
    heading: 'Det viser tallene',
    'view.band': 'hastegrad',
    'view.size': 'kommunens størrelse',
    'view.region': 'region',
    'uneven.placed':
      'Ulige efter {view}: de {longCount} i gruppen {long} ventede typisk {longDays} dage, før de fik en plads, mod {shortDays} dage for de {shortCount} i gruppen {short}.',
    'uneven.waiting':
      'Ulige efter {view}: de {longCount} i gruppen {long}, der venter nu, har typisk ventet {longDays} dage, mod {shortDays} dage for de {shortCount} i gruppen {short}.',
    'even.placed': 'Efter {view}: de {counted}, der har fået en plads, ventede nogenlunde lige længe i de grupper, der kan sammenlignes.',
    'even.waiting': 'Efter {view}: de {counted}, der venter nu, har ventet nogenlunde lige længe i de grupper, der kan sammenlignes.',
    'even.band.placed':
      'Efter hastegrad: de, det hastede mest for, blandt de {counted}, der har fået en plads, ventede ikke længere end dem, det hastede mindre for.',
    'even.band.waiting':
      'Efter hastegrad: de, det haster mest for, blandt de {counted}, der venter nu, har ikke ventet længere end dem, det haster mindre for.',
    tooFew: 'For få til at sige noget: {what}.',
    'whom.placed': 'dem, der har fået en plads, efter {views}',
    'whom.waiting': 'dem, der venter nu, efter {views}',
    'passed.none': 'Ingen, det hastede mere for, er gået forbi.',
    'passed.fewer-than': 'En plads er holdt forbi en, det hastede mere for, færre end {than} gange.',
    'passed.counted': 'En plads er holdt forbi en, det hastede mere for, {times} gange; {passed} blev gået forbi i alt.',
    protection:
      'Sætningerne nævner ingen gruppe på færre end {least} kvinder og kan siges videre. Tabellerne nedenfor har små tal og må ikke sendes videre. En forskel siges fra {days} dage (udgave {edition}).',
    tables: 'Tallene bag',
  },
  {
    heading: 'What the numbers show',
    'view.band': 'urgency',
    'view.size': 'size of the municipality',
    'view.region': 'region',
    'uneven.placed':
      'Uneven by {view}: the {longCount} in the group {long} typically waited {longDays} days before they were given a place, against {shortDays} days for the {shortCount} in the group {short}.',
    'uneven.waiting':
      'Uneven by {view}: the {longCount} in the group {long} who wait now have typically waited {longDays} days, against {shortDays} days for the {shortCount} in the group {short}.',
    'even.placed': 'By {view}: the {counted} who were given a place waited about as long in the groups that can be compared.',
    'even.waiting': 'By {view}: the {counted} who wait now have waited about as long in the groups that can be compared.',
    'even.band.placed': 'By urgency: the most urgent of the {counted} who were given a place did not wait longer than the less urgent.',
    'even.band.waiting': 'By urgency: the most urgent of the {counted} who wait now have not waited longer than the less urgent.',
    tooFew: 'Too few to say anything: {what}.',
    'whom.placed': 'those who were given a place, by {views}',
    'whom.waiting': 'those who wait now, by {views}',
    'passed.none': 'Nobody more urgent was passed.',
    'passed.fewer-than': 'A place was held past somebody more urgent fewer than {than} times.',
    'passed.counted': 'A place was held past somebody more urgent {times} times; {passed} were passed in all.',
    protection:
      'The sentences name no group of fewer than {least} women and can be passed on. The tables below have small numbers and must not be. A difference is said from {days} days on (edition {edition}).',
    tables: 'The numbers behind',
  },
);
