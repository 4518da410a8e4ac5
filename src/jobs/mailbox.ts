/** A folder as mailbox: each message becomes an `.eml` file (RFC 5322), which a mail program opens and a mail server can pick up. */
import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Moment } from '../domain/time.ts';
import type { Deliver, Message } from './message.ts';

/**
 * Delivers into a folder, which is made when it is not there and closed to others. A file is whole from the moment it has its name, which is the
 * message's own: one that is delivered twice lies there once.
 */
export function mailboxFolder(folder: string, now: () => Moment): Deliver {
  return async (message) => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const part = join(folder, `.${randomUUID()}.part`);
    await writeFile(part, emailOf(message, now()), { mode: 0o600 });
    await rename(part, join(folder, `${message.id.replaceAll(/[^\w-]/g, '')}.eml`));
  };
}

/** The message as the text of an e-mail. Line breaks in names and subjects are taken out, so that none of them can add a header. */
export function emailOf({ id, to, subject, text }: Message, at: Moment, from = 'samlob@samlob.invalid'): string {
  const headers = [
    `From: =?UTF-8?B?U2FtbMO4Yg==?= <${addressOf(from)}>`,
    `To: ${encoded(to.name)} <${addressOf(to.address)}>`,
    `Subject: ${encoded(subject)}`,
    `Date: ${mailDate(at)}`,
    `Message-ID: <${addressOf(id)}@${addressOf(from).split('@').at(-1) ?? ''}>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    'Auto-Submitted: auto-generated',
  ];
  const body = Buffer.from(text, 'utf8')
    .toString('base64')
    .replaceAll(/(.{76})/g, '$1\r\n');
  return `${headers.join('\r\n')}\r\n\r\n${body}\r\n`;
}

/** An address as it stands in a header: nothing in it can end it. */
export function addressOf(address: string): string {
  return oneLine(address).replaceAll(/[<>\s]/g, '');
}

function encoded(text: string): string {
  // An encoded word holds at most 75 characters, so a long text becomes several; none of them cuts a character in two.
  const words: string[] = [];
  let word = '';
  for (const character of oneLine(text)) {
    if (Buffer.byteLength(word + character, 'utf8') > 42) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  return [...words, word].map((part) => `=?UTF-8?B?${Buffer.from(part, 'utf8').toString('base64')}?=`).join('\r\n ');
}

function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

function mailDate(at: Moment): string {
  return new Date(at).toUTCString().replace('GMT', '+0000');
}
