/** The addresses of places: the country, a unit, a stay, and the search for one woman. */
import type { Id } from '../../domain/id.ts';
import type { Need } from '../../domain/placement/needs.ts';
import type { Day } from '../../domain/time.ts';
import { countNights, type Nights } from '../../domain/placement/nights.ts';

export const nationalAddress = '/pladser';

/** The country by week. */
export const weeksAddress = '/pladser/uger';

/** The nights of the week of a day in a unit, in its calendar. */
export function unitWeekAddress(unit: Id<'unit'>, from: Day): string {
  return `${unitCalendarAddress(unit)}?uge=${from}#uge`;
}

/** How well the units keep their capacity confirmed. */
export const freshnessAddress = '/pladser/friskhed';

/** The page where a unit's capacity is confirmed without a login, for one who has the link's secret. */
export function confirmLinkAddress(secret: string): string {
  return `/kapacitet/${encodeURIComponent(secret)}`;
}

export function unitAddress(unit: Id<'unit'>): string {
  return `/pladser/afdeling/${encodeURIComponent(unit)}`;
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

/** The calendar of a unit over two years: for everybody, or for one with such needs who stays so long. */
export function unitCalendarAddress(
  unit: Id<'unit'>,
  asked: { readonly nights: Nights; readonly needs: readonly Need[] } | null = null,
): string {
  const query = asked
    ? new URLSearchParams([
        ['naetter', String(countNights(asked.nights))],
        ...asked.needs.map(({ property }): [string, string] => ['behov', property]),
      ])
    : null;
  return `${unitAddress(unit)}/kalender${query ? `?${query.toString()}` : ''}`;
}

/** All units over two years. */
export const countryCalendarAddress = '/pladser/kalender';

/** Her page of places with the other units unfolded, sought as her own place was. */
export function otherUnitsAddress(pathway: Id<'pathway'>): string {
  return `${findAddress(pathway)}?andre=ja#andre`;
}

/** The search for her with its day, length and needs: what was asked stays asked. */
export function searchAddress(
  pathway: Id<'pathway'>,
  { nights, needs }: { readonly nights: Nights; readonly needs: readonly Need[] },
): string {
  const query = new URLSearchParams([
    ['soeg', 'ja'],
    ['ankomst', nights.arrival],
    ['naetter', String(countNights(nights))],
    ...needs.map(({ property }): [string, string] => ['behov', property]),
  ]);
  return `${findAddress(pathway)}?${query.toString()}`;
}
