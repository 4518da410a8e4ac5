/** How far each municipality has to the nearest of some places: what a map of the country is coloured by. */
import type { Id } from '../id.ts';
import { municipalities } from './municipalities.ts';
import { type Location, municipalityLocation } from './travel.ts';

/** The nearest of the places from one municipality, and the minutes there. */
export type Reach<Place> = { readonly place: Place; readonly minutes: number };

/** Travel is shown in these steps, each up to and with so many minutes; the last step is all beyond them. */
export const reachSteps = [30, 60, 90, 120] as const;

/** The step that some minutes belong to: 0 for the nearest. */
export function reachStep(minutes: number): number {
  const step = reachSteps.findIndex((most) => minutes <= most);
  return step < 0 ? reachSteps.length : step;
}

/** The nearest place for each of the 98 municipalities; the first of those that are equally near. Empty when there are no places. */
export function reachOf<Place extends { readonly minutesFrom: (home: Location) => number }>(
  places: readonly Place[],
): ReadonlyMap<Id<'municipality'>, Reach<Place>> {
  const reached = new Map<Id<'municipality'>, Reach<Place>>();
  for (const municipality of municipalities) {
    const from = municipalityLocation(municipality);
    let nearest: Reach<Place> | null = null;
    for (const place of places) {
      const minutes = place.minutesFrom(from);
      if (nearest === null || minutes < nearest.minutes) nearest = { place, minutes };
    }
    if (nearest) reached.set(municipality.id, nearest);
  }
  return reached;
}
