/** The outbox of reminders on the real database, with a mail server that stands in this test: nothing is lost, also when the sender is killed. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { sql } from 'kysely';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { type MailServer, type MailServerManners, nameOf, startMailServer, textOf } from '../../test/mail-server.ts';
import { testFacility, testPlace, testUnit } from '../../test/provision.ts';
import { asId } from '../domain/id.ts';
import { addMinutes, danishDay, moment, startOfDanishDay } from '../domain/time.ts';
import { databaseNow, type Transaction } from '../store/database.ts';
import { addFacility } from '../store/placement-provision.ts';
import type { Deliver, Message } from './message.ts';
import { nudgeDueUnits } from './nudge-units.ts';
import { keepSending, sendDueReminders } from './send-reminders.ts';
import { smtpDelivery } from './smtp.ts';

const { db, owner, applicationConfig } = await testDatabase();
const units = ['lyng', 'klit', 'vig'].map((id) => testUnit([testPlace(`${id}-a`)], { id: asId<'unit'>(id), name: id, confirmed: null }));
await addFacility(owner, testFacility, units);
const now = () => moment(new Date().toISOString());
const noon = addMinutes(startOfDanishDay(danishDay(await databaseNow(db))), 12 * 60);

const servers: MailServer[] = [];
async function mailServer(manners: MailServerManners = {}): Promise<MailServer & { readonly deliver: Deliver }> {
  const server = await startMailServer(manners);
  servers.push(server);
  return { ...server, deliver: smtpDelivery({ url: `smtp://127.0.0.1:${server.port}`, from: 'samlob@region.invalid' }, now) };
}
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});

let told: string[] = [];
const send = (deliver: Deliver): Promise<number> => sendDueReminders({ db, now, deliver, tell: (sentence) => void told.push(sentence) });
const messages = () => owner.selectFrom('reminder_message').selectAll().orderBy('number').execute();
const makeDue = () => sql`update reminder_message set due = clock_timestamp() where status = 'waiting'`.execute(owner);

/** Reminders are written for so many units. */
async function written(count: number): Promise<void> {
  for (const { id } of units.slice(0, count))
    await owner
      .insertInto('unit_contact')
      .values({ unit: id, name: 'Lone Bækgaard', address: `kapacitet@${id}.invalid` })
      .execute();
  expect(await nudgeDueUnits({ db, now: () => noon, address: 'http://samlob.invalid', tell: (sentence) => void told.push(sentence) })).toBe(
    count,
  );
}

beforeEach(async () => {
  told = [];
  await sql`truncate capacity_confirmation, capacity_nudge, reminder_message, unit_contact, trace`.execute(owner);
  await sql`update unit set confirmed_at = null, confirmed_by = null`.execute(owner);
});

