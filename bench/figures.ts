/**
 * All figures of a million pathways over ten years, by municipality and year: today's, an earlier day's, and what one more fact costs. The
 * pathways are invented in the database itself; each has the rows that its facts would have drawn.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { operator } from '../src/cli/operator.ts';
import { municipalities } from '../src/domain/geography/municipalities.ts';
import { asId } from '../src/domain/id.ts';
import { figureDefinitions } from '../src/domain/numbers/definitions.ts';
import { addDays, day, moment } from '../src/domain/time.ts';
import { decide } from '../src/access/decide.ts';
import { asActor, openDatabase } from '../src/store/database.ts';
import { startEmbeddedServer } from '../src/store/embedded-server.ts';
import { rebuildFigures } from '../src/store/figure-rebuild.ts';
import { type FigureQuestion, readAllFigures } from '../src/store/figures.ts';
import { applicationRole, migrate } from '../src/store/migrate.ts';
import { createDatabase } from '../src/store/open.ts';
import { appendFact, openPathway, recordedBy } from '../src/store/pathway.ts';
import { table } from './table.ts';

const project = process.cwd();
const pathways = Number(process.env.SAMLOB_BENCH_PATHWAYS ?? 1_000_000);
const years = [2017, 2026] as const;

const server = await startEmbeddedServer({
  project,
  name: 'bench-figures',
  settings: {
    fsync: 'off',
    synchronous_commit: 'off',
    shared_buffers: '512MB',
    work_mem: '128MB',
    maintenance_work_mem: '256MB',
    max_wal_size: '4GB',
  },
});
const name = `bench_${randomUUID().slice(0, 8)}`;
await createDatabase(server.owner, name);
const ownerConfig = { ...server.owner, database: name };
await migrate(ownerConfig, join(project, 'src', 'store', 'migrations'), null);

const client = new pg.Client(ownerConfig);
await client.connect();
const filled = await seconds(() => fill(client));
const owner = openDatabase(ownerConfig, { size: 1 });
const summed = await seconds(() => rebuildFigures(owner, { repair: true }));

const { rows: counted } = await client.query<{ rows: string; size: string; changes: string; spans: string }>(
  `select count(*)::text as rows, pg_size_pretty(pg_total_relation_size('counted_fact')) as size,
    (select count(*) from figure_change)::text as changes, (select count(*) from figure_span)::text as spans from counted_fact`,
);
const db = openDatabase({ host: server.owner.host ?? '', user: applicationRole, database: name });
const allowed = decide(operator, 'figure:read', moment('2026-11-22T09:00:00Z'));
if (allowed.outcome === 'refused') throw new Error('the operator may not read figures');
const { permit } = allowed;
const questions = (asOf: FigureQuestion['asOf']): readonly FigureQuestion[] =>
  figureDefinitions.map((definition) => ({ definition, years, by: 'municipality', asOf }));

/** Processor seconds of the server's processes, in hundredths; null where the machine does not tell them. */
const spentBy = async (work: () => Promise<unknown>): Promise<{ readonly took: number; readonly server: number | null }> => {
  const before = serverSpent();
  const took = await seconds(work);
  const after = serverSpent();
  return { took, server: before === null || after === null ? null : after - before };
};
const rounds = async (
  asOf: FigureQuestion['asOf'],
): Promise<{ readonly median: number; readonly slowest: number; readonly server: string }> => {
  const all = [];
  for (let round = 0; round < 5; round += 1) all.push(await spentBy(() => readAllFigures(db, permit, questions(asOf))));
  const took = all.map((one) => one.took).toSorted((one, other) => one - other);
  const server = all.reduce((sum, one) => (one.server === null ? Number.NaN : sum + one.server), 0) / all.length;
  return {
    median: took[2] ?? 0,
    slowest: took[4] ?? 0,
    server: Number.isNaN(server) ? 'not told here' : `${server.toFixed(2)} s of PostgreSQL`,
  };
};

