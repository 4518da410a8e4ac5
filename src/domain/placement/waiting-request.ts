/** Placement request (da: pladsønske): a pathway's place on the waiting list, and what its events add up to. */
import { type Location, locationIn, minutesByCar, type TravelModel } from '../geography/travel.ts';
import type { Id } from '../id.ts';
import { addMinutes, type Day, type Moment } from '../time.ts';
import { needsWhateverDay } from './need-nights.ts';
import type { Need, Party } from './needs.ts';
import { nightsFrom } from './nights.ts';
import type { Facility, Unit } from './provision.ts';
import { suitablePlaces } from './availability.ts';
import type { UrgencyFacts } from './urgency.ts';
import { requestCan, requestLifecycle, type RequestAct, type RequestStatus } from './waiting-lifecycle.ts';

/** What is wished for. The wish says nothing of who she is. */
export type Wish = {
  readonly needs: readonly Need[];
  readonly party: Party;
  /** The first day she can come. */
  readonly earliest: Day;
  /** How many nights from that day. */
  readonly nights: number;
  /** So many nights after the birth, where that is what is wished: then the end stands whatever day she comes. Left out or null: so many nights. */
  readonly nightsAfterBirth?: number | null;
  /** The units she wishes, the most wanted first; empty when any unit within reach will do. */
  readonly units: readonly Id<'unit'>[];
  /** The longest way she accepts, in minutes by car from her municipality; `null` when the way does not matter. */
  readonly reach: number | null;
  readonly municipality: Id<'municipality'> | null;
};

/** A unit that is not asked for her now (da: lukket for hende), why, and until when; `null` until the wish is changed. */
export type ClosedUnit = {
  readonly unit: Id<'unit'>;
  readonly why: 'refused' | 'declined' | 'passed' | 'unanswered' | 'lost';
  readonly until: Moment | null;
};

/** A request as the list sees it: no name and no pathway. */
export type PlacementRequest = Wish & {
  readonly id: Id<'request'>;
  readonly status: RequestStatus;
  readonly askedAt: Moment;
  readonly closed: readonly ClosedUnit[];
  readonly urgency: UrgencyFacts;
};

/** Request event (da: hændelse på ønsket): what was done to a request. Rows are only added. */
export type RequestEvent = {
  readonly act: RequestAct;
  readonly at: Moment;
  readonly unit: Id<'unit'> | null;
  readonly stay: Id<'stay'> | null;
  /** From the closed list of the act, where it has one. */
  readonly reason: string | null;
};

export type RequestState = {
  readonly status: RequestStatus;
  /** The stay that is offered or held for her. */
  readonly stay: Id<'stay'> | null;
  readonly closed: readonly ClosedUnit[];
  readonly refusals: number;
  readonly herNoes: number;
};

/**
 * Minutes in which a unit whose offer went unused is not asked again for her, so that the place can go round: a day and a night. Our own
 * choice, edition `hastegrad/2026-11`.
 */
export const restMinutes = 24 * 60;

const nothingYet: RequestState = { status: 'waiting', stay: null, closed: [], refusals: 0, herNoes: 0 };

/** What the events add up to, in the order they were written. Throws on an act that cannot follow: the store asks before it writes. */
export function foldRequest(events: readonly RequestEvent[]): RequestState {
  return events.reduce((state, event, index) => {
    if (index > 0 ? !requestCan(event.act, state.status) : event.act !== 'ask')
      throw new Error(`«${event.act}» cannot follow «${state.status}»`);
    return afterEvent(state, event);
  }, nothingYet);
}

