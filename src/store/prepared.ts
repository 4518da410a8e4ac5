/**
 * What is asked often is prepared: the server reads and plans the text of a statement once for a connection, and afterwards is sent its values
 * alone. Row security is asked each time, for the plan holds the question of who asks and not the answer. What is asked seldom is not kept,
 * for each connection's server process holds its plans in memory.
 */
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import pg from 'pg';

/** So often has a process asked the same before it is prepared, and so many statements are at most. Our own choices. */
export const askedBeforePrepared = 10;
export const mostPrepared = 200;
/** Different texts that are counted at a time: lists of many lengths are each a text of their own. The one that was asked the longest ago gives way. */
export const mostCounted = 2_000;

/** The names of the statements that one process prepares. */
export type StatementNames = { readonly nameOf: (text: string) => string | null };

/** Null for a text that is not asked often, and for every text when as many are prepared as may be. */
export function statementNames(): StatementNames {
  const names = new Map<string, string>();
  const asked = new Map<string, number>();
  return {
    nameOf(text) {
      const known = names.get(text);
      if (known !== undefined) return known;
      if (names.size >= mostPrepared) return null;
      const times = (asked.get(text) ?? 0) + 1;
      // A map keeps the order in which things were put in: the first is the one that was asked the longest ago.
      asked.delete(text);
      if (times <= askedBeforePrepared) {
        const [oldest] = asked.keys();
        if (asked.size >= mostCounted && oldest !== undefined) asked.delete(oldest);
        asked.set(text, times);
        return null;
      }
      const name = `samlob_${names.size + 1}`;
      names.set(text, name);
      return name;
    },
  };
}

/** A pool whose connections prepare what is asked often. Closing it closes the pool. */
export function preparing(pool: pg.Pool): PostgresPool {
  const names = statementNames();
  const made = new WeakMap<pg.PoolClient, { readonly edition: number; readonly client: PostgresPoolClient }>();
  // A table that has changed has changed for every connection: those that were made before are closed when their turn comes.
  let edition = 0;
  const noticed = (): void => void (edition += 1);
  return {
    async connect() {
      for (;;) {
        const client = await pool.connect();
        const before = made.get(client);
        if (before?.edition === edition) return before.client;
        if (before) {
          client.release(true);
          continue;
        }
        const first = { edition, client: preparingClient(client, names, noticed) };
        made.set(client, first);
        return first.client;
      }
    },
    end: () => pool.end(),
  };
}

function preparingClient(client: pg.PoolClient, names: StatementNames, noticed: () => void): PostgresPoolClient {
  let outdated = false;
  function query<Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
  function query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>;
  function query<Row>(
    asked: string | PostgresCursor<Row>,
    values: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<Row>> | PostgresCursor<Row> {
    if (typeof asked !== 'string') throw new Error('nothing is read with a cursor');
    // «begin» and «commit» need no plan, and several statements in one text cannot have one.
    const name = asked.includes(' ') && !asked.includes(';') ? names.nameOf(asked) : null;
    const answer = client.query(name === null ? { text: asked, values: [...values] } : { name, text: asked, values: [...values] });
    return answer.catch((error: unknown) => {
      if (isOutdatedPlan(error) && !outdated) {
        outdated = true;
        noticed();
      }
      throw error;
    }) as Promise<PostgresQueryResult<Row>>;
  }
  return { query, release: () => client.release(outdated) };
}

/** A table has changed since the statement was prepared: while the program runs, the next edition of it has brought a migration. */
export function isOutdatedPlan(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '0A000' && error.routine === 'RevalidateCachedQuery';
}
