/** Puts the program together: the only file that knows every edge. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exitCodes } from './cli/command.ts';
import type { KnownCommand } from './cli/directory.ts';
import { danishDay, type Moment, moment } from './domain/time.ts';
import type { DemoCountry } from './demo/load.ts';
import type { Persona } from './demo/personas.ts';
import { type Database, openDatabase } from './store/database.ts';
import { embeddedHome } from './store/embedded-server.ts';
import { type OpenedDatabase, openStore } from './store/open.ts';
import { whyUnreachable } from './store/unreachable.ts';

type Settings = {
  /** The folder of the project. */
  readonly project: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/** Serves until it is told to stop. Prints the address and the demo's logins. */
export async function serve({ project, environment }: Settings): Promise<void> {
  const [
    { hasDemo, loadDemoWhenNew },
    { personas },
    { buildServer },
    { builtAssets },
    { countryFrom },
    { keepExpiringHolds },
    { keepGoingThroughTheList },
    { keepNudging },
    { keepSending },
    { mailboxFolder },
    { serverName, smtpDelivery, smtpServerFrom },
    { api },
    { keepGatheringChanges },
    { keepForgettingLists },
    { holdPlaces },
    { listenForPlaces },
    { releaseMemory },
  ] = await Promise.all([
    import('./demo/load.ts'),
    import('./demo/personas.ts'),
    import('./web/server.ts'),
    import('./web/assets.ts'),
    import('./web/boundaries.ts'),
    import('./jobs/expire-holds.ts'),
    import('./jobs/go-through-list.ts'),
    import('./jobs/nudge-units.ts'),
    import('./jobs/send-reminders.ts'),
    import('./jobs/mailbox.ts'),
    import('./jobs/smtp.ts'),
    import('./api/api.ts'),
    import('./jobs/gather-changes.ts'),
    import('./jobs/forget-lists.ts'),
    import('./store/placement-index.ts'),
    import('./store/placement-listen.ts'),
    import('./compute/remembered-release.ts'),
  ]);
  const production = environment.NODE_ENV === 'production';
  const smtp = smtpServerFrom(environment);
  const country = countryFrom(environment.SAMLOB_BOUNDARIES);
  const port = portOf(environment.PORT);
  const store = await openStore({ project, ...addresses(environment) }).catch((error: unknown) => {
    throw new Error(whyUnreachable(error) ?? (error instanceof Error ? error.message : String(error)), { cause: error });
  });
  try {
    const mailbox = mailboxOf(environment, store.embedded ? join(embeddedHome(project, 'data'), 'mailbox') : null);
    const demo = mayLoadDemo(store, environment)
      ? await loadDemoWhenNew(store.owner, danishDay(now()), demoCountry, now())
      : !production && (await hasDemo(store.db))
        ? 'already there'
        : null;
    const assetFolder = join(project, 'dist', 'client');
    const [places, trials] = [holdPlaces(store.db), releaseMemory()];
    const app = await buildServer({
      db: store.db,
      places,
      trials,
      now,
      newId: randomUUID,
      assets: builtAssets(assetFolder),
      assetFolder,
      project,
      country,
      demo: demo !== null,
      secure: production,
      extra: [api({ db: store.db, now, trials })],
    });
    const tell = (sentence: string): void => app.log.error(sentence);
    // The country is read before the first request can come: a process that answers is ready.
    const listening = await listenForPlaces(store.db, store.application, places, { tell });
    const at = { host: environment.HOST ?? '127.0.0.1', port };
    const address = await app.listen(at).catch(async (error: unknown) => {
      await listening.stop();
      throw error;
    });
    places.warm(now).catch((error: unknown) => tell(`the places were not worked out beforehand: ${String(error)}`));
    const holds = keepExpiringHolds(store.db, tell);
    const list = keepGoingThroughTheList(store.db, tell);
    const gathering = keepGatheringChanges(store.db, tell);
    const deliver = smtp !== null ? smtpDelivery(smtp, now) : mailbox === null ? null : mailboxFolder(mailbox, now);
    const linksTo = (environment.SAMLOB_ADDRESS ?? address).replace(/\/+$/, '');
    const nudges = deliver && keepNudging({ db: store.db, now, address: linksTo, tell });
    const sending = deliver && keepSending({ db: store.db, now, deliver, tell });
    const forgetting = keepForgettingLists(store.db, now, tell);
    onStop(async () => {
      // All are asked to stop at once, and no request is taken meanwhile: a delivery that is under way may take its time.
      const running = [holds, list, gathering, forgetting, nudges, sending].filter((job) => job !== null);
      const stopped = running.map((job) => job.stop());
      await app.close();
      await listening.stop();
      await Promise.all(stopped);
      await store.close();
    });
    greet(address, store, demo, personas, mailbox, smtp && serverName(smtp));
  } catch (error) {
    await store.close();
    throw isTaken(error) ? new Error(`Port ${port} is taken, perhaps by Samløb itself. Choose another with PORT=4701.`) : error;
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

/** Runs one command and gives the exit code. */
export async function command(words: readonly string[], { project, environment }: Settings): Promise<number> {
  const [{ asksForHelp, nearest, overview }, { commands: others }] = await Promise.all([
    import('./cli/help.ts'),
    import('./cli/directory.ts'),
  ]);
  const commands: typeof others = { ...others, demo };
  const [name = 'help', ...rest] = words[0] === 'help' && words[1] !== undefined ? [words[1], '--help'] : words;
  if (name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(overview(commands));
    return exitCodes.done;
  }
  if (name === 'version' || name === '--version' || name === '-v') {
    process.stdout.write(`samlob ${versionOf(project)}\n`);
    return exitCodes.done;
  }
  const known = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!known) {
    const meant = nearest(name, Object.keys(commands));
    process.stderr.write(`There is no command “${name}”.${meant === null ? '' : ` Is it “${meant}”?`} samlob --help lists them.\n`);
    return exitCodes.usage;
  }
  const { run, usage } = await known.load();
  if (asksForHelp(rest)) {
    process.stdout.write(`${usage}\n`);
    return exitCodes.done;
  }
  if (name === 'demo' && environment.NODE_ENV === 'production') {
    process.stderr.write('There is no demonstration in production.\n');
    return exitCodes.usage;
  }
  const opened: OpenedDatabase[] = [];
  const owners: Database[] = [];
  const open = async (): Promise<OpenedDatabase | null> => {
    if (opened[0]) return opened[0];
    try {
      const store = await openStore({ project, ...addresses(environment), poolSize: 2 });
      opened.push(store);
      const { loadDemoWhenNew } = await import('./demo/load.ts');
      // `samlob demo` loads the country that it is asked for; everything else finds the usual one, where there may be one at all.
      const country = name === 'demo' ? null : demoCountry;
      if (name === 'demo' || mayLoadDemo(store, environment)) await loadDemoWhenNew(store.owner, danishDay(now()), country, now());
      return store;
    } catch (error) {
      process.stderr.write(`There is no database. ${whyUnreachable(error) ?? (error instanceof Error ? error.message : String(error))}\n`);
      return null;
    }
  };
  try {
    return await run(rest, {
      project,
      now,
      write: (answer) => void process.stdout.write(answer),
      say: (sentence) => void process.stderr.write(`${sentence}\n`),
      database: async () => (await open())?.db ?? null,
      async maintenance() {
        const store = await open();
        if (!store) return null;
        const owner = openDatabase(store.owner, { size: 1 });
        owners.push(owner);
        return owner;
      },
    });
  } finally {
    for (const owner of owners) await owner.destroy();
    for (const store of opened) await store.close();
  }
}

/**
 * Invented people, and a login without proof, only where nobody's real data can be: in the project's own server, or in a server of the
 * operator's where SAMLOB_DEMO=1 asks for it. In production never.
 */
export function mayLoadDemo({ embedded }: Pick<OpenedDatabase, 'embedded'>, environment: Settings['environment']): boolean {
  return environment.NODE_ENV !== 'production' && (embedded || environment.SAMLOB_DEMO === '1');
}

const demo: KnownCommand = {
  purpose: 'a simulated Denmark in a database that has none yet',
  needsDatabase: true,
  async load() {
    const [{ demoCommand, usage }, { loadCountry }] = await Promise.all([import('./cli/demo.ts'), import('./demo/load-country.ts')]);
    return { run: demoCommand(loadCountry), usage };
  },
};

/** The simulated Denmark around the stories of a new demonstration. */
const demoCountry: DemoCountry = { seed: 1, size: 1 };

function addresses(environment: Settings['environment']): { readonly url: string | null; readonly applicationUrl: string | null } {
  return { url: environment.DATABASE_URL ?? null, applicationUrl: environment.DATABASE_APP_URL ?? null };
}

/** The program's version, as its package says. */
function versionOf(project: string): string {
  const stated: unknown = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
  if (typeof stated === 'object' && stated !== null && 'version' in stated && typeof stated.version === 'string') return stated.version;
  throw new Error('package.json states no version');
}

function now(): Moment {
  return moment(new Date().toISOString());
}

/** The port to serve on: a whole number, 4700 when nothing is said. Throws a sentence when it is none. */
export function portOf(given = '4700'): number {
  if (!/^\d{1,5}$/.test(given) || Number(given) > 65_535) throw new Error(`PORT is a whole number from 0 to 65535, not “${given}”.`);
  return Number(given);
}

/** One press of Ctrl+C can reach the program more than once, from the terminal and from what started it: so many milliseconds count as one. */
const onePress = 1000;

function onStop(stop: () => Promise<void>): void {
  let since: number | null = null;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (since !== null) {
        if (performance.now() - since < onePress) return;
        process.stderr.write('Stopped at once, while something was still under way.\n');
        process.exit(1);
      }
      since = performance.now();
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`It did not stop as it should: ${error instanceof Error ? error.message : String(error)}\n`);
          process.exit(1);
        },
      );
    });
  }
}

