/**
 * On which nights a place can be had, and the simple question: one single place that meets all her needs on every night, nobody moved,
 * whatever the unit's staffing and rules of admission. `feasibility.ts` asks the whole question.
 */
import { addDays, danishDay, type Day, day, daysBetween, type Moment } from '../time.ts';
import type { StayStatus } from './lifecycle.ts';
import { needsWhateverDay, needsWithin } from './need-nights.ts';
import { type Need, unmetNeeds } from './needs.ts';
import { countNights, faultIn, type Nights, nightsFrom } from './nights.ts';
import type { Period, Place, PlaceProperty, Unit } from './provision.ts';
import { nightsTaken, type Occupation } from './stay.ts';
import { byCode } from '../code-order.ts';

/** Days after the day asked for within which the next possible day is sought. */
export const searchedDays = 180;

/** Nights on which a place cannot be had, and why. `to` is the first day it is free again; `null` when no day is known. */
export type Block = { readonly from: Day; readonly to: Day | null } & (
  | { readonly kind: 'taken'; readonly status: StayStatus; readonly heldUntil: Moment | null }
  | { readonly kind: 'closed'; readonly reason: string }
  | { readonly kind: 'not-open' }
  /** A flexible place that is not open and cannot be so before. */
  | { readonly kind: 'lead-time'; readonly leadDays: number }
);

/** Why a unit cannot take her on the day. */
export type Hindrance =
  | { readonly kind: 'no-place-has'; readonly property: PlaceProperty }
  /** Each property is to be had, but on different places. */
  | { readonly kind: 'no-place-has-all'; readonly properties: readonly PlaceProperty[] }
  | { readonly kind: 'blocked'; readonly place: Place; readonly block: Block };

export type NextDay =
  | { readonly outcome: 'found'; readonly arrival: Day; readonly place: Place }
  | { readonly outcome: 'none-within'; readonly days: number }
  /** Waiting does not help: no place meets her needs. */
  | { readonly outcome: 'never' };

export type UnitAnswer =
  | { readonly outcome: 'can-come'; readonly place: Place; readonly nights: Nights }
  | { readonly outcome: 'cannot-come'; readonly hindrances: readonly Hindrance[]; readonly next: NextDay }
  | { readonly outcome: 'not-a-stay'; readonly fault: 'no-nights' | 'too-long' };

/** Whether she can come to a unit, on which place, or why not and when. `at` is now: holds that have run out by then do not count. */
export function answerFor(unit: Unit, occupations: readonly Occupation[], needs: readonly Need[], nights: Nights, at: Moment): UnitAnswer {
  const fault = faultIn(nights);
  if (fault) return { outcome: 'not-a-stay', fault };

  const suitable = suitablePlaces(unit, needs, nights);
  if (suitable.length === 0)
    return {
      outcome: 'cannot-come',
      hindrances: lacking(unit, needsWithin(needs, nights)),
      next: nextDay(unit, occupations, needs, nights, at),
    };

  const blocked = suitable.map((place) => ({ place, blocks: blocksOn(unit, place, occupations, at) }));
  const free = blocked.find(({ blocks }) => blocksWithin(blocks, nights).length === 0);
  if (free) return { outcome: 'can-come', place: free.place, nights };

  const hindrances = blocked.flatMap(({ place, blocks }) =>
    blocksWithin(blocks, nights).map((block): Hindrance => ({ kind: 'blocked', place, block })),
  );
  return { outcome: 'cannot-come', hindrances, next: nextDay(unit, occupations, needs, nights, at) };
}

/** Places that meet all her needs on all of some nights. First the one with least beyond them, so that what is rare is kept for those who need it. */
export function suitablePlaces({ places }: Pick<Unit, 'places'>, needs: readonly Need[], nights: Nights): readonly Place[] {
  return places
    .filter(({ properties }) => unmetNeeds(needs, properties, nights).length === 0)
    .toSorted((one, other) => one.properties.length - other.properties.length || byCode(one.id, other.id));
}

