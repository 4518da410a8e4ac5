/** What the compiler refuses: the domain that looks round, rooms that reach across, and an island that asks for Node. */
import { afterAll, describe, expect, it } from 'vitest';
import { compile, plant } from './planted.ts';

const looksRound = ['fetch', 'console', 'process', 'setTimeout', 'crypto', 'document'] as const;

const planted = plant({
  ...Object.fromEntries(looksRound.map((name) => [`src/domain/uses-${name}.ts`, `export const found: unknown = ${name};\n`])),
  'src/domain/reads-files.ts': "import { readFileSync } from 'node:fs';\nexport const read: unknown = readFileSync;\n",
  'src/domain/asks-the-store.ts': "import { here } from '../store/room.ts';\nexport const there = here;\n",
  'src/access/asks-the-store.ts': "import { here } from '../store/room.ts';\nexport const there = here;\n",
  'src/store/asks-access.ts': "import { here } from '../access/room.ts';\nexport const there = here;\n",
  'src/reports/asks-the-store.ts': "import { here } from '../store/room.ts';\nexport const there = here;\n",
  'src/web/ui/asks-an-island.ts': "import { here } from '../islands/room.ts';\nexport const there = here;\n",
  'src/web/islands/asks-node.ts': 'export const found: unknown = process;\n',
  'src/web/islands/asks-the-page.ts': 'export const found: unknown = document;\n',
  'src/api/asks-the-page.ts': 'export const found: unknown = document;\n',
  'src/store/counts.ts': "export enum Colour {\n  red = 'red',\n}\n",
  'src/store/first.ts': 'export const first = (list: readonly string[]): string => list[0];\n',
});
const errors = compile(planted);
const sound = plant();
const soundErrors = compile(sound);
afterAll(() => {
  planted.remove();
  sound.remove();
});

const codesIn = (file: string): readonly string[] => errors.filter((error) => error.file === file).map((error) => error.rule);

describe('the compiler', () => {
  it('passes the house as it is laid', () => {
    expect(soundErrors).toEqual([]);
  });

  it.each(looksRound)('does not know «%s» in the domain', (name) => {
    expect(errors.find(({ file }) => file === `src/domain/uses-${name}.ts`)?.message).toContain(`'${name}'`);
  });

  it('does not know the files of Node in the domain', () => {
    expect(codesIn('src/domain/reads-files.ts')).not.toEqual([]);
  });

  it.each([
    'src/domain/asks-the-store.ts',
    'src/access/asks-the-store.ts',
    'src/store/asks-access.ts',
    'src/reports/asks-the-store.ts',
    'src/web/ui/asks-an-island.ts',
  ])('refuses a room that reaches across: %s', (file) => {
    expect(codesIn(file).some((code) => code === 'TS6059' || code === 'TS6307')).toBe(true);
  });

  it('gives an island the page and not Node, and the server the reverse', () => {
    expect(codesIn('src/web/islands/asks-node.ts')).not.toEqual([]);
    expect(codesIn('src/web/islands/asks-the-page.ts')).toEqual([]);
    expect(codesIn('src/api/asks-the-page.ts')).not.toEqual([]);
  });

  it('refuses enums, and an element that may be missing', () => {
    expect(codesIn('src/store/counts.ts')).toContain('TS1294');
    expect(codesIn('src/store/first.ts')).toContain('TS2322');
  });
});
