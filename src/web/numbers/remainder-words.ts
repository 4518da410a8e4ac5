/** What the unexplained part of a gap can and cannot be, in words. */
import type { PublishedEstimate } from '../../domain/numbers/published-estimate.ts';
import { remainderOf } from '../../domain/numbers/gap-remainder.ts';
import { catalogue, type Language } from '../ui/language.ts';

const texts = catalogue(
  {
    can: 'Resten kan være kvinder, {reasons}. Tallene kan ikke skille dem ad.',
    cannot: 'Den kan ikke være kvinder, {reasons}: så havde de ikke stået i det store tal.',
    undetected: 'hvis brug ingen opdagede',
    unregistered: 'hvis brug ikke blev registreret',
    'not-decided': 'som kommunen ikke traf afgørelse for',
    declined: 'der takkede nej',
    'other-decision': 'der fik hjælpen efter en anden slags afgørelse, end det lille tal tæller',
    'other-time': 'hvis afgørelse faldt i et andet år eller efter fødslen',
    'not-counted': 'der ikke kom med, da kommunen talte i hånden',
    'judged-otherwise': 'hvis behov kommunen vurderede anderledes end fagfolkene',
    'unknown-to-judges': 'som fagfolkene bag det lille tal ikke kendte',
    'not-in-need': 'som fagfolkene ikke vurderede havde behov for døgn',
    'not-in-study': 'som ikke var med i den undersøgelse, det lille tal kommer fra',
    group:
      'Målgruppen i skønnene er dem, fagfolk vurderer har behov for døgn. Kommunernes tabel 1 er dem, kommunen traf afgørelse for. En kvinde kan være i den ene uden at være i den anden: hun kan have behov uden en afgørelse, og hun kan få en ambulant afgørelse uden at være vurderet til døgn.',
  },
  {
    can: 'The remainder can be women {reasons}. The numbers cannot tell them apart.',
    cannot: 'It cannot be women {reasons}: then they would not stand in the larger number.',
    undetected: 'whose use nobody detected',
    unregistered: 'whose use was not registered',
    'not-decided': 'for whom the municipality made no decision',
    declined: 'who declined',
    'other-decision': 'who got the help by another kind of decision than the smaller number counts',
    'other-time': 'whose decision fell in another year or after the birth',
    'not-counted': 'who were left out when the municipality counted by hand',
    'judged-otherwise': 'whose need the municipality judged otherwise than the professionals',
    'unknown-to-judges': 'whom the professionals behind the smaller number did not know',
    'not-in-need': 'whom the professionals did not judge to need a residence',
    'not-in-study': 'who were not in the study that the smaller number comes from',
    group:
      'The target group of the judgements is those who professionals judge to need a residence. Table 1 of the municipalities is those for whom the municipality made a decision. A woman can be in the one without being in the other: she can have the need without a decision, and she can get an outpatient decision without being judged to need a residence.',
  },
);

/** What can be left over between two numbers, and what cannot; null where they say nothing of it. */
export function remainderText(larger: PublishedEstimate, smaller: PublishedEstimate, language: Language): string | null {
  const say = texts(language);
  const { can, cannot } = remainderOf(larger, smaller);
  if (can.length === 0) return null;
  const listed = (reasons: typeof can): string =>
    new Intl.ListFormat(language, { type: 'disjunction' }).format(reasons.map((reason) => say(reason)));
  const sentences = [say('can', { reasons: listed(can) }), ...(cannot.length === 0 ? [] : [say('cannot', { reasons: listed(cannot) })])];
  return sentences.join(' ');
}

export function groupText(language: Language): string {
  return texts(language)('group');
}
