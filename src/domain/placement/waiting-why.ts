/** Why a unit is asked for one who waits, or is not (da: hvorfor afdelingen ikke spørges): the same explanation as a search for her gives. */
import { type Location, locationIn, minutesByCar, type TravelModel } from '../geography/travel.ts';
import { danishDay, type Moment } from '../time.ts';
import { comesWithTime } from './blocker-end.ts';
import { type Blocker, explain, type Explanation } from './blockers.ts';
import { nightsFrom } from './nights.ts';
import type { Steps } from './puzzle.ts';
import type { Candidate } from './search.ts';
import { nightsFor } from './waiting-offer.ts';
import { endOfWish, isOver, wishedNights } from './wished-length.ts';
import { type ClosedUnit, closedFor, type HomeOf, isWithinReach, type PlacementRequest } from './waiting-request.ts';

export type UnitForWaiting =
  /** It is asked: a place of it can be hers as things stand, or will be offered when one becomes free. */
  | { readonly outcome: 'can-be-offered' }
  /** She was passed, said no, or was refused there. */
  | { readonly outcome: 'closed'; readonly closed: ClosedUnit }
  /** What she waits for ends before she can come: no unit is asked. */
  | { readonly outcome: 'over' }
  | { readonly outcome: 'out-of-reach'; readonly minutes: number; readonly reach: number }
  /** She stands on its list, or cannot because no place of it has what she needs: what stands in the way from the first day she can come, and whether time helps. */
  | { readonly outcome: 'not-now'; readonly isOnList: boolean; readonly comes: boolean; readonly explanation: Explanation }
  /** Only if others or she herself change places, which the list never does by itself: a search can. */
  | { readonly outcome: 'with-moves' };

/** What a unit is to one who waits, at a moment. The steps are those of a search. */
export function unitForWaiting(
  request: Pick<PlacementRequest, 'needs' | 'party' | 'earliest' | 'nights' | 'nightsAfterBirth' | 'reach' | 'municipality' | 'closed'>,
  { facility, unit, occupations }: Candidate,
  homeOf: HomeOf,
  at: Moment,
  steps: Steps,
  travel: TravelModel = minutesByCar,
): UnitForWaiting {
  const closed = closedFor(request, unit.id, at);
  if (closed) return { outcome: 'closed', closed };
  if (isOver(request, danishDay(at))) return { outcome: 'over' };
  const home: Location | null = request.municipality === null ? null : homeOf(request.municipality);
  if (request.reach !== null && home !== null && !isWithinReach(request, facility, homeOf, travel))
    return { outcome: 'out-of-reach', minutes: travel(home, locationIn(facility.municipality, facility.point)), reach: request.reach };
  if (unit.places.some((place) => nightsFor(request, { facility, unit, place, stays: occupations }, at) !== null))
    return { outcome: 'can-be-offered' };
  const today = danishDay(at);
  const first = request.earliest > today ? request.earliest : today;
  const { needs, party } = request;
  const asked = { unit, stays: occupations, needs, party, nights: wishedNights(request, first), at };
  // A stay to a day is shorter the later she comes: that a single night can be is enough, as a search says it (`waitingHelpsAt`).
  const least = endOfWish(request) === null ? asked.nights : nightsFrom(first, 1);
  const explanation = explain(asked, steps);
  if (explanation.outcome === 'can-come') return { outcome: 'with-moves' };
  return {
    outcome: 'not-now',
    isOnList: !hasNeedThatIsNotThere(explanation),
    comes: comesWithTime({ ...asked, nights: least }),
    explanation,
  };
}

/** Whether what stands in the way is a need that no place has: then she stands on no list there, however long she waits. */
function hasNeedThatIsNotThere(explanation: Explanation): boolean {
  const isNever = (blocker: Blocker): boolean => blocker.kind === 'need' && blocker.offered !== 'not-then';
  return explanation.outcome === 'explained' && explanation.blockers.some(isNever);
}
