/** Flexible places as they stand, and when the unit is asked whether to close one: a proposal by rule, which the leader follows or not. */
import { addDays, danishDay, type Day, daysBetween, type Moment } from '../time.ts';
import type { FlexiblePlace, Place, Unit } from './provision.ts';
import { nightsTaken, type Occupation } from './stay.ts';

export type FlexibleStanding = {
  readonly place: Place;
  readonly flexible: FlexiblePlace;
  readonly isOpenTonight: boolean;
  /** The first night since which it has stood open and empty; `null` when it is not open tonight or somebody is there. */
  readonly emptySince: Day | null;
  /** It has been empty for as long as it may, and nobody is expected before it could be opened again. */
  readonly proposeToClose: boolean;
};

/**
 * Each flexible place of a unit. `occupations` reach so far back that the last one who left each place is among them. Closing is proposed
 * when the place has been empty for `closesAfterDays` and nobody comes within `leadDays`: before then it could not be open again.
 */
export function flexibleStandings(unit: Unit, occupations: readonly Occupation[], at: Moment): readonly FlexibleStanding[] {
  const today = danishDay(at);
  return unit.places.flatMap((place): readonly FlexibleStanding[] => {
    const { flexible } = place;
    if (flexible === null) return [];
    const period = flexible.opened.find(({ from, to }) => from <= today && (to === null || today < to));
    const taken = occupations.filter((one) => one.place === place.id).flatMap((one) => nightsTaken(one, at) ?? []);
    const isTaken = taken.some(({ arrival, departure }) => arrival <= today && today < departure);
    const left = taken.map(({ departure }) => departure).filter((departure) => departure <= today);
    const emptySince = period && !isTaken ? [period.from, ...left].toSorted().at(-1) : undefined;
    const reopens = addDays(today, flexible.leadDays);
    const isExpected = taken.some(({ arrival }) => today < arrival && arrival <= reopens);
    return [
      {
        place,
        flexible,
        isOpenTonight: period !== undefined,
        emptySince: emptySince ?? null,
        proposeToClose: emptySince !== undefined && daysBetween(emptySince, today) >= flexible.closesAfterDays && !isExpected,
      },
    ];
  });
}
