/** A reminder as it lies in the mailbox, and what it may never say. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { testFolder } from '../../test/folder.ts';
import { testFacility, testPlace, testUnit } from '../../test/provision.ts';
import { moment, startOfDanishDay, danishDay, addMinutes } from '../domain/time.ts';
import { databaseNow } from '../store/database.ts';
import { linkMaterial } from '../store/placement-freshness.ts';
import { addFacility } from '../store/placement-provision.ts';
import { emailOf, mailboxFolder } from './mailbox.ts';
import { nudgeDueUnits } from './nudge-units.ts';
import { sendDueReminders } from './send-reminders.ts';

const at = moment('2026-11-25T11:00:00Z');
const id = '2f8c1f0e-6a57-4a3b-8f6e-5d7b7a3a9d10';

/** The headers and the body of an e-mail, with encoded words and base64 read. */
function read(email: string): { readonly headers: string; readonly body: string } {
  const [head = '', body = ''] = email.split('\r\n\r\n');
  const headers = head
    .replaceAll(/\?=\r\n =\?/g, '?==?')
    .replaceAll(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, text: string) => Buffer.from(text, 'base64').toString('utf8'));
  return { headers, body: Buffer.from(body, 'base64').toString('utf8') };
}

describe('an e-mail', () => {
  test('says its subject and text as they were written, also in Danish and when long', () => {
    const subject = 'Passer kapaciteten i Familiehuset på Ærø, afdelingen ved det store åbne hav?';
    const { headers, body } = read(emailOf({ id, to: { name: 'Åse Øst', address: 'aase@x.invalid' }, subject, text: 'Kære Åse\n' }, at));
    expect(headers.split('\r\n')).toContain(`Subject: ${subject}`);
    expect(headers).toContain('To: Åse Øst <aase@x.invalid>');
    expect(headers).toContain('Date: Wed, 25 Nov 2026 11:00:00 +0000');
    expect(body).toBe('Kære Åse\n');
  });

  test('lets no name or address add a header of its own', () => {
    const email = emailOf(
      { id, to: { name: 'A\r\nBcc: x@y.invalid', address: 'a@b.invalid>\r\nBcc: x@y.invalid' }, subject: 'S\nX: 1', text: '' },
      at,
    );
    expect(email.split('\r\n').filter((line) => /^(Bcc|X):/i.test(line))).toEqual([]);
  });
});

test('each unit with a receiver gets one message, whose link opens that unit and no other', async () => {
  const { db, owner } = await testDatabase();
  const folder = testFolder();
  await addFacility(owner, testFacility, [testUnit([testPlace('a')], { confirmed: null })]);
  await owner
    .insertInto('unit_contact')
    .values({ unit: testUnit([]).id, name: 'Lone Bækgaard', address: 'lone@lyngborg.invalid' })
    .execute();
  const noon = addMinutes(startOfDanishDay(danishDay(await databaseNow(db))), 12 * 60);
  const told: string[] = [];
  const nudging = {
    db,
    now: () => noon,
    address: 'http://samlob.invalid',
    tell: (sentence: string) => void told.push(sentence),
  };

  expect(await nudgeDueUnits(nudging)).toBe(1);
  expect(await nudgeDueUnits(nudging)).toBe(0);
  const deliver = mailboxFolder(join(folder, 'mailbox'), () => noon);
  expect(await sendDueReminders({ ...nudging, deliver })).toBe(1);

  const files = readdirSync(join(folder, 'mailbox'));
  expect(files).toHaveLength(1);
  const file = join(folder, 'mailbox', files[0] ?? '');
  expect(statSync(file).mode & 0o077).toBe(0);
  const { headers, body } = read(readFileSync(file, 'utf8'));
  expect(headers).toContain('Lone Bækgaard <lone@lyngborg.invalid>');
  const secret = /http:\/\/samlob\.invalid\/kapacitet\/([\w-]{43})\s/.exec(body)?.[1] ?? '';
  expect((await linkMaterial(db, secret))?.candidate.unit.id).toBe(testUnit([]).id);
  expect(told).toEqual([]);
});

test('a message that is delivered twice lies in the folder once', async () => {
  const folder = join(testFolder(), 'mailbox');
  const deliver = mailboxFolder(folder, () => at);
  const message = { id, to: { name: 'Lone', address: 'lone@lyngborg.invalid' }, subject: 'S', text: 'T' };
  await deliver(message);
  await deliver(message);
  expect(readdirSync(folder)).toEqual([`${id}.eml`]);
});
