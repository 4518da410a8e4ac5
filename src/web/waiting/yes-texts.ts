/** What a yes to an offer means for the time the place is held, in both languages. */
import { catalogue } from '../ui/language.ts';

export const yesTexts = catalogue(
  {
    hint: 'Siger I ja nu, holdes pladsen til hende til {until}: tiden bliver ikke kortere, og der er mindst {minutes} minutter. Kommunens visitator bekræfter den inden da. Svarer ingen på tilbuddet inden {when}, går det videre til den næste, og hun beholder sit nummer.',
    both: 'Tilbuddet lovede hende pladsen til {promised}. Den holdes til {until}.',
    confirmBy: 'Kommunens visitator skal bekræfte pladsen senest {until}.',
    otherwise:
      'Bekræftes den ikke inden da, gives den fri og tilbydes den næste. Hun beholder sit nummer, og afdelingen spørges igen for hende om et døgn.',
    held: 'Pladsen holdes.',
    isConfirmed: 'Pladsen er bekræftet.',
  },
  {
    hint: 'If you say yes now, the place is held for her until {until}: the time gets no shorter, and there are at least {minutes} minutes. The municipality’s decision maker confirms it before then. If nobody answers the offer before {when}, it goes on to the next, and she keeps her number.',
    both: 'The offer promised her the place until {promised}. It is held until {until}.',
    confirmBy: 'The municipality’s decision maker must confirm the place by {until}.',
    otherwise:
      'If it is not confirmed by then, it is let go and offered to the next. She keeps her number, and the unit is asked again for her after a day.',
    held: 'The place is held.',
    isConfirmed: 'The place is confirmed.',
  },
);
