/** What there is: residential facilities with their units, rooms and places, and when they are open. */
import type { Point } from '../geography/crossings.ts';
import type { RegionId } from '../geography/regions.ts';
import type { Id } from '../id.ts';
import type { Day, Moment } from '../time.ts';
import type { SupplyChange } from './supply-change.ts';

/** What a place can offer (da: egenskaber), a closed list so that a need and a place are compared and not interpreted. */
export const placeProperties = [
  'mother-and-baby',
  'partner',
  'other-children',
  'shielded',
  'accepts-active-use',
  'substitution-treatment',
  /** Detention with prior consent, by contract: the unit has the procedures and the staff for it. */
  'detention-possible',
  'near-neonatal-ward',
  'step-free',
] as const;
export type PlaceProperty = (typeof placeProperties)[number];

/** Who owns and runs it (da: driftsherre). */
export const operatorKinds = ['municipality', 'region', 'private'] as const;
export type OperatorKind = (typeof operatorKinds)[number];

/** Facility (da: døgntilbud): where a provider receives women to stay. */
export type Facility = {
  readonly id: Id<'facility'>;
  readonly name: string;
  readonly operator: OperatorKind;
  readonly operatorName: string;
  readonly region: RegionId;
  readonly municipality: Id<'municipality'>;
  readonly town: string;
  readonly point: Point;
};

/** From a day up to, and not with, another; `null` where no end is known. */
export type Period = { readonly from: Day; readonly to: Day | null };

/** Closure (da: lukning): nights on which no one can stay, and why. */
export type Closure = Period & { readonly reason: string };

/**
 * Flexible place (da: fleksibel plads): opened by need. It can be had on the nights of a period in which it is open, and otherwise from so
 * many days after the day it is asked for, since that is what opening it takes. Empty for so many days, it closes again.
 */
export type FlexiblePlace = {
  readonly leadDays: number;
  readonly closesAfterDays: number;
  readonly opened: readonly Period[];
};

/** Staffing (da: normering): at most so many women stay at once on the nights of a period, however many places there are. */
export type Staffing = Period & { readonly women: number };

/** Whom a unit receives (da: optagelsesregler). `null` where it says nothing. Ages are whole years on the day of arrival. */
export type AdmissionRules = {
  readonly youngest: number | null;
  readonly oldest: number | null;
  /** No man stays in the unit, as a partner either. */
  readonly womenOnly: boolean;
  /** Of the children she brings: how many at most, and how old at most. */
  readonly mostChildren: number | null;
  readonly oldestChild: number | null;
};

/** A unit that receives everybody. */
export const noAdmissionRules: AdmissionRules = { youngest: null, oldest: null, womenOnly: false, mostChildren: null, oldestChild: null };

/** Place (da: plads): where one woman can stay, with her child where it says so. */
export type Place = {
  readonly id: Id<'place'>;
  readonly room: Id<'room'>;
  readonly roomName: string;
  readonly name: string;
  readonly properties: readonly PlaceProperty[];
  readonly closures: readonly Closure[];
  /** How it opens and closes by need; `null` for a place that is always there. */
  readonly flexible: FlexiblePlace | null;
};

/** A change of a unit's supply, as all are told of it: by whom, when, and of which kind. */
export type SupplyChanged = { readonly by: string; readonly at: Moment; readonly what: SupplyChange['type'] };

/** Who last said that the unit's capacity is right, and when. `changed`: the latest change of the supply, where one came after that. */
export type CapacityConfirmation = { readonly by: string; readonly at: Moment; readonly changed?: SupplyChanged };

/** Unit (da: afdeling): a part of a facility with rooms and places. Open in its opening periods, but for its closures. */
export type Unit = {
  readonly id: Id<'unit'>;
  readonly facility: Id<'facility'>;
  readonly name: string;
  readonly open: readonly Period[];
  readonly closures: readonly Closure[];
  readonly places: readonly Place[];
  /** Where two periods overlap, the lower number holds. Empty when every place can be staffed. */
  readonly staffing: readonly Staffing[];
  readonly admission: AdmissionRules;
  /** `null` when nobody has confirmed it yet. */
  readonly confirmed: CapacityConfirmation | null;
};

/** Hours after which a confirmation of capacity is shown as old. Our own choice; see the decision on holds and freshness. */
export const freshForHours = 24;

/** A guideline of at most eight women in a shielded unit (Norwegian experience, retold by the Danish target-group description). A warning, never a rule. */
export const guidelineForShieldedUnit = 8;

/** Where the guideline is written, in Danish. */
export const shieldedGuidelineSource =
  'Socialstyrelsen: Central udmelding for udsatte gravide kvinder med et skadeligt rusmiddelbrug, 26. november 2019, «Skærmet ophold», efter erfaringer fra Borgestadklinikken i Norge';

/** Whether a unit has more shielded places than the guideline. */
export function exceedsShieldedGuideline({ places }: Unit): boolean {
  return places.filter(({ properties }) => properties.includes('shielded')).length > guidelineForShieldedUnit;
}

/** Reads a property; `null` when the text names none. */
export function parsePlaceProperty(text: string): PlaceProperty | null {
  return placeProperties.find((property) => property === text) ?? null;
}