const cells = (await readAllFigures(db, permit, questions(null))).flat().length;
const today = await rounds(null);
// The last day of a month needs no days at all, one within it does.
const [monthEnd, midMonth] = [await rounds(day('2024-06-30')), await rounds(day('2024-06-22'))];
const one = await seconds(() =>
  readAllFigures(
    db,
    permit,
    questions(day('2024-06-30')).filter(({ definition }) => definition.id === 'decided-residential'),
  ),
);
const writing = await writeSome();

table(
  `${figureDefinitions.length} figures of ${pathways.toLocaleString('en')} pathways, ${years[1] - years[0] + 1} years, 98 municipalities`,
  ['what', 'measured', 'aim'],
  [
    ['rows that are counted', `${Number(counted[0]?.rows).toLocaleString('en')} (${counted[0]?.size ?? ''})`, ''],
    ['figures read', cells.toLocaleString('en'), ''],
    ['all figures, today: median of 5', `${(today.median * 1000).toFixed(0)} ms, ${today.server}`, 'under 1,000 ms'],
    ['all figures, today: slowest of 5', `${(today.slowest * 1000).toFixed(0)} ms`, ''],
    ['all figures as of 22 June 2024: median of 5', `${(midMonth.median * 1000).toFixed(0)} ms, ${midMonth.server}`, 'as today'],
    ['all figures as of 30 June 2024: median of 5', `${(monthEnd.median * 1000).toFixed(0)} ms, ${monthEnd.server}`, 'as today'],
    ['changes that are kept, by day', Number(counted[0]?.changes).toLocaleString('en'), ''],
    ['months and years of them, added up', Number(counted[0]?.spans).toLocaleString('en'), ''],
    ['one figure as of 30 June 2024', `${one.toFixed(2)} s`, ''],
    ['one more fact, written and counted', `${(writing * 1000).toFixed(1)} ms`, ''],
    ['all sums drawn again', `${summed.toFixed(0)} s`, ''],
    ['the pathways invented and indexed', `${filled.toFixed(0)} s`, ''],
  ],
);

await db.destroy();
await owner.destroy();
await client.query(`select 1`);
await client.end();
const admin = new pg.Client(server.owner);
await admin.connect();
await admin.query(`drop database ${name} with (force)`);
await admin.end();
await server.stop();

/** The time that all processes of the server have had, and those that it has ended. Ticks are hundredths on Linux. */
function serverSpent(): number | null {
  const folder = server.owner.host;
  if (process.platform !== 'linux' || folder === undefined) return null;
  const pid =
    readFileSync(join(folder, '..', 'data', 'postmaster.pid'), 'utf8')
      .split('\n')[0]
      ?.trim() ?? '';
  for (let tries = 0; tries < 20; tries += 1) {
    const spent = spentBySoFar(pid);
    if (spent !== null) return spent;
  }
  return null;
}

