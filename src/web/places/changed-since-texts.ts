/** That a unit's supply was changed after its capacity was confirmed, in both languages. */
import { catalogue } from '../ui/language.ts';

export const changedSinceTexts = catalogue(
  {
    since: '{confirmed}; ændret siden, senest {ago}',
    sinceBy: '{confirmed}; ændret siden, senest {ago} af {by} ({what})',
  },
  {
    since: '{confirmed}; changed since, last {ago}',
    sinceBy: '{confirmed}; changed since, last {ago} by {by} ({what})',
  },
);
