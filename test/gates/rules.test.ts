/** What lint refuses beside the arrows: each rule is seen closing on a planted file, and the same file without the fault passes. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { lint, plant } from './planted.ts';

type Case = { readonly name: string; readonly file: string; readonly rule: string; readonly wrong: string; readonly right: string };

const cases: readonly Case[] = [
  {
    name: 'a clock in the domain',
    file: 'src/domain/clock.ts',
    rule: 'no-restricted-globals',
    wrong: 'export const now = (): number => Date.now();\n',
    right: 'export const now = (millis: number): number => millis;\n',
  },
  {
    name: 'a date as a type in the domain',
    file: 'src/domain/date.ts',
    rule: 'no-restricted-types',
    wrong: 'export type Born = { readonly on: Date };\n',
    right: 'export type Born = { readonly on: string };\n',
  },
  {
    name: 'dice in the domain',
    file: 'src/domain/call/dice.ts',
    rule: 'no-restricted-properties',
    wrong: 'export const chance = (): number => Math.random();\n',
    right: 'export const chance = (draw: () => number): number => Math.floor(draw());\n',
  },
  {
    name: 'a package in the domain',
    file: 'src/domain/package.ts',
    rule: 'house(arrows)',
    wrong: "import { Type } from 'typebox';\nexport const text = Type.String();\n",
    right: "export const text = 'text';\n",
  },
  {
    name: 'Node in the domain',
    file: 'src/domain/node.ts',
    rule: 'house(arrows)',
    wrong: "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n",
    right: 'export const read = (text: string): string => text;\n',
  },
  {
    name: 'SQL outside the store',
    file: 'src/web/refer/query.ts',
    rule: 'house(arrows)',
    wrong: "import { sql } from 'kysely';\nexport const query = sql;\n",
    right: "import { here } from '../../store/room.ts';\nexport const query = here;\n",
  },
  {
    name: 'a default export',
    file: 'src/store/default.ts',
    rule: 'no-default-export',
    wrong: 'export default 1;\n',
    right: 'export const one = 1;\n',
  },
  {
    name: 'any',
    file: 'src/store/loose.ts',
    rule: 'no-explicit-any',
    wrong: 'export const same = (value: any): unknown => value;\n',
    right: 'export const same = (value: unknown): unknown => value;\n',
  },
  {
    name: 'a promise that nobody waits for',
    file: 'src/store/floating.ts',
    rule: 'no-floating-promises',
    wrong: 'export function save(write: () => Promise<void>): void {\n  write();\n}\n',
    right: 'export async function save(write: () => Promise<void>): Promise<void> {\n  await write();\n}\n',
  },
  {
    name: 'a state that a switch forgets',
    file: 'src/domain/placement/forgets.ts',
    rule: 'switch-exhaustiveness-check',
    wrong:
      "export function act(state: 'held' | 'free', done: () => void): void {\n  switch (state) {\n    case 'held':\n      done();\n  }\n}\n",
    right:
      "export function act(state: 'held' | 'free', done: () => void): void {\n  switch (state) {\n    case 'held':\n      done();\n      break;\n    case 'free':\n  }\n}\n",
  },
  {
    name: 'an unexplained «not null»',
    file: 'src/store/sure.ts',
    rule: 'no-non-null-assertion',
    wrong: 'export const first = (list: readonly string[]): string => list[0]!;\n',
    right: "export const first = (list: readonly string[]): string => list[0] ?? '';\n",
  },
  {
    name: 'two files that import each other',
    file: 'src/store/circle.ts',
    rule: 'no-cycle',
    wrong: "import { round } from './round.ts';\nexport const circle = (): unknown => round;\n",
    right: 'export const circle = (): unknown => 0;\n',
  },
  {
    name: 'a barrel',
    file: 'src/store/everything.ts',
    rule: 'no-barrel-file',
    wrong: "export * from './room.ts';\n",
    right: "import { here } from './room.ts';\nexport const everything = [here];\n",
  },
  {
    name: 'a file that is called index',
    file: 'src/reports/index.ts',
    rule: 'house(names)',
    wrong: 'export const page = 1;\n',
    right: '',
  },
  {
    name: 'a folder that is called helpers',
    file: 'src/reports/helpers/pad.ts',
    rule: 'house(names)',
    wrong: 'export const page = 1;\n',
    right: '',
  },
  {
    name: 'writing on the console outside commands',
    file: 'src/store/loud.ts',
    rule: 'no-console',
    wrong: "export const tell = (): void => console.log('saved');\n",
    right: "export const tell = (write: (text: string) => void): void => write('saved');\n",
  },
  {
    name: 'a focused test',
    file: 'src/store/focused.test.ts',
    rule: 'no-focused-tests',
    wrong: "import { expect, it } from 'vitest';\nit.only('adds', () => expect(1 + 1).toBe(2));\n",
    right: "import { expect, it } from 'vitest';\nit('adds', () => expect(1 + 1).toBe(2));\n",
  },
  {
    name: 'a skipped test',
    file: 'src/store/skipped.test.ts',
    rule: 'no-disabled-tests',
    wrong: "import { expect, it } from 'vitest';\nit.skip('adds', () => expect(1 + 1).toBe(2));\n",
    right: "import { expect, it } from 'vitest';\nit('adds', () => expect(1 + 1).toBe(2));\n",
  },
  {
    name: 'a test that asserts nothing',
    file: 'src/store/empty.test.ts',
    rule: 'expect-expect',
    wrong: "import { it } from 'vitest';\nit('adds', () => {\n  Math.max(1, 2);\n});\n",
    right: "import { expect, it } from 'vitest';\nit('adds', () => expect(Math.max(1, 2)).toBe(2));\n",
  },
];

const round = { 'src/store/round.ts': "import { circle } from './circle.ts';\nexport const round = (): unknown => circle;\n" };
const wrong = plant({ ...round, ...Object.fromEntries(cases.map(({ file, wrong: text }) => [file, text])) });
const right = plant({
  ...round,
  ...Object.fromEntries(cases.filter((one) => one.right !== '').map(({ file, right: text }) => [file, text])),
});
const found = lint(wrong);
const sound = lint(right);
afterAll(() => {
  wrong.remove();
  right.remove();
});

describe('lint', () => {
  it.each(cases)('refuses $name', ({ file, rule }) => {
    expect(found.findings.filter((finding) => finding.file === file).map((finding) => finding.rule)).toContainEqual(
      expect.stringContaining(rule),
    );
  });

  it('finds nothing in the same house without the faults', () => {
    expect(sound.findings).toEqual([]);
    expect(sound.filesRead).toBeGreaterThan(cases.length);
  });

  it('lets commands and the start write on the console', () => {
    const house = plant({ 'src/cli/tell.ts': "export const tell = (): void => console.log('done');\n" });
    expect(lint(house).findings).toEqual([]);
    house.remove();
  });

  it('fails where it has read no file', () => {
    const empty = mkdtempSync(join(tmpdir(), 'gates-empty-'));
    const run = spawnSync(process.execPath, [resolve(import.meta.dirname, '../../script/lint.mjs'), empty], { encoding: 'utf8' });
    rmSync(empty, { recursive: true });
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('oxlint');
  });

  it.each(['src/**', 'src/cli/**', 'bench/**'])('fails where it has not read %s', (unread) => {
    const house = plant({
      '.oxlintrc.json': `{ "ignorePatterns": ["${unread}", "node_modules/**"] }`,
      'bench/one.ts': 'export const one = 1;\n',
    });
    const run = spawnSync(process.execPath, [resolve(import.meta.dirname, '../../script/lint.mjs'), house.root], { encoding: 'utf8' });
    house.remove();
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(/read \d+ files, but there are \d+/);
  });
});
