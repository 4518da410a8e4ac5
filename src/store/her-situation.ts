/** What her pathway says that bears on the place, and nothing more. */
import { inForce, type PathwayFact, type RecordedFact } from '../domain/pathway/facts.ts';
import { isInTargetGroup } from '../domain/pathway/state.ts';
import type { HerSituation } from '../domain/placement/needs.ts';
import { strongest, toldIn, type ToldNeed, type ToldSource } from '../domain/placement/told-needs.ts';
import type { ReadPathway } from './pathway.ts';

export function herSituation({ pathway, facts }: ReadPathway): HerSituation {
  // What was taken back says nothing of her.
  const standing = inForce(facts);
  const some = (holds: (fact: PathwayFact) => boolean): boolean => standing.some(({ fact }) => holds(fact));
  return {
    dueDate: pathway.bornOn ?? pathway.dueDate?.dueDate ?? null,
    bornOn: pathway.bornOn,
    dueOn: pathway.dueDate?.dueDate ?? null,
    legalBasis: pathway.decision?.legalBasis ?? null,
    inTargetGroup: isInTargetGroup(pathway) === true,
    relapseRecorded: some((fact) => fact.type === 'event' && fact.kind === 'relapse'),
    // No fact says so by itself: the words of the concern do, or a professional chooses it on the page.
    inSubstitutionTreatment: false,
    wantsPartnerNear: some((fact) => fact.type === 'answered' && fact.reason === 'partner'),
    wantsChildrenNear: some((fact) => fact.type === 'answered' && fact.reason === 'child'),
    told: strongest(standing.flatMap(toldBy)),
  };
}

/**
 * What one fact tells of her needs in its words. A criterion that is met and a wish for treatment point to use: they are asked about, or proposed
 * where the reason for the criterion says it («Dagligt brug af stoffer»).
 */
function toldBy({ fact, happened: on, byName }: RecordedFact): readonly ToldNeed[] {
  const pointsToUse = (kind: ToldSource['kind'], words: string): readonly ToldNeed[] => [
    { property: 'accepts-active-use', certainty: 'mentioned', words, source: { kind, on, from: byName } },
  ];
  if (fact.type === 'referral-registered') return toldIn(fact.concern, { kind: 'concern', on, from: fact.referrer });
  if (fact.type === 'need-assessed') return toldIn(fact.reason, { kind: 'need-assessed', on, from: byName });
  if (fact.type === 'event') return toldIn(fact.text, { kind: 'event', on, from: byName });
  if (fact.type === 'treatment-sought') return pointsToUse('treatment-sought', '');
  if (fact.type !== 'criteria-assessed') return [];
  const use = fact.answers['pregnant-harmful-use'];
  if (use?.answer !== 'met') return [];
  return [...toldIn(use.reason, { kind: 'criteria', on, from: byName }), ...pointsToUse('criteria', use.reason)];
}
