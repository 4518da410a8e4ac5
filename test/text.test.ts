/** Rules about the text of the project: it speaks of itself alone, its files are short, and its Danish is respectful. */
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { englishTexts } from './english.ts';

const house = resolve(import.meta.dirname, '..');
const tracked = execFileSync('git', ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: house,
  encoding: 'utf8',
})
  .split('\0')
  .filter((name) => name !== '' && isFile(name));
const texts = tracked
  .map((name) => ({ name, bytes: readFileSync(join(house, name)) }))
  .filter(({ bytes }) => !bytes.includes(0))
  .map(({ name, bytes }) => ({ name, text: bytes.toString('utf8') }));
const sources = texts.filter(({ name }) => /^(src|script|bin|lint|test|e2e|bench)\/.*\.(ts|tsx|js|mjs|sql|css)$/.test(name));

function isFile(name: string): boolean {
  return statSync(join(house, name), { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Where a pattern occurs: `file:line  text`. */
function findings(pattern: RegExp, among = texts): readonly string[] {
  return among.flatMap(({ name, text }) =>
    text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${name}:${index + 1}  ${line.trim().slice(0, 120)}`] : [])),
  );
}

/** Files that are longer than 400 lines and why. A new one needs a reason here. */
const longFiles: Readonly<Record<string, string>> = {
  'src/store/figures.test.ts': 'one invented register, counted by the domain and by the database: its cases share one set-up',
  'src/store/placement-waiting.test.ts':
    'one list of a few women, told of from the first wish to the last answer: its cases share one set-up',
  'src/store/placement.test.ts': 'one invented unit, told of from its first hold to the last discharge: its cases share one set-up',
  'src/store/row-security.test.ts': 'one table: for each table of the database, what is tried and all who may',
  'src/web/places/places.test.ts': 'the pages of one journey, which share one demonstration',
};

/** Names of laws and documents, which are quoted as they stand. */
const officialNames = ['lov om tilbageholdelse af stofmisbrugere i behandling'];

describe('the text of the project', () => {
  it('is read as a whole', () => {
    expect(texts.length).toBeGreaterThan(30);
    expect(sources.length).toBeGreaterThan(15);
  });

  it('names no folder of one machine', () => {
    // The patterns are broken up so that this file does not find itself.
    const ownFolders = /(^|[\s"'`(=:])\/(work|home|root|Users|tmp)\/(?!\.\.\.)[\w.-]+/;
    expect(
      findings(
        ownFolders,
        texts.filter(({ name }) => name !== 'test/text.test.ts'),
      ),
    ).toEqual([]);
  });

  it('names no host that packages were fetched from', () => {
    expect(findings(/"resolved":\s*"https?:/)).toEqual([]);
    expect(
      findings(
        /_auth|registry\s*=\s*http/,
        texts.filter(({ name }) => /npmrc$|lock/.test(name)),
      ),
    ).toEqual([]);
  });

  it('carries no notes to oneself', () => {
    const notes = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'HA' + 'CK', 'X' + 'XX'].join('|')})\\b`);
    expect(findings(notes, sources)).toEqual([]);
  });

  it('gives a reason beside each rule that is set aside', () => {
    const without = sources
      .filter(({ name }) => name !== 'test/text.test.ts')
      .flatMap(({ name, text }) => {
        const lines = text.split('\n');
        const unexplained = (line: string, index: number): boolean =>
          /(oxlint|eslint)-disable/.test(line) && !/ -- \S/.test(line) && !/^\s*(\/\/|\/?\*)/.test(lines[index - 1] ?? '');
        return lines.flatMap((line, index) => (unexplained(line, index) ? [`${name}:${index + 1}  ${line.trim()}`] : []));
      });
    expect(without).toEqual([]);
  });

  it('names in its documents only files that are there', () => {
    const documents = texts.filter(({ name }) => name.endsWith('.md'));
    const named = documents.flatMap(({ name, text }) =>
      [...text.matchAll(/`((?:src|test|lint|script|docs|bench|e2e|bin)\/[\w./-]*)`/g)].map(([, path]) => ({ name, path: path ?? '' })),
    );
    expect(named.length).toBeGreaterThan(20);
    const missing = named.filter(({ path }) => statSync(join(house, path), { throwIfNoEntry: false }) === undefined);
    expect(missing.map(({ name, path }) => `${name}: ${path}`)).toEqual([]);
  });

  it('is kept in files of at most 400 lines', () => {
    const long = sources.filter(({ name, text }) => name.startsWith('src/') && text.split('\n').length > 401).map(({ name }) => name);
    expect(long.filter((name) => !(name in longFiles))).toEqual([]);
    expect(Object.keys(longFiles).filter((name) => !long.includes(name))).toEqual([]);
  });

  it('does not call a woman what she does', () => {
    const danish = sources
      .filter(({ name }) => name.startsWith('src/') && !name.endsWith('.test.ts'))
      .map(({ name, text }) => ({ name, text: officialNames.reduce((rest, official) => rest.replaceAll(official, ''), text) }));
    expect(findings(/misbruger/i, danish)).toEqual([]);
  });

  it('quotes in English as English does, and leaves «» to the Danish', () => {
    // Tests quote as they like; the words of the program do not.
    const spoken = sources.filter(({ name }) => /^(src|script|bin)\/.*\.(ts|tsx|js|mjs)$/.test(name) && !name.endsWith('.test.ts'));
    const danishQuotes = (name: string, text: string): readonly string[] =>
      englishTexts(name, text).flatMap((one) => (/[«»]/.test(one.text) ? [`${name}:${one.line}  ${one.text.trim().slice(0, 120)}`] : []));
    // Most of them stand in comments, and a file with no others need not be parsed.
    const isQuoted = (text: string): boolean => text.split('\n').some((line) => /[«»]/.test(line) && !/^\s*(\/\/|\/?\*)/.test(line));
    expect(spoken.flatMap(({ name, text }) => (isQuoted(text) ? danishQuotes(name, text) : []))).toEqual([]);
    // Every place where English stands is seen.
    for (const source of [
      "export const aTexts = catalogue({ a: '«da»' }, { a: '«en»' });",
      "const a = { da: '«da»', en: '«en»' };",
      "const anEnglish = { a: '«en»' }; const aDanish = { a: '«da»' };",
      "function inEnglish() { return `«${'en'}»`; }",
      "const a = language === 'da' ? '«da»' : '«en»';",
      "const a = props.language !== 'da' ? '«en»' : '«da»';",
      "const a = danish ? '«da»' : '«en»';",
    ]) {
      const seen = danishQuotes('src/web/a.ts', source).join(' ');
      expect(seen, source).toMatch(/«/);
      expect(seen, source).not.toContain('«da»');
    }
    expect(danishQuotes('src/cli/a.ts', "fault('«en»')")).toHaveLength(1);
    expect(danishQuotes('src/web/a.ts', "// «en»\nconst a = '«da»';")).toEqual([]);
  });

  it('raises its voice nowhere in the words of the screen', () => {
    const words = sources.filter(({ name }) => /^src\/web\/.*texts\.ts$/.test(name));
    expect(findings(/['`"][^'`"]*[a-zæøå]!['`"\s]/i, words)).toEqual([]);
  });
});
