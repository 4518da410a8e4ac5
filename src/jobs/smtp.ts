/**
 * Delivery by SMTP, the second way beside the mailbox folder. What the mail server does not take stays in the outbox, with the server's code and
 * never its words, which may repeat the address of the receiver.
 */
import nodemailer from 'nodemailer';
import { addressOf, emailOf } from './mailbox.ts';
import { type Deliver, NotTaken } from './message.ts';
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

/** Milliseconds until a mail server that does not answer is given up, and until one that answers slowly is: well within what a claim lasts. */
const usual = { patience: 10_000, longest: 30_000 };

export function smtpDelivery(server: SmtpServer, now: () => Moment, { patience, longest } = usual): Deliver {
  const transport = nodemailer.createTransport({
    url: server.url,
    // The link in a message opens without a login: it leaves the machine only in cipher.
    requireTLS: !isThisMachine(server),
    dnsTimeout: patience,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
  });
  return async (message) => {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new NotTaken('ETIMEDOUT', false)), longest);
    });
    const sending = transport.sendMail({
      envelope: { from: server.from, to: [addressOf(message.to.address)] },
      raw: emailOf(message, now(), server.from),
    });
    try {
      await Promise.race([sending, tooLong]);
    } catch (error) {
      throw error instanceof NotTaken ? error : new NotTaken(codeOf(error), isForGood(error));
    } finally {
      clearTimeout(timer);
    }
  };
}

function isThisMachine({ url }: SmtpServer): boolean {
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);
}

/** The kind of failure and the server's own code. */
function codeOf(error: unknown): string {
  const { code, responseCode } = failureOf(error);
  return [code, responseCode].filter((one) => one !== null).join(' ') || 'unknown';
}

/**
 * Whether a server has said that it will never take this message (RFC 5321, 4.2.1: 5yz): of its receiver, or when it had the text. What it says of our
 * own address, that it does not let us in (530, 535) or that it speaks no cipher is no fault of the message, and may be mended.
 */
function isForGood(error: unknown): boolean {
  const { code, command, responseCode } = failureOf(error);
  const isOfMessage = (code === 'EENVELOPE' && command === 'RCPT TO') || (code === 'EMESSAGE' && command === 'DATA');
  return isOfMessage && responseCode !== null && responseCode >= 550 && responseCode < 600;
}

type Failure = { readonly code: string | null; readonly command: string | null; readonly responseCode: number | null };

function failureOf(error: unknown): Failure {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : null;
  const command: unknown = error instanceof Error && 'command' in error ? error.command : null;
  const responseCode: unknown = error instanceof Error && 'responseCode' in error ? error.responseCode : null;
  return {
    code: typeof code === 'string' ? code : null,
    command: typeof command === 'string' ? command : null,
    responseCode: typeof responseCode === 'number' ? responseCode : null,
  };
}
