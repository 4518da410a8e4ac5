/** A wire between the program and PostgreSQL that loses the answer to a commit: it was done, and nobody was told. */
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type LossyWire = {
  /** The folder to connect to instead of the server's. */
  readonly host: string;
  /** The next so many commits are done, and their connections cut before the answer. */
  loseAnswers(count: number): void;
  close(): Promise<void>;
};

/** Opens a wire to the server whose socket lies in a folder. */
export async function lossyWire(serverFolder: string): Promise<LossyWire> {
  const host = mkdtempSync(join(tmpdir(), 'samlob-wire-'));
  const sockets = new Set<Socket>();
  let toLose = 0;
  const server = createServer((client) => {
    const upstream = connect(join(serverFolder, '.s.PGSQL.5432'));
    let commits = false;
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    }
    client.on('data', (data) => {
      if (toLose > 0 && data.includes('commit\0')) {
        toLose -= 1;
        commits = true;
      }
      upstream.write(data);
    });
    upstream.on('data', (data) => {
      // The server has committed when it answers.
      if (commits) {
        client.destroy();
        upstream.destroy();
      } else client.write(data);
    });
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(join(host, '.s.PGSQL.5432'), resolve));
  return {
    host,
    loseAnswers(count) {
      toLose = count;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      rmSync(host, { recursive: true, force: true });
    },
  };
}
