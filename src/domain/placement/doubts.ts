/** What speaks against a place that is offered or held, each a question before it is promised (da: forbehold). It stops nobody who has looked at it. */
import { locationIn, minutesByCar, type TravelModel } from '../geography/travel.ts';
import type { Id } from '../id.ts';
import type { Moment } from '../time.ts';
import type { Deviation } from './confirm.ts';
import { type Birth, type HerSituation, type Need, needsAfterBirth, proposeNeeds } from './needs.ts';
import { needStretches, nightsOfNeed } from './need-nights.ts';
import { type Nights, shareANight } from './nights.ts';
import type { Facility, PlaceProperty, Unit } from './provision.ts';
import type { Stay } from './stay.ts';
import { type StayTrouble, troublesOfStay } from './supply-effect.ts';
import type { HomeOf } from './waiting-request.ts';

/** The deviations that are of the woman and the place, not of who pays and by what right. */
export const doubtKinds = [
  'outside-target-group',
  'cannot-stand',
  'lacks-suggested',
  'beyond-her-way',
] as const satisfies readonly Deviation[];

export type Doubt =
  | { readonly kind: 'outside-target-group' }
  /** The stay cannot stand as it is: its place is closed, lacks what she needs, or is not open. */
  | { readonly kind: 'cannot-stand'; readonly troubles: readonly StayTrouble[] }
  /** Her pathway now points to needs that the stay was not found for, and its place does not meet them. */
  | { readonly kind: 'lacks-suggested'; readonly needs: readonly Need[] }
  /** It is further away than she will travel. */
  | ({ readonly kind: 'beyond-her-way' } & TooFar);

/** What is known of her besides the stay; `inTargetGroup` is null while that is open, `tooFar` where the way is none that she says no to. */
export type KnownForDoubts = {
  readonly inTargetGroup: boolean | null;
  readonly situation: HerSituation;
  readonly tooFar?: TooFar | null;
};

/** A way that is longer than she accepts, both in minutes by car. */
export type TooFar = { readonly minutes: number; readonly longest: number };

/** How much further a house is than she accepts; `null` where it is not, or her way or her home is not known. */
export function tooFarFor(
  { longestWay, municipality }: { readonly longestWay: number | null; readonly municipality: Id<'municipality'> | null },
  facility: Pick<Facility, 'municipality' | 'point'>,
  homeOf: HomeOf,
  travel: TravelModel = minutesByCar,
): TooFar | null {
  const home = municipality === null ? null : homeOf(municipality);
  if (longestWay === null || home === null) return null;
  const minutes = travel(home, locationIn(facility.municipality, facility.point));
  return minutes > longestWay ? { minutes, longest: longestWay } : null;
}

/** In the order they are asked. Only the nights from `at` on count. */
export function doubtsOf(
  stay: Stay & Birth,
  unit: Unit,
  { inTargetGroup, situation, tooFar = null }: KnownForDoubts,
  at: Moment,
): readonly Doubt[] {
  const troubles = troublesOfStay(unit, stay, at);
  const needs = suggestedAndLacking(stay, unit, situation);
  return [
    ...(inTargetGroup === false ? [{ kind: 'outside-target-group' } as const] : []),
    ...(troubles.length > 0 ? [{ kind: 'cannot-stand', troubles } as const] : []),
    ...(needs.length > 0 ? [{ kind: 'lacks-suggested', needs } as const] : []),
    ...(tooFar === null ? [] : [{ kind: 'beyond-her-way', ...tooFar } as const]),
  ];
}

/** What the stay was found for is asked as a trouble where it is lacking, so only what came since is told here. */
function suggestedAndLacking(stay: Stay & Birth, unit: Unit, situation: HerSituation): readonly Need[] {
  const isLackedOn = (property: PlaceProperty, nights: Nights): boolean =>
    (property === 'other-children' && unit.admission.mostChildren === 0) ||
    unit.places.some(
      ({ id, properties }) =>
        !properties.includes(property) && stay.parts.some((part) => part.place === id && shareANight(part.nights, nights)),
    );
  const hers = needsAfterBirth(stay.needs, stay);
  return needsAfterBirth(proposeNeeds(situation, stay.nights), stay).filter((need) => {
    const { property } = need;
    const nights = nightsOfNeed(need, stay.nights);
    if (nights === null) return false;
    const found = hers.filter((one) => one.property === property);
    // Where the due date has moved it was found for other nights than those she needs it on now.
    return needStretches(found, nights).some((stretch) => stretch.needs.length === 0 && isLackedOn(property, stretch.nights));
  });
}
