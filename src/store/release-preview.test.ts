import { sql } from 'kysely';
import { describe, expect, test, vi } from 'vitest';
import { polishFor } from '../../test/count-tables.ts';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { releaseHere } from '../compute/release.ts';
import { loadCall } from '../demo/load-call.ts';
import { call2019 } from '../domain/call/packages/2019-gravide.ts';
import type { TableCut } from '../domain/call/table-cut.ts';
import { moveCall } from './call.ts';
import { asActor } from './database.ts';
import { solveMunicipalTable } from './release.ts';
import { askForJob, endJob, readJob } from './release-job.ts';
import { previewJobOf, previewRelease, publishPreview, readPreview, setPreviewAside } from './release-preview.ts';

/** The edition of the rounding as the server has it: a test lets a newer one come into force. */
const rounding = vi.hoisted(() => ({ edition: null as string | null }));
vi.mock('../domain/disclosure/rounding.ts', async (original) => {
  const own = await original<{ readonly roundingEdition: string }>();
  return {
    ...own,
    get roundingEdition() {
      return rounding.edition ?? own.roundingEdition;
    },
  };
});

const { db, owner } = await testDatabase();
await loadCall(owner);
const work = releaseHere(() => 'go on', polishFor(3));
const agency = testPermit(testActor('agency', { municipality: null, region: null }), 'release:make');
const stranger = { ...agency, actor: { ...agency.actor, user: 'en-anden' as typeof agency.actor.user } };
for (const step of ['answered', 'validated', 'reported'] as const) await moveCall(db, agency, call2019.id, step);

/** A small table, so that it is solved at once. */
const cut: TableCut = { places: 'region', years: 'together', treatments: 'together' };
const choices = { method: 'rounding', zeros: 'show', cut } as const;
const make = { call: call2019, method: 'rounding', base: 5, seconds: 5, cut } as const;

