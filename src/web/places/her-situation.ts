/** What her pathway says that bears on the place, and nothing more. */
import type { HerSituation } from '../../domain/placement/needs.ts';
import type { PathwayFact } from '../../domain/pathway/facts.ts';
import { isInTargetGroup } from '../../domain/pathway/state.ts';
import type { ReadPathway } from '../../store/pathway.ts';
import type { SearchMaterial } from '../../store/placement-search.ts';
import type { KnownOfHer } from './find-query.ts';

/** What a search for her begins from. */
export function knownOfHer({
  her,
  born,
  needs,
  stays = [],
}: Pick<SearchMaterial, 'her' | 'born' | 'needs'> & Partial<Pick<SearchMaterial, 'stays'>>): KnownOfHer {
  return {
    needs: needs?.needs ?? null,
    situation: herSituation(her),
    born,
    leaves: stays.find(({ status }) => status === 'admitted')?.nights.departure ?? null,
  };
}

export function herSituation({ pathway, facts }: ReadPathway): HerSituation {
  const some = (holds: (fact: PathwayFact) => boolean): boolean => facts.some(({ fact }) => holds(fact));
  return {
    dueDate: pathway.bornOn ?? pathway.dueDate?.dueDate ?? null,
    legalBasis: pathway.decision?.legalBasis ?? null,
    inTargetGroup: isInTargetGroup(pathway) === true,
    relapseRecorded: some((fact) => fact.type === 'event' && fact.kind === 'relapse'),
    // No fact says so yet: a professional chooses it on the page.
    inSubstitutionTreatment: false,
    wantsPartnerNear: some((fact) => fact.type === 'answered' && fact.reason === 'partner'),
    wantsChildrenNear: some((fact) => fact.type === 'answered' && fact.reason === 'child'),
  };
}
