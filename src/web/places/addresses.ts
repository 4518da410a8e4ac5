/** The addresses of places: the country, a unit, a stay, and the search for one woman. */
import type { Id } from '../../domain/id.ts';

export const nationalAddress = '/pladser';

export function unitAddress(unit: Id<'unit'>): string {
  return `/pladser/afdeling/${encodeURIComponent(unit)}`;
}

export function stayAddress(stay: Id<'stay'>): string {
  return `/pladser/ophold/${encodeURIComponent(stay)}`;
}

export function findAddress(pathway: Id<'pathway'>): string {
  return `/forloeb/${encodeURIComponent(pathway)}/plads`;
}
