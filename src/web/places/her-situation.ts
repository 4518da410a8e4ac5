/** What a search for her begins from, as the page knows it. */
import { needsByDueDate, needsStillHeld } from '../../domain/placement/needs.ts';
import { herSituation } from '../../store/her-situation.ts';
import type { SearchMaterial } from '../../store/placement-search.ts';
import type { KnownOfHer } from './find-query.ts';

/** What a search for her begins from. */
export function knownOfHer({
  her,
  born,
  needs,
  stays = [],
}: Pick<SearchMaterial, 'her' | 'born' | 'needs'> & Partial<Pick<SearchMaterial, 'stays'>>): KnownOfHer {
  const situation = herSituation(her);
  return {
    needs: needs && needsByDueDate(needsStillHeld(needs.needs, her.pathway.bornOn), situation),
    party: needs?.party ?? null,
    situation,
    born,
    leaves: stays.find(({ status }) => status === 'admitted')?.nights.departure ?? null,
  };
}
