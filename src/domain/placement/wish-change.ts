/** What is changed in a wish while she waits, with what stood before (da: rettelse af ønsket). Her time on the list is no part of a wish. */
import { byCode } from '../code-order.ts';
import type { Id } from '../id.ts';
import type { Day } from '../time.ts';
import type { HerNeeds } from './her-needs.ts';
import type { NeedNights } from './need-nights.ts';
import type { Party } from './needs.ts';
import type { PlaceProperty } from './provision.ts';
import type { Wish } from './waiting-request.ts';
import { isSameLength, type LengthOfWish, type WishedLength } from './wished-length.ts';

/** A property that she needs, and on which nights. */
export type PropertyOnNights = NeedNights & { readonly property: PlaceProperty };

/** One thing that is changed: what it was and what it is. */
export type WishChange =
  | { readonly what: 'needs'; readonly before: readonly PlaceProperty[]; readonly after: readonly PlaceProperty[] }
  /** Needs that stand, on other nights than before. */
  | { readonly what: 'need-nights'; readonly before: readonly PropertyOnNights[]; readonly after: readonly PropertyOnNights[] }
  | { readonly what: 'party'; readonly before: Party; readonly after: Party }
  | { readonly what: 'earliest'; readonly before: Day; readonly after: Day }
  | { readonly what: 'nights'; readonly before: number; readonly after: number }
  /** The length, where it follows the birth before or after. */
  | { readonly what: 'length'; readonly before: WishedLength; readonly after: WishedLength }
  | { readonly what: 'units'; readonly before: readonly Id<'unit'>[]; readonly after: readonly Id<'unit'>[] }
  | { readonly what: 'reach'; readonly before: number | null; readonly after: number | null };

/** What of a wish can be changed: all but where she lives, which her pathway says. */
export type ChangeableWish = Omit<Wish, 'municipality'>;

/** All that differs between a wish as it stood and as it is to be; needs and children in whatever order they are said. Empty where nothing does. */
export function wishChanges(before: ChangeableWish, after: ChangeableWish): readonly WishChange[] {
  const [units, unitsAfter] = [[...new Set(before.units)], [...new Set(after.units)]];
  return [
    ...needsChanges(before, after),
    ...(before.earliest === after.earliest ? [] : [{ what: 'earliest', before: before.earliest, after: after.earliest } as const]),
    ...lengthChanges(before, after),
    ...(isSame(units, unitsAfter) ? [] : [{ what: 'units', before: units, after: unitsAfter } as const]),
    ...(before.reach === after.reach ? [] : [{ what: 'reach', before: before.reach, after: after.reach } as const]),
  ];
}

/** The same of how long she is to stay. */
export function lengthChanges(before: LengthOfWish, after: LengthOfWish): readonly WishChange[] {
  if (isSameLength(before, after)) return [];
  const [was, is] = [lengthOf(before), lengthOf(after)];
  if (was.nightsAfterBirth === null && is.nightsAfterBirth === null) return [{ what: 'nights', before: was.nights, after: is.nights }];
  return [{ what: 'length', before: was, after: is }];
}

function lengthOf({ nights, nightsAfterBirth = null }: LengthOfWish): WishedLength {
  return { nights, nightsAfterBirth };
}

/** The same of what is written of her needs and of who comes. Where it was not kept who came, nothing is known to have changed in it. */
export function needsChanges(before: Pick<HerNeeds, 'needs' | 'party'>, after: Pick<HerNeeds, 'needs' | 'party'>): readonly WishChange[] {
  const [needs, needsAfter] = [propertiesOf(before), propertiesOf(after)];
  const isKnown = before.party !== null && after.party !== null;
  return [
    ...(isSame(needs.toSorted(), needsAfter.toSorted()) ? [] : [{ what: 'needs', before: needs, after: needsAfter } as const]),
    ...nightsChanged(before.needs, after.needs),
    ...(!isKnown || isSameParty(before.party, after.party) ? [] : [{ what: 'party', before: before.party, after: after.party } as const]),
  ];
}

/** Needs that stand in both, where their nights are others. */
function nightsChanged(before: readonly PropertyOnNights[], after: readonly PropertyOnNights[]): readonly WishChange[] {
  const inOrder = before.toSorted((one, other) => byCode(one.property, other.property));
  const moved = inOrder.flatMap((was) => {
    const is = after.find(({ property }) => property === was.property);
    return is === undefined || (is.from === was.from && is.until === was.until) ? [] : [[onNights(was), onNights(is)] as const];
  });
  return moved.length === 0 ? [] : [{ what: 'need-nights', before: moved.map(([was]) => was), after: moved.map(([, is]) => is) }];
}

function onNights({ property, from, until }: PropertyOnNights): PropertyOnNights {
  return { property, ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
}

/** What was written of who comes: her age is no part of it where it is worked out from her day of birth, and is another on another day. */
export function asWritten<Of extends { readonly party: Party | null }>(of: Of, born: Day | null): Of {
  return born === null || of.party === null ? of : { ...of, party: { ...of.party, age: null } };
}

/** Whether the same persons come, in whatever order the children are named. */
export function isSameParty(one: Party, other: Party): boolean {
  return one.age === other.age && one.partner?.sex === other.partner?.sex && isSame(agesOf(one), agesOf(other));
}

function propertiesOf({ needs }: Pick<Wish, 'needs'>): readonly PlaceProperty[] {
  return [...new Set(needs.map(({ property }) => property))];
}

function agesOf({ children }: Party): readonly number[] {
  return children.map(({ age }) => age).toSorted((one, other) => one - other);
}

function isSame<Value>(these: readonly Value[], those: readonly Value[]): boolean {
  return these.length === those.length && these.every((one, index) => one === those[index]);
}
