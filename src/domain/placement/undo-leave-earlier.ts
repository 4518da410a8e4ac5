/**
 * The unit takes back its word that she leaves earlier (da: hun bliver til den aftalte dag): the nights that those who pay agreed to are hers again,
 * while they are free. It gives her no night more than was agreed. No law or guidance sets when: it is our own choice, published as
 * `docs/rules/undo-leave-earlier-2026-11.md`.
 */
import { type Day, day, danishDay, type Moment } from '../time.ts';
import { type Block, blocksOn, blocksWithin } from './availability.ts';
import { canFollow, type StayStatus } from './lifecycle.ts';
import type { Nights } from './nights.ts';
import { partsUntil, partsWithin, sameParts, type StayPart } from './parts.ts';
import type { Unit } from './provision.ts';
import type { Occupation, Stay } from './stay.ts';

/** The rule by which the unit takes its word back, each edition from its own day on. */
export const undoLeaveEarlierEditions = [
  { edition: 'rejser-tidligere-tages-tilbage/2026-11', from: day('2026-11-27') },
] as const satisfies readonly {
  readonly edition: string;
  readonly from: Day;
}[];

/** That she leaves earlier, as the unit wrote it: the day that was agreed before, and the places of her whole stay then; `null` where those were not kept. */
export type SaidToLeave = {
  readonly agreed: Day;
  readonly before: readonly StayPart[] | null;
  /** How many nights after the birth the length was agreed to by then; absent or `null` where it was to a fixed day. */
  readonly nightsAfterBirth?: number | null;
};

export type StaysAsAgreed =
  | { readonly outcome: 'stays-as-agreed'; readonly nights: Nights; readonly parts: readonly StayPart[]; readonly edition: string }
  /** The place is not free on the nights that would be hers again. */
  | { readonly outcome: 'not-free'; readonly place: string; readonly blocks: readonly Block[] }
  /** The day she was to leave has come: only those who pay agree to another. */
  | { readonly outcome: 'day-has-come' }
  /** She is not admitted, or the day she leaves is the agreed one. */
  | { readonly outcome: 'cannot'; readonly status: StayStatus };

/** Decides from all that is taken in the unit from the day she is to leave on. */
export function stayAsAgreed(
  stay: Stay,
  said: SaidToLeave | null,
  unit: Unit,
  occupations: readonly Occupation[],
  at: Moment,
): StaysAsAgreed {
  const { arrival, departure } = stay.nights;
  if (!canFollow('undo-leave-earlier', stay.status) || said === null || said.agreed <= departure)
    return { outcome: 'cannot', status: stay.status };
  if (departure <= danishDay(at)) return { outcome: 'day-has-come' };
  const nights = { arrival, departure: said.agreed };
  // As it was planned, where she has not been given another place since.
  const isAsBefore = said.before !== null && sameParts(partsUntil(said.before, departure), stay.parts);
  const parts = isAsBefore && said.before !== null ? said.before : partsWithin(stay.parts, nights);
  const others = occupations.filter((occupation) => occupation.stay !== stay.id);
  for (const part of parts) {
    const again = { arrival: part.nights.arrival > departure ? part.nights.arrival : departure, departure: part.nights.departure };
    const place = unit.places.find(({ id }) => id === part.place);
    if (!place || again.arrival >= again.departure) continue;
    const blocks = blocksWithin(blocksOn(unit, place, others, at), again);
    if (blocks.length > 0) return { outcome: 'not-free', place: place.name, blocks };
  }
  const edition = (undoLeaveEarlierEditions.findLast(({ from }) => from <= danishDay(at)) ?? undoLeaveEarlierEditions[0]).edition;
  return { outcome: 'stays-as-agreed', nights, parts, edition };
}
