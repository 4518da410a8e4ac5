/** Reminders and links: what is written down, what a link can do, and that it can do nothing else. */
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { addOrganisation } from '../../test/pathways.ts';
import { testFacility, testPlace, testUnit } from '../../test/provision.ts';
import { asId } from '../domain/id.ts';
import { addMinutes, danishDay, startOfDanishDay } from '../domain/time.ts';
import { databaseNow } from './database.ts';
import { addFacility, confirmCapacity } from './placement-provision.ts';
import { confirmThroughLink, freshnessMaterial, linkMaterial, nameContact, nudgeUnit, unitsToNudge } from './placement-freshness.ts';

const { db, owner } = await testDatabase();
const unit = testUnit([testPlace('a'), testPlace('b')], { confirmed: null });
const other = testUnit([testPlace('c')], { id: asId<'unit'>('klit'), name: 'Klit', confirmed: null });
await addFacility(owner, testFacility, [unit, other]);

const leader = testActor('unit-leader', { facility: testFacility.id });
const manages = testPermit(leader, 'place:manage');
await addOrganisation(owner, leader.organisation);
const operates = testPermit(testActor('operator'), 'operate');
const looks = testPermit(testActor('secretariat'), 'freshness:read');

beforeEach(async () => {
  await sql`truncate capacity_confirmation, capacity_nudge, reminder_message, unit_contact, trace`.execute(owner);
  await sql`update unit set confirmed_at = null, confirmed_by = null`.execute(owner);
  await nameContact(db, manages, unit.id, { name: 'Lone', address: 'lone@lyngborg.invalid' });
});

/** Reminds whatever the clock says: the rule's hours are the domain's, and are tested there. */
async function sentSecret(secret = 'hemmeligt'): Promise<string> {
  await sql`insert into capacity_nudge (unit, sent_to, address, digest, expires, rule)
    values (${unit.id}, 'Lone', 'lone@lyngborg.invalid', encode(sha256(${secret}::bytea), 'hex'), now() + interval '2 days', 'friskhed/2026-11')`.execute(
    owner,
  );
  return secret;
}

const midday = addMinutes(startOfDanishDay(danishDay(await databaseNow(db))), 12 * 60);

describe('a reminder', () => {
  test('is due for a unit with a receiver and for no other, until it is sent', async () => {
    expect(await unitsToNudge(db, midday)).toEqual([unit.id]);
    await sentSecret();
    expect(await unitsToNudge(db, midday)).toEqual([]);
  });

  test('whose message cannot be written is not written down', async () => {
    const write = (): never => {
      throw new Error('no words today');
    };
    await expect(nudgeUnit(db, operates, unit.id, { at: midday, newSecret: () => 's', write })).rejects.toThrow('no words today');
    expect(await owner.selectFrom('capacity_nudge').select('number').execute()).toEqual([]);
  });

  test('is written once though two processes see that it is due, and its message with it', async () => {
    const nudge = (secret: string): Promise<boolean> =>
      nudgeUnit(db, operates, unit.id, {
        at: midday,
        newSecret: () => secret,
        write: ({ secret: own }) => ({ subject: 'Passer det?', text: `link ${own}` }),
      });
    expect((await Promise.all([nudge('et'), nudge('to')])).toSorted()).toEqual([false, true]);
    const messages = await owner.selectFrom('reminder_message').select(['address', 'subject', 'body', 'status']).execute();
    expect(messages).toEqual([
      { address: 'lone@lyngborg.invalid', subject: 'Passer det?', body: expect.stringMatching(/^link (et|to)$/), status: 'waiting' },
    ]);
    const write = () => ({ subject: '', text: '' });
    expect(await nudgeUnit(db, operates, other.id, { at: midday, newSecret: () => 's', write })).toBe(false);
  });

  test('keeps the digest of its secret and not the secret', async () => {
    await sentSecret('hemmeligt-ord');
    const { rows } = await sql<{ row: string }>`select capacity_nudge::text as row from capacity_nudge`.execute(owner);
    expect(rows[0]?.row).toContain('lone@lyngborg.invalid');
    expect(rows[0]?.row).not.toContain('hemmeligt-ord');
  });
});

