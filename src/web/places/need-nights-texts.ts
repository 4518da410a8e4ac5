/** On which nights a need holds, said beside it; in both languages. */
import { catalogue } from '../ui/language.ts';

export const needNightsTexts = catalogue(
  { from: 'fra {from}', until: 'til {to}', both: 'fra {from} til {to}', label: '{when}: {need}', phrase: '{need} {when}' },
  { from: 'from {from}', until: 'until {to}', both: 'from {from} until {to}', label: '{when}: {need}', phrase: '{need} {when}' },
);
