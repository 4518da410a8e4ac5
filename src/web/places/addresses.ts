/** The addresses of places: the country, a unit, a stay, and the search for one woman. */
import type { Id } from '../../domain/id.ts';
import type { Day } from '../../domain/time.ts';

export const nationalAddress = '/pladser';

/** The country by week. */
export const weeksAddress = '/pladser/uger';

/** Fields of an address, in their order: one may stand several times. */
export type Asking = readonly (readonly [name: string, value: string])[];

/** The nights of the week of a day in a unit, in its calendar; what the calendar was asked for is carried on. */
export function unitWeekAddress(unit: Id<'unit'>, from: Day, carried: Asking = []): string {
  return `${unitCalendarAddress(unit, [...carried, ['uge', from]])}#uge`;
}

/** Where a municipality's team writes the number it is rung at. */
export const municipalityTelephoneAddress = '/kommune/telefon';

/** How well the units keep their capacity confirmed. */
export const freshnessAddress = '/pladser/friskhed';

/** The page where a unit's capacity is confirmed without a login, for one who has the link's secret. */
export function confirmLinkAddress(secret: string): string {
  return `/kapacitet/${encodeURIComponent(secret)}`;
}

export function unitAddress(unit: Id<'unit'>): string {
  return `/pladser/afdeling/${encodeURIComponent(unit)}`;
}

/** A unit's own figures, for its leader. */
export function unitFiguresAddress(unit: Id<'unit'>): string {
  return `${unitAddress(unit)}/tal`;
}

/** Where a leader says that the unit's capacity is right. */
export function confirmAddress(unit: Id<'unit'>): string {
  return `${unitAddress(unit)}/bekraeft-kapacitet`;
}

export function stayAddress(stay: Id<'stay'>): string {
  return `/pladser/ophold/${encodeURIComponent(stay)}`;
}

export function findAddress(pathway: Id<'pathway'>): string {
  return `/forloeb/${encodeURIComponent(pathway)}/plads`;
}

/** A unit's page at the card of one stay. */
export function stayCardAddress({ id, unit }: { readonly id: Id<'stay'>; readonly unit: Id<'unit'> }): string {
  return `${unitAddress(unit)}#ophold-${encodeURIComponent(id)}`;
}

/** The id of her line among those who were discharged lately. */
export function justDischargedId(stay: Id<'stay'>): string {
  return `udskrevet-${stay}`;
}

/** The calendar of a unit over two years: for everybody, or as it was asked for. */
export function unitCalendarAddress(unit: Id<'unit'>, asked: Asking = []): string {
  return `${unitAddress(unit)}/kalender${queryOf(asked)}`;
}

/** All units over two years. */
export const countryCalendarAddress = '/pladser/kalender';

/** Her page of places with the other units unfolded, sought as her own place was. */
export function otherUnitsAddress(pathway: Id<'pathway'>): string {
  return `${findAddress(pathway)}?andre=ja#andre`;
}

/** The search that found a place which is hers no more, asked again as it was asked then. */
export function asBeforeAddress(pathway: Id<'pathway'>, stay: Id<'stay'>): string {
  return `${findAddress(pathway)}?igen=${encodeURIComponent(stay)}`;
}

/** The search for her with every field as it was asked. */
export function searchedAgain(pathway: Id<'pathway'>, asked: Asking): string {
  return `${findAddress(pathway)}${queryOf(asked)}`;
}

function queryOf(asked: Asking): string {
  return asked.length === 0 ? '' : `?${new URLSearchParams(asked.map(([name, value]): [string, string] => [name, value])).toString()}`;
}
