/** A unit is opened (da: oprettelse af afdeling): what it begins with, as one supply, and what can be wrong. */
import { asId, type Id } from '../id.ts';
import type { Day } from '../time.ts';
import { type AdmissionRules, guidelineForShieldedUnit, type Period, type PlaceProperty } from './provision.ts';
import { faultsIn, type SupplyFault, supplyLimits } from './supply-faults.ts';
import type { Supply, SupplyPlace, SupplyRoom } from './supply-state.ts';

/** What is written of a new unit. Every place begins with the same properties, in a room of its own; each is changed afterwards. */
export type UnitOpening = {
  readonly name: string;
  readonly open: Period;
  readonly places: number;
  readonly properties: readonly PlaceProperty[];
  /** At most so many women at once, as the staff allows; `null` where the places are the only limit. */
  readonly women: number | null;
  readonly admission: AdmissionRules;
};

export type UnitFault = SupplyFault | 'places';

/** Names for the rooms and places that a unit begins with, and their ids, from 1 on. */
export type FirstPlaces = {
  readonly idOf: (number: number) => string;
  readonly roomName: (number: number) => string;
  readonly placeName: (number: number) => string;
};

export type UnitDecision =
  | { readonly outcome: 'opened'; readonly name: string; readonly supply: Supply }
  | { readonly outcome: 'refused'; readonly faults: readonly UnitFault[] };

/** Opens a unit beside those that the facility has. A day of opening may lie behind: the house was there before it was registered. */
export function openUnit(opening: UnitOpening, others: readonly string[], first: FirstPlaces, today: Day): UnitDecision {
  const { name, open, places, properties, women, admission } = opening;
  const numbers = Number.isInteger(places) && places >= 0 && places <= supplyLimits.women ? places : 0;
  const staffing = women === null ? [] : [{ ...open, women }];
  const supply: Supply = {
    open: [open],
    closures: [],
    rooms: Array.from({ length: numbers }, (_, index): SupplyRoom => ({ id: roomId(first, index + 1), name: first.roomName(index + 1) })),
    places: Array.from({ length: numbers }, (_, index): SupplyPlace => ({
      id: asId<'place'>(`${first.idOf(index + 1)}-plads`),
      room: roomId(first, index + 1),
      name: first.placeName(index + 1),
      properties,
      flexible: null,
    })),
    staffing,
    admission,
  };
  const faults: readonly UnitFault[] = [
    ...nameFaultsOf(name, others),
    ...faultsIn(supply, { type: 'opening-set', open: [open] }, today),
    ...(numbers === places ? [] : (['places'] as const)),
    ...faultsIn(supply, { type: 'staffing-set', staffing }, today).filter((fault) => fault === 'women'),
    ...faultsIn(supply, { type: 'admission-set', admission }, today),
  ];
  return faults.length > 0 ? { outcome: 'refused', faults } : { outcome: 'opened', name: name.trim(), supply };
}

/** What is wrong with a unit's name beside those of the facility's other units. */
export function nameFaultsOf(name: string, others: readonly string[]): readonly ('no-name' | 'name-taken')[] {
  const plain = (one: string): string => one.trim().toLowerCase();
  if (plain(name) === '') return ['no-name'];
  return others.some((other) => plain(other) === plain(name)) ? ['name-taken'] : [];
}

/** Whether so many women could be together in a shielded unit that the guideline warns of it. */
export function opensBeyondGuideline({ properties, places, women }: Pick<UnitOpening, 'properties' | 'places' | 'women'>): boolean {
  return properties.includes('shielded') && Math.min(places, women ?? places) > guidelineForShieldedUnit;
}

function roomId({ idOf }: FirstPlaces, number: number): Id<'room'> {
  return asId<'room'>(`${idOf(number)}-rum`);
}
