/**
 * The whole country compiled, so that «who can take her?» is answered for every unit at once. The index is a picture of what is stored: it
 * finds and ranks, and the database decides when a place is held. It holds no names.
 */
import { type Location, locationIn, minutesByCar, type TravelModel } from '../geography/travel.ts';
import type { Id } from '../id.ts';
import type { Moment } from '../time.ts';
import { type CompiledUnit, compileUnit } from './national-index-unit.ts';
import type { AdmissionRules } from './provision.ts';
import type { Candidate } from './search.ts';

/** Every unit compiled for the search. It is never changed: a unit put in gives a new index that shares the others. */
export type NationalIndex = {
  readonly units: ReadonlyMap<Id<'unit'>, IndexedUnit>;
  readonly travel: TravelModel;
  readonly ways: Ways;
};

/** The ways that are known, shared by all that an index becomes: from a home, a number for each place where a unit lies. */
type Ways = { spots: number; readonly from: WeakMap<Location, number[]> };

/** A unit in the index. It is compiled when it is first asked about, and again when a hold has run out or a new day has begun. */
export type IndexedUnit = {
  readonly candidate: Candidate;
  /** The unit as it is at a moment. */
  readonly compiledAt: (at: Moment) => CompiledUnit;
  /** Minutes by car from a place. */
  readonly minutesFrom: (home: Location) => number;
  /** The number of the place where it lies, among the ways. */
  readonly spot: number;
  /** Whether it has no rule of whom it receives: most have none, and a search asks a thousand. */
  readonly receivesAll: boolean;
};

export function emptyIndex(travel: TravelModel = minutesByCar): NationalIndex {
  return { units: new Map(), travel, ways: { spots: 0, from: new WeakMap() } };
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
    else units.set(id, indexed(candidate, index, units.get(id)));
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
export function withoutStay(unit: IndexedUnit, stay: Id<'stay'>): IndexedUnit {
  const { candidate } = unit;
  const others = { ...candidate, occupations: candidate.occupations.filter((one) => one.stay !== stay) };
  return { ...unit, candidate: others, compiledAt: (at) => compileUnit(others.unit, others.occupations, at) };
}

/** The way from one home to each unit, for a search that asks them all: what is known of it lies side by side. */
export function waysFrom({ ways }: NationalIndex, home: Location): (unit: IndexedUnit) => number {
  const known = ways.from.get(home) ?? [];
  ways.from.set(home, known);
  return ({ spot, minutesFrom }) => (known[spot] ??= minutesFrom(home));
}

function indexed(candidate: Candidate, { travel, ways }: NationalIndex, before: IndexedUnit | undefined): IndexedUnit {
  const { facility, unit, occupations } = candidate;
  let compiled: CompiledUnit | null = null;
  const compiledAt = (at: Moment): CompiledUnit => {
    if (compiled === null || at < compiled.from || at >= compiled.until) compiled = compileUnit(unit, occupations, at);
    return compiled;
  };
  const isWhereItWas =
    before?.candidate.facility.municipality === facility.municipality && before.candidate.facility.point.join() === facility.point.join();
  const lies = before && isWhereItWas ? before : { minutesFrom: remembered(facility, travel), spot: ways.spots++ };
  const { minutesFrom, spot } = lies;
  return { candidate, compiledAt, minutesFrom, spot, receivesAll: rulesIn(unit.admission) === 0 };
}

/** How many rules of admission there are. */
function rulesIn({ youngest, oldest, womenOnly, mostChildren, oldestChild }: AdmissionRules): number {
  return [youngest, oldest, mostChildren, oldestChild].filter((rule) => rule !== null).length + Number(womenOnly);
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
