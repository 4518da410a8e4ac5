/**
 * Travel by car without a road network: a replaceable model. Anything that fits `TravelModel` can take its place.
 *
 * Minutes = 9 + 0.90·d^0.95 for each leg of d great-circle kilometres + the minutes of each crossing, along the quickest way.
 * Fitted on 41 driving times known in general (mean error 7.5 %, worst 19 %): good enough to sort by, said to the user as «ca.».
 * Weak at fjords within a landmass, near København in the rush hour and for Bornholm, which is reached through Sweden.
 */
import { crossings, type Landmass, landmassOf, type Point } from './crossings.ts';
import type { Municipality } from './municipalities.ts';
import type { Id } from '../id.ts';

/** A place to travel from or to. */
export type Location = { readonly point: Point; readonly landmass: Landmass };

/** Minutes by car from one place to another. */
export type TravelModel = (from: Location, to: Location) => number;

/** From the middle of a municipality, weighted by its towns. */
export function municipalityLocation({ id, point }: Municipality): Location {
  return { point, landmass: landmassOf(id) };
}

/** A point whose landmass is that of its municipality's main town. */
export function locationIn(municipality: Id<'municipality'>, point: Point): Location {
  return { point, landmass: landmassOf(municipality) };
}

/** Minutes by car along the quickest way over bridges, tunnels and ferries; not rounded. */
export const minutesByCar: TravelModel = (from, to) => {
  const reached = new Map<string, number>();
  const open: (Location & { readonly minutes: number; readonly key: string })[] = [{ ...from, minutes: 0, key: 'from' }];
  let best = Infinity;
  for (let here = takeNearest(open); here !== null && here.minutes < best; here = takeNearest(open)) {
    if (reached.has(here.key)) continue;
    reached.set(here.key, here.minutes);
    if (here.landmass === to.landmass) best = Math.min(best, here.minutes + minutesOverLand(here.point, to.point));
    for (const { id, between, ends, minutes } of crossings)
      for (const [near, far] of [
        [0, 1],
        [1, 0],
      ] as const)
        if (between[near] === here.landmass)
          open.push({
            point: ends[far],
            landmass: between[far],
            minutes: here.minutes + minutesOverLand(here.point, ends[near]) + minutes,
            key: `${id}/${far}`,
          });
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

function takeNearest<Stop extends { readonly minutes: number }>(open: Stop[]): Stop | null {
  let nearest = 0;
  for (let index = 1; index < open.length; index += 1)
    if ((open[index]?.minutes ?? Infinity) < (open[nearest]?.minutes ?? Infinity)) nearest = index;
  return open.splice(nearest, 1)[0] ?? null;
}