/** All nights on which a place cannot be had: taken, closed, outside the unit's opening periods, or not opened yet; by first night. */
export function blocksOn(unit: Unit, place: Place, occupations: readonly Omit<Occupation, 'stay'>[], at: Moment): readonly Block[] {
  const taken = occupations
    .filter((occupation) => occupation.place === place.id)
    .flatMap((occupation): readonly Block[] => {
      const nights = nightsTaken(occupation, at);
      const { status, heldUntil } = occupation;
      return nights ? [{ kind: 'taken', from: nights.arrival, to: nights.departure, status, heldUntil }] : [];
    });
  const closed = [...unit.closures, ...place.closures].map((closure): Block => ({ kind: 'closed', ...closure }));
  return [...taken, ...closed, ...outside(unit), ...notOpened(place, at)]
    .filter(({ from, to }) => to === null || from < to)
    .toSorted((one, other) => byCode(one.from, other.from));
}

/** The blocks that share a night with a stay. */
export function blocksWithin<Span extends Period>(blocks: readonly Span[], { arrival, departure }: Nights): readonly Span[] {
  return blocks.filter(({ from, to }) => from < departure && (to === null || arrival < to));
}

/** The first day, from one on and within so many days, on which so many nights are free; `null` when there is none. */
function firstFreeDay(blocks: readonly Period[], from: Day, nights: number, within: number): Day | null {
  let arrival = from;
  while (daysBetween(from, arrival) <= within) {
    const inTheWay = blocksWithin(blocks, nightsFrom(arrival, nights));
    const [first] = inTheWay;
    if (!first) return arrival;
    // No day before the last of these ends can do: each of them would still be in the way.
    let freeAgain: Day | null = first.to;
    for (const { to } of inTheWay) freeAgain = freeAgain === null || to === null ? null : freeAgain > to ? freeAgain : to;
    if (freeAgain === null) return null;
    arrival = freeAgain;
  }
  return null;
}

/** A place that lacks what she needs on some nights is to her as if it were taken on them. */
function nextDay(unit: Unit, occupations: readonly Occupation[], needs: readonly Need[], nights: Nights, at: Moment): NextDay {
  const places = suitablePlaces(unit, needsWhateverDay(needs, nights), nights);
  if (places.length === 0) return { outcome: 'never' };
  const found = places.flatMap((place) => {
    const lacking = needs
      .filter(({ property }) => !place.properties.includes(property))
      .map(({ from, until }) => ({ from: from ?? beforeAll, to: until ?? null }))
      .filter(({ from, to }) => to === null || from < to);
    const blocks = [...blocksOn(unit, place, occupations, at), ...lacking];
    const arrival = firstFreeDay(blocks, nights.arrival, countNights(nights), searchedDays);
    return arrival === null ? [] : [{ place, arrival }];
  });
  const [earliest] = found.toSorted((one, other) => byCode(one.arrival, other.arrival));
  return earliest ? { outcome: 'found', ...earliest } : { outcome: 'none-within', days: searchedDays };
}

function lacking({ places }: Unit, needs: readonly Need[]): readonly Hindrance[] {
  const nowhere = needs.filter(({ property }) => !places.some(({ properties }) => properties.includes(property)));
  if (nowhere.length > 0) return nowhere.map(({ property }) => ({ kind: 'no-place-has', property }));
  return [{ kind: 'no-place-has-all', properties: needs.map(({ property }) => property) }];
}

/** Nights before, between and after the opening periods. */
export function outside({ open }: Unit): readonly Extract<Block, { readonly kind: 'not-open' }>[] {
  return between(open).map((gap) => ({ kind: 'not-open', ...gap }));
}

/** Nights on which a flexible place cannot be had: before it can be opened by need, but for the periods in which it is open. */
export function notOpened({ flexible }: Place, at: Moment): readonly Extract<Block, { readonly kind: 'lead-time' }>[] {
  if (flexible === null) return [];
  const { leadDays, opened } = flexible;
  const openable: Period = { from: addDays(danishDay(at), leadDays), to: null };
  return between([...opened, openable]).map((gap) => ({ kind: 'lead-time', leadDays, ...gap }));
}

const beforeAll = day('0001-01-01');

/** The nights in none of the periods. */
function between(periods: readonly Period[]): readonly Period[] {
  const gaps: Period[] = [];
  let shutFrom: Day | null = beforeAll;
  for (const { from, to } of periods
    .filter((period) => period.to === null || period.from < period.to)
    .toSorted((one, other) => byCode(one.from, other.from))) {
    if (shutFrom === null) break;
    if (shutFrom < from) gaps.push({ from: shutFrom, to: from });
    shutFrom = to === null ? null : to > shutFrom ? to : shutFrom;
  }
  return shutFrom === null ? gaps : [...gaps, { from: shutFrom, to: null }];
}
