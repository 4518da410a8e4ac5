/**
 * What a leader can change of a unit's supply (da: ændring af udbuddet), and what each change makes of it. Nothing here looks at who is
 * booked: a change is never refused because of a stay, but for the end of a place (`place-ending.ts`). What it does to stays is told before it is saved (`supply-effect.ts`).
 */
import type { Id } from '../id.ts';
import { orderedJson } from '../ordered-json.ts';
import type { Day } from '../time.ts';
import { type AdmissionRules, type FlexiblePlace, type Period, placeProperties, type PlaceProperty, type Staffing } from './provision.ts';
import { faultsIn, type SupplyFault } from './supply-faults.ts';
import type { Supply, SupplyClosure, SupplyPlace, SupplyRoom } from './supply-state.ts';
import { byCode } from '../code-order.ts';

export type SupplyChange =
  | { readonly type: 'opening-set'; readonly open: readonly Period[] }
  | { readonly type: 'closed'; readonly closure: SupplyClosure }
  /** Open again from a day on: a closure that has not begun by then never was. */
  | { readonly type: 'closure-lifted'; readonly closure: Id<'closure'>; readonly from: Day }
  /** Other days, cause or words of a closure that is written already; what it closes stays as it is. */
  | { readonly type: 'closure-changed'; readonly closure: SupplyClosure }
  | { readonly type: 'room-added'; readonly room: SupplyRoom }
  | { readonly type: 'room-named'; readonly room: SupplyRoom }
  /** A room in which no place stands: it was registered by mistake, or its places were put elsewhere. */
  | { readonly type: 'room-removed'; readonly room: Id<'room'> }
  | { readonly type: 'place-added'; readonly place: SupplyPlace }
  /** Another name, or another room: two rooms become one when the places of the one are put in the other. */
  | { readonly type: 'place-named'; readonly place: Id<'place'>; readonly name: string; readonly room: Id<'room'> }
  | { readonly type: 'properties-set'; readonly place: Id<'place'>; readonly properties: readonly PlaceProperty[] }
  | { readonly type: 'admission-set'; readonly admission: AdmissionRules }
  | { readonly type: 'staffing-set'; readonly staffing: readonly Staffing[] }
  /** `null`: a place that is always there. */
  | { readonly type: 'flexible-set'; readonly place: Id<'place'>; readonly terms: FlexibleTerms | null }
  | { readonly type: 'flexible-opened'; readonly place: Id<'place'>; readonly period: Period }
  | { readonly type: 'flexible-closed'; readonly place: Id<'place'>; readonly from: Day };

/** A fact about a unit's supply: how it was taken up, and then every change. */
export type SupplyFact = SupplyChange | { readonly type: 'registered'; readonly supply: Supply };

/** What the facts of a unit add up to, in their order; `null` when it was never taken up. */
export function foldSupply(facts: readonly SupplyFact[]): Supply | null {
  let supply: Supply | null = null;
  for (const fact of facts) supply = fact.type === 'registered' ? fact.supply : supply && applyChange(supply, fact);
  return supply;
}

/** Days it takes to open a flexible place, and days it may stand empty. */
export type FlexibleTerms = Omit<FlexiblePlace, 'opened'>;

/** The part of the supply that a change is about, as it was before or after it. `null`: it was not there. */
export type SupplyPart =
  | { readonly kind: 'open'; readonly open: readonly Period[] }
  | { readonly kind: 'closure'; readonly closure: SupplyClosure }
  | { readonly kind: 'room'; readonly room: SupplyRoom }
  | { readonly kind: 'place'; readonly place: SupplyPlace }
  | { readonly kind: 'admission'; readonly admission: AdmissionRules }
  | { readonly kind: 'staffing'; readonly staffing: readonly Staffing[] };

export type SupplyDecision =
  | { readonly outcome: 'changed'; readonly supply: Supply; readonly before: SupplyPart | null; readonly after: SupplyPart | null }
  /** It is so already: a form that is sent twice. */
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'refused'; readonly faults: readonly SupplyFault[] };

/** Decides a change on a day. */
export function changeSupply(supply: Supply, change: SupplyChange, today: Day): SupplyDecision {
  if (isDone(supply, change)) return { outcome: 'unchanged' };
  const faults = faultsIn(supply, change, today);
  if (faults.length > 0) return { outcome: 'refused', faults };
  const [before, next] = [partOf(supply, change), applyChange(supply, change)];
  const after = partOf(next, change);
  return orderedJson(before) === orderedJson(after) ? { outcome: 'unchanged' } : { outcome: 'changed', supply: next, before, after };
}

