/** The units in the order they fit her, as her search asks. */
import { municipality } from '../../domain/geography/municipalities.ts';
import { municipalityLocation } from '../../domain/geography/travel.ts';
import { type RankedUnit, rankUnits } from '../../domain/placement/search.ts';
import type { SearchMaterial } from '../../store/placement-search.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import type { FindQuery } from './find-query.ts';

/** Her own stay takes no place from her: while she has one, the others are shown as if she had not. */
export function rankForHer(
  { her, candidates, now }: SearchMaterial,
  { needs, nights, length, partyOn }: Pick<FindQuery, 'needs' | 'nights' | 'length' | 'partyOn'>,
  herStay: StayWithName | null,
): readonly RankedUnit[] {
  const home = her.pathway.municipality === null ? null : municipality(her.pathway.municipality);
  const others = candidates.map((candidate) => ({
    ...candidate,
    occupations: candidate.occupations.filter(({ stay }) => stay !== herStay?.id),
  }));
  return rankUnits(others, { needs, nights, length, partyOn, home: home && municipalityLocation(home), at: now });
}
