/** Where she is within the unit of her stay, and the moves there that are planned (da: planlagte flytninger), as `placement/parts.ts` has them by nights. */
import type { Day } from '../time.ts';
import type { PathwayFact } from './facts.ts';
import type { PathwayStay } from './state.ts';

type Places = Pick<PathwayStay, 'placeName' | 'plannedPlaces'>;
type Planned = NonNullable<PathwayStay['plannedPlaces']>;

/** The place she is on, on a day; the first before she has come. `null` where none was ever told. */
export function placeOn({ placeName, plannedPlaces = [] }: Places, day: Day): string | null {
  return plannedPlaces.findLast(({ from }) => from <= day)?.placeName ?? placeName;
}

/** The moves that are still to come after a day, in their order. */
export function plannedAfter({ plannedPlaces = [] }: Places, day: Day): Planned {
  return plannedPlaces.filter(({ from }) => from > day);
}

/** A stay on these places one after the other; those that follow each other on the same place are one. */
export function onPlaces<Stay extends Places>({ plannedPlaces: _, ...stay }: Stay, planned: Planned): Omit<Stay, 'plannedPlaces'> & Places {
  const moves = planned.filter(({ placeName }, index) => placeName !== (planned[index - 1] ?? stay).placeName);
  return moves.length === 0 ? stay : { ...stay, plannedPlaces: moves };
}

/** A stay that ends on a day: she does not move on that day or after it. */
export function placesUntil<Stay extends Places>(stay: Stay, departure: Day): Omit<Stay, 'plannedPlaces'> & Places {
  return onPlaces(
    stay,
    (stay.plannedPlaces ?? []).filter(({ from }) => from < departure),
  );
}

/**
 * A stay after a change of place that is told on a day. A move is for the rest of the stay, so that those that were planned from its day on fall away;
 * one that comes to nothing gives its own nights back to the place before it, and leaves the others as they are. What is planned has not happened.
 */
export function afterPlaceChange(
  stay: PathwayStay,
  { from, fromPlace, toPlace: placeName, undone }: Extract<PathwayFact, { readonly type: 'place-changed' }>,
  on: Day,
): PathwayStay {
  const planned = stay.plannedPlaces ?? [];
  if (from === undefined) {
    // Given to make room before she came: those of her places that had that name.
    const isLater = stay.placeName !== fromPlace && planned.some((one) => one.placeName === fromPlace);
    return isLater
      ? onPlaces(
          stay,
          planned.map((one) => (one.placeName === fromPlace ? { ...one, placeName } : one)),
        )
      : onPlaces({ ...stay, placeName }, planned);
  }
  const later = undone ? planned.filter((one) => one.from > from) : [];
  const all = [...planned.filter((one) => one.from < from), { placeName, from }, ...later];
  // She is on the first place from the day she comes, whatever day before it was written.
  const settled = stay.arrival !== null && stay.arrival > on ? stay.arrival : on;
  const now = { ...stay, placeName: placeOn({ placeName: stay.placeName, plannedPlaces: all }, settled) };
  return onPlaces(now, plannedAfter({ placeName: null, plannedPlaces: all }, settled));
}
