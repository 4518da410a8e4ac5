/** What a unit's list says of why one who waits has her urgency. In both languages. */
import { catalogue } from '../ui/language.ts';

export const urgencyToldTexts = catalogue(
  {
    summary: 'Hvorfor {initials} har den hastegrad',
    line: '{what}: {points} point',
    rest: 'Resten kommer af, hvor langt graviditeten er, og af det, hendes team ved om faren ved at vente. Det læses af hendes team. Pointene står ikke her, for de kunne røbe det.',
    rule: 'Hastegraden er Samløbs eget valg (udgave {edition}). Hendes eget nej tæller ikke.',
  },
  {
    summary: 'Why {initials} has that urgency',
    line: '{what}: {points, plural, one {# point} other {# points}}',
    rest: 'The rest comes from how far the pregnancy is and from what her team knows about the danger of waiting. That is read by her team. Its points are not shown here, because they could give it away.',
    rule: 'The urgency is Samløb’s own choice (edition {edition}). Her own no does not count.',
  },
);
