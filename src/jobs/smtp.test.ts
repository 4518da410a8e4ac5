/** Reminders by SMTP, to a mail server that stands in this test: what it is given, what it is never told, and what becomes of what it refuses. */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { testFolder } from '../../test/folder.ts';
import { testFacility, testPlace, testUnit } from '../../test/provision.ts';
import { moment } from '../domain/time.ts';
import { mailboxFolder } from './mailbox.ts';
import type { Message } from './message.ts';
import { nudgeMessage } from './nudge-message.ts';
import { serverName, smtpDelivery, smtpServerFrom } from './smtp.ts';

const now = () => moment('2026-11-26T08:00:00Z');
const provision = { facility: testFacility, unit: testUnit([testPlace('a')], { confirmed: null }) };
const to = { name: 'Lone Bækgaard', address: 'lone@lyngborg.invalid' };
const message: Message = nudgeMessage(
  { provision, to, secret: 's'.repeat(43), sent: now(), expires: moment('2026-11-28T08:00:00Z') },
  'http://samlob.invalid',
);

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

type Received = { readonly commands: string[]; readonly mails: string[] };

/** A mail server that speaks as much SMTP as it takes; `refuses`: its answer to a receiver, where it takes none. */
async function mailServer(refuses: string | null = null): Promise<Received & { readonly port: number }> {
  const [commands, mails]: [string[], string[]] = [[], []];
  const server = createServer((socket) => {
    let [rest, mail]: [string, string[] | null] = ['', null];
    const answer = (line: string): void => {
      if (mail !== null) {
        if (line === '.') {
          mails.push(mail.join('\r\n'));
          mail = null;
          socket.write('250 taken\r\n');
        } else mail.push(line.startsWith('..') ? line.slice(1) : line);
        return;
      }
      commands.push(line);
      if (/^DATA/i.test(line)) {
        mail = [];
        socket.write('354 go on\r\n');
      } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
      else if (/^STARTTLS/i.test(line)) socket.write('502 not here\r\n');
      else socket.write(/^RCPT/i.test(line) && refuses !== null ? `${refuses}\r\n` : '250 good\r\n');
    };
    socket.on('data', (data) => {
      const lines = (rest + data.toString('utf8')).split('\r\n');
      rest = lines.pop() ?? '';
      lines.forEach(answer);
    });
    socket.on('error', () => undefined);
    socket.write('220 test\r\n');
  });
  servers.push(server);
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { commands, mails, port: address.port };
}

function deliveryTo(url: string) {
  const folder = join(testFolder(), 'mailbox');
  const told: string[] = [];
  const deliver = smtpDelivery({
    server: { url, from: 'samlob@region.invalid' },
    keep: mailboxFolder(folder, now),
    kept: folder,
    now,
    tell: (sentence) => void told.push(sentence),
  });
  return { deliver, told, folder };
}

function textOf(mail: string): string {
  return Buffer.from(mail.split('\r\n\r\n')[1] ?? '', 'base64').toString('utf8');
}

describe('a message by SMTP', () => {
  test('is given to the mail server as it is written, from the address of the operator, to its receiver alone', async () => {
    const server = await mailServer();
    const { deliver, told } = deliveryTo(`smtp://127.0.0.1:${server.port}`);
    await deliver(message);

    expect(server.commands.filter((line) => /^(MAIL|RCPT)/.test(line))).toEqual([
      expect.stringContaining('FROM:<samlob@region.invalid>'),
      expect.stringContaining('TO:<lone@lyngborg.invalid>'),
    ]);
    expect(server.mails.map(textOf)).toEqual([message.text]);
    expect(server.mails[0]).toContain('<samlob@region.invalid>');
    expect(told).toEqual([]);
  });

  test('says which unit it is about and nothing about anybody who stays there: the one name in it is its receiver’s', async () => {
    const server = await mailServer();
    await deliveryTo(`smtp://127.0.0.1:${server.port}`).deliver(message);
    const text = textOf(server.mails[0] ?? '');
    expect(text).toContain('Lyngborg (opdigtet), Lyng');
    expect(text).not.toMatch(/\d{6}-?\d{4}|gravid|kvinde|barn|forløb|uge \d/i);
  });

  test('that is refused is kept in the folder, and told of without address, password or text', async () => {
    const server = await mailServer('550 no such <lone@lyngborg.invalid>');
    const { deliver, told, folder } = deliveryTo(`smtp://127.0.0.1:${server.port}`);
    await deliver(message);

    const [file] = readdirSync(folder);
    expect(textOf(readFileSync(join(folder, file ?? ''), 'utf8'))).toBe(message.text);
    expect(told).toEqual([`A message was not taken by smtp://127.0.0.1:${server.port} (EENVELOPE 550); it is kept in ${folder}.`]);
  });

  test('is kept where another machine’s server would take it in clear', async () => {
    const server = await mailServer();
    // All addresses of this machine: not the loopback's own, and reached all the same.
    const { deliver, told, folder } = deliveryTo(`smtp://0.0.0.0:${server.port}`);
    await deliver(message);
    expect(server.mails).toEqual([]);
    expect(readdirSync(folder)).toHaveLength(1);
    expect(told).toEqual([expect.stringContaining('(ETLS')]);
  });

  test('is kept too where no mail server answers, and the password is never told', async () => {
    const { port } = await mailServer();
    for (const server of servers.splice(0)) await new Promise((closed) => void server.close(closed));
    const { deliver, told, folder } = deliveryTo(`smtp://bruger:hemmeligt@127.0.0.1:${port}`);
    await deliver(message);

    expect(readdirSync(folder)).toHaveLength(1);
    expect(told).toEqual([expect.stringMatching(/not taken by smtp:\/\/127\.0\.0\.1:\d+ \(ECONNECTION|not taken by .*\(ESOCKET/)]);
    expect(told.join()).not.toMatch(/bruger|hemmeligt/);
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
