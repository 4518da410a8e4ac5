/** A small copy of the house in a temporary folder, where a test plants files that the gates must refuse. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const house = resolve(import.meta.dirname, '../..');

/** Every room and a path in it, as the layout of the house names them. */
export const roomFolders = {
  domain: 'src/domain',
  'domain/geography': 'src/domain/geography',
  'domain/person': 'src/domain/person',
  'domain/pathway': 'src/domain/pathway',
  'domain/placement': 'src/domain/placement',
  'domain/numbers': 'src/domain/numbers',
  'domain/disclosure': 'src/domain/disclosure',
  'domain/call': 'src/domain/call',
  'domain/estimation': 'src/domain/estimation',
  'domain/planning': 'src/domain/planning',
  access: 'src/access',
  store: 'src/store',
  schema: 'src/schema',
  reports: 'src/reports',
  compute: 'src/compute',
  demo: 'src/demo',
  'web/ui': 'src/web/ui',
  'web/islands': 'src/web/islands',
  web: 'src/web/refer',
  api: 'src/api',
  jobs: 'src/jobs',
  cli: 'src/cli',
} as const;
export type Room = keyof typeof roomFolders;
export const roomNames = Object.keys(roomFolders) as readonly Room[];

export type PlantedHouse = { readonly root: string; readonly remove: () => void };

/** Lays a house with one sound file in each room, the real configuration, and the given files on top. */
export function plant(files: Readonly<Record<string, string>> = {}): PlantedHouse {
  const root = mkdtempSync(join(tmpdir(), 'gates-'));
  for (const name of ['lint', '.oxlintrc.json', 'tsconfig.base.json']) cpSync(join(house, name), join(root, name), { recursive: true });
  symlinkSync(join(house, 'node_modules'), join(root, 'node_modules'));
  for (const name of readdirSync(join(house, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('tsconfig.json')) write(root, join('src', name), undefined, join(house, 'src', name));
  }
  write(root, 'package.json', '{ "type": "module" }');
  write(root, 'src/main.ts', "export const here = 'main';\n");
  for (const room of roomNames) write(root, `${roomFolders[room]}/room.ts`, `export const here = '${room}';\n`);
  for (const [path, text] of Object.entries(files)) write(root, path, text);
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

export type Finding = { readonly file: string; readonly rule: string; readonly message: string };

/** What oxlint finds in a planted house, and how many files it read. */
export function lint({ root }: PlantedHouse): { readonly findings: readonly Finding[]; readonly filesRead: number } {
  const run = spawnSync(
    process.execPath,
    [join(house, 'node_modules/oxlint/bin/oxlint'), '--type-aware', '--deny-warnings', '-f', 'json'],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  );
  const answer: unknown = JSON.parse(run.stdout.slice(run.stdout.indexOf('{')));
  const { diagnostics, number_of_files: filesRead } = answer as {
    diagnostics: readonly { filename: string; code?: string; message: string }[];
    number_of_files: number;
  };
  return { filesRead, findings: diagnostics.map(({ filename, code, message }) => ({ file: filename, rule: code ?? '', message })) };
}

/** What the compiler says about a planted house, by file: the codes and the texts. */
export function compile({ root }: PlantedHouse): readonly Finding[] {
  const run = spawnSync(process.execPath, [join(house, 'node_modules/typescript/bin/tsc'), '-b', 'src', '--pretty', 'false'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return [...run.stdout.matchAll(/^(\S[^(\n]*)\(\d+,\d+\): error (TS\d+): (.*)$/gm)].map(([, file, rule, message]) => ({
    file: file ?? '',
    rule: rule ?? '',
    message: message ?? '',
  }));
}

/** The path from one room's folder to a file in another. */
export function pathBetween(from: Room, to: Room | 'main'): string {
  const up = '../'.repeat(roomFolders[from].split('/').length - 1);
  return to === 'main' ? `${up}main.ts` : `./${up}${roomFolders[to].slice('src/'.length)}/room.ts`;
}

function write(root: string, path: string, text: string | undefined, copyOf?: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  if (copyOf !== undefined) cpSync(copyOf, join(root, path));
  else writeFileSync(join(root, path), text ?? '');
}