describe('a reminder', () => {
  test('is in the outbox from the moment it is written, and is sent once, with its link, which the outbox keeps no longer', async () => {
    const server = await mailServer();
    await written(2);
    expect((await messages()).map(({ status, attempts }) => [status, attempts])).toEqual([
      ['waiting', 0],
      ['waiting', 0],
    ]);

    expect(await send(server.deliver)).toBe(2);
    expect(await send(server.deliver)).toBe(0);

    const rows = await messages();
    expect(rows.map(({ status, attempts, body }) => [status, attempts, body])).toEqual([
      ['delivered', 1, null],
      ['delivered', 1, null],
    ]);
    expect(server.mails.map(nameOf).toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
    expect(server.mails.map(textOf).every((text) => /http:\/\/samlob\.invalid\/kapacitet\/[\w-]{43}\s/.test(text))).toBe(true);
    expect(told).toEqual([]);
  });

  test('is not written without its message, nor the message without it', async () => {
    await owner
      .insertInto('unit_contact')
      .values({ unit: asId<'unit'>('lyng'), name: 'Lone', address: 'lone@lyng.invalid' })
      .execute();
    const sentences: string[] = [];
    // A text that may not be sent is refused by the database, and the reminder with it.
    const address = 'http://samlob.invalid/010203-1234 ';
    expect(await nudgeDueUnits({ db, now: () => noon, address, tell: (sentence) => void sentences.push(sentence) })).toBe(0);
    expect(sentences.join()).toContain('a_message_holds_no_cpr_number');
    expect(await owner.selectFrom('capacity_nudge').select('number').execute()).toEqual([]);
    expect(await messages()).toEqual([]);
  });

  test('is sent by one of many senders that come at once', async () => {
    const server = await mailServer();
    await written(3);
    const delivered = await Promise.all(Array.from({ length: 5 }, () => send(server.deliver)));
    expect(delivered.reduce((sum, one) => sum + one)).toBe(3);
    expect(server.mails).toHaveLength(3);
  });

  test('holds no lock while the mail server thinks: its unit is confirmed and its receiver changed meanwhile', async () => {
    let [reached, goOn]: [() => void, () => void] = [() => undefined, () => undefined];
    const isReached = new Promise<void>((resolve) => (reached = resolve));
    const mayGoOn = new Promise<void>((resolve) => (goOn = resolve));
    const server = await mailServer({
      beforeTaking: () => {
        reached();
        return mayGoOn;
      },
    });
    await written(1);
    const sending = send(server.deliver);
    await isReached;

    const { rows } = await sql<{ open: string }>`select count(*) as open from pg_stat_activity
      where datname = current_database() and state = 'idle in transaction'`.execute(owner);
    expect(Number(rows[0]?.open)).toBe(0);
    await owner.transaction().execute(async (tx: Transaction) => {
      await sql`set local lock_timeout = '1s'`.execute(tx);
      await sql`select from capacity_nudge for update`.execute(tx);
      await sql`select from reminder_message for update`.execute(tx);
      await sql`update unit_contact set name = 'Ny'`.execute(tx);
    });
    goOn();
    expect(await sending).toBe(1);
  });
});

describe('a sender', () => {
  test('that is stopped ends the message it has and begins no other', async () => {
    await written(3);
    let [begun, goOn]: [number, () => void] = [0, () => undefined];
    const mayGoOn = new Promise<void>((resolve) => (goOn = resolve));
    let reached = (): void => undefined;
    const isReached = new Promise<void>((resolve) => (reached = resolve));
    const deliver = async (): Promise<void> => {
      begun += 1;
      reached();
      await mayGoOn;
    };
    const job = keepSending({ db, now, deliver, tell: (sentence) => void told.push(sentence) });
    await isReached;
    const stopped = job.stop();
    goOn();
    await stopped;
    expect(begun).toBe(1);
    expect((await messages()).map(({ status }) => status).toSorted()).toEqual(['delivered', 'waiting', 'waiting']);
    expect(told).toEqual([]);
  });

  test('that was so slow that another has claimed the message says so, and not that it is given up', async () => {
    await written(1);
    const deliver = async (): Promise<void> => {
      await sql`update reminder_message set attempts = attempts + 1`.execute(owner);
      throw new Error('too late');
    };
    expect(await send(deliver)).toBe(0);
    expect((await messages())[0]).toMatchObject({ status: 'waiting', attempts: 2 });
    expect(told).toEqual([expect.stringMatching(/\(unknown\): another has claimed or ended it meanwhile$/)]);
  });
});

describe('a mail server', () => {
  test('that does not answer gets the message again, later each time, under the same name', async () => {
    const silent = await mailServer();
    await silent.stop();
    await written(1);
    expect(await send(silent.deliver)).toBe(0);
    const [first] = await messages();
    expect(first).toMatchObject({ status: 'waiting', attempts: 1, reason: null });
    expect(Date.parse(first?.due ?? '') - Date.now()).toBeGreaterThan(30_000);
    expect(await send(silent.deliver)).toBe(0);
    expect((await messages())[0]?.attempts).toBe(1);

    await makeDue();
    const server = await mailServer();
    expect(await send(server.deliver)).toBe(1);
    expect(server.mails.map(nameOf)).toEqual([first?.id]);
    expect((await messages())[0]).toMatchObject({ status: 'delivered', attempts: 2 });
  });

  test('that is full for now (452) gets it again; one that knows no such receiver (550) does not, and the message is kept with the reason', async () => {
    const [full, unknown] = [
      await mailServer({ refuses: '452 full' }),
      await mailServer({ refuses: '550 no such <kapacitet@lyng.invalid>' }),
    ];
    await written(1);
    await send(full.deliver);
    expect((await messages())[0]).toMatchObject({ status: 'waiting', code: 'EENVELOPE 452' });
    await makeDue();
    await send(unknown.deliver);
    const [row] = await messages();
    expect(row).toMatchObject({ status: 'undelivered', reason: 'refused', code: 'EENVELOPE 550' });
    // The link opens without a login: it is kept no longer than somebody may still be sent it.
    expect(row?.body).toBeNull();
    expect(told.join()).not.toMatch(/lyng\.invalid|kapacitet\//);
  });

  test('that answers too late for the link ends it with that reason', async () => {
    const silent = await mailServer();
    await silent.stop();
    await written(1);
    await sql`update reminder_message set expires = clock_timestamp() + interval '30 seconds'`.execute(owner);
    await send(silent.deliver);
    expect((await messages())[0]).toMatchObject({ status: 'undelivered', reason: 'not-in-time' });
    expect(await send(silent.deliver)).toBe(0);
  });

  test('that does not know the sender is one to mend, and every message waits for that', async () => {
    const strict = await mailServer({ refusesSender: '550 no such sender' });
    await written(2);
    expect(await send(strict.deliver)).toBe(0);
    expect((await messages()).map(({ status, code }) => [status, code])).toEqual([
      ['waiting', 'EENVELOPE 550'],
      ['waiting', 'EENVELOPE 550'],
    ]);
    await makeDue();
    expect(await send((await mailServer()).deliver)).toBe(2);
  });

  test('is not given what nobody has use of: a dead link, or a reminder of a unit that has been confirmed since', async () => {
    const server = await mailServer();
    await written(3);
    await sql`update reminder_message set expires = clock_timestamp() where unit = 'lyng'`.execute(owner);
    await sql`insert into capacity_confirmation (unit, by_name, channel) values ('klit', 'Leder', 'loaded')`.execute(owner);
    expect(await send(server.deliver)).toBe(1);
    expect(server.mails).toHaveLength(1);
    const rows = (await messages()).map(({ unit, status, reason, attempts, body }) => [unit, status, reason, attempts, body]);
    expect(rows.toSorted(([one], [other]) => String(one).localeCompare(String(other)))).toEqual([
      ['klit', 'undelivered', 'confirmed', 0, null],
      ['lyng', 'undelivered', 'not-in-time', 0, null],
      ['vig', 'delivered', null, 1, null],
    ]);
    expect(told.map((sentence) => sentence.replace(/^reminder \S+ /, '')).toSorted()).toEqual([
      'was not sent: its link is dead',
      'was not sent: its unit has been confirmed meanwhile',
    ]);
  });

  test('that fails one message holds up no other', async () => {
    await written(3);
    const sent: string[] = [];
    const deliver = async ({ to, id }: Message): Promise<void> => {
      if (to.address.includes('klit')) throw new Error('disk full');
      sent.push(id);
    };
    expect(await send(deliver)).toBe(2);
    expect((await messages()).map(({ status }) => status).toSorted()).toEqual(['delivered', 'delivered', 'waiting']);
    expect(told).toEqual([expect.stringContaining('(unknown): tried again')]);
  });
});

describe('the sender killed in the middle', () => {
  const program = join(process.cwd(), 'dist', 'test', 'send-process.js');
  beforeAll(() =>
    build({
      entryPoints: [join(process.cwd(), 'test', 'send-process.ts')],
      outfile: program,
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      logLevel: 'error',
    }),
  );

  /** Runs it; `onMail` may kill it, with the message given and not yet taken. Its output. */
  async function run(manners: (kill: () => void) => MailServerManners): Promise<{ readonly server: MailServer; readonly said: string }> {
    let kill = (): void => undefined;
    const server = await mailServer(manners(() => kill()));
    const child = spawn(process.execPath, [program, applicationConfig.host ?? '', applicationConfig.database ?? '', String(server.port)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    kill = () => void child.kill('SIGKILL');
    let said = '';
    child.stdout.on('data', (text: Buffer) => (said += text.toString()));
    await new Promise((closed) => child.once('close', closed));
    return { server, said };
  }

  test('while the mail server has the text and has not said that it took it: the message comes again, under the same name, and none is lost', async () => {
    await written(3);
    const names = (await messages()).map(({ id }) => id).toSorted();
    let seen = 0;
    const { server: first, said } = await run((kill) => ({
      beforeTaking: async () => {
        seen += 1;
        if (seen < 2) return;
        kill();
        // Never answers: the sender is dead before it is told.
        await new Promise(() => undefined);
      },
    }));
    expect(said).toBe('');
    const after = await messages();
    expect(after.map(({ status }) => status).toSorted()).toEqual(['delivered', 'waiting', 'waiting']);
    // Its claim holds until it has run out: nobody else sends it meanwhile.
    const claimed = after.find(({ status, attempts }) => status === 'waiting' && attempts === 1);
    expect(Date.parse(claimed?.due ?? '') - Date.now()).toBeGreaterThan(60_000);

    await makeDue();
    const { server: second, said: delivered } = await run(() => ({}));
    expect(delivered.trim()).toBe('2');
    const came = [...first.mails, ...second.mails].map(nameOf);
    expect([...new Set(came)].toSorted()).toEqual(names);
    // The one in the middle came twice, and says by its name that it is the same.
    expect(came.filter((name) => name === claimed?.id)).toHaveLength(2);
    expect(came).toHaveLength(4);
    expect((await messages()).every(({ status }) => status === 'delivered')).toBe(true);
  });
});