/** The state after one more event. */
export function afterEvent(state: RequestState, { act, at, unit, stay, reason }: RequestEvent): RequestState {
  const { to: status } = requestLifecycle[act];
  const rest = addMinutes(at, restMinutes);
  switch (act) {
    case 'ask':
    case 'withdraw':
    case 'end':
      return { ...state, status, stay: null };
    case 'offer':
    case 'accept':
    case 'hold':
      return { ...state, status, stay };
    case 'pass':
      return { ...state, status, stay: null, closed: closing(state, unit, 'passed', rest) };
    case 'run-out':
      return { ...state, status, stay: null, closed: closing(state, unit, 'unanswered', rest) };
    case 'lose':
      return { ...state, status, stay: null, closed: closing(state, unit, 'lost', rest) };
    case 'decline':
      return { ...state, status, stay: null, closed: closing(state, unit, 'declined', null), herNoes: state.herNoes + 1 };
    case 'refuse': {
      const isNew = !state.closed.some((one) => one.unit === unit && one.why === 'refused');
      return { ...state, status, stay: null, closed: closing(state, unit, 'refused', null), refusals: state.refusals + (isNew ? 1 : 0) };
    }
    case 'take-up-needs':
      // Where it follows from an answer, whoever was not to be asked is not asked. A birth or a due date that changes what she needs is a new question
      // to those who only rest; no fact takes back her own no, or a unit's.
      return { ...state, status, closed: reason ? state.closed.filter(({ until }) => until === null) : state.closed };
    case 'change':
      // A new wish is a new question to all but those who said no.
      return { ...state, status, closed: state.closed.filter(({ why }) => why === 'refused') };
  }
}

function closing({ closed }: RequestState, unit: Id<'unit'> | null, why: ClosedUnit['why'], until: Moment | null): readonly ClosedUnit[] {
  const others = closed.filter((one) => one.unit !== unit);
  const before = closed.find((one) => one.unit === unit);
  if (unit === null) return closed;
  // A unit's no stands, whatever else happens there.
  return before?.why === 'refused' ? closed : [...others, { unit, why, until }];
}

/** Why a unit is not asked for a request now; `null` when it is. */
export function closedFor({ closed }: Pick<PlacementRequest, 'closed'>, unit: Id<'unit'>, at: Moment): ClosedUnit | null {
  return closed.find((one) => one.unit === unit && (one.until === null || one.until > at)) ?? null;
}

/** Where she travels from; `null` when it is not known. Given as an argument because a municipality's point is looked up elsewhere. */
export type HomeOf = (municipality: Id<'municipality'>) => Location | null;

/**
 * Whether a request stands on the list of a unit: it is wished for, within reach, and has a place that meets her needs, or would on another day. For
 * which nights it can be hers is asked when it is offered.
 */
export function waitsFor(
  request: Pick<PlacementRequest, 'needs' | 'units' | 'reach' | 'municipality' | 'earliest' | 'nights'>,
  { facility, unit }: { readonly facility: Facility; readonly unit: Unit },
  homeOf: HomeOf,
  travel: TravelModel = minutesByCar,
): boolean {
  if (request.units.length > 0 && !request.units.includes(unit.id)) return false;
  const nights = nightsFrom(request.earliest, request.nights);
  if (suitablePlaces(unit, needsWhateverDay(request.needs, nights), nights).length === 0) return false;
  return isWithinReach(request, facility, homeOf, travel);
}

/** Whether a facility is no longer away than she accepts; it is where she or her way is not known. */
export function isWithinReach(
  { reach, municipality }: Pick<PlacementRequest, 'reach' | 'municipality'>,
  facility: Pick<Facility, 'municipality' | 'point'>,
  homeOf: HomeOf,
  travel: TravelModel = minutesByCar,
): boolean {
  if (reach === null || municipality === null) return true;
  const home = homeOf(municipality);
  return home === null || travel(home, locationIn(facility.municipality, facility.point)) <= reach;
}

/** Her wish for a unit as a number from 1; `null` where any unit will do. */
export function preferenceFor({ units }: Pick<Wish, 'units'>, unit: Id<'unit'>): number | null {
  const index = units.indexOf(unit);
  return index < 0 ? null : index + 1;
}
