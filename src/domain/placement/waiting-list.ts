/** The waiting list of a unit (da: venteliste): who stands on it, in which order, and how many are before her. */
import type { Id } from '../id.ts';
import type { Day, Moment } from '../time.ts';
import type { Facility, Unit } from './provision.ts';
import { byUrgency, type Urgency, type UrgencyFacts, urgencyOn } from './urgency.ts';
import { isOver } from './wished-length.ts';
import { type ClosedUnit, closedFor, type HomeOf, type PlacementRequest, waitsFor } from './waiting-request.ts';

/** A request with how urgent it is on the day the list is read. */
export type ListedRequest = { readonly request: PlacementRequest; readonly urgency: Urgency };

/** A line of a unit's list (da: nummer på ventelisten), counted from 1. */
export type WaitingLine = ListedRequest & {
  readonly number: number;
  /** Why the unit is not asked for her now; `null` when it is. */
  readonly closed: ClosedUnit | null;
};

/** A line without how urgent she is and where she lives (da: linje uden hastegrad): as a unit reads it. */
export type TrimmedLine = Pick<WaitingLine, 'number' | 'closed'> & { readonly request: Omit<PlacementRequest, 'urgency' | 'municipality'> };

/** Requests in the order they are to be served. The order they are given in does not matter. */
export function inOrderOfUrgency(requests: readonly PlacementRequest[], today: Day): readonly ListedRequest[] {
  return requests
    .map((request) => ({ request, urgency: urgencyOn(request.urgency, today) }))
    .toSorted((one, other) => byUrgency(rankedOf(one), rankedOf(other)));
}

/**
 * Those who wait for a unit: not yet placed, not refused by it or declined by her, and not for what is over. One who rests after an unused offer keeps her
 * number.
 */
export function waitingListOf(
  requests: readonly PlacementRequest[],
  where: { readonly facility: Facility; readonly unit: Unit },
  homeOf: HomeOf,
  today: Day,
  at: Moment,
): readonly WaitingLine[] {
  return inOrderOfUrgency(
    requests.filter(
      (request) =>
        isWaiting(request) && !isOver(request, today) && waitsFor(request, where, homeOf) && !isClosedForGood(request, where.unit.id, at),
    ),
    today,
  ).map((listed, index) => ({ ...listed, number: index + 1, closed: closedFor(listed.request, where.unit.id, at) }));
}

/** Those on a unit's list who are more urgent than one who would take a place there now, her own request apart. */
export function moreUrgentThan(
  list: readonly WaitingLine[],
  hers: { readonly facts: UrgencyFacts; readonly askedAt: Moment; readonly request: Id<'request'> | null },
  today: Day,
): readonly WaitingLine[] {
  const { score } = urgencyOn(hers.facts, today);
  // One who is not on the list stands after all who are and have as many points.
  const ranked = { id: hers.request ?? '~', score, askedAt: hers.askedAt };
  return list.filter(
    (line) =>
      line.request.id !== hers.request &&
      line.closed === null &&
      line.request.status === 'waiting' &&
      byUrgency(rankedOf(line), ranked) < 0,
  );
}

function isWaiting({ status }: PlacementRequest): boolean {
  return status === 'waiting' || status === 'offered';
}

function isClosedForGood(request: PlacementRequest, unit: Id<'unit'>, at: Moment): boolean {
  return closedFor(request, unit, at)?.until === null;
}

function rankedOf({ request, urgency }: ListedRequest): Parameters<typeof byUrgency>[0] {
  return { id: request.id, score: urgency.score, askedAt: request.askedAt };
}
