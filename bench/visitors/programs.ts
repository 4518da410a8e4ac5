/** Processes of the program as they are run in production, each on a port of its own, and what they and the database server cost. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Program = { readonly child: ChildProcess; readonly address: string };

export async function started(project: string, url: string): Promise<Program> {
  const main = join(project, 'dist', 'server', 'main.js');
  const serve = `const { serve } = await import(${JSON.stringify(`file://${main}`)}); await serve({ project: process.cwd(), environment: process.env });`;
  const child = spawn(process.execPath, ['--max-semi-space-size=64', '--input-type=module', '-e', serve], {
    cwd: project,
    env: { ...process.env, DATABASE_URL: url, SAMLOB_DEMO: '1', PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      const found = /Samløb {2}(http:\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error(`the program ended:\n${said}`)));
  });
  return { child, address };
}

export async function stopped({ child }: Program): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

/** Megabytes that a process holds in memory. */
export function memoryOf({ child }: Program): number {
  const status = readFileSync(`/proc/${child.pid ?? 0}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000);
}

/** Milliseconds of the processors: of the program's processes, of the database server with all it has started, and of the one who asks. */
export type Work = { readonly application: number; readonly database: number; readonly generator: number };

/** What each has had since it began. `backend` is any process of the database server. */
export function workSoFar(programs: readonly Program[], backend: number): Work {
  const server = fieldsOf(backend).parent;
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    const { parent, own } = fieldsOf(Number(name));
    if (parent === server && own > 0) ofServer.set(Number(name), own);
  }
  const { user, system } = process.cpuUsage();
  return {
    application: programs.reduce((sum, { child }) => sum + fieldsOf(child.pid ?? 0).own, 0),
    database: fieldsOf(server).own + [...ofServer.values()].reduce((sum, one) => sum + one, 0),
    generator: (user + system) / 1000,
  };
}

/** The work of each process that the database server has started, as it was seen last: those that have ended have had it all the same. */
const ofServer = new Map<number, number>();

export function workBetween(before: Work, after: Work): Work {
  return {
    application: after.application - before.application,
    database: after.database - before.database,
    generator: after.generator - before.generator,
  };
}

/** `own` is counted to the nanosecond where the kernel does, else in hundredths of a second. */
function fieldsOf(pid: number): { readonly parent: number; readonly own: number } {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ').map(Number) ?? [];
    const [user = 0, system = 0] = fields.slice(11, 13);
    return { parent: fields[1] ?? 0, own: ranFor(pid) ?? (user + system) * 10 };
  } catch {
    // It ended while the list was read.
    return { parent: 0, own: 0 };
  }
}

/** Milliseconds that the threads of a process have run; `null` where the kernel does not count them. */
function ranFor(pid: number): number | null {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    return threads.reduce((sum, one) => sum + Number(readFileSync(`/proc/${pid}/task/${one}/schedstat`, 'utf8').split(' ')[0]) / 1e6, 0);
  } catch {
    return null;
  }
}
