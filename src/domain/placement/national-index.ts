/**
 * The whole country compiled, so that «who can take her?» is answered for every unit at once. The index is a picture of what is stored: it
 * finds and ranks, and the database decides when a place is held. It holds no names.
 */
import type { Location } from '../geography/travel.ts';
import type { Id } from '../id.ts';
import type { Moment } from '../time.ts';
import { type CompiledUnit, compileUnit } from './national-index-unit.ts';
import { type KnownWays, knownWays, minutesFromHome, type Spot, spotOf } from './national-index-ways.ts';
import type { AdmissionRules } from './provision.ts';
import type { Candidate } from './search.ts';

/**
 * Every unit compiled for the search. What it answers never changes: a unit put in gives a new index that shares the others. What has been worked
 * out once is remembered in each unit and in the ways that were given to the first.
 */
export type NationalIndex = { readonly units: ReadonlyMap<Id<'unit'>, IndexedUnit>; readonly ways: KnownWays };

/** A unit in the index. It is compiled when it is first asked about, and again when a hold has run out or a new day has begun. */
export type IndexedUnit = {
  readonly candidate: Candidate;
  /** The unit as it is at a moment. One who asks many at a time gives the midnight after it too, worked out once. */
  readonly compiledAt: (at: Moment, midnight?: Moment) => CompiledUnit;
  /** Minutes by car from a place. */
  readonly minutesFrom: (home: Location) => number;
  /** The place where it lies, among the ways. */
  readonly spot: Spot;
  /** Whether it has no rule of whom it receives: most have none, and a search asks a thousand. */
  readonly receivesAll: boolean;
};

/** `ways` belongs to whoever keeps the index up to date, and is shared by all that this one becomes. */
export function emptyIndex(ways: KnownWays = knownWays()): NationalIndex {
  return { units: new Map(), ways };
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
    else units.set(id, indexed(candidate, index));
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
  return { ...unit, candidate: others, compiledAt: (at, midnight) => compileUnit(others.unit, others.occupations, at, midnight) };
}

/** The way from one home to each unit, for a search that asks them all: what is known of it lies side by side. */
export function waysFrom({ ways }: NationalIndex, home: Location): (unit: IndexedUnit) => number {
  const minutesTo = minutesFromHome(ways, home);
  return ({ spot }) => minutesTo(spot);
}

function indexed(candidate: Candidate, { ways }: NationalIndex): IndexedUnit {
  const { facility, unit, occupations } = candidate;
  let compiled: CompiledUnit | null = null;
  const compiledAt = (at: Moment, midnight?: Moment): CompiledUnit => {
    if (compiled === null || at < compiled.from || at >= compiled.until) compiled = compileUnit(unit, occupations, at, midnight);
    return compiled;
  };
  const spot = spotOf(ways, facility);
  const minutesFrom = (home: Location): number => minutesFromHome(ways, home)(spot);
  return { candidate, compiledAt, minutesFrom, spot, receivesAll: rulesIn(unit.admission) === 0 };
}

/** How many rules of admission there are. */
function rulesIn({ youngest, oldest, womenOnly, mostChildren, oldestChild }: AdmissionRules): number {
  return [youngest, oldest, mostChildren, oldestChild].filter((rule) => rule !== null).length + Number(womenOnly);
}
