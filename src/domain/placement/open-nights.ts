/** The nights on which a place of a unit could be used (da: pladsnætter), whoever stayed there: for counting how much of it was. */
import type { Day } from '../time.ts';
import type { Nights } from './nights.ts';
import type { Period } from './provision.ts';
import type { Supply, SupplyPlace } from './supply-state.ts';

/**
 * The nights before a day, in order and without overlap: within the unit's opening periods and, of a flexible place, within those it was opened in;
 * not while the unit or the place was closed, and not before the day that the place was added, where it was.
 */
export function openNights({ open, closures }: Supply, place: SupplyPlace, before: Day, added: Day | null): readonly Nights[] {
  const closed = closures.filter((closure) => closure.place === null || closure.place === place.id);
  const opened = place.flexible === null ? null : place.flexible.opened;
  const all = [...open, ...closed, ...(opened ?? [])];
  const cuts = [...new Set([...all.flatMap(({ from, to }) => [from, to ?? before]), before, ...(added === null ? [] : [added])])]
    .filter((cut) => cut <= before)
    .toSorted();
  const nights: Nights[] = [];
  for (const [index, arrival] of cuts.entries()) {
    const departure = cuts[index + 1];
    if (departure === undefined) break;
    const isOpen =
      (added === null || arrival >= added) &&
      covers(open, arrival) &&
      (opened === null || covers(opened, arrival)) &&
      !covers(closed, arrival);
    if (!isOpen) continue;
    const last = nights.at(-1);
    if (last?.departure === arrival) nights[nights.length - 1] = { arrival: last.arrival, departure };
    else nights.push({ arrival, departure });
  }
  return nights;
}

function covers(periods: readonly Period[], night: Day): boolean {
  return periods.some(({ from, to }) => from <= night && (to === null || night < to));
}
