/**
 * A discharge that was written by mistake is put right (da: udskrivningen rettes): she is still there. For a short time, and while nobody else has
 * her place; else she can have another place of the unit from the first night that is somebody else's. No law or guidance sets the time: it is our
 * own choice, published as `docs/rules/undo-discharge-2026-11.md`.
 */
import type { Id } from '../id.ts';
import { addDays, addMinutes, danishDay, type Day, day, type Moment } from '../time.ts';
import { blocksOn, blocksWithin } from './availability.ts';
import { canFollow, type StayStatus } from './lifecycle.ts';
import { type Birth, lackedThere } from './needs.ts';
import { type Nights, shareANight } from './nights.ts';
import { partsWithin, partsWithMove, type StayPart } from './parts.ts';
import type { Place, PlaceProperty, Unit } from './provision.ts';
import { nightsTaken, type Occupation, type Stay } from './stay.ts';

/** For how many hours after it was written a discharge can be put right, each edition from its own day on. */
export const undoDischargeEditions = [
  { edition: 'udskrivning-rettes/2026-11', from: day('2026-11-26'), hours: 72 },
] as const satisfies readonly {
  readonly edition: string;
  readonly from: Day;
  readonly hours: number;
}[];

/** A discharge as it was written: when, and the places she was on and was to be on, as they stood before it. */
export type DischargeRecord = { readonly recorded: Moment; readonly before: readonly StayPart[] };

export type DischargeUndone =
  | {
      readonly outcome: 'discharge-undone';
      readonly nights: Nights;
      readonly parts: readonly StayPart[];
      /** The other place and its first night, where her own was taken. */
      readonly moved: { readonly toPlace: string; readonly from: Day } | null;
      readonly edition: string;
    }
  /**
   * Somebody else has her place from that night on. `instead`: places of the unit that are free from then on, those with all she needs first.
   * `partly`, where there is none of these: places that are free from then until a day before she is to leave, the longest first. `departure`: the
   * day until which she needs a place.
   * `promisedUntil`: the place is only offered to them or held, and they have until then to answer; it is promised so long. `null` where it is theirs.
   */
  | {
      readonly outcome: 'place-taken';
      readonly place: string;
      readonly from: Day;
      readonly promisedUntil: Moment | null;
      readonly instead: readonly InsteadOfHers[];
      readonly partly: readonly PartlyFree[];
      readonly departure: Day;
    }
  | { readonly outcome: 'too-late'; readonly until: Moment }
  /** Another unit has written that she came. */
  | { readonly outcome: 'lives-elsewhere' }
  /** It is not discharged, or how it stood before was not kept. */
  | { readonly outcome: 'cannot'; readonly status: StayStatus };

/** A place that she can have for some of her nights: from the first that is somebody else's until `until`. */
export type PartlyFree = InsteadOfHers & { readonly until: Day };

export type InsteadOfHers = { readonly place: Place; readonly lacks: readonly PlaceProperty[] };

/** Until when a discharge can be put right, and by which edition. One that was written before the first is judged by the first. */
export function putRightUntil(recorded: Moment): { readonly until: Moment; readonly edition: string } {
  const [first] = undoDischargeEditions;
  const { edition, hours } = undoDischargeEditions.findLast(({ from }) => from <= danishDay(recorded)) ?? first;
  return { until: addMinutes(recorded, hours * 60), edition };
}

/**
 * Decides from the unit as it is now. `occupations` are all that is taken in it from her first night on, `onPlace` the place that is asked for
 * instead of her own where that is taken. She is there tonight, whatever day was agreed, so tonight is among her nights.
 */