/** What a change makes of the supply, whether or not it may be made: facts of the past are read again with it. */
export function applyChange(supply: Supply, change: SupplyChange): Supply {
  const ofPlace = (id: Id<'place'>, differs: (place: SupplyPlace) => Partial<SupplyPlace>): Supply => ({
    ...supply,
    places: supply.places.map((place) => (place.id === id ? { ...place, ...differs(place) } : place)),
  });
  switch (change.type) {
    case 'opening-set':
      return { ...supply, open: byFirstDay(change.open) };
    case 'closed':
      return { ...supply, closures: [...supply.closures, change.closure] };
    case 'closure-lifted':
      return {
        ...supply,
        closures: supply.closures.flatMap((closure) =>
          closure.id !== change.closure ? [closure] : closure.from < change.from ? [{ ...closure, to: change.from }] : [],
        ),
      };
    case 'closure-changed': {
      const { from, to, cause, reason } = change.closure;
      return {
        ...supply,
        closures: supply.closures.map((closure) => (closure.id === change.closure.id ? { ...closure, from, to, cause, reason } : closure)),
      };
    }
    case 'room-added':
      return { ...supply, rooms: [...supply.rooms, change.room] };
    case 'room-named':
      return { ...supply, rooms: supply.rooms.map((room) => (room.id === change.room.id ? change.room : room)) };
    case 'room-removed':
      return { ...supply, rooms: supply.rooms.filter(({ id }) => id !== change.room) };
    case 'place-named':
      return ofPlace(change.place, () => ({ name: change.name, room: change.room }));
    case 'place-added':
      return { ...supply, places: [...supply.places, { ...change.place, properties: inOrder(change.place.properties) }] };
    case 'properties-set':
      return ofPlace(change.place, () => ({ properties: inOrder(change.properties) }));
    case 'admission-set':
      return { ...supply, admission: change.admission };
    case 'staffing-set':
      return { ...supply, staffing: byFirstDay(change.staffing) };
    case 'flexible-set':
      return ofPlace(change.place, ({ flexible }) => ({
        flexible: change.terms && { ...change.terms, opened: flexible?.opened ?? [] },
      }));
    case 'flexible-opened':
      return ofPlace(change.place, ({ flexible }) => ({
        flexible: flexible && { ...flexible, opened: joined([...flexible.opened, change.period]) },
      }));
    case 'flexible-closed':
      return ofPlace(change.place, ({ flexible }) => ({
        flexible: flexible && { ...flexible, opened: flexible.opened.flatMap((period) => endedOn(period, change.from)) },
      }));
  }
}

/** The part of a supply that a change is about. */
export function partOf(supply: Supply, change: SupplyChange): SupplyPart | null {
  const placeOf = (id: Id<'place'>): SupplyPart | null => {
    const place = supply.places.find((one) => one.id === id);
    return place ? { kind: 'place', place } : null;
  };
  switch (change.type) {
    case 'opening-set':
      return { kind: 'open', open: supply.open };
    case 'closed':
    case 'closure-changed':
    case 'closure-lifted': {
      const id = change.type === 'closure-lifted' ? change.closure : change.closure.id;
      const closure = supply.closures.find((one) => one.id === id);
      return closure ? { kind: 'closure', closure } : null;
    }
    case 'room-added':
    case 'room-named':
    case 'room-removed': {
      const of = change.type === 'room-removed' ? change.room : change.room.id;
      const room = supply.rooms.find(({ id }) => id === of);
      return room ? { kind: 'room', room } : null;
    }
    case 'place-added':
      return placeOf(change.place.id);
    case 'place-named':
    case 'properties-set':
    case 'flexible-set':
    case 'flexible-opened':
    case 'flexible-closed':
      return placeOf(change.place);
    case 'admission-set':
      return { kind: 'admission', admission: supply.admission };
    case 'staffing-set':
      return { kind: 'staffing', staffing: supply.staffing };
  }
}

/** What is added under an id that is there already was added before, and a room that is not there was taken away before. */
function isDone(supply: Supply, change: SupplyChange): boolean {
  switch (change.type) {
    case 'closed':
    case 'room-added':
    case 'place-added':
      return partOf(supply, change) !== null;
    case 'room-removed':
      return partOf(supply, change) === null;
    case 'opening-set':
    case 'closure-changed':
    case 'closure-lifted':
    case 'room-named':
    case 'place-named':
    case 'properties-set':
    case 'admission-set':
    case 'staffing-set':
    case 'flexible-set':
    case 'flexible-opened':
    case 'flexible-closed':
      return false;
  }
}

function byFirstDay<Dated extends Period>(periods: readonly Dated[]): readonly Dated[] {
  return periods.toSorted((one, other) => byCode(one.from, other.from));
}

/** A period up to a day at most; nothing of it where it begins later. */
function endedOn(period: Period, from: Day): readonly Period[] {
  if (period.from >= from) return [];
  return [period.to === null || period.to > from ? { ...period, to: from } : period];
}

/** Periods that meet or overlap become one, so that each night is in one of them. */
function joined(periods: readonly Period[]): readonly Period[] {
  const result: Period[] = [];
  for (const period of byFirstDay(periods)) {
    const last = result.at(-1);
    if (last && (last.to === null || period.from <= last.to))
      result[result.length - 1] = { from: last.from, to: later(last.to, period.to) };
    else result.push(period);
  }
  return result;
}

function later(one: Day | null, other: Day | null): Day | null {
  return one === null || other === null ? null : one > other ? one : other;
}

/** In the order of the vocabulary, each once. */
function inOrder(properties: readonly PlaceProperty[]): readonly PlaceProperty[] {
  return placeProperties.filter((property) => properties.includes(property));
}
