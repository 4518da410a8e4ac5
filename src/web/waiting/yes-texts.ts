/** What a yes to an offer means for the time the place is held, in both languages. */
import { catalogue } from '../ui/language.ts';

export const yesTexts = catalogue(
  {
    hint: 'Tilbuddet gælder til {when}. Siger I ja nu, er pladsen jeres til {until}: tiden bliver ikke kortere, og der er mindst {minutes} minutter til at bekræfte den.',
    both: 'Tilbuddet lovede hende pladsen til {promised}. Den holdes til {until}.',
  },
  {
    hint: 'The offer stands until {when}. If you say yes now, the place is yours until {until}: the time gets no shorter, and there are at least {minutes} minutes to confirm it.',
    both: 'The offer promised her the place until {promised}. It is held until {until}.',
  },
);
