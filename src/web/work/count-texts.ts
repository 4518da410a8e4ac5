/** What stands on the work list, counted in one sentence: the numbers of its parts, whose sum is the lines that are listed. */
import { catalogue } from '../ui/language.ts';

export const countTexts = catalogue(
  {
    nothing: 'Der er intet, som venter.',
    sum: '{lines, plural, one {Her står én linje} other {Her står # linjer}}: {parts}.',
    sumPage:
      '{lines, plural, one {På denne side står én linje} other {På denne side står # linjer}}: {parts}. I alt deltager I i {total, number} forløb, der ikke er afsluttet.',
    offers: '{count, plural, one {ét tilbud om plads at svare på} other {# tilbud om plads at svare på}}',
    steps: '{count, plural, one {ét skridt i et forløb er dit} other {# skridt i forløb er dine}}',
    away: '{count, plural, one {én er på orlov} other {# er på orlov}}',
    arriving: '{count, plural, one {én kvinde ventes hos jer} other {# kvinder ventes hos jer}}',
    places: '{count, plural, one {ét forhold om pladser og ophold at se på} other {# forhold om pladser og ophold at se på}}',
    others: '{count, plural, one {ét venter på andre} other {# venter på andre}}',
    and: '{before} og {last}',
    offered: '{name}: en plads er tilbudt hende fra {day}, {place}',
    held: '{name}: en plads er holdt til hende fra {day}, {place}',
    stepsCaption: 'Skridt i forløb: {count}',
  },
  {
    nothing: 'Nothing is waiting.',
    sum: '{lines, plural, one {There is one line here} other {There are # lines here}}: {parts}.',
    sumPage:
      '{lines, plural, one {There is one line on this page} other {There are # lines on this page}}: {parts}. In all you take part in {total, number} pathways that have not ended.',
    offers: '{count, plural, one {one offer of a place to answer} other {# offers of a place to answer}}',
    steps: '{count, plural, one {one step in a pathway is yours} other {# steps in pathways are yours}}',
    away: '{count, plural, one {one is on leave} other {# are on leave}}',
    arriving: '{count, plural, one {one woman is expected with you} other {# women are expected with you}}',
    places: '{count, plural, one {one matter of places and stays to look at} other {# matters of places and stays to look at}}',
    others: '{count, plural, one {one waits for others} other {# wait for others}}',
    and: '{before} and {last}',
    offered: '{name}: a place is offered her from {day}, {place}',
    held: '{name}: a place is held for her from {day}, {place}',
    stepsCaption: 'Steps in pathways: {count}',
  },
);