export function undoDischarge(
  stay: Stay & Birth,
  record: DischargeRecord | null,
  unit: Unit,
  occupations: readonly Occupation[],
  { onPlace, livesElsewhere }: { readonly onPlace: Id<'place'> | null; readonly livesElsewhere: boolean },
  at: Moment,
): DischargeUndone {
  const [first, last] = [record?.before[0], record?.before.at(-1)];
  if (!canFollow('undo-discharge', stay.status) || !record || !first || !last) return { outcome: 'cannot', status: stay.status };
  const { until, edition } = putRightUntil(record.recorded);
  if (at > until) return { outcome: 'too-late', until };
  if (livesElsewhere) return { outcome: 'lives-elsewhere' };

  const nights = { arrival: first.nights.arrival, departure: last.nights.departure };
  const tomorrow = addDays(danishDay(at), 1);
  const there = { ...nights, departure: nights.departure > tomorrow ? nights.departure : tomorrow };
  const parts = partsWithin(record.before, there);
  const others = occupations.filter((occupation) => occupation.stay !== stay.id);
  const from = firstTaken(parts, others, at);
  if (from === null) return { outcome: 'discharge-undone', nights, parts: record.before, moved: null, edition };

  const instead = unit.places
    .filter((place) => blocksWithin(blocksOn(unit, place, others, at), { arrival: from.day, departure: there.departure }).length === 0)
    .map((place) => ({
      place,
      lacks: lackedThere(stay, place, { arrival: from.day, departure: there.departure }),
    }))
    .toSorted((one, other) => Math.sign(one.lacks.length) - Math.sign(other.lacks.length));
  const chosen = instead.find(({ place }) => place.id === onPlace)?.place;
  if (!chosen) {
    const place = unit.places.find(({ id }) => id === from.place)?.name ?? from.place;
    const rest = { arrival: from.day, departure: there.departure };
    const partly = instead.length > 0 ? [] : partlyFree(stay, unit, others, rest, at);
    const taken = { place, from: from.day, promisedUntil: promisedUntil(parts, others, at), departure: there.departure };
    return { outcome: 'place-taken', ...taken, instead, partly };
  }
  const moved = { toPlace: chosen.name, from: from.day };
  return { outcome: 'discharge-undone', nights: there, parts: partsWithMove(parts, from.day, chosen.id), moved, edition };
}

/** The places of the unit that are free on the first of these nights, each until the day it is not: those with all she needs first, then the longest. */
function partlyFree(stay: Stay & Birth, unit: Unit, others: readonly Occupation[], rest: Nights, at: Moment): readonly PartlyFree[] {
  return unit.places
    .flatMap((place) => {
      const until = blocksWithin(blocksOn(unit, place, others, at), rest)
        .map(({ from }) => from)
        .toSorted()[0];
      if (until === undefined || until <= rest.arrival) return [];
      return [{ place, until, lacks: lackedThere(stay, place, { arrival: rest.arrival, departure: until }) }];
    })
    .toSorted(
      (one, other) =>
        Math.sign(one.lacks.length) - Math.sign(other.lacks.length) || (one.until > other.until ? -1 : one.until < other.until ? 1 : 0),
    );
}

/**
 * Until when her place is promised at the latest to those who have not answered; `null` where somebody else's it is already, on any of her nights:
 * then it is not hers again, whatever is answered.
 */
function promisedUntil(parts: readonly StayPart[], others: readonly Occupation[], at: Moment): Moment | null {
  const inTheWay = others.filter((occupation) => {
    const nights = nightsTaken(occupation, at);
    return nights !== null && parts.some((part) => part.place === occupation.place && shareANight(nights, part.nights));
  });
  const until = inTheWay.map(({ status, heldUntil }) => (status === 'held' ? heldUntil : null));
  return until.includes(null)
    ? null
    : (until
        .filter((one) => one !== null)
        .toSorted()
        .at(-1) ?? null);
}

/** The first night of hers on which somebody else has the place, and which; `null` where there is none. */
function firstTaken(
  parts: readonly StayPart[],
  others: readonly Occupation[],
  at: Moment,
): { readonly day: Day; readonly place: Id<'place'> } | null {
  const taken = parts.flatMap((part) =>
    others.flatMap((occupation) => {
      const nights = occupation.place === part.place ? nightsTaken(occupation, at) : null;
      if (nights === null || !shareANight(nights, part.nights)) return [];
      return [{ day: nights.arrival > part.nights.arrival ? nights.arrival : part.nights.arrival, place: part.place }];
    }),
  );
  return taken.toSorted((one, other) => (one.day < other.day ? -1 : 1))[0] ?? null;
}
