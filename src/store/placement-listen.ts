/**
 * Keeps the places that a process holds fresh: one connection of its own listens for changed units and reads just those again. When the
 * connection is lost it is made anew, and what was missed is found by comparing versions; the same is done now and then, for a connection
 * can be dead without anybody being told. PgBouncer in transaction mode breaks listening: the address must lead to the server itself.
 */
import pg from 'pg';
import { asId, type Id } from '../domain/id.ts';
import type { Connection, Database } from './database.ts';
import type { HeldPlaces } from './placement-index.ts';

export type Listening = {
  /** The server's number of the connection that listens now; `null` while there is none. */
  connection(): number | null;
  stop(): Promise<void>;
};

export type ListenOptions = {
  /** Tells of a failure in one sentence. */
  readonly tell: (sentence: string) => void;
  /** Milliseconds between two comparisons of versions, whether or not anything was heard. */
  readonly compareEvery?: number;
};

/** Milliseconds before a lost connection is made anew: the first time at once, then longer. */
const waits = [0, 50, 200, 500, 1000] as const;

/** Reads the country, then listens until it is stopped. */
export async function listenForPlaces(
  db: Database,
  connection: Connection,
  places: HeldPlaces,
  { tell, compareEvery = 15_000 }: ListenOptions,
): Promise<Listening> {
  let client: pg.Client | null = null;
  let backend: number | null = null;
  let stopped = false;
  let failures = 0;
  let again: NodeJS.Timeout | null = null;
  const told = new Set<Id<'unit'>>();
  let work: Promise<unknown> = Promise.resolve();

  /** One reading at a time; changes that come meanwhile are read together in the next. */
  const inTurn = (what: () => Promise<unknown>): Promise<unknown> => {
    work = work.then(what).catch((error: unknown) => tell(`places were not read again: ${String(error)}`));
    return work;
  };
  const readTold = (): Promise<unknown> => {
    const units = [...told];
    told.clear();
    return units.length === 0 ? Promise.resolve() : places.reload(units);
  };
  const compare = (): Promise<unknown> => inTurn(() => places.asOf(db));

  const lost = (gone: pg.Client): void => {
    if (client !== gone || stopped) return;
    client = null;
    backend = null;
    void gone.end().catch(() => undefined);
    again = setTimeout(() => void begin(), waits[Math.min(failures, waits.length - 1)]);
    failures += 1;
  };

  const begin = async (): Promise<void> => {
    const made = new pg.Client({ application_name: 'samlob listens', keepAlive: true, ...connection });
    client = made;
    made.on('error', () => lost(made));
    made.on('end', () => lost(made));
    made.on('notification', ({ payload }) => {
      if (payload === undefined) return;
      told.add(asId<'unit'>(payload));
      void inTurn(readTold);
    });
    try {
      await made.connect();
      const { rows } = await made.query<{ pid: number }>('select pg_backend_pid() as pid');
      await made.query('listen unit_changed');
      // Only now is nothing missed: what changed before is found by its version.
      await compare();
      backend = rows[0]?.pid ?? null;
      failures = 0;
    } catch (error) {
      if (!stopped) tell(`listening for places failed: ${String(error)}`);
      lost(made);
    }
  };

  await begin();
  const timer = setInterval(() => void compare(), compareEvery);
  timer.unref();
  return {
    connection: () => backend,
    async stop() {
      stopped = true;
      clearInterval(timer);
      if (again) clearTimeout(again);
      await client?.end().catch(() => undefined);
      await work;
    },
  };
}
