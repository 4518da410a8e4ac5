/** What she needs of a place, written once (da: hendes behov): every search and the waiting list begin from it, and can differ from it openly. */
import type { Day, Moment } from '../time.ts';
import type { Need, Party } from './needs.ts';
import type { PlaceProperty } from './provision.ts';

/**
 * As her team last wrote them, and who comes with her; `party` is null where nobody has said. `by` and `at` are null where they stand on a request
 * that was made before they were written by themselves.
 */
export type HerNeeds = {
  readonly needs: readonly Need[];
  readonly party: Party | null;
  readonly by: string | null;
  readonly at: Moment | null;
};

/** How what a search asks for differs from what is written as hers: what it asks besides, what it leaves out, and what it asks on other nights. */
export type NeedsDifference = {
  readonly besides: readonly PlaceProperty[];
  readonly without: readonly PlaceProperty[];
  readonly otherNights: readonly Need[];
};

/** `null` where the two are the same, in whatever order and for whatever reasons. */
export function needsDifference(asked: readonly Need[], hers: readonly Need[]): NeedsDifference | null {
  const besides = onlyIn(asked, hers);
  const without = onlyIn(hers, asked);
  const otherNights = asked.filter((need) =>
    hers.some(({ property, from, until }) => property === need.property && (from !== need.from || until !== need.until)),
  );
  return besides.length + without.length + otherNights.length === 0 ? null : { besides, without, otherNights };
}

/** What follows from her pathway now and is not among what was written: said, never added by itself. */
export function proposedSince(proposed: readonly Need[], hers: readonly Need[]): readonly PlaceProperty[] {
  return onlyIn(proposed, hers);
}

/**
 * Whether her newborn comes with her (da: spædbarnet): it is born, and there is to be room for both. Where her team has written that there is not, the
 * child is somewhere else; one that the team has written among her children is told there.
 */
export function comesWithBaby(
  { needs, party }: { readonly needs: readonly Need[]; readonly party: Pick<Party, 'children'> },
  bornOn: Day | null,
): boolean {
  const hasRoom = needs.some(({ property }) => property === 'mother-and-baby');
  return bornOn !== null && hasRoom && !party.children.some(({ age }) => age === 0);
}

function onlyIn(these: readonly Need[], those: readonly Need[]): readonly PlaceProperty[] {
  return [...new Set(these.map(({ property }) => property))].filter((property) => !those.some((other) => other.property === property));
}