/** Seconds; null where a process ended between the list and its own line: then all is read again, since its time is now among the ended. */
function spentBySoFar(pid: string): number | null {
  const fieldsOf = (of: string): readonly string[] => readFileSync(`/proc/${of}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  const spent = (fields: readonly string[], which: readonly number[]): number =>
    which.reduce((sum, at) => sum + Number(fields[at] ?? 0), 0);
  try {
    const main = fieldsOf(pid);
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
    return (spent(main, [11, 12, 13, 14]) + children.reduce((sum, child) => sum + spent(fieldsOf(child), [11, 12]), 0)) / 100;
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return null;
    throw error;
  }
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

/** A funnel of rows for each pathway. What a pathway does follows from its number, so that every run counts the same. */
async function fill(to: pg.Client): Promise<void> {
  const codes = municipalities.map(({ id }) => `'${id}'`).join(',');
  await to.query(`
    set synchronous_commit = off;
    create temp table path as
      select n, 'p' || n as case_id, 's' || (n - n % 50 / 49) as subject, (array[${codes}])[1 + n % 98] as municipality,
             date '2017-01-01' + (n::bigint * 7919 % 3600)::integer as day, hashint8(n) & 1023 as chance
      from generate_series(1, ${pathways}) n;
    drop index counted_fact_by_kind, counted_fact_by_subject, counted_fact_by_case;
    insert into counted_fact (case_id, number, subject, kind, happened, until, recorded, municipality, level, detail, reason, unit, minutes, gestation)
      select case_id, step.number, subject, step.kind, day + step.after, day + step.until, (day + step.after + 1)::timestamptz, municipality,
             step.level, step.detail, step.reason, step.unit, case when step.unit is null then null else 10 + chance % 140 end, 60 + step.after
      from path cross join lateral (values
        (1, 'contact', 0, null::integer, null::text, null::text, null::text, null::text, true),
        (2, 'pregnancy', 0, 220, null, null, null, null, true),
        (3, 'need', 20, null, case when chance % 3 = 0 then 'residential' else 'outpatient' end, null, null, null, true),
        (4, 'offered', 25, null, 'residential', null, null, null, chance % 3 = 0),
        (5, 'answered', 30, null, 'residential', case when chance % 2 = 0 then 'accepted' else 'declined' end,
            case when chance % 2 = 0 then null else (array['home','child','partner','distance'])[1 + chance % 4] end, null, chance % 3 = 0),
        (6, 'decided', 40, null, case when chance % 6 = 0 then 'residential' else 'outpatient' end, null, null, null, chance % 5 <> 0),
        (7, 'held', 45, null, 'residential', null, null, 'Afdeling ' || chance % 20, chance % 6 = 0),
        (8, 'hold-ended', 46, null, null, (array['refused','expired'])[1 + chance % 2], 'staffing', 'Afdeling ' || chance % 20, chance % 24 = 0),
        (9, 'admitted', 46 + chance % 60, null, 'residential', null, null, 'Afdeling ' || chance % 20, chance % 12 = 6),
        (10, 'stay', 46 + chance % 60, 106 + chance % 200, 'residential', null, null, 'Afdeling ' || chance % 20, chance % 12 = 6),
        (11, 'completed', 106 + chance % 200, null, 'residential', null, null, 'Afdeling ' || chance % 20, chance % 12 = 6),
        (12, 'birth', 220, null, null, null, null, null, true),
        (13, 'treatment-registered', 60, null, null, null, null, null, chance % 4 = 0),
        (14, 'code', 80, null, null, (array['DO355','DO354','DF112','DZ392'])[1 + chance % 4], null, null, chance % 7 = 0),
        (15, 'child-code', 220, 400, null, 'DP044', null, null, chance % 9 = 0),
        (16, 'ended', 300, null, null, null, null, null, true)
      ) step(number, kind, after, until, level, detail, reason, unit, happens)
      where step.happens;
    create index counted_fact_by_kind on counted_fact (kind, happened);
    create index counted_fact_by_subject on counted_fact (subject, kind);
    create index counted_fact_by_case on counted_fact (case_id, kind, happened);
    drop table path`);
  await to.query('vacuum analyze counted_fact');
}

/** Ten facts on a new pathway, one at a time, each in a transaction of its own. */
async function writeSome(): Promise<number> {
  const clinic = {
    ...operator,
    role: 'family-clinic' as const,
    organisation: { ...operator.organisation, id: asId<'organisation'>('bench') },
  };
  await owner
    .insertInto('organisation')
    .values({ ...clinic.organisation, kind: 'family-clinic' })
    .execute();
  const decision = decide(clinic, 'pathway:record', permit.at);
  if (decision.outcome === 'refused') throw new Error(decision.because);
  const id = asId<'pathway'>('bench');
  const work = <R>(change: Parameters<typeof asActor<R>>[3]): Promise<R> => asActor(db, decision.permit, { kind: 'pathway', id }, change);
  const recorded = recordedBy(decision.permit, addDays(day('2026-11-22'), -10));
  await work((tx) =>
    openPathway(
      tx,
      id,
      { type: 'referral-registered', person: null, calledName: 'Opdigtet', municipality: asId('0851'), concern: 'x', referrer: 'x' },
      [],
      recorded,
    ),
  );
  const facts = 10;
  const took = await seconds(async () => {
    for (let index = 0; index < facts; index += 1)
      await work((tx) => appendFact(tx, id, { type: 'need-assessed', level: 'residential', reason: 'x' }, recorded));
  });
  // The database is asked once more, so that a connection that has gone wrong is seen here.
  await sql`select 1`.execute(db);
  return took / facts;
}
