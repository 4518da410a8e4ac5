/**
 * What is asked often is prepared: the server reads and plans the text of a statement once for a connection, and afterwards is sent its values
 * alone. Row security is asked each time, for the plan holds the question of who asks and not the answer. What is asked seldom is not kept,
 * for each connection's server process holds its plans in memory.
 */
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type { Writable } from 'node:stream';
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

/**
 * Stands at the end of a statement of a transaction whose answer nobody waits for, and which gives no rows: it is sent with the next that somebody
 * waits for. When it fails, that one fails for its reason, for PostgreSQL does nothing more in a transaction that has failed. `begin` is waited for:
 * what followed a `begin` that failed would be done for good at once.
 */
export const sentAhead = '/* sent ahead */';

function preparingClient(client: pg.PoolClient, names: StatementNames, noticed: () => void): PostgresPoolClient {
  let outdated = false;
  const line = lineTo(client);
  const ask = <Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>> => {
    // «begin» and «commit» need no plan, and several statements in one text cannot have one.
    const name = text.includes(' ') && !text.includes(';') ? names.nameOf(text) : null;
    const answer = client.query(name === null ? { text, values: [...values] } : { name, text, values: [...values] });
    return answer.catch((error: unknown) => {
      if (isOutdatedPlan(error) && !outdated) {
        outdated = true;
        noticed();
      }
      throw error;
    }) as Promise<PostgresQueryResult<Row>>;
  };
  function query<Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
  function query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>;
  function query<Row>(
    asked: string | PostgresCursor<Row>,
    values: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<Row>> | PostgresCursor<Row> {
    if (typeof asked !== 'string') throw new Error('nothing is read with a cursor');
    if (asked.endsWith(sentAhead)) return line.ahead(() => ask<Row>(asked, values));
    return line.waitFor(() => ask<Row>(asked, values), asked === 'rollback');
  }
  return { query, release: () => client.release(outdated) };
}

/** Asks, and gives the promise of the answer. */
type Asking<Row> = () => Promise<PostgresQueryResult<Row>>;

type Line = {
  readonly ahead: <Row>(ask: Asking<Row>) => Promise<PostgresQueryResult<Row>>;
  /** `undoes`: what failed before is undone by it, and is no reason for it to fail. */
  readonly waitFor: <Row>(ask: Asking<Row>, undoes: boolean) => Promise<PostgresQueryResult<Row>>;
};

/** The line to one server process: what is sent ahead lies in it until something is asked that somebody waits for. */
function lineTo(client: pg.PoolClient): Line {
  const { stream } = (client as pg.PoolClient & { readonly connection: { readonly stream: Writable } }).connection;
  let unanswered: Promise<unknown>[] = [];
  return {
    ahead(ask) {
      if (unanswered.length === 0) stream.cork();
      const answer = ask();
      // Whoever waits next is told of it.
      answer.catch(() => undefined);
      unanswered.push(answer);
      return Promise.resolve({ command: 'SELECT', rowCount: 0, rows: [] });
    },
    async waitFor(ask, undoes) {
      const before = unanswered;
      if (before.length === 0) return ask();
      unanswered = [];
      const answer = ask();
      stream.uncork();
      const [own, ...others] = await Promise.allSettled([answer, ...before]);
      const failed = undoes ? undefined : others.find((one) => one.status === 'rejected');
      if (failed) throw failed.reason;
      if (own.status === 'rejected') throw own.reason;
      return own.value;
    },
  };
}

/** A table has changed since the statement was prepared: while the program runs, the next edition of it has brought a migration. */
export function isOutdatedPlan(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '0A000' && error.routine === 'RevalidateCachedQuery';
}