function madePreview() {
  const terms = { threshold: 5, zeros: 'show', protect: 'exact' } as const;
  return previewRelease(db, agency, call2019, solveMunicipalTable({ ...make, terms }, work));
}
async function previewed(id: string): Promise<void> {
  await askForJob(db, agency, { id, call: call2019.id, choices });
  await endJob(db, agency, id, await madePreview());
  expect((await readJob(db, agency, id))?.state).toBe('ready');
}
/** How many steps wait for what somebody else has not ended. */
const waiting = async (): Promise<number> => {
  const { rows } = await sql<{ pid: number }>`select pid from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(owner);
  return rows.length;
};
const entered = async (): Promise<number> => (await owner.selectFrom('release').select('id').execute()).length;

describe('a preview', () => {
  test('enters nothing, and holds what would leave', async () => {
    await previewed('a');
    expect(await entered()).toBe(0);
    const read = await readPreview(db, agency, 'a');
    expect(read?.table.table.published.length).toBe(6);
    expect(read?.attacks.map(({ attacker }) => attacker)).toEqual(['plain', 'rule-aware', 'insider']);
    expect(read?.against.releases).toEqual([]);
    expect(read?.against.documents.length).toBeGreaterThan(0);
  });

  test('is published by nobody else, and not where it stands with no work of that name', async () => {
    expect(await publishPreview(db, stranger, 'a')).toEqual({ outcome: 'not-ready' });
    expect(await setPreviewAside(db, stranger, 'a')).toBe(false);
    expect(await publishPreview(db, agency, 'intet')).toEqual({ outcome: 'not-ready' });
    expect(await entered()).toBe(0);
  });

  test('is published and its work ended in one transaction: where that cannot be, nothing is entered', async () => {
    await sql`create function stop_it() returns trigger language plpgsql as $$ begin raise exception 'the server was killed'; end $$;
      create trigger stop_it before update on release_job for each row execute function stop_it()`.execute(owner);
    await expect(publishPreview(db, agency, 'a')).rejects.toThrow('killed');
    await sql`drop trigger stop_it on release_job`.execute(owner);
    expect([await entered(), (await readJob(db, agency, 'a'))?.state]).toEqual([0, 'ready']);
  });

  test('made on answers that have changed since is outdated, and stays so', async () => {
    await owner
      .updateTable('call_answer')
      .set({ answered_by: 'En anden' })
      .where('municipality', '=', '0461' as never)
      .execute();
    expect(await publishPreview(db, agency, 'a')).toEqual({ outcome: 'changed', changed: ['facts'] });
    expect(await publishPreview(db, agency, 'a')).toEqual({ outcome: 'not-ready' });
    expect(await readJob(db, agency, 'a')).toMatchObject({ state: 'outdated', why: { changed: ['facts'] } });
    expect(await entered()).toBe(0);
  });

  test('made by rules that are no longer so is outdated', async () => {
    await previewed('b');
    await owner
      .updateTable('release_preview')
      .set({ standing: sql`jsonb_set(standing::jsonb, '{rules}', '"andre"')::json` } as never)
      .where('job', '=', 'b')
      .execute();
    expect(await publishPreview(db, agency, 'b')).toEqual({ outcome: 'changed', changed: ['rules'] });
  });

  test('made before a newer edition of the rounding alone came into force is outdated, and it says that the rules have changed', async () => {
    await previewed('b2');
    rounding.edition = 'afrunding/2031-01';
    const published = await publishPreview(db, agency, 'b2');
    rounding.edition = null;
    expect(published).toEqual({ outcome: 'changed', changed: ['rules'] });
    expect(await readJob(db, agency, 'b2')).toMatchObject({ state: 'outdated', why: { changed: ['rules'] } });
    expect(await entered()).toBe(0);
  });

  test('that is set aside is not published', async () => {
    await previewed('c');
    expect(await setPreviewAside(db, agency, 'c')).toBe(true);
    expect(await publishPreview(db, agency, 'c')).toEqual({ outcome: 'not-ready' });
    expect(await entered()).toBe(0);
  });

  test('that is set aside while the step waits is not published: the one who came first decided', async () => {
    await previewed('c2');
    // Another window has it set aside, and has not come to its end yet.
    let isSetAside: () => void = () => undefined;
    const atLast = new Promise<void>((resolve) => (isSetAside = resolve));
    let hasBegun: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (hasBegun = resolve));
    const aside = owner.transaction().execute(async (tx) => {
      await tx.updateTable('release_job').set({ outcome: 'stopped' }).where('id', '=', 'c2').execute();
      hasBegun();
      await atLast;
    });
    await begun;
    const publishing = publishPreview(db, agency, 'c2');
    await expect.poll(waiting).toBe(1);
    isSetAside();
    await aside;
    expect(await publishing).toEqual({ outcome: 'not-ready' });
    expect([await entered(), (await readJob(db, agency, 'c2'))?.state]).toEqual([0, 'stopped']);
  });

  test('that work comes to after it was stopped is not kept, and the work stays stopped', async () => {
    await askForJob(db, agency, { id: 'c3', call: call2019.id, choices });
    await endJob(db, agency, 'c3', { outcome: 'stopped' });
    await endJob(db, agency, 'c3', await madePreview());
    expect([(await readJob(db, agency, 'c3'))?.state, await readPreview(db, agency, 'c3')]).toEqual(['stopped', null]);
  });

  test('is kept by the database with work of one’s own that ended with it, and with no other', async () => {
    const keep = (permit: typeof agency, job: string): Promise<unknown> =>
      asActor(db, permit, { kind: 'report', id: job }, (tx) =>
        sql`insert into release_preview select ${job}, kind, edition, digest, terms, dimensions, cells, beside, standing, attacks, against
          from release_preview where job = 'c2'`.execute(tx),
      );
    await askForJob(db, agency, { id: 'c4', call: call2019.id, choices });
    await expect(keep(agency, 'c4')).rejects.toThrow('row-level security');
    await expect(keep(agency, 'c3')).rejects.toThrow('row-level security');
    await owner
      .updateTable('release_job')
      .set({ outcome: 'previewed', ended: sql`asked` as never })
      .where('id', '=', 'c4')
      .execute();
    await expect(keep(stranger, 'c4')).rejects.toThrow('row-level security');
    await keep(agency, 'c4');
    expect(await readPreview(db, agency, 'c4')).not.toBeNull();
  });

  test('is published as it was seen, once, also when the step is sent twice at the same time; another of the same is then outdated', async () => {
    await previewed('d');
    await previewed('e');
    const seen = (await readPreview(db, agency, 'd'))?.table.table.published;
    const both = await Promise.all([1, 2].map(() => publishPreview(db, agency, 'd')));
    expect(both[0]).toEqual(both[1]);
    const [row] = await owner.selectFrom('release').select(['id', 'cells', 'by_user']).execute();
    expect([await entered(), row?.cells, row?.by_user]).toEqual([1, seen, agency.actor.user]);
    expect(await previewJobOf(db, agency, String(row?.id))).toBe('d');
    expect(await readJob(db, agency, 'd')).toMatchObject({ state: 'released', release: { id: String(row?.id), isNew: true } });
    expect(await publishPreview(db, agency, 'e')).toEqual({ outcome: 'changed', changed: ['ledger'] });
    expect(await entered()).toBe(1);
  });
});
