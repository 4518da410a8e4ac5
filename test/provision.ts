/** An invented unit for tests: places are given by name with their properties. */
import { asId } from '../src/domain/id.ts';
import type { Need } from '../src/domain/placement/needs.ts';
import { type Facility, noAdmissionRules, type Place, type PlaceProperty, type Unit } from '../src/domain/placement/provision.ts';
import type { StayInUnit } from '../src/domain/placement/stay.ts';
import type { Booking } from '../src/domain/placement/supply-effect.ts';
import { type Day, day, type Moment, moment } from '../src/domain/time.ts';

export function testPlace(name: string, properties: readonly PlaceProperty[] = [], differs: Partial<Place> = {}): Place {
  return {
    id: asId<'place'>(name),
    room: asId<'room'>(`${name}-room`),
    roomName: `Værelse ${name}`,
    name: `Plads ${name}`,
    properties,
    closures: [],
    flexible: null,
    ...differs,
  };
}

export function testUnit(places: readonly Place[], differs: Partial<Unit> = {}): Unit {
  return {
    id: asId<'unit'>('lyng'),
    facility: asId<'facility'>('lyngborg'),
    name: 'Lyng',
    open: [{ from: day('2020-01-01'), to: null }],
    closures: [],
    places,
    staffing: [],
    admission: noAdmissionRules,
    confirmed: { by: 'Test leder', at: moment('2026-11-22T05:00:00Z') },
    ...differs,
  };
}

export const testFacility: Facility = {
  id: asId<'facility'>('lyngborg'),
  name: 'Lyngborg (opdigtet)',
  operator: 'region',
  operatorName: 'Region Nordjylland',
  region: 'nordjylland',
  municipality: asId<'municipality'>('0851'),
  town: 'Aalborg',
  point: [9.92, 57.04],
};

/** Nights on a place that somebody has; confirmed unless said otherwise. */
export function taken(place: string, arrival: string | Day, departure: string | Day, differs: Partial<StayInUnit> = {}): StayInUnit {
  return {
    stay: asId<'stay'>(`${place}-${arrival}`),
    place: asId<'place'>(place),
    nights: { arrival: day(arrival), departure: day(departure) },
    status: 'confirmed',
    heldUntil: null,
    mustHave: [],
    movesOn: false,
    ...differs,
  };
}

/** The same as what is asked of a change of the supply: its place must have nothing on some nights only. */
export function booked(
  place: string,
  arrival: string | Day,
  departure: string | Day,
  { dated = [], ...differs }: Partial<StayInUnit & Booking> = {},
): StayInUnit & Booking {
  return { ...taken(place, arrival, departure, differs), dated };
}

export function needsOf(...properties: readonly PlaceProperty[]): readonly Need[] {
  return properties.map((property) => ({ property, why: 'chosen' }));
}

/** A Sunday morning in Denmark. */
export const now: Moment = moment('2026-11-22T08:00:00Z');
