/**
 * Travel by car without a road network: a replaceable model. Anything that fits `TravelModel` can take its place.
 *
 * Minutes = 9 + 0.90·d^0.95 for each leg of d great-circle kilometres + the minutes of each crossing, along the quickest way.
 * Fitted on 41 driving times known in general (mean error 7.5 %, worst 19 %): good enough to sort by, said to the user as «ca.».
 * Weak at fjords within a landmass, near København in the rush hour and for Bornholm, which is reached through Sweden.
 */
import { crossings, type Landmass, landmassOf, type Point } from './crossings.ts';
import { type Municipality, municipality } from './municipalities.ts';
import type { Id } from '../id.ts';

/** A place to travel from or to. */
export type Location = { readonly point: Point; readonly landmass: Landmass };

/** Minutes by car from one place to another. */
export type TravelModel = (from: Location, to: Location) => number;

/** From the middle of a municipality, weighted by its towns. The same location each time, so that ways from it can be remembered by it. */
export function municipalityLocation(municipality: Municipality): Location {
  const known = middles.get(municipality);
  if (known) return known;
  const middle = { point: municipality.point, landmass: landmassOf(municipality.id) };
  middles.set(municipality, middle);
  return middle;
}

const middles = new WeakMap<Municipality, Location>();

/** Where one travels from who lives in a municipality; `null` where there is none of that id. */
export function homeOf(id: Id<'municipality'>): Location | null {
  const home = municipality(id);
  return home && municipalityLocation(home);
}

/** A point whose landmass is that of its municipality's main town. */
export function locationIn(municipality: Id<'municipality'>, point: Point): Location {
  return { point, landmass: landmassOf(municipality) };
}

/** Minutes by car along the quickest way over bridges, tunnels and ferries; not rounded. */
export const minutesByCar: TravelModel = (from, to) => {
  let best = from.landmass === to.landmass ? minutesOverLand(from.point, to.point) : Infinity;
  const [out, home] = [endsOn(from.landmass), endsOn(to.landmass)];
  const last = home.map((end) => minutesOverLand(end.point, to.point));
  for (const first of out) {
    const there = minutesOverLand(from.point, first.point);
    if (there >= best) continue;
    const onwards = minutesBetweenEnds[first.index] ?? [];
    for (const [index, end] of home.entries()) best = Math.min(best, there + (onwards[end.index] ?? Infinity) + (last[index] ?? Infinity));
  }
  return 9 + best;
};

/** «ca. 55 min»: to the nearest five, since the model is no better than that. */
export function roundedMinutes(minutes: number): number {
  return Math.max(5, Math.round(minutes / 5) * 5);
}

function minutesOverLand(from: Point, to: Point): number {
  return 0.9 * greatCircleKilometres(from, to) ** 0.95;
}

/** The haversine formula on a sphere of 6,371 km. */
function greatCircleKilometres(from: Point, to: Point): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const [width, height] = [radians(to[0] - from[0]), radians(to[1] - from[1])];
  const half = Math.sin(height / 2) ** 2 + Math.cos(radians(from[1])) * Math.cos(radians(to[1])) * Math.sin(width / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(half));
}

/** An end of a crossing, where one drives on to it and off it. */
type End = Location & { readonly index: number };

const ends: readonly End[] = crossings.flatMap(({ between, ends: [one, other] }, index) => [
  { landmass: between[0], point: one, index: index * 2 },
  { landmass: between[1], point: other, index: index * 2 + 1 },
]);
const endsByLandmass = new Map<Landmass, readonly End[]>();
for (const end of ends) endsByLandmass.set(end.landmass, [...endsOn(end.landmass), end]);

function endsOn(landmass: Landmass): readonly End[] {
  return endsByLandmass.get(landmass) ?? [];
}

/** The quickest way from each end to each other, worked out once (Floyd and Warshall): the journeys of all who travel share it. */
const minutesBetweenEnds: readonly (readonly number[])[] = quickestBetween(
  ends.map((one) =>
    ends.map((other) => {
      const crossing =
        Math.floor(one.index / 2) === Math.floor(other.index / 2) ? (crossings[Math.floor(one.index / 2)]?.minutes ?? Infinity) : Infinity;
      if (one === other) return 0;
      return Math.min(crossing, one.landmass === other.landmass ? minutesOverLand(one.point, other.point) : Infinity);
    }),
  ),
);

function quickestBetween(direct: readonly (readonly number[])[]): readonly (readonly number[])[] {
  let quickest = direct;
  for (let via = 0; via < direct.length; via += 1) {
    const beyond = quickest[via] ?? [];
    quickest = quickest.map((row) => row.map((minutes, to) => Math.min(minutes, (row[via] ?? Infinity) + (beyond[to] ?? Infinity))));
  }
  return quickest;
}
