/** The addresses of the waiting list: hers, a unit's, the country's, and the report of fairness. */
import type { Id } from '../../domain/id.ts';

export const nationalWaitingAddress = '/venteliste';
export const fairnessAddress = '/venteliste/rimelighed';

export function herWaitingAddress(pathway: Id<'pathway'>): string {
  return `/forloeb/${encodeURIComponent(pathway)}/venteliste`;
}

export function unitWaitingAddress(unit: Id<'unit'>): string {
  return `/venteliste/afdeling/${encodeURIComponent(unit)}`;
}
