/** What a unit's list says of why one who waits has her urgency. In both languages. */
import { catalogue } from '../ui/language.ts';

export const urgencyToldTexts = catalogue(
  {
    summary: 'Hvorfor {initials} har den hastegrad',
    rest: 'Resten kommer af graviditeten eller fødslen og af det, hendes team ved om faren ved at vente. Det læser hendes team. Point vises ikke her af hensyn til hende.',
    rule: 'Hastegraden er Samløbs eget valg (udgave {edition}). Hendes eget nej tæller ikke.',
  },
  {
    summary: 'Why {initials} has that urgency',
    rest: 'The rest comes from the pregnancy or the birth and from what her team knows about the danger of waiting. That is read by her team. Points are not shown here, for her sake.',
    rule: 'The urgency is Samløb’s own choice (edition {edition}). Her own no does not count.',
  },
);
