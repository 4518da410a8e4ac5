/** What is known of the ways to the places where units lie, so that a search of the whole country works none of them out twice. */
import { type Location, locationIn, minutesByCar, type TravelModel } from '../geography/travel.ts';
import type { Facility } from './provision.ts';

/**
 * Ways that are known (da: kendte veje). It fills in as ways are asked for, and it is the one thing in an index that does: whoever keeps an index
 * up to date makes one and owns it, and every index made from that one reads it. It holds a number for each place where a unit lies or lay, and
 * from each home no more than one way to each of them.
 */
export type KnownWays = {
  readonly travel: TravelModel;
  /** The number of each place where a unit lies. */
  readonly spots: Map<string, number>;
  /** From a home: minutes by the number of the place. Side by side, because a search reads them all. */
  readonly from: WeakMap<Location, number[]>;
};

export function knownWays(travel: TravelModel = minutesByCar): KnownWays {
  return { travel, spots: new Map(), from: new WeakMap() };
}

/** The place where a facility lies, and its number among the ways: the same for all that lie there. */
export type Spot = { readonly number: number; readonly at: Location };

export function spotOf({ spots }: KnownWays, { municipality, point }: Pick<Facility, 'municipality' | 'point'>): Spot {
  const key = `${municipality} ${point.join(' ')}`;
  const number = spots.get(key) ?? spots.size;
  spots.set(key, number);
  return { number, at: locationIn(municipality, point) };
}

/** Minutes by car from one home to any spot; each is worked out once. */
export function minutesFromHome({ from, travel }: KnownWays, home: Location): (spot: Spot) => number {
  const known = from.get(home) ?? noneFrom(from, home);
  return ({ number, at }) => (known[number] ??= travel(home, at));
}

/** A home that was not asked about before. */
function noneFrom(from: KnownWays['from'], home: Location): number[] {
  const none: number[] = [];
  from.set(home, none);
  return none;
}