/** The folder where messages lie where no mail server is named; null where none is. `own`: the folder beside the project's own data. */
export function mailboxOf({ SAMLOB_MAILBOX }: { readonly SAMLOB_MAILBOX?: string }, own: string | null): string | null {
  return SAMLOB_MAILBOX ?? own;
}

function greet(
  address: string,
  store: OpenedDatabase,
  demo: 'loaded' | 'already there' | null,
  people: readonly Persona[],
  mailbox: string | null,
  smtp: string | null,
): void {
  print(`\nSamløb  ${address}\n`);
  const { applied, refolded } = store;
  print(`Database: ${store.where}${applied.length > 0 ? `; migrated to ${applied.at(-1)} in ${applied.length} steps` : ''}`);
  if (refolded.outcome === 'refolded' && refolded.checked > 0)
    print(`Pathways: added up anew by ${refolded.edition}; ${refolded.mended} of ${refolded.checked} were otherwise`);
  print(
    smtp !== null
      ? `Messages: sent by ${smtp}`
      : mailbox === null
        ? 'Messages: none are sent; set SAMLOB_MAILBOX to a folder where they lie.'
        : `Messages: ${mailbox}`,
  );
  if (demo !== null) {
    print(`Demonstration: ${demo}. Log in as one of these invented people, without a password:`);
    for (const { name, role } of people) print(`  ${name.padEnd(22)} ${role}`);
  }
  print('\nStop: Ctrl+C\n');
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
