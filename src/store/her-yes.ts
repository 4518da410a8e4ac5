/**
 * Her yes as it is kept. Why a place was held before she had said it, and why one was confirmed against her no, stands beside the fact, in a table that
 * no facility reads: the one place where it is decided who is told more than the answer.
 */
import type { Id } from '../domain/id.ts';
import { type AnswerReason, answerReasons, type PathwayFact, type RecordedFact } from '../domain/pathway/facts.ts';
import { type ToldAnswer, withoutWhy } from '../domain/pathway/her-answer.ts';
import { answerAlone, type HeldBeforeYesReason, heldBeforeYesReasons, type HerYes, knownYes } from '../domain/pathway/her-yes.ts';
import type { Transaction } from './database.ts';
import type { HerYesReasonTable } from './pathway-tables.ts';

/** The fact as all who read the pathway may read it. */
export function withoutReason(fact: PathwayFact): PathwayFact {
  if (fact.type === 'place-answered') return { ...fact, said: withoutWhy(fact.said) };
  if (fact.type === 'place-confirmed') {
    const { againstNo: _, ...told } = fact;
    return told;
  }
  return fact.type === 'place-held' && fact.herYes ? { ...fact, herYes: answerAlone(fact.herYes) } : fact;
}

/** The reason of a fact as a row of its own; none where it has none. */
export function reasonRows(
  pathway: Id<'pathway'>,
  { sequence, fact }: Pick<RecordedFact, 'sequence' | 'fact'>,
): readonly HerYesReasonTable[] {
  if (fact.type === 'place-confirmed')
    return fact.againstNo === undefined ? [] : [{ pathway, sequence, why: 'other', written: fact.againstNo }];
  const told = fact.type === 'place-held' ? fact.herYes : fact.type === 'place-answered' ? fact.said : undefined;
  if (!told || !('why' in told)) return [];
  const { why, written } = told;
  return [{ pathway, sequence, why, written }];
}

/** The fact with its reason, where row security showed it to the one who asks. */
export function withReason(
  fact: PathwayFact,
  { why, written }: { readonly [Part in 'why' | 'written']: HerYesReasonTable[Part] | null },
): PathwayFact {
  if (fact.type === 'place-confirmed' && written !== null) return { ...fact, againstNo: written };
  if (fact.type === 'place-answered' && why !== null) return { ...fact, said: answerWithWhy(fact.said, why, written ?? '') };
  return fact.type === 'place-held' && isHeldReason(why) ? { ...fact, herYes: { answer: 'not-yet', why, written: written ?? '' } } : fact;
}

/** The answer with the reason that stands beside it. */
function answerWithWhy(told: ToldAnswer, why: HerYesReasonTable['why'], written: string): ToldAnswer {
  const asked = 'asked' in told ? told.asked : undefined;
  if (told.answer === 'no' && asked && isHerReason(why)) return { answer: 'no', asked, why, written };
  if (told.answer === 'not-yet' && isHeldReason(why)) return { answer: 'not-yet', why, written };
  return told.answer === 'not-possible' ? { answer: 'not-possible', why: 'other', written } : told;
}

function isHeldReason(why: string | null): why is HeldBeforeYesReason {
  return heldBeforeYesReasons.some((one) => one === why);
}

function isHerReason(why: string): why is AnswerReason {
  return answerReasons.some((one) => one === why);
}

/** Her yes at the moment a place is held: as it is known, and what was said of this very place. */
type YesNow = { readonly known: HerYes | null; readonly ofThisPlace: HerYes | null };

/**
 * Her yes at the moment a place is held: what her pathway says, and else what was `said` of the place. One is asked of the place only while her
 * pathway has no yes, so where it has one it was written since, and goes before what an older page says. The pathway stays locked until the
 * transaction ends, so that her answer is not written between.
 */
export async function herYesNow(tx: Transaction, pathway: Id<'pathway'>, said: HerYes | null): Promise<YesNow> {
  const row = await tx.selectFrom('pathway').select('state').where('id', '=', pathway).forUpdate().executeTakeFirst();
  const known = row ? knownYes(row.state) : null;
  // A yes she gave before the place was found is read from her pathway, and is no answer to this place.
  return known === null ? { known: said, ofThisPlace: said } : { known, ofThisPlace: null };
}