describe('a link', () => {
  test('shows its unit, confirms it once, and leaves a line in the trace with the one it was sent to', async () => {
    const secret = await sentSecret();
    expect(await linkMaterial(db, secret)).toMatchObject({
      link: { unit: unit.id, sentTo: 'Lone', used: null },
      candidate: { unit: { confirmed: null } },
    });

    expect(await confirmThroughLink(db, secret)).toBe(true);
    expect(await confirmThroughLink(db, secret)).toBe(false);

    const material = await linkMaterial(db, secret);
    expect(material?.candidate.unit.confirmed?.by).toBe('Lone (via link)');
    expect(material?.link.used).toBe(material?.candidate.unit.confirmed?.at);
    const { rows } =
      await sql<object>`select app_user, name, role, organisation, permission, rule, subject_kind, subject from trace where app_user = 'link'`.execute(
        owner,
      );
    expect(rows).toEqual([
      {
        app_user: 'link',
        name: 'Lone (via link)',
        role: 'link',
        organisation: leader.organisation.id,
        permission: 'place:manage',
        rule: 'friskhed/2026-11/link',
        subject_kind: 'unit',
        subject: unit.id,
      },
    ]);
  });

  test('confirms once when twenty press at once', async () => {
    const secret = await sentSecret();
    const presses = await Promise.all(Array.from({ length: 20 }, () => confirmThroughLink(db, secret)));
    expect(presses.filter(Boolean)).toHaveLength(1);
    expect(await owner.selectFrom('capacity_confirmation').select('number').execute()).toHaveLength(1);
  });

  test('that has died, or was never sent, does nothing', async () => {
    const secret = await sentSecret();
    await sql`update capacity_nudge set sent = now() - interval '3 days', expires = now() - interval '1 second'`.execute(owner);
    expect([await confirmThroughLink(db, secret), await confirmThroughLink(db, 'gættet'), await confirmThroughLink(db, '')]).toEqual([
      false,
      false,
      false,
    ]);
    expect(await linkMaterial(db, 'gættet')).toBeNull();
    expect(await owner.selectFrom('unit').select('confirmed_at').execute()).toEqual([{ confirmed_at: null }, { confirmed_at: null }]);
  });

  test('changes nothing but the confirmation of its own unit', async () => {
    const secret = await sentSecret();
    const counts = async (): Promise<unknown> => {
      const { rows } = await sql<{ name: string; count: number }>`
        select relname as name, (xpath('/row/c/text()', query_to_xml(format('select count(*) as c, md5(string_agg(t::text, chr(10) order by t::text)) as d from %I t', relname), false, true, '')))[1]::text::int as count,
               query_to_xml(format('select md5(string_agg(t::text, chr(10) order by t::text)) as d from %I t', relname), false, true, '')::text as digest
          from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`.execute(owner);
      return rows;
    };
    const changed = (before: unknown, after: unknown): readonly string[] => {
      const [one, two] = [before, after] as readonly (readonly { readonly name: string }[])[];
      return (one ?? []).flatMap((row, index) => (JSON.stringify(row) === JSON.stringify(two?.[index]) ? [] : [row.name]));
    };
    const before = await counts();
    await confirmThroughLink(db, secret);
    // Besides, those who hold the country in memory are told that the unit has changed.
    expect(changed(before, await counts())).toEqual(['capacity_confirmation', 'trace', 'unit', 'unit_change']);
    expect(await owner.selectFrom('unit').select(['id', 'confirmed_by']).orderBy('id').execute()).toEqual([
      { id: other.id, confirmed_by: null },
      { id: unit.id, confirmed_by: 'Lone (via link)' },
    ]);
  });
});

test('an older confirmation that is loaded later does not take the place of a newer one', async () => {
  expect(await confirmCapacity(db, manages, unit.id)).toBe(true);
  await sql`insert into capacity_confirmation (unit, at, by_name, channel) values (${unit.id}, now() - interval '2 days', 'Før', 'loaded')`.execute(
    owner,
  );
  const row = await owner.selectFrom('unit').select('confirmed_by').where('id', '=', unit.id).executeTakeFirst();
  expect(row?.confirmed_by).toBe(leader.name);
});

test('the secretariat of the region sees confirmations, reminders and no address; another region sees nothing; the leader names the receiver', async () => {
  await sentSecret();
  await confirmCapacity(db, manages, unit.id);
  const seen = await freshnessMaterial(db, looks);
  expect(seen.records.find((record) => record.unit.id === unit.id)).toMatchObject({
    confirmations: [{ by: leader.name, channel: 'login' }],
    nudges: [{ to: 'Lone' }],
    contact: null,
  });
  const away = testPermit(testActor('secretariat', { region: asId<'region'>('syddanmark') }), 'freshness:read');
  expect((await freshnessMaterial(db, away)).records).toEqual([]);
  const own = await freshnessMaterial(db, testPermit(leader, 'freshness:read'));
  expect(own.records.find((record) => record.unit.id === unit.id)?.contact).toEqual({ name: 'Lone', address: 'lone@lyngborg.invalid' });
  const stranger = testPermit(testActor('unit-leader', { facility: asId<'facility'>('andet') }), 'place:manage');
  expect(await nameContact(db, stranger, unit.id, { name: 'En anden', address: 'a@b.invalid' })).toBe(false);
});
