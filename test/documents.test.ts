/** What the documents point to is there: every file they link to or name, and every decision that is named by its number. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const house = resolve(import.meta.dirname, '..');
const files = execFileSync('git', ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: house,
  encoding: 'utf8',
})
  .split('\0')
  .filter((name) => name !== '' && existsSync(join(house, name)));
const documents = files.filter((name) => name.endsWith('.md')).map((name) => ({ name, text: readFileSync(join(house, name), 'utf8') }));

/** Whether a file is there, named from the document's own folder, from the house, or by its last part alone. */
function isThere(from: string, named: string): boolean {
  return existsSync(join(house, dirname(from), named)) || files.some((file) => file === named || file.endsWith(`/${named}`));
}

it('every link leads to a file', () => {
  const links = documents.flatMap(({ name, text }) =>
    [...text.matchAll(/\]\((?!https?:)([^)#\s]+)/g)].map(([, to]) => ({ name, to: to ?? '' })),
  );
  expect(links.length).toBeGreaterThan(20);
  expect(links.filter(({ name, to }) => !existsSync(join(house, dirname(name), to)))).toEqual([]);
});

it('every file that is named is there', () => {
  const named = documents.flatMap(({ name, text }) =>
    [...text.matchAll(/`([\w./-]+\.(?:tsx?|m?js|md|sql|typ))`/g)].map(([, file]) => ({ name, file: file ?? '' })),
  );
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter(({ name, file }) => !isThere(name, file))).toEqual([]);
});

it('every decision stands under its own number, and those that are named are there', () => {
  const decisions = files
    .filter((name) => /^docs\/decisions\/\d{4}-/.test(name))
    .map((name) => name.slice('docs/decisions/'.length).slice(0, 4));
  expect(new Set(decisions).size).toBe(decisions.length);
  const named = documents
    .filter(({ name }) => name.startsWith('docs/decisions/'))
    .flatMap(({ name, text }) => [...text.matchAll(/\b(00\d\d)\b/g)].map(([, number]) => ({ name, number: number ?? '' })));
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter(({ number }) => !decisions.includes(number))).toEqual([]);
});

it('the list of decisions has each of them once, under its own heading', () => {
  const headings = documents
    .filter(({ name }) => /^docs\/decisions\/\d{4}-/.test(name))
    .map(({ name, text }) => `[${text.slice(2, text.indexOf('\n'))}](${name.slice('docs/decisions/'.length)})`);
  const list = documents.find(({ name }) => name === 'docs/decisions/README.md')?.text ?? '';
  expect([...list.matchAll(/^- (.+)$/gm)].map(([, line]) => line ?? '').toSorted()).toEqual(headings.toSorted());
});
