/** On which nights a need holds, said beside it; in both languages. */
import { catalogue } from '../ui/language.ts';

export const needNightsTexts = catalogue(
  {
    from: 'fra {from}',
    until: 'til {to}',
    both: 'fra {from} til {to}',
    label: '{when}: {need}',
    phrase: '{need} {when}',
    everyNight: '{need} alle nætter',
    everyNightLabel: 'Har hun brug for det hele opholdet?',
    everyNightHint: 'Ellers regnes der med det {when}. Brug for det hele opholdet lukker for pladser, hun kan flytte fra undervejs.',
  },
  {
    from: 'from {from}',
    until: 'until {to}',
    both: 'from {from} until {to}',
    label: '{when}: {need}',
    phrase: '{need} {when}',
    everyNight: '{need} every night',
    everyNightLabel: 'Does she need it all through the stay?',
    everyNightHint: 'Else it is reckoned with {when}. Needing it all through closes places that she could move on from.',
  },
);
