/**
 * Questions whose text is worked out once. The builder is asked with a mark where the value goes, and afterwards the value is put in its place:
 * to build the text of a long question takes longer than to send it.
 */
import { CompiledQuery } from 'kysely';
import type { Database, Transaction } from './database.ts';

/** Asks with one value. `build` is asked once, so what it builds must not depend on the value but by holding it. */
export function askedAgain<Value extends string, Row>(
  build: (tx: Database | Transaction, value: Value) => { compile(): CompiledQuery<Row> },
): (tx: Database | Transaction, value: Value) => Promise<readonly Row[]> {
  const mark: unknown = Symbol('the value');
  let known: Pick<CompiledQuery<Row>, 'sql' | 'parameters'> | null = null;
  return async (tx, value) => {
    known ??= build(tx, mark as Value).compile();
    const values = known.parameters.map((one) => (one === mark ? value : one));
    const { rows } = await tx.executeQuery(CompiledQuery.raw(known.sql, values));
    return rows as readonly Row[];
  };
}
