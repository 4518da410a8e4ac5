/** A stay as the places it is on, one after the other. */
import type { Id } from '../id.ts';
import type { Day } from '../time.ts';
import type { Nights } from './nights.ts';
import type { Place } from './provision.ts';

/**
 * A part of a stay (da: del af et ophold): some of its nights on one place. The parts of a stay follow each other without a gap; a stay on
 * one place has one. She moves once less than there are parts.
 */
export type PlacePart = { readonly place: Place; readonly nights: Nights };

/** The same where only the id of the place is known: as it stands in a stay that was saved. */
export type StayPart = { readonly place: Id<'place'>; readonly nights: Nights };

/** The part that holds on a day: the first before she has come, the last once she should have left. Throws for a stay without parts. */
export function partOn<Part extends StayPart>(parts: readonly Part[], day: Day): Part {
  const part = parts.findLast(({ nights }) => nights.arrival <= day) ?? parts[0];
  if (!part) throw new Error('a stay has at least one part');
  return part;
}

/** The first nights of a stay: what comes on or after the departure falls away. At least one part is left, with no nights if need be. */
export function partsUntil(parts: readonly StayPart[], departure: Day): readonly StayPart[] {
  return parts
    .filter(({ nights }, index) => index === 0 || nights.arrival < departure)
    .map((part) => {
      const { arrival } = part.nights;
      const until = part.nights.departure < departure ? part.nights.departure : departure;
      return { ...part, nights: { arrival, departure: until > arrival ? until : arrival } };
    });
}

/**
 * The same stay on other nights: what lies before falls away or is added to the first part, what lies after to the last. Her places stay
 * the same on the nights that both have.
 */
export function partsWithin(parts: readonly StayPart[], { arrival, departure }: Nights): readonly StayPart[] {
  const first = partOn(parts, arrival);
  const from = parts
    .slice(parts.indexOf(first))
    .map((part, index) => (index === 0 ? { ...part, nights: { ...part.nights, arrival } } : part));
  const cut = partsUntil(from, departure);
  return cut.map((part, index) => (index === cut.length - 1 ? { ...part, nights: { ...part.nights, departure } } : part));
}

/** From a day on another place, and before it the places as they were. Two parts on the same place become one. */
export function partsWithMove(parts: readonly StayPart[], day: Day, place: Id<'place'>): readonly StayPart[] {
  const last = parts.at(-1);
  if (!last || day >= last.nights.departure) return parts;
  const before = parts.filter(({ nights }) => nights.arrival < day);
  const moved: StayPart = {
    place,
    nights: { arrival: before.length === 0 ? partOn(parts, day).nights.arrival : day, departure: last.nights.departure },
  };
  return joined([...partsUntil(before, day), moved]);
}

/** Whether two stays are on the same places on the same nights. */
export function sameParts(one: readonly StayPart[], other: readonly StayPart[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ place, nights }, index) => {
      const beside = other[index];
      return place === beside?.place && nights.arrival === beside.nights.arrival && nights.departure === beside.nights.departure;
    })
  );
}

/** Parts that follow each other on the same place, as one. */
export function joined<Part extends StayPart>(parts: readonly Part[]): readonly Part[] {
  const together: Part[] = [];
  for (const part of parts) {
    const before = together.at(-1);
    if (before?.place === part.place)
      together[together.length - 1] = { ...before, nights: { arrival: before.nights.arrival, departure: part.nights.departure } };
    else together.push(part);
  }
  return together;
}
