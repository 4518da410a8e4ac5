/** What a person says of two lines of imported lists that may be of one woman, kept and counted in the same transaction. */
import { sql } from 'kysely';
import { decidePair, type KeptPair, type PairDecision } from '../domain/numbers/list-import.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database } from './database.ts';
import { inTurn, listsIn, recount } from './lists.ts';

export type PairToDecide = Pick<KeptPair, 'one' | 'other'> & { readonly answer: string; readonly because: string };

/** Keeps what a person says of a pair, and counts again. */
export function decideListPair(
  db: Database,
  permit: Permit,
  { one, other, answer, because }: PairToDecide,
): Promise<PairDecision | { readonly outcome: 'no-such-pair' }> {
  return asActor(db, permit, { kind: 'list', id: `imported-list/${one.import}` }, async (tx) => {
    await inTurn(tx, permit);
    const { pairs } = await listsIn(tx);
    const pair = pairs.find((known) => isLine(known.one, one) && isLine(known.other, other));
    if (!pair) return { outcome: 'no-such-pair' };
    const decision = decidePair(pair, answer, because);
    if (decision.outcome !== 'decided') return decision;
    await sql`insert into list_decision (import, line, other_import, other_line, sequence, same, because, recorded, by_user, by_name, capacity, organisation)
      select ${one.import}, ${one.line}::integer, ${other.import}, ${other.line}::integer, 1 + coalesce(max(sequence), 0), ${decision.same}::boolean,
        ${because.trim()}, ${permit.at}::timestamptz, ${permit.actor.user}, ${permit.actor.name}, ${permit.actor.role}, ${permit.actor.organisation.id}
      from list_decision where import = ${one.import} and line = ${one.line}::integer and other_import = ${other.import}
        and other_line = ${other.line}::integer`.execute(tx);
    await recount(tx, permit);
    return decision;
  });
}

function isLine(one: KeptPair['one'], other: KeptPair['one']): boolean {
  return one.import === other.import && one.line === other.line;
}
