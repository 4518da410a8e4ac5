/** A facility is registered and put right (da: oprettelse af døgntilbud): what is written of it, what can be wrong, and who may. */
import { municipality } from '../geography/municipalities.ts';
import { regionOf, speaksFor } from '../geography/regions.ts';
import type { Id } from '../id.ts';
import type { Day } from '../time.ts';
import type { Actor } from '../trail.ts';
import { type Facility, operatorKinds } from './provision.ts';
import { parseTelephone } from './telephone.ts';

/** What is registered of a facility and its provider. Region and point follow from the municipality. */
export type FacilityFacts = Pick<Facility, 'name' | 'operator' | 'operatorName' | 'municipality' | 'town'> & { readonly address: string };

/** The fields as they were written. `telephone` and `leader` are asked for once, when the facility is new: `null` where they are not. */
export type WrittenFacility = {
  readonly name: string;
  readonly operator: string;
  readonly operatorName: string;
  readonly municipality: string;
  readonly town: string;
  readonly address: string;
  readonly telephone: string | null;
  readonly leader: string | null;
};

/** What can be wrong, in the order of the fields. */
export const facilityFaults = [
  'no-name',
  'name-taken',
  'operator',
  'no-operator-name',
  'no-such-municipality',
  'another-region',
  'no-address',
  'no-town',
  'telephone',
  'no-leader',
] as const;
export type FacilityFault = (typeof facilityFaults)[number];

export type FacilityReading =
  | { readonly outcome: 'read'; readonly facts: FacilityFacts; readonly telephone: string; readonly leader: string }
  | { readonly outcome: 'refused'; readonly faults: readonly FacilityFault[] };

/** A fact about a facility, in its history. */
export type FacilityFact =
  | { readonly type: 'registered'; readonly facts: FacilityFacts }
  | { readonly type: 'corrected'; readonly before: FacilityFacts; readonly after: FacilityFacts }
  /** `user` is absent in what was written before more leaders than one could be named. */
  | { readonly type: 'leader-named'; readonly name: string; readonly user?: Id<'user'> }
  | { readonly type: 'leader-ended'; readonly name: string; readonly user: Id<'user'> }
  | { readonly type: 'unit-opened'; readonly unit: Id<'unit'>; readonly name: string }
  | { readonly type: 'unit-named'; readonly unit: Id<'unit'>; readonly before: string; readonly after: string };

/**
 * Whether an actor registers facilities in a region on a day: the social supervision of the region, which approves what a facility says of
 * itself before it is published and may report it itself (BEK nr. 1560 af 2025 om Tilbudsportalen § 4, stk. 3).
 */
export function registersFacilitiesIn({ role, organisation }: Actor, region: string, today: Day): boolean {
  return role === 'supervision' && speaksFor(organisation.region, region, today);
}

/** Reads what was written, with everything that is wrong at once. `others` are the other facilities. */
export function readFacility(
  written: WrittenFacility,
  others: readonly Pick<Facility, 'name' | 'municipality'>[],
  actor: Actor,
  today: Day,
): FacilityReading {
  const place = municipality(written.municipality);
  const operator = operatorKinds.find((kind) => kind === written.operator);
  const telephone = written.telephone === null ? '' : parseTelephone(written.telephone);
  const same = (one: string): boolean => one.trim().toLowerCase() === written.name.trim().toLowerCase();
  const wrong: Readonly<Record<FacilityFault, boolean>> = {
    'no-name': written.name.trim() === '',
    'name-taken': others.some(({ name, municipality: where }) => where === place?.id && same(name)),
    operator: operator === undefined,
    'no-operator-name': written.operatorName.trim() === '',
    'no-such-municipality': place === null,
    'another-region': place !== null && !registersFacilitiesIn(actor, regionOf(place, today).id, today),
    'no-address': written.address.trim() === '',
    'no-town': written.town.trim() === '',
    telephone: telephone === null,
    'no-leader': written.leader?.trim() === '',
  };
  const faults = facilityFaults.filter((fault) => wrong[fault]);
  if (faults.length > 0 || place === null || operator === undefined || telephone === null) return { outcome: 'refused', faults };
  const facts: FacilityFacts = {
    name: written.name.trim(),
    operator,
    operatorName: written.operatorName.trim(),
    municipality: place.id,
    town: written.town.trim(),
    address: written.address.trim(),
  };
  return { outcome: 'read', facts, telephone, leader: written.leader?.trim() ?? '' };
}

/**
 * Where a facility stands on a day: the region of its municipality, and the point to travel to, which is the municipality's until somebody
 * knows a better one. Throws on a municipality that does not exist: that is a bug, `readFacility` gives none.
 */
export function standsIn(facts: FacilityFacts, today: Day): Pick<Facility, 'region' | 'point'> {
  const place = municipality(facts.municipality);
  if (place === null) throw new Error(`there is no municipality ${facts.municipality}`);
  return { region: regionOf(place, today).id, point: place.point };
}
