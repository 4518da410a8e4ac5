/** What one who waits for a place waits by, once her child is born: it follows the birth, and what her team writes after it stands. */
import type { Day } from '../time.ts';
import type { HerNeeds } from './her-needs.ts';
import { type Birth, type Need, needsAfterBirth, needsByDueDate } from './needs.ts';

/** Her needs as they were last written, with the number of the last fact on her pathway by then; `null` where that is not known: from before the birth. */
export type WrittenNeeds = HerNeeds & { readonly afterFact: number | null };

/** A birth that stands (da: en fødsel, der gælder): its day, and the number of the fact since which she has had a born child without a break. */
export type StandingBirth = { readonly on: Day; readonly since: number };

/** A birth that was told, or the withdrawal of an event: then `withdraws` is that event's number. */
export type BirthTold = { readonly sequence: number; readonly happened: Day; readonly withdraws: number | null };

/**
 * The birth that stands after all that was told; `null` where none does. A birth put right, the right one told before the wrong one is withdrawn, is no
 * break. The day is the first that stands, as the pathway adds it up (`bornOn`).
 */
export function standingBirth(told: readonly BirthTold[]): StandingBirth | null {
  const standing = new Map<number, Day>();
  let since = 0;
  for (const { sequence, happened, withdraws } of told.toSorted((one, other) => one.sequence - other.sequence)) {
    if (withdraws !== null) standing.delete(withdraws);
    else {
      if (standing.size === 0) since = sequence;
      standing.set(sequence, happened);
    }
  }
  const [on] = [...standing.values()].toSorted();
  return on === undefined ? null : { on, since };
}

/**
 * Her needs now, for a search, the waiting list and their pages alike: as they were last written, and from the birth on as they are after it
 * (`needsAfterBirth`). Needs that were written after the birth was told are her team's word, and nothing is added to them or taken from them. The
 * nights of what is there for the birth follow its day, or the due date until then.
 */
export function needsNow(
  { needs, afterFact }: Pick<WrittenNeeds, 'needs' | 'afterFact'>,
  birth: StandingBirth | null,
  dueDate: Day | null,
): readonly Need[] {
  const isTeamsWord = birth !== null && afterFact !== null && afterFact >= birth.since;
  const days: Birth = { bornOn: birth?.on ?? null, dueOn: dueDate };
  return needsByDueDate(isTeamsWord ? needs : needsAfterBirth(needs, days), days);
}
