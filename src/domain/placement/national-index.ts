/**
 * The whole country compiled, so that «who can take her?» is answered for every unit at once. The index is a picture of what is stored: it
 * finds and ranks, and the database decides when a place is held. It holds no names.
 */
import { type Location, locationIn, minutesByCar, type TravelModel } from '../geography/travel.ts';
import type { Id } from '../id.ts';
import type { Moment } from '../time.ts';
import { type CompiledUnit, compileUnit } from './national-index-unit.ts';
import type { Candidate } from './search.ts';

/** Every unit compiled for the search. It is never changed: a unit put in gives a new index that shares the others. */
export type NationalIndex = {
  readonly units: ReadonlyMap<Id<'unit'>, IndexedUnit>;
  readonly travel: TravelModel;
};

/** A unit in the index. It is compiled when it is first asked about, and again when a hold has run out or a new day has begun. */
export type IndexedUnit = {
  readonly candidate: Candidate;
  /** The unit as it is at a moment. */
  readonly compiledAt: (at: Moment) => CompiledUnit;
  /** Minutes by car from a place. */
  readonly minutesFrom: (home: Location) => number;
};

export function emptyIndex(travel: TravelModel = minutesByCar): NationalIndex {
  return { units: new Map(), travel };
}

/** The index with some units as they are now; `null` for one that is no more. */
export function withUnits(
  index: NationalIndex,
  changes: readonly { readonly id: Id<'unit'>; readonly candidate: Candidate | null }[],
): NationalIndex {
  if (changes.length === 0) return index;
  const units = new Map(index.units);
  for (const { id, candidate } of changes)
    if (candidate === null) units.delete(id);
    else units.set(id, indexed(candidate, index.travel, units.get(id)));
  return { ...index, units };
}

/** The index of one unit alone; empty where it is not there. */
export function onlyUnit(index: NationalIndex, id: Id<'unit'>): NationalIndex {
  const unit = index.units.get(id);
  return { ...index, units: new Map(unit ? [[id, unit]] : []) };
}

/** Every unit with its nights, for those who go through them all. */
export function candidatesIn({ units }: NationalIndex): readonly Candidate[] {
  return Array.from(units.values(), ({ candidate }) => candidate);
}

/** A unit without one stay: a woman's own takes no place from her. */
export function withoutStay({ candidate, minutesFrom }: IndexedUnit, stay: Id<'stay'>): IndexedUnit {
  const others = { ...candidate, occupations: candidate.occupations.filter((one) => one.stay !== stay) };
  return { candidate: others, compiledAt: (at) => compileUnit(others.unit, others.occupations, at), minutesFrom };
}

function indexed(candidate: Candidate, travel: TravelModel, before: IndexedUnit | undefined): IndexedUnit {
  const { facility, unit, occupations } = candidate;
  let compiled: CompiledUnit | null = null;
  const compiledAt = (at: Moment): CompiledUnit => {
    if (compiled === null || at < compiled.from || at >= compiled.until) compiled = compileUnit(unit, occupations, at);
    return compiled;
  };
  const isWhereItWas = before?.candidate.facility.point.join() === facility.point.join();
  return { candidate, compiledAt, minutesFrom: before && isWhereItWas ? before.minutesFrom : remembered(facility, travel) };
}

/** The way from a municipality is worked out once. */
function remembered({ municipality, point }: Candidate['facility'], travel: TravelModel): (home: Location) => number {
  const known = new WeakMap<Location, number>();
  const here = locationIn(municipality, point);
  return (home) => {
    const before = known.get(home);
    if (before !== undefined) return before;
    const minutes = travel(home, here);
    known.set(home, minutes);
    return minutes;
  };
}
