/** Reminders by SMTP, to a mail server that stands in this test: what it is given, what it is never told, and what becomes of what it refuses. */
import { afterEach, describe, expect, test } from 'vitest';
import { type MailServer, type MailServerManners, nameOf, startMailServer, textOf } from '../../test/mail-server.ts';
import { testFacility, testPlace, testUnit } from '../../test/provision.ts';
import { moment } from '../domain/time.ts';
import { type Message, NotTaken } from './message.ts';
import { nudgeMessage } from './nudge-message.ts';
import { serverName, smtpDelivery, smtpServerFrom } from './smtp.ts';

const now = () => moment('2026-11-26T08:00:00Z');
const provision = { facility: testFacility, unit: testUnit([testPlace('a')], { confirmed: null }) };
const to = { name: 'Lone Bækgaard', address: 'lone@lyngborg.invalid' };
const message: Message = {
  id: '2f8c1f0e-6a57-4a3b-8f6e-5d7b7a3a9d10',
  to,
  ...nudgeMessage({ provision, to, secret: 's'.repeat(43), sent: now(), expires: moment('2026-11-28T08:00:00Z') }, 'http://samlob.invalid'),
};

const servers: MailServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});

async function mailServer(manners: MailServerManners = {}): Promise<MailServer> {
  const server = await startMailServer(manners);
  servers.push(server);
  return server;
}

const deliveryTo = (url: string) => smtpDelivery({ url, from: 'samlob@region.invalid' }, now);

describe('a message by SMTP', () => {
  test('is given to the mail server as it is written, from the address of the operator, to its receiver alone, under its own name', async () => {
    const server = await mailServer();
    const deliver = deliveryTo(`smtp://127.0.0.1:${server.port}`);
    await deliver(message);
    await deliver(message);

    expect(server.commands.filter((line) => /^(MAIL|RCPT)/.test(line)).slice(0, 2)).toEqual([
      expect.stringContaining('FROM:<samlob@region.invalid>'),
      expect.stringContaining('TO:<lone@lyngborg.invalid>'),
    ]);
    expect(server.mails.map(textOf)).toEqual([message.text, message.text]);
    expect(server.mails[0]).toContain('<samlob@region.invalid>');
    expect(server.mails.map(nameOf)).toEqual([message.id, message.id]);
    expect(server.mails[0]).toContain(`Message-ID: <${message.id}@region.invalid>`);
  });

  test('says which unit it is about and nothing about anybody who stays there: the one name in it is its receiver’s', async () => {
    const server = await mailServer();
    await deliveryTo(`smtp://127.0.0.1:${server.port}`)(message);
    const text = textOf(server.mails[0] ?? '');
    expect(text).toContain('Lyngborg (opdigtet), Lyng');
    expect(text).not.toMatch(/\d{6}-?\d{4}|gravid|kvinde|barn|forløb|uge \d/i);
    const confirmed = { by: 'Karin Vestergaard', at: moment('2026-11-25T09:00:00Z') };
    const nudge = { provision: { ...provision, unit: { ...provision.unit, confirmed } }, to, secret: 's', sent: now(), expires: now() };
    const again = nudgeMessage(nudge, 'http://samlob.invalid');
    expect(again.text).toContain('sidst bekræftet 25-11-2026 kl. 10.00');
    expect(`${again.subject} ${again.text}`).not.toContain('Karin');
  });

  test.each([
    ['refuses', '550 no such <lone@lyngborg.invalid>', 'EENVELOPE 550', true],
    ['refuses', '554 never', 'EENVELOPE 554', true],
    ['refuses', '452 full', 'EENVELOPE 452', false],
    ['refuses', '530 log in first', 'EENVELOPE 530', false],
    ['refusesText', '554 not such a text', 'EMESSAGE 554', true],
    ['refusesText', '451 later', 'EMESSAGE 451', false],
    // What is wrong with our own address is not wrong with the message.
    ['refusesSender', '550 no such sender', 'EENVELOPE 550', false],
    ['refusesSender', '553 not from here', 'EENVELOPE 553', false],
  ])('that is answered with %s «%s» says %s, and whether trying again is of use', async (manner, refuses, code, forGood) => {
    const server = await mailServer({ [manner]: refuses });
    const failure = await deliveryTo(`smtp://127.0.0.1:${server.port}`)(message).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(NotTaken);
    expect(failure).toMatchObject({ code, forGood });
    expect(String(failure)).not.toContain('lone');
  });

  test('is given up for now when its time is over, however often the mail server says something', async () => {
    const server = await mailServer({ beforeTaking: () => new Promise(() => undefined) });
    const deliver = smtpDelivery({ url: `smtp://127.0.0.1:${server.port}`, from: 'samlob@region.invalid' }, now, {
      patience: 60_000,
      longest: 200,
    });
    await expect(deliver(message)).rejects.toMatchObject({ code: 'ETIMEDOUT', forGood: false });
  });

  test('is not given to another machine’s server that would take it in clear', async () => {
    const server = await mailServer();
    // All addresses of this machine: not the loopback's own, and reached all the same.
    const failure = deliveryTo(`smtp://0.0.0.0:${server.port}`)(message);
    await expect(failure).rejects.toMatchObject({ code: expect.stringContaining('ETLS'), forGood: false });
    expect(server.mails).toEqual([]);
  });

  test('is to be tried again where no mail server answers, and the password is never told', async () => {
    const server = await mailServer();
    await server.stop();
    const failure = await deliveryTo(`smtp://bruger:hemmeligt@127.0.0.1:${server.port}`)(message).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: expect.stringMatching(/ECONNECTION|ESOCKET/), forGood: false });
    expect(String(failure)).not.toMatch(/bruger|hemmeligt/);
  });
});

describe('the mail server', () => {
  test('is none where none is named, and is told without its password', () => {
    expect(smtpServerFrom({})).toBeNull();
    const server = smtpServerFrom({ SAMLOB_SMTP_URL: 'smtps://bruger:hemmeligt@mail.invalid:465', SAMLOB_SMTP_FROM: 'a@b.invalid' });
    expect(server && serverName(server)).toBe('smtps://mail.invalid:465');
  });

  test.each(['mail.invalid:25', 'http://mail.invalid', 'smtp://', ' '])('is refused at the start when its address is %s', (url) => {
    expect(() => smtpServerFrom({ SAMLOB_SMTP_URL: url, SAMLOB_SMTP_FROM: 'a@b.invalid' })).toThrow('SAMLOB_SMTP_URL is to be');
  });

  test('is refused without an address to send from, or with one that could add a header', () => {
    for (const from of [undefined, '', 'a@b.invalid\r\nBcc: x@y.invalid'])
      expect(() =>
        smtpServerFrom({ SAMLOB_SMTP_URL: 'smtp://mail.invalid', ...(from === undefined ? {} : { SAMLOB_SMTP_FROM: from }) }),
      ).toThrow('SAMLOB_SMTP_FROM is to be');
  });
});
