/**
 * Her yes as it is kept. Why a place was held before she had said it stands beside the fact, in a table that no facility reads: the one place where
 * it is decided who is told more than the answer.
 */
import type { Id } from '../domain/id.ts';
import type { PathwayFact, RecordedFact } from '../domain/pathway/facts.ts';
import { answerAlone, type HerYes, knownYes } from '../domain/pathway/her-yes.ts';
import type { Transaction } from './database.ts';
import type { HerYesReasonTable } from './pathway-tables.ts';

/** The fact as all who read the pathway may read it. */
export function withoutReason(fact: PathwayFact): PathwayFact {
  return fact.type === 'place-held' && fact.herYes ? { ...fact, herYes: answerAlone(fact.herYes) } : fact;
}

/** The reason of a fact as a row of its own; none where it has none. */
export function reasonRows(
  pathway: Id<'pathway'>,
  { sequence, fact }: Pick<RecordedFact, 'sequence' | 'fact'>,
): readonly HerYesReasonTable[] {
  if (fact.type !== 'place-held' || !fact.herYes || !('why' in fact.herYes)) return [];
  const { why, written } = fact.herYes;
  return [{ pathway, sequence, why, written }];
}

/** The fact with its reason, where row security showed it to the one who asks. */
export function withReason(
  fact: PathwayFact,
  { why, written }: { readonly [Part in 'why' | 'written']: HerYesReasonTable[Part] | null },
): PathwayFact {
  return fact.type === 'place-held' && why !== null ? { ...fact, herYes: { answer: 'not-yet', why, written: written ?? '' } } : fact;
}

/**
 * Her yes at the moment a place is held: what her pathway says, and else what was `said`. The pathway stays locked until the transaction ends, so
 * that her answer is not written between.
 */
export async function herYesNow(tx: Transaction, pathway: Id<'pathway'>, said: HerYes | null): Promise<HerYes | null> {
  const row = await tx.selectFrom('pathway').select('state').where('id', '=', pathway).forUpdate().executeTakeFirst();
  return (row && knownYes(row.state)) ?? said;
}
