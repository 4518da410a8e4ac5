/** How a yes to an offer is taken back, said where one looks for it; in both languages. */
import { catalogue } from '../ui/language.ts';

export const takeBackTexts = catalogue(
  {
    held: 'Et ja tages tilbage ved at give pladsen fri på siden om hendes plads. Hun venter igen fra samme dag og mister ingen point; afdelingen spørges igen for hende efter et døgn.',
    confirmed:
      'Pladsen er bekræftet. Den tages tilbage ved at trække bekræftelsen tilbage på siden om hendes plads, med en grund. Hun venter igen fra samme dag og mister ingen point.',
  },
  {
    held: 'A yes is taken back by giving the place free on the page about her place. She waits again from the same day and loses no points; the unit is asked again for her after a day and a night.',
    confirmed:
      'The place is confirmed. It is taken back by withdrawing the confirmation on the page about her place, with a reason. She waits again from the same day and loses no points.',
  },
);
