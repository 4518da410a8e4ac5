/** A mail server for tests, on this machine: it speaks as much SMTP as it takes, and remembers what it was told. */
import { createServer, type Server } from 'node:net';

export type MailServer = {
  readonly port: number;
  readonly commands: string[];
  readonly mails: string[];
  /** Closes it, and every connection it has. */
  stop(): Promise<void>;
};

export type MailServerManners = {
  /** Its answer to a receiver, where it takes none. */
  readonly refuses?: string | null;
  /** Its answer to a sender, where it takes none. */
  readonly refusesSender?: string | null;
  /** Its answer to a text, where it takes none. */
  readonly refusesText?: string | null;
  /** Is asked before it says that it has taken a message; until this is kept it says nothing. */
  readonly beforeTaking?: (mail: string) => Promise<void>;
};

export async function startMailServer({
  refuses = null,
  refusesSender = null,
  refusesText = null,
  beforeTaking = async () => undefined,
}: MailServerManners = {}): Promise<MailServer> {
  const [commands, mails]: [string[], string[]] = [[], []];
  const sockets = new Set<{ destroy(): void }>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    let [rest, mail]: [string, string[] | null] = ['', null];
    const answer = (line: string): void => {
      if (mail !== null) {
        if (line === '.') {
          const whole = mail.join('\r\n');
          mails.push(whole);
          mail = null;
          void beforeTaking(whole).then(() => socket.write(`${refusesText ?? '250 taken'}\r\n`));
        } else mail.push(line.startsWith('..') ? line.slice(1) : line);
        return;
      }
      commands.push(line);
      if (/^DATA/i.test(line)) {
        mail = [];
        socket.write('354 go on\r\n');
      } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
      else if (/^STARTTLS/i.test(line)) socket.write('502 not here\r\n');
      else if (/^MAIL/i.test(line)) socket.write(`${refusesSender ?? '250 good'}\r\n`);
      else socket.write(/^RCPT/i.test(line) && refuses !== null ? `${refuses}\r\n` : '250 good\r\n');
    };
    socket.on('data', (data) => {
      const lines = (rest + data.toString('utf8')).split('\r\n');
      rest = lines.pop() ?? '';
      lines.forEach(answer);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.write('220 test\r\n');
  });
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    port: address.port,
    commands,
    mails,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => void server.close(closed));
    },
  };
}

/** The text of a message as it was given to a mail server. */
export function textOf(mail: string): string {
  return Buffer.from(mail.split('\r\n\r\n')[1] ?? '', 'base64').toString('utf8');
}

/** The name that a message goes under. */
export function nameOf(mail: string): string {
  return /^Message-ID: <([^@>]+)@[^>]+>\r?$/m.exec(mail)?.[1] ?? '';
}
