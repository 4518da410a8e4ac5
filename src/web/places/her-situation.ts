/** What a search for her begins from, as the page knows it. */
import { needsStillHeld } from '../../domain/placement/needs.ts';
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
  return {
    needs: needs && needsStillHeld(needs.needs, her.pathway.bornOn),
    party: needs?.party ?? null,
    situation: herSituation(her),
    born,
    leaves: stays.find(({ status }) => status === 'admitted')?.nights.departure ?? null,
  };
}
