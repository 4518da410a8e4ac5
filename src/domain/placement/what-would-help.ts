/**
 * Where no unit can take her: which one thing would make it possible (da: hvad der ville hjælpe). Each is asked of the same search once more, so
 * that nothing is named which is not so. Whether a need can be done without is never for Samløb to say.
 */
import { type NationalRequest, type NationalUnit, searchCountry } from './national-index-search.ts';
import type { NationalIndex } from './national-index.ts';
import { type NeedReason, type Party, sheAlone } from './needs.ts';
import type { PlaceProperty } from './provision.ts';

/** What would help: asking without one need. `best` is the unit that fits her best then, `able` how many units can take her. */
export type Help = { readonly without: PlaceProperty; readonly best: NationalUnit; readonly able: number };

export type WhatWouldHelp = {
  /** The most helpful first: by how many units can take her, then by the way. */
  readonly helps: readonly Help[];
  /** The needs of which it was not decided in time whether doing without would help. */
  readonly undecided: readonly PlaceProperty[];
};

/** Why a place must let her be held back: the legal basis of the stay says that the contract is offered. */
const legalDuty: NeedReason = 'contract-must-be-offered';

/** The search that asks the same without one need; one who comes with her because of it does not come then. */
export function without(request: NationalRequest, property: PlaceProperty): NationalRequest {
  const { partyOn = () => sheAlone } = request;
  const partyThen: typeof partyOn = (arrival): Party => {
    const party = partyOn(arrival);
    if (property === 'partner') return { ...party, partner: null };
    return property === 'other-children' ? { ...party, children: [] } : party;
  };
  return { ...request, needs: request.needs.filter((need) => need.property !== property), partyOn: partyThen };
}

/**
 * What would help her where the search found that nobody can take her. A search for each need. A need that a legal duty gives is nobody's to do without,
 * and is not asked about. Neither are fewer nights: they end a stay before the birth as easily as after it.
 */
export function whatWouldHelp(index: NationalIndex, request: NationalRequest): WhatWouldHelp {
  const helps: Help[] = [];
  const undecided: PlaceProperty[] = [];
  for (const property of new Set(request.needs.flatMap(({ property, why }) => (why === legalDuty ? [] : [property])))) {
    const found = asked(index, without(request, property));
    if (found.outcome === 'yes') helps.push({ without: property, best: found.best, able: found.able });
    else if (found.outcome === 'not-decided') undecided.push(property);
  }
  helps.sort((one, other) => other.able - one.able || (one.best.minutes ?? 0) - (other.best.minutes ?? 0));
  return { helps, undecided };
}

type Found =
  | { readonly outcome: 'yes'; readonly best: NationalUnit; readonly able: number }
  | { readonly outcome: 'no' }
  | { readonly outcome: 'not-decided' };

function asked(index: NationalIndex, request: NationalRequest): Found {
  const units = searchCountry(index, request);
  const able = units.filter(({ answer: { outcome } }) => outcome === 'can-come' || outcome === 'can-come-with-moves');
  const [best] = able;
  if (best) return { outcome: 'yes', best, able: able.length };
  return { outcome: units.some(({ answer }) => answer.outcome === 'not-decided') ? 'not-decided' : 'no' };
}
