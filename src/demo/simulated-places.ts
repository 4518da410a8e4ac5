/** Who gets which place in the simulated country: the nearest unit that the domain says can take her, in the order places were sought. */
import type { Municipality } from '../domain/geography/municipalities.ts';
import { locationIn, minutesByCar, municipalityLocation } from '../domain/geography/travel.ts';
import { asId, type Id } from '../domain/id.ts';
import { answerFor } from '../domain/placement/availability.ts';
import type { StayStatus } from '../domain/placement/lifecycle.ts';
import type { Need } from '../domain/placement/needs.ts';
import { type Nights, nightsFrom } from '../domain/placement/nights.ts';
import type { Facility, Place, Unit } from '../domain/placement/provision.ts';
import { type Occupation, occupationsOf, type Stay } from '../domain/placement/stay.ts';
import { addDays, type Day, daysBetween } from '../domain/time.ts';
import { morningOf } from './case-writer.ts';
import type { Plan } from './simulated-plan.ts';

/** A unit where simulated women can stay, with the organisation that its leader acts for and the nights that are taken already. */
export type OfferedUnit = {
  readonly facility: Facility;
  readonly unit: Unit;
  readonly organisation: Id<'organisation'>;
  readonly occupations: readonly Occupation[];
};

/** The place a woman was given. */
export type Given = { readonly stay: Stay; readonly place: Place; readonly offered: OfferedUnit };

type Seeking = { readonly id: Id<'pathway'>; readonly referred: Day; readonly municipality: Municipality; readonly plan: Plan };

/** Days beyond the wished arrival that she is ready to wait. */
const longestWait = 28;

/** Those for whom there is no place are not in the answer: they go on seeking. */
export function placeWomen(women: readonly Seeking[], units: readonly OfferedUnit[], today: Day): ReadonlyMap<Id<'pathway'>, Given> {
  const open = units.map((offered) => ({ ...offered, unit: halfOf(offered.unit) }));
  const taken = new Map<Id<'unit'>, readonly Stay[]>();
  const given = new Map<Id<'pathway'>, Given>();
  const inTurn = women.flatMap((woman) =>
    woman.plan.sought === null ? [] : [{ woman, heldOn: addDays(woman.referred, woman.plan.sought.heldOn) }],
  );
  for (const { woman } of inTurn.filter(({ heldOn }) => heldOn < today).toSorted((a, b) => daysBetween(b.heldOn, a.heldOn))) {
    const found = firstPlace(woman, open, taken, today);
    if (found === null) continue;
    taken.set(found.stay.unit, [...(taken.get(found.stay.unit) ?? []), found.stay]);
    given.set(woman.id, found);
  }
  return given;
}

/** Every other place stays free, so that there is always room for a story that is told by hand. */
function halfOf(unit: Unit): Unit {
  const plainFirst = unit.places.toSorted((a, b) => a.properties.length - b.properties.length);
  return { ...unit, places: plainFirst.filter((_, index) => index % 2 === 0 && plainFirst.length > 1) };
}

function firstPlace(
  { id, referred, municipality, plan }: Seeking,
  open: readonly OfferedUnit[],
  taken: ReadonlyMap<Id<'unit'>, readonly Stay[]>,
  today: Day,
): Given | null {
  const { sought, birthOn, legalBasis } = plan;
  if (sought === null) return null;
  const wished: Nights = nightsFrom(addDays(referred, sought.arrival), sought.departure - sought.arrival);
  const needs: readonly Need[] = sought.departure > birthOn ? [{ property: 'mother-and-baby', why: 'stay-passes-birth' }] : [];
  const nearestFirst = open
    .map((offered) => ({ offered, minutes: minutesTo(municipality, offered.facility) }))
    .toSorted((a, b) => a.minutes - b.minutes);
  for (const { offered } of nearestFirst) {
    const { unit } = offered;
    const free = freePlace(unit, [...offered.occupations, ...(taken.get(unit.id) ?? []).flatMap(occupationsOf)], needs, wished, today);
    if (free === null) continue;
    const stay: Stay = {
      id: asId<'stay'>(`ophold-${id}`),
      pathway: id,
      unit: unit.id,
      parts: [{ place: free.place.id, nights: free.nights }],
      nights: free.nights,
      status: statusOn(free.nights, today),
      heldUntil: null,
      extensions: 0,
      needs,
      legalBasis,
      paidBy: municipality.id,
    };
    return { stay, place: free.place, offered };
  }
  return null;
}

/** A place on the wished nights, or within the time she is ready to wait. */
function freePlace(
  unit: Unit,
  occupations: readonly Occupation[],
  needs: readonly Need[],
  wished: Nights,
  today: Day,
): { readonly place: Place; readonly nights: Nights } | null {
  const answer = answerFor(unit, occupations, needs, wished, morningOf(today));
  if (answer.outcome === 'can-come') return { place: answer.place, nights: answer.nights };
  if (answer.outcome === 'not-a-stay' || answer.next.outcome !== 'found') return null;
  const { arrival, place } = answer.next;
  const waits = daysBetween(wished.arrival, arrival);
  return waits > longestWait ? null : { place, nights: nightsFrom(arrival, daysBetween(wished.arrival, wished.departure)) };
}

function statusOn({ arrival, departure }: Nights, today: Day): StayStatus {
  if (departure < today) return 'discharged';
  return arrival < today ? 'admitted' : 'confirmed';
}

/** Minutes by car from the municipality's middle. */
function minutesTo(from: Municipality, { municipality, point }: Facility): number {
  return minutesByCar(municipalityLocation(from), locationIn(municipality, point));
}
