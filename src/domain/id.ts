/** Ids that cannot be mixed: an id of a place is not accepted where an id of a pathway is wanted. */

declare const kind: unique symbol;

/** The kinds of thing that carry an id. */
export type IdKind =
  | 'call'
  | 'closure'
  | 'facility'
  | 'municipality'
  | 'organisation'
  | 'pathway'
  | 'person'
  | 'place'
  | 'region'
  | 'request'
  | 'room'
  | 'session'
  | 'stay'
  | 'unit'
  | 'user';

/** Id of one kind (da: identifikation). Stored and sent as plain text. */
export type Id<Kind extends IdKind> = string & { readonly [kind]: Kind };

/** Marks a text as an id of one kind. Used where ids are read in: at the edges, in the store and in tests. */
export function asId<Kind extends IdKind>(text: string): Id<Kind> {
  return text as Id<Kind>;
}
