/**
 * Two things a unit says of itself that cannot both be meant (da: modsigelse i udbuddet), or that the guideline warns of together. Nothing is refused: a
 * leader is asked before it is saved, because a partner can be a woman and a rule can have a reason that is not written here.
 */
import { guidelineForShieldedUnit, type PlaceProperty } from './provision.ts';
import type { Supply } from './supply-state.ts';

/**
 * `partner-and-women-only`: a place for a partner, and no man stays in the unit. `children-and-none`: a place for more children, and the unit receives
 * none. `child-age-and-none`: an age limit for children where none is received. `shielded-and-many`: more women can be together in shielded places than
 * the guideline. `use-and-children`: a place where use can go on, and that takes her
 * other children.
 */
export const contradictionKinds = [
  'partner-and-women-only',
  'children-and-none',
  'child-age-and-none',
  'shielded-and-many',
  'use-and-children',
] as const;
export type ContradictionKind = (typeof contradictionKinds)[number];

/** A contradiction and the places, by name, that it is about; none where it is about a rule alone. */
export type Contradiction = { readonly kind: ContradictionKind; readonly places: readonly string[] };

type Said = Pick<Supply, 'places' | 'admission'>;

/** All that contradicts in what a unit says of itself, in the order of the vocabulary. */
export function contradictionsIn({ places, admission }: Said): readonly Contradiction[] {
  const named = (...properties: readonly PlaceProperty[]): readonly string[] =>
    places.filter((place) => properties.every((property) => place.properties.includes(property))).map(({ name }) => name);
  const shielded = named('shielded');
  const found: Readonly<Record<ContradictionKind, readonly string[] | null>> = {
    'partner-and-women-only': admission.womenOnly ? unlessEmpty(named('partner')) : null,
    'children-and-none': admission.mostChildren === 0 ? unlessEmpty(named('other-children')) : null,
    'child-age-and-none': admission.mostChildren === 0 && admission.oldestChild !== null ? [] : null,
    'shielded-and-many': shielded.length > guidelineForShieldedUnit ? shielded : null,
    'use-and-children': unlessEmpty(named('accepts-active-use', 'other-children')),
  };
  return contradictionKinds.flatMap((kind) => {
    const about = found[kind];
    return about === null ? [] : [{ kind, places: about }];
  });
}

/** What a change brings that was not so before: another kind, or a place more of a kind that was there. */
export function contradictionsAfter(before: Said, after: Said): readonly Contradiction[] {
  const had = contradictionsIn(before);
  return contradictionsIn(after).filter(({ kind, places }) => {
    const known = had.find((one) => one.kind === kind);
    return known === undefined || places.length > known.places.length || places.some((place) => !known.places.includes(place));
  });
}

/** Whether every contradiction was agreed to: its kind, and every place that it is about. One place more is another thing to be read. */
export function areAgreedTo(contradictions: readonly Contradiction[], agreed: readonly Contradiction[]): boolean {
  return contradictions.every(({ kind, places }) =>
    agreed.some((one) => one.kind === kind && places.every((place) => one.places.includes(place))),
  );
}

function unlessEmpty(places: readonly string[]): readonly string[] | null {
  return places.length === 0 ? null : places;
}
