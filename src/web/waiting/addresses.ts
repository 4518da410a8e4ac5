/** The addresses of the waiting list: hers, a unit's, the country's, and the report of fairness. */
import type { Id } from '../../domain/id.ts';

export const nationalWaitingAddress = '/venteliste';
export const fairnessAddress = '/venteliste/rimelighed';

/** `asked`: the fields of a search for her, which the form of the list then opens with. */
export function herWaitingAddress(pathway: Id<'pathway'>, asked: readonly (readonly [name: string, value: string])[] = []): string {
  const query = new URLSearchParams(asked.map(([name, value]): [string, string] => [name, value])).toString();
  return `/forloeb/${encodeURIComponent(pathway)}/venteliste${query === '' ? '' : `?${query}`}`;
}

export function unitWaitingAddress(unit: Id<'unit'>): string {
  return `/venteliste/afdeling/${encodeURIComponent(unit)}`;
}
