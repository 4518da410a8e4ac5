/** Each arrow of the house, both ways: every forbidden import is refused by lint, and every allowed one passes. */
import { afterAll, describe, expect, it } from 'vitest';
import { lint, pathBetween, plant, type Room, roomFolders, roomNames } from './planted.ts';

/** Who may import whom, written again from ARCHITECTURE.md so that lint's own table is checked and not repeated. */
const drawn: Readonly<Record<Room, string>> = {
  domain: '',
  'domain/geography': 'domain',
  'domain/person': 'domain',
  'domain/pathway': 'domain geography person',
  'domain/placement': 'domain geography',
  'domain/numbers': 'domain geography',
  'domain/disclosure': 'domain geography numbers',
  'domain/call': 'domain geography numbers disclosure',
  'domain/estimation': 'domain numbers',
  'domain/planning': 'domain geography numbers estimation',
  access: 'the-domain',
  store: 'the-domain',
  schema: 'the-domain',
  reports: 'the-domain',
  compute: 'the-domain',
  demo: 'the-domain store',
  'web/ui': 'the-domain',
  'web/islands': 'the-domain web/ui',
  web: 'the-domain access store schema reports compute web/ui web/islands',
  api: 'the-domain access store schema reports compute',
  jobs: 'the-domain access store schema reports compute',
  cli: 'the-domain access store schema reports compute',
};

const pairs = roomNames.flatMap((from) => roomNames.filter((to) => to !== from).map((to) => ({ from, to, allowed: mayImport(from, to) })));

function mayImport(from: Room, to: Room): boolean {
  const words = drawn[from].split(' ');
  return words.includes(to) || words.includes(to.replace('domain/', '')) || (words.includes('the-domain') && to.startsWith('domain'));
}

function fileFor(from: Room, to: Room | 'main'): string {
  return `${roomFolders[from]}/imports-${to.replace('/', '-')}.ts`;
}

const importing = (from: Room, to: Room | 'main'): string =>
  `import { here } from '${pathBetween(from, to)}';\nexport const there = here;\n`;

const planted = plant({
  ...Object.fromEntries(pairs.map(({ from, to }) => [fileFor(from, to), importing(from, to)])),
  ...Object.fromEntries(roomNames.map((from) => [fileFor(from, 'main'), importing(from, 'main')])),
  'src/domain/call/asks-late.ts': "export const later = (): Promise<unknown> => import('../pathway/room.ts');\n",
  'src/domain/call/hands-on.ts': "export { here } from '../pathway/room.ts';\n",
  'src/domain/call/names-a-type.ts': "export type There = typeof import('../pathway/room.ts').here;\n",
  'src/domain/call/goes-round.ts': "import { here } from '../../access/../domain/pathway/room.ts';\nexport const there = here;\n",
  'src/store/hides.ts': "const where = '../access/room.ts';\nexport const later = (): Promise<unknown> => import(where);\n",
  'src/domain/zoo/animal.ts': "export const lion = 'lion';\n",
  'src/domain/keeper.ts': "import { lion } from './zoo/animal.ts';\nexport const kept = lion;\n",
  'src/api/reaches-out.ts': "import { secret } from '../../elsewhere.ts';\nexport const found = secret;\n",
  'elsewhere.ts': "export const secret = 'secret';\n",
  'src/store/room.test.ts':
    "import { here } from '../access/room.ts';\nimport { expect, it } from 'vitest';\nit('crosses', () => expect(here).toBe('access'));\n",
});
const { findings, filesRead } = lint(planted);
const refused = new Set(findings.filter(({ rule }) => rule.includes('arrows')).map(({ file }) => file.replaceAll('\\', '/')));
afterAll(() => planted.remove());

describe('the arrows', () => {
  it('are checked on every planted file', () => {
    expect(filesRead).toBeGreaterThan(pairs.length);
    expect(pairs.length).toBe(roomNames.length * (roomNames.length - 1));
  });

  it.each(pairs.filter(({ allowed }) => !allowed))('do not go from $from to $to', ({ from, to }) => {
    expect(refused).toContain(fileFor(from, to));
  });

  it.each(pairs.filter(({ allowed }) => allowed))('go from $from to $to', ({ from, to }) => {
    expect(refused).not.toContain(fileFor(from, to));
  });

  it.each(roomNames)('do not go from %s to main', (from) => {
    expect(refused).toContain(fileFor(from, 'main'));
  });

  it.each([
    ['an import at run time', 'src/domain/call/asks-late.ts'],
    ['an export from elsewhere', 'src/domain/call/hands-on.ts'],
    ['a type by its file', 'src/domain/call/names-a-type.ts'],
    ['a path that goes round', 'src/domain/call/goes-round.ts'],
    ['a path held in a variable', 'src/store/hides.ts'],
    ['a folder that no row names', 'src/domain/keeper.ts'],
    ['a file outside src', 'src/api/reaches-out.ts'],
  ])('hold for %s', (_what, file) => {
    expect(refused).toContain(file);
  });

  it('are crossed by the tests beside the code, and by nothing else', () => {
    expect(refused).not.toContain('src/store/room.test.ts');
    expect([...refused].filter((file) => file.endsWith('room.ts'))).toEqual([]);
  });
});
