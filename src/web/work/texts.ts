/** The words of the work list. */
import { catalogue } from '../ui/language.ts';

export const workTexts = catalogue(
  {
    title: 'Mit arbejde',
    'group.overdue': 'Overskredet',
    'group.today': 'I dag',
    'group.week': 'Denne uge',
    'group.later': 'Senere',
    'group.others': 'Venter på andre',
    caption: '{group}: {count}',
    emptyToday: 'Intet venter på dig i dag.',
    who: 'Hvem',
    pregnancy: 'Graviditet',
    level: 'Indsats',
    next: 'Næste skridt',
    by: 'Hvornår',
    waitsFor: 'Venter på',
  },
  {
    title: 'My work',
    'group.overdue': 'Overdue',
    'group.today': 'Today',
    'group.week': 'This week',
    'group.later': 'Later',
    'group.others': 'Waiting for others',
    caption: '{group}: {count}',
    emptyToday: 'Nothing is waiting for you today.',
    who: 'Who',
    pregnancy: 'Pregnancy',
    level: 'Care',
    next: 'Next step',
    by: 'When',
    waitsFor: 'Waiting for',
  },
);
