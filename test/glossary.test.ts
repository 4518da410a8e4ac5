/** Every exported type of the domain has a row in the glossary, and the glossary names no type that is gone. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const house = resolve(import.meta.dirname, '..');

const typesOfTheDomain = readdirSync(join(house, 'src/domain'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .flatMap((name) =>
    [...readFileSync(join(house, 'src/domain', name), 'utf8').matchAll(/^export (?:declare )?(?:type|interface|class) (\w+)/gm)].map(
      ([, type]) => ({ type: type ?? '', file: `src/domain/${name.replaceAll('\\', '/')}` }),
    ),
  );

const namesInTheGlossary = new Set(
  readFileSync(join(house, 'docs/glossary.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .flatMap((line) => [...line.matchAll(/`(\w+)`/g)].map(([, name]) => name ?? '')),
);

it('has a row for every exported type of the domain', () => {
  expect(typesOfTheDomain.length).toBeGreaterThan(20);
  const missing = typesOfTheDomain.filter(({ type }) => !namesInTheGlossary.has(type)).map(({ type, file }) => `${type} (${file})`);
  expect(missing, 'add these to docs/glossary.md').toEqual([]);
});

it('names no type that the domain does not export', () => {
  const exported = new Set(typesOfTheDomain.map(({ type }) => type));
  expect([...namesInTheGlossary].filter((name) => !exported.has(name))).toEqual([]);
});
