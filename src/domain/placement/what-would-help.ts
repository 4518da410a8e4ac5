/**
 * Where no unit can take her: which one thing would make it possible (da: hvad der ville hjælpe). Each is asked of the same search once more, so
 * that nothing is named which is not so. Whether a need can be done without is never for Samløb to say.
 */
import { type NationalRequest, type NationalUnit, searchCountry } from './national-index-search.ts';
import type { NationalIndex } from './national-index.ts';
import { type Party, sheAlone } from './needs.ts';
import { countNights, nightsFrom } from './nights.ts';
import type { PlaceProperty } from './provision.ts';

/** One thing that is asked otherwise: without one need, or so many nights in place of those asked for. */
export type Eased =
  | { readonly kind: 'without'; readonly property: PlaceProperty }
  /** `isMost` is false where it was not decided in time whether a night more would do. */
  | { readonly kind: 'shorter'; readonly nights: number; readonly isMost: boolean };

/** What would help: the unit that fits her best then, and how many units can take her. */
export type Help = { readonly eased: Eased; readonly best: NationalUnit; readonly able: number };

export type WhatWouldHelp = {
  /** The most helpful first: by how many units can take her, then by the way; fewer nights after all needs. */
  readonly helps: readonly Help[];
  /** The needs of which it was not decided in time whether doing without would help. */
  readonly undecided: readonly PlaceProperty[];
};

/** A stay of fewer nights than a week is not named in place of a longer one. Our own choice. */
export const leastNightsNamed = 7;

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

/** What would help her where the search found nobody who can take her. A search for each need, and for the nights as many as halving them takes. */
export function whatWouldHelp(index: NationalIndex, request: NationalRequest): WhatWouldHelp {
  const helps: Help[] = [];
  const undecided: PlaceProperty[] = [];
  for (const property of new Set(request.needs.map((need) => need.property))) {
    const found = asked(index, without(request, property));
    if (found.outcome === 'yes') helps.push({ eased: { kind: 'without', property }, best: found.best, able: found.able });
    else if (found.outcome === 'not-decided') undecided.push(property);
  }
  helps.sort((one, other) => other.able - one.able || (one.best.minutes ?? 0) - (other.best.minutes ?? 0));
  const shorter = shorterStay(index, request);
  return { helps: shorter ? [...helps, shorter] : helps, undecided };
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

/** The most nights from the same day: whoever can stay so long can stay shorter, so that halving finds them. */
function shorterStay(index: NationalIndex, request: NationalRequest): Help | null {
  const { arrival } = request.nights;
  const forNights = (nights: number): Found => asked(index, { ...request, nights: nightsFrom(arrival, nights) });
  let [low, high] = [leastNightsNamed, countNights(request.nights)];
  if (high <= low) return null;
  let known = forNights(low);
  if (known.outcome !== 'yes') return null;
  let isMost = true;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const found = forNights(middle);
    if (found.outcome === 'yes') [low, known] = [middle, found];
    else [high, isMost] = [middle, found.outcome === 'no'];
  }
  return known.outcome === 'yes' ? { eased: { kind: 'shorter', nights: low, isMost }, best: known.best, able: known.able } : null;
}
