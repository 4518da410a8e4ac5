/** What a search for her begins from, as the page knows it. */
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
    needs: needs?.needs ?? null,
    party: needs?.party ?? null,
    situation,
    born,
    leaves: stays.find(({ status }) => status === 'admitted')?.nights.departure ?? null,
  };
}
