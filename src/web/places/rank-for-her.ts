/** The units in the order they fit her, as her search asks. */
import { municipality } from '../../domain/geography/municipalities.ts';
import { minutesByCar, municipalityLocation } from '../../domain/geography/travel.ts';
import { qualificationSummary, type QualificationSummary } from '../../domain/placement/qualification/summary.ts';
import type { QualificationMet } from '../../domain/placement/ranking.ts';
import { type RankedUnit, rankUnits } from '../../domain/placement/search.ts';
import { danishDay } from '../../domain/time.ts';
import type { SearchMaterial } from '../../store/placement-search.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import type { FindQuery } from './find-query.ts';

/** Her own stay takes no place from her: while she has one, the others are shown as if she had not. */
export function rankForHer(
  { her, candidates, qualifications, now }: SearchMaterial,
  { needs, nights, length, partyOn }: Pick<FindQuery, 'needs' | 'nights' | 'length' | 'partyOn'>,
  herStay: StayWithName | null,
): readonly RankedUnit[] {
  const home = her.pathway.municipality === null ? null : municipality(her.pathway.municipality);
  const others = candidates.map((candidate) => ({
    ...candidate,
    occupations: candidate.occupations.filter(({ stay }) => stay !== herStay?.id),
  }));
  return rankUnits(others, { needs, nights, length, partyOn, home: home && municipalityLocation(home), at: now }, minutesByCar, (unit) => {
    const record = qualifications.get(unit);
    return record ? qualificationMet(qualificationSummary(record, danishDay(now))) : null;
  });
}

/** The agency's assessment goes before what the unit states of itself; the two are never merged. Only what is met counts. */
function qualificationMet({ unit, agency, criteria }: QualificationSummary): QualificationMet {
  const said = agency ?? unit;
  return said && { met: said.met, of: criteria };
}
