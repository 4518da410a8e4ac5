/** A big invented country for measures: units of four to forty places, five years of stays, the same for the same seed. Nobody is in it. */
import { chanceOf, type Chance } from '../../src/demo/random.ts';
import { municipalities } from '../../src/domain/geography/municipalities.ts';
import { asId } from '../../src/domain/id.ts';
import type { StayStatus } from '../../src/domain/placement/lifecycle.ts';
import { type Need } from '../../src/domain/placement/needs.ts';
import { nightsFrom } from '../../src/domain/placement/nights.ts';
import { noAdmissionRules, operatorKinds, type Place, placeProperties, type PlaceProperty } from '../../src/domain/placement/provision.ts';
import type { Candidate } from '../../src/domain/placement/search.ts';
import type { StayInUnit } from '../../src/domain/placement/stay.ts';
import { addDays, addMinutes, type Day, danishDay, daysBetween, type Moment } from '../../src/domain/time.ts';

export type BigCountry = {
  readonly candidates: readonly Candidate[];
  readonly places: number;
  readonly stays: number;
  /** The share of the nights of the coming year that are taken. */
  readonly occupancy: number;
};

/** Three years that have been and two that come. */
const [nightsBefore, nightsAhead] = [3 * 365, 2 * 365];

/** How often a place has a property. */
const shares: Readonly<Record<PlaceProperty, number>> = {
  'mother-and-baby': 0.6,
  partner: 0.25,
  'other-children': 0.3,
  shielded: 0.35,
  'accepts-active-use': 0.3,
  'substitution-treatment': 0.6,
  'detention-possible': 0.4,
  'near-neonatal-ward': 0.35,
  'step-free': 0.5,
};

/** So many places and about so many stays, seen at a moment. */
export function bigCountry(size: {
  readonly seed: number;
  readonly places: number;
  readonly stays: number;
  readonly at: Moment;
}): BigCountry {
  const chance = chanceOf(`big country ${size.seed}`);
  const candidates: Candidate[] = [];
  const meanOccupancy = 0.825;
  // Of the length that gives so many stays at this occupancy.
  const meanNights = (size.places * (nightsBefore + nightsAhead) * meanOccupancy) / size.stays;
  let [places, stays] = [0, 0];
  while (places < size.places) {
    const candidate = unitOf(chance, candidates.length, Math.min(chance.whole(4, 40), size.places - places), meanNights, size.at);
    places += candidate.unit.places.length;
    stays += candidate.occupations.length;
    candidates.push(candidate);
  }
  return { candidates, places, stays, occupancy: occupancyOf(candidates, places, danishDay(size.at)) };
}

/** The country as it is loaded: stays that were over before yesterday are not held. */
export function asLoaded(candidates: readonly Candidate[], at: Moment): readonly Candidate[] {
  const yesterday = addDays(danishDay(at), -1);
  return candidates.map((candidate) => ({
    ...candidate,
    occupations: candidate.occupations.filter(({ nights, status }) => nights.departure > yesterday || status === 'admitted'),
  }));
}

/** A random question: one to three needs, a day within half a year, one to eight months. */
export function someSearch(chance: Chance, at: Moment) {
  const home = chance.pick(municipalities);
  const needs: readonly Need[] = placeProperties
    .filter(() => chance.happens(0.22))
    .slice(0, 3)
    .map((property) => ({ property, why: 'chosen' }));
  return { needs, nights: nightsFrom(addDays(danishDay(at), chance.whole(0, 180)), chance.whole(30, 240)), home };
}

function unitOf(chance: Chance, number: number, count: number, meanNights: number, at: Moment): Candidate {
  const { id: municipality, name, region, point } = chance.pick(municipalities);
  const unit = asId<'unit'>(`stor-${number}`);
  const places = Array.from({ length: count }, (_, index): Place => ({
    id: asId<'place'>(`${unit}-${index}`),
    room: asId<'room'>(`${unit}-v${index}`),
    roomName: `Værelse ${index + 1}`,
    name: `Plads ${index + 1}`,
    properties: placeProperties.filter((property) => chance.happens(shares[property])),
    closures: chance.happens(0.02) ? [{ ...closureFrom(danishDay(at), chance), reason: 'ombygning' }] : [],
    flexible: null,
  }));
  const occupancy = 0.7 + 0.25 * chance.fraction();
  const occupations = places.flatMap((place) => staysOn(chance, place, occupancy, meanNights, at));
  return {
    facility: {
      id: asId<'facility'>(`stort-${number}`),
      name: `Døgntilbud ${number} (opdigtet)`,
      operator: chance.pick(operatorKinds),
      operatorName: name,
      region,
      municipality,
      town: name,
      point: [point[0] + (chance.fraction() - 0.5) / 5, point[1] + (chance.fraction() - 0.5) / 10],
    },
    unit: {
      id: unit,
      facility: asId<'facility'>(`stort-${number}`),
      name: `Afdeling ${number}`,
      open: [{ from: addDays(danishDay(at), -nightsBefore - 30), to: null }],
      closures: [],
      places,
      staffing: [],
      admission: noAdmissionRules,
      confirmed: { by: 'Opdigtet leder', at: addMinutes(at, -chance.whole(1, 3000)) },
    },
    occupations,
  };
}

function closureFrom(today: Day, chance: Chance): { readonly from: Day; readonly to: Day } {
  const from = addDays(today, chance.whole(-100, 400));
  return { from, to: addDays(from, chance.whole(7, 60)) };
}

/** One stay after another, with free nights between them so that the occupancy is met. */
function staysOn(chance: Chance, place: Place, occupancy: number, meanNights: number, at: Moment): readonly StayInUnit[] {
  const today = danishDay(at);
  const meanGap = (meanNights * (1 - occupancy)) / occupancy;
  const stays: StayInUnit[] = [];
  for (let begins = -nightsBefore - chance.whole(0, Math.round(meanNights)); begins < nightsAhead;) {
    const length = chance.whole(Math.round(meanNights * 0.4), Math.round(meanNights * 1.6));
    const nights = nightsFrom(addDays(today, begins), length);
    const status: StayStatus =
      nights.departure <= today ? 'discharged' : nights.arrival < today ? 'admitted' : chance.happens(0.02) ? 'held' : 'confirmed';
    stays.push({
      stay: asId<'stay'>(`${place.id}-${stays.length}`),
      place: place.id,
      nights,
      status,
      heldUntil: status === 'held' ? addMinutes(at, chance.whole(1, 60)) : null,
      movesOn: false,
      mustHave: status === 'held' || status === 'confirmed' ? place.properties.filter(() => chance.happens(0.35)) : [],
    });
    begins += length + chance.days(meanGap);
  }
  return stays;
}

function occupancyOf(candidates: readonly Candidate[], places: number, today: Day): number {
  const end = addDays(today, 365);
  let taken = 0;
  for (const { occupations } of candidates)
    for (const { nights } of occupations)
      taken += Math.max(0, daysBetween(nights.arrival > today ? nights.arrival : today, nights.departure < end ? nights.departure : end));
  return taken / (places * 365);
}
