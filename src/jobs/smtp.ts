/**
 * Delivery by SMTP, the second way beside the mailbox folder. A message that the mail server does not take is kept in the folder and told of: the
 * unit is reminded once, and nothing is lost. Neither the address with its password nor a message is ever told.
 */
import nodemailer from 'nodemailer';
import { addressOf, emailOf } from './mailbox.ts';
import type { Deliver } from './message.ts';
import type { Moment } from '../domain/time.ts';

/** The mail server as it is configured. `url`: `smtp://` or `smtps://`, with user and password where it asks for them. */
export type SmtpServer = { readonly url: string; readonly from: string };

/** The server from the environment; null where none is named. Throws a sentence for an address that is none. */
export function smtpServerFrom(environment: { readonly SAMLOB_SMTP_URL?: string; readonly SAMLOB_SMTP_FROM?: string }): SmtpServer | null {
  const { SAMLOB_SMTP_URL: url, SAMLOB_SMTP_FROM: from } = environment;
  if (url === undefined || url === '') return null;
  const isOne = URL.canParse(url) && ['smtp:', 'smtps:'].includes(new URL(url).protocol) && new URL(url).hostname !== '';
  if (!isOne)
    throw new Error('SAMLOB_SMTP_URL is to be smtp://host:port or smtps://host:port, with user:password@ before the host if need be.');
  if (from === undefined || !/^[^\s@<>]+@[^\s@<>]+$/.test(from))
    throw new Error('SAMLOB_SMTP_FROM is to be the address that messages are sent from, such as samlob@region.example.');
  return { url, from };
}

/** The server as it may be told: without user and password. */
export function serverName({ url }: SmtpServer): string {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}

export type SmtpDelivery = {
  readonly server: SmtpServer;
  /** Where a message is kept that was not taken, and what it is called in the sentence that tells of it. */
  readonly keep: Deliver;
  readonly kept: string;
  readonly now: () => Moment;
  readonly tell: (sentence: string) => void;
};

/** Milliseconds until a mail server that does not answer is given up: the round of reminders goes on to the next unit. */
const patience = 10_000;

export function smtpDelivery({ server, keep, kept, now, tell }: SmtpDelivery): Deliver {
  const transport = nodemailer.createTransport({
    url: server.url,
    // The link in a message opens without a login: it leaves the machine only in cipher.
    requireTLS: !isThisMachine(server),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
  });
  return async (message) => {
    try {
      await transport.sendMail({
        envelope: { from: server.from, to: [addressOf(message.to.address)] },
        raw: emailOf(message, now(), server.from),
      });
    } catch (error) {
      await keep(message);
      tell(`A message was not taken by ${serverName(server)} (${reasonOf(error)}); it is kept in ${kept}.`);
    }
  };
}

function isThisMachine({ url }: SmtpServer): boolean {
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);
}

/** The kind of failure and the server's own code: its words may repeat the address of the receiver. */
function reasonOf(error: unknown): string {
  const { code, responseCode } = error instanceof Error ? (error as Error & { code?: unknown; responseCode?: unknown }) : {};
  const known = [code, responseCode].filter((one) => typeof one === 'string' || typeof one === 'number');
  return known.length > 0 ? known.join(' ') : 'no reason given';
}
