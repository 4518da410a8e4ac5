/** What her own page says of her places beside her pathway: when one of them is shut for her, the nights she is away, and the house's number. */
import type { Id } from '../domain/id.ts';
import type { Leave } from '../domain/placement/leave.ts';
import { type RefusalReason } from '../domain/placement/confirm.ts';
import { type ShutForHer, shutForHer } from '../domain/placement/shut-for-her.ts';
import type { Moment } from '../domain/time.ts';
import type { Transaction } from './database.ts';
import { loadProvision } from './placement-provision.ts';
import { staysOfPathway } from './placement-stays.ts';
import { loadSupplies } from './placement-supply.ts';

/** One of her places as her page needs it. `refusal` is a word of the unit's closed list: its own words are not for her page. */
export type HerPagePlace = {
  readonly stay: Id<'stay'>;
  readonly telephone: string | null;
  readonly shut: readonly ShutForHer[];
  readonly leaves: readonly Pick<Leave, 'from' | 'back'>[];
  readonly refusal: RefusalReason | null;
  /** The condition of her yes that the unit reads, while the place is hers; `null` for none. */
  readonly condition: string | null;
};

/** Her places, also those that have ended, as the actor may see them. */
export async function herPagePlaces(tx: Transaction, pathway: Id<'pathway'>, now: Moment): Promise<readonly HerPagePlace[]> {
  const stays = await staysOfPathway(tx, pathway);
  if (stays.length === 0) return [];
  const units = [...new Set(stays.map(({ unit }) => unit))];
  const [provisions, supplies] = [await loadProvision(tx, units), await loadSupplies(tx, units)];
  return stays.map((stay): HerPagePlace => {
    const found = provisions.find(({ unit }) => unit.id === stay.unit);
    const isPresent = stay.status === 'held' || stay.status === 'confirmed' || stay.status === 'admitted';
    return {
      stay: stay.id,
      telephone: stay.telephone,
      shut: found && isPresent ? shutForHer(found.unit, supplies.get(stay.unit)?.closures ?? [], stay, now) : [],
      leaves: stay.status === 'admitted' ? stay.leaves.map(({ from, back }) => ({ from, back })) : [],
      condition: stay.status === 'confirmed' || stay.status === 'admitted' ? stay.condition : null,
      refusal: stay.status === 'refused' ? (stay.endedBecause?.reason ?? null) : null,
    };
  });
}
