/**
 * She arrives, and she leaves. Both are real events: they are recorded as they were and never refused for a missing formality.
 * Only a place on which somebody else is can stand in the way of an admission, and then the answer says so.
 */
import { type Day, danishDay, type Moment } from '../time.ts';
import { canFollow, type StayStatus } from './lifecycle.ts';
import { countNights, type Nights, nightsFrom, shareANight } from './nights.ts';
import { type StayPart, partsUntil, partsWithin } from './parts.ts';
import { hasRunOut, nightsTaken, type Occupation, type Stay } from './stay.ts';

/** What is recorded beside an admission or a discharge because it was not as agreed. */
export type Remark =
  | 'not-confirmed'
  /** The waiting list offered the place, and nobody of her team had answered. */
  | 'offer-not-answered'
  | 'hold-had-run-out'
  | 'came-earlier'
  | 'came-later'
  /** The place is somebody else's from a later night: she has it until then, and another place must be found. */
  | 'must-move'
  /** Another unit has not written that she left it. */
  | 'not-discharged-elsewhere'
  /** The contract of detention with prior consent must be offered before the stay begins, and nobody wrote that it was. */
  | 'contract-not-offered'
  /** She comes from another unit, and nobody wrote that she said yes to moving. */
  | 'move-not-agreed'
  /** Nobody wrote that she said yes to the stay. */
  | 'stay-not-agreed'
  /** She said yes to residential care before this place was found, and nobody wrote that she said yes to it. */
  | 'place-not-answered'
  | 'left-later'
  /** Her pathway was written as ended: what happened is recorded all the same. */
  | 'pathway-ended';

export type Admission =
  | { readonly outcome: 'admitted'; readonly nights: Nights; readonly parts: readonly StayPart[]; readonly remarks: readonly Remark[] }
  | { readonly outcome: 'place-taken'; readonly by: readonly Nights[] }
  | { readonly outcome: 'already-admitted' }
  | { readonly outcome: 'ended'; readonly status: StayStatus }
  | { readonly outcome: 'in-the-future' };

/**
 * What is known beside the stay: whether another unit still has her as admitted, whether the contract is still owed to her, and whether her
 * pathway was written as ended.
 */
export type BesideTheStay = {
  readonly elsewhere: boolean;
  readonly contractOwed: boolean;
  readonly pathwayEnded?: boolean;
  /** She comes from another unit, and her yes to moving is not written, now neither. */
  readonly moveNotAgreed?: boolean;
  /** She comes from no other unit, and her yes to the stay is not written, now neither. */
  readonly stayNotAgreed?: boolean;
  /** Her yes is from before the place was found, and her yes to it is not written, now neither. */
  readonly placeNotAnswered?: boolean;
  /** The place is an offer of the waiting list that nobody has answered. */
  readonly offerNotAnswered?: boolean;
};

/** Admits her on the day she came. `others` are all that is taken in the unit. */
export function admit(
  stay: Stay,
  others: readonly Occupation[],
  day: Day,
  at: Moment,
  {
    elsewhere,
    contractOwed,
    pathwayEnded = false,
    moveNotAgreed = false,
    stayNotAgreed = false,
    placeNotAnswered = false,
    offerNotAnswered = false,
  }: BesideTheStay = {
    elsewhere: false,
    contractOwed: false,
  },
): Admission {
  if (stay.status === 'admitted' || stay.status === 'discharged') return { outcome: 'already-admitted' };
  if (!canFollow('admit', stay.status)) return { outcome: 'ended', status: stay.status };
  if (day > danishDay(at)) return { outcome: 'in-the-future' };

  const firstNight = nightsFrom(day, 1);
  const by = takenByOthers(stay, partsWithin(stay.parts, firstNight), others, at).map(({ nights }) => nights);
  if (by.length > 0) return { outcome: 'place-taken', by };

  const planned =
    stay.nights.departure > day ? { arrival: day, departure: stay.nights.departure } : nightsFrom(day, countNights(stay.nights));
  const plannedParts = partsWithin(stay.parts, planned);
  const nights = cutBefore(planned, takenByOthers(stay, plannedParts, others, at));
  const remarks: readonly (readonly [boolean, Remark])[] = [
    [stay.status === 'expired' || hasRunOut(stay, at), 'hold-had-run-out'],
    [stay.legalBasis === null || stay.paidBy === null, 'not-confirmed'],
    [offerNotAnswered, 'offer-not-answered'],
    [day < stay.nights.arrival, 'came-earlier'],
    [day > stay.nights.arrival, 'came-later'],
    [nights.departure < planned.departure, 'must-move'],
    [elsewhere, 'not-discharged-elsewhere'],
    [contractOwed, 'contract-not-offered'],
    [moveNotAgreed, 'move-not-agreed'],
    [stayNotAgreed, 'stay-not-agreed'],
    [placeNotAnswered, 'place-not-answered'],
    [pathwayEnded, 'pathway-ended'],
  ];
  return {
    outcome: 'admitted',
    nights,
    parts: partsUntil(plannedParts, nights.departure),
    remarks: remarks.filter(([holds]) => holds).map(([, remark]) => remark),
  };
}

