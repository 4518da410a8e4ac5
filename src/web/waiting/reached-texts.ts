/** How far the places of those who left the list have come, in both languages. */
import { catalogue } from '../ui/language.ts';

export const reachedTexts = catalogue(
  {
    caption: 'Hvor langt de er med en plads',
    step: 'Skridt',
    'reached.offered': 'Har et tilbud, der ikke er svaret på (venter stadig)',
    'reached.held': 'Har sagt ja: en plads holdes',
    'reached.confirmed': 'Pladsen er bekræftet',
    'reached.admitted': 'Er indskrevet',
    heldCount: 'Plads holdes',
    definition:
      'Har fået plads: pladsen er bekræftet, eller hun er indskrevet. Et ja til et tilbud holder kun en plads, og står for sig. Ventetiden tælles til den dag, der blev sagt ja (udgave {edition}).',
  },
  {
    caption: 'How far they have come with a place',
    step: 'Step',
    'reached.offered': 'Has an offer that is not answered (still waits)',
    'reached.held': 'Said yes: a place is held',
    'reached.confirmed': 'The place is confirmed',
    'reached.admitted': 'Is admitted',
    heldCount: 'Place held',
    definition:
      'Given a place: the place is confirmed, or she is admitted. A yes to an offer only holds a place, and stands apart. The wait is counted to the day of the yes (edition {edition}).',
  },
);
