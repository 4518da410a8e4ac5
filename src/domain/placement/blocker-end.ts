/** Which of the things in her way time removes by itself (da: falder væk med tiden), and which stand until somebody decides otherwise. */
import { type Day, startOfDanishDay } from '../time.ts';
import { outside } from './availability.ts';
import type { Blocker, Explanation } from './blockers.ts';
import { possible } from './feasibility.ts';
import { countNights, nightsFrom } from './nights.ts';
import type { Unit } from './provision.ts';
import type { Situation } from './situation.ts';

/**
 * Whether she can come on the nights asked for or on later ones when all that ends by itself has ended (da: det hjælper at vente): the others have
 * left, holds have run out, closures with a day are over, places by need are opened, needs of hers are behind her, and she has the age. What stands until somebody decides otherwise
 * stands here too, so that a place that is closed without an end gives nobody a day.
 */
export function comesWithTime({ unit, needs, party, nights }: Omit<Situation, 'stays' | 'at'>): boolean {
  const stands = ({ to }: { readonly to: unknown }): boolean => to === null;
  const left: Unit = {
    ...unit,
    closures: unit.closures.filter(stands),
    places: unit.places.map((place) => ({ ...place, flexible: null, closures: place.closures.filter(stands) })),
    staffing: unit.staffing.filter(stands),
    admission: { ...unit.admission, youngest: null },
  };
  const ends: readonly (Day | null | undefined)[] = [...outside(unit).map(({ to }) => to), ...needs.map(({ until }) => until)];
  const opens = ends.flatMap((day) => (day !== null && day !== undefined && day > nights.arrival ? [day] : []));
  // Nobody else is there, so that no arrangement of others is sought and no step is taken; and nothing that is left depends on the hour.
  const at = startOfDanishDay(nights.arrival);
  const canComeOn = (arrival: Day): boolean =>
    possible({ unit: left, stays: [], needs, party, nights: nightsFrom(arrival, countNights(nights)), at, spare: [] }, () => true)
      .outcome === 'possible';
  return [nights.arrival, ...opens].some(canComeOn);
}

/**
 * Whether a blocker ends though nobody decides anything: others leave, holds run out, what is closed opens on its day, and she grows older. A closure
 * without an end, a rule of admission and a competence that no place has do not. Nights that are full, and a competence whose places cannot be had,
 * end only where she can come with time at all: see `comesWithTime`.
 */
export function endsWithTime(blocker: Blocker, { places }: Pick<Unit, 'places'>, comes: boolean): boolean {
  switch (blocker.kind) {
    case 'held':
    case 'lead-time':
      return true;
    case 'full':
      return comes && places.length > 0;
    case 'need':
      return comes && blocker.offered === 'not-then';
    case 'closed':
      return blocker.closure.to !== null;
    case 'not-open':
      return blocker.to !== null;
    case 'staffing':
      return blocker.staffing.women > 0 || blocker.staffing.to !== null;
    case 'admission':
      return blocker.rule === 'youngest';
  }
}

/** Of what is in her way: nothing, some or all of what must be gone ends with time. */
export type EndsWithTime = 'all' | 'some' | 'none';

/**
 * How much of an explanation ends with time. Where one thing gone is enough, one that ends is enough; where she can come with time though none of
 * what is named ends, another place becomes hers.
 */
export function endOf(
  { gone, blockers }: Extract<Explanation, { readonly outcome: 'explained' }>,
  unit: Pick<Unit, 'places'>,
  comes: boolean,
): EndsWithTime {
  const ending = blockers.filter((blocker) => endsWithTime(blocker, unit, comes)).length;
  if (!comes) return ending === 0 ? 'none' : 'some';
  return gone === 'each' || ending === 0 || ending === blockers.length ? 'all' : 'some';
}