/**
 * What is asked about once before she is written as come: each may be a slip of the pen, or something that can still be done before she
 * is there. Whoever answers yes is believed: a real event is never refused.
 */
export const arrivalQuestions = [
  'came-earlier',
  'came-later',
  'hold-had-run-out',
  'not-confirmed',
  'offer-not-answered',
  'contract-not-offered',
  'move-not-agreed',
  'stay-not-agreed',
  'place-not-answered',
] as const satisfies readonly Remark[];
export type ArrivalQuestion = (typeof arrivalQuestions)[number];

/** The questions that the remarks give rise to and that were not answered yet. */
export function openQuestions(remarks: readonly Remark[], answered: readonly ArrivalQuestion[]): readonly ArrivalQuestion[] {
  return arrivalQuestions.filter((question) => remarks.includes(question) && !answered.includes(question));
}

export type Discharge =
  /** `nights` are those she had the place: up to the day she left, or to the night another had it. */
  | { readonly outcome: 'discharged'; readonly nights: Nights; readonly parts: readonly StayPart[]; readonly remarks: readonly Remark[] }
  | { readonly outcome: 'not-admitted'; readonly status: StayStatus }
  | { readonly outcome: 'before-arrival' }
  | { readonly outcome: 'in-the-future' };

/** Discharges her on the day she left. The nights end there, so the place is free from that night on. */
export function discharge(
  stay: Stay,
  others: readonly Occupation[],
  day: Day,
  at: Moment,
  { pathwayEnded }: { readonly pathwayEnded: boolean } = { pathwayEnded: false },
): Discharge {
  if (!canFollow('discharge', stay.status)) return { outcome: 'not-admitted', status: stay.status };
  if (day > danishDay(at)) return { outcome: 'in-the-future' };
  if (day < stay.nights.arrival) return { outcome: 'before-arrival' };
  const until = { arrival: stay.nights.arrival, departure: day };
  const remarks: readonly Remark[] = [
    ...(day > stay.nights.departure ? (['left-later'] as const) : []),
    ...(pathwayEnded ? (['pathway-ended'] as const) : []),
  ];
  const wasThere = partsWithin(stay.parts, until);
  const nights = cutBefore(until, takenByOthers(stay, wasThere, others, at));
  return { outcome: 'discharged', nights, parts: partsUntil(wasThere, nights.departure), remarks };
}

/** The nights of another on a place where she is or would be at the same time, and the first of them that both would have. */
type InTheWay = { readonly nights: Nights; readonly first: Day };

function takenByOthers(stay: Stay, parts: readonly StayPart[], others: readonly Occupation[], at: Moment): readonly InTheWay[] {
  return others
    .filter(({ stay: id }) => id !== stay.id)
    .flatMap((occupation) => {
      const nights = nightsTaken(occupation, at);
      if (nights === null) return [];
      return parts
        .filter((part) => part.place === occupation.place && shareANight(nights, part.nights))
        .map((part) => ({ nights, first: part.nights.arrival > nights.arrival ? part.nights.arrival : nights.arrival }));
    });
}

/** The nights up to the first one that somebody else has; none when that is the first. */
function cutBefore(nights: Nights, taken: readonly InTheWay[]): Nights {
  const [first] = taken.map((one) => one.first).toSorted();
  return first === undefined ? nights : { ...nights, departure: first > nights.arrival ? first : nights.arrival };
}
