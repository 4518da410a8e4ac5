/** The words of the work list. */
import { catalogue } from '../ui/language.ts';

export const workTexts = catalogue(
  {
    title: 'Mit arbejde',
    intro:
      '{count, plural, =0 {Der er intet, som venter.} one {Et forløb venter på noget.} other {# forløb venter på noget.}} {mine, plural, =0 {Intet af det er dit.} one {Ét skridt er dit.} other {# skridt er dine.}}',
    introPage:
      '{total, number} forløb venter på noget. {mine, plural, =0 {Intet på denne side er dit.} one {Ét skridt på denne side er dit.} other {# skridt på denne side er dine.}}',
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
    intro:
      '{count, plural, =0 {Nothing is waiting.} one {One pathway is waiting for something.} other {# pathways are waiting for something.}} {mine, plural, =0 {None of it is yours.} one {One step is yours.} other {# steps are yours.}}',
    introPage:
      '{total, number} pathways are waiting for something. {mine, plural, =0 {Nothing on this page is yours.} one {One step on this page is yours.} other {# steps on this page are yours.}}',
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
