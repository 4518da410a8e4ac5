import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { readJsonFile } from './json-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'samlob-json-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'file.json');

async function read(text: string): ReturnType<typeof readJsonFile> {
  writeFileSync(file, text);
  return readJsonFile(file);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test('any value is read as it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue({ noUnicodeString: false }), fc.constantFrom(undefined, 2), async (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      expect(await read(text)).toMatchObject({ value: JSON.parse(text) as unknown });
    }),
    { numRuns: 300, seed: 1 },
  );
});

test('a text is refused exactly when the language refuses it', async () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"b"',
    '1',
    '-',
    '0.5',
    '1e',
    'true',
    'null',
    'nul',
    ' ',
    '\n',
    '"',
    '\\',
    '.',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(pieces, { maxLength: 9 }), async (parts) => {
      const text = parts.join('');
      const answer = await read(text);
      const repeats = 'problem' in answer && answer.problem.includes('stands twice');
      if (!repeats) expect('problem' in answer, text).toBe(!isJson(text));
    }),
    { numRuns: 3_000, seed: 2 },
  );
});

test.each([
  ['', '1:1: the file ends in the middle.'],
  ['{\n  "years": ten\n}', '2:12: there is no value that JSON knows.'],
  ['{"a": 1,\n "b": 2,}', '2:9: a field must have its name in double quotes.'],
  ['{"a": 1 "b": 2}', '1:9: a “,” or “}” is missing.'],
  ['{"a": 1,\n"a": 2}', '2:1: the field “a” stands twice.'],
  ['[1] 2', '1:5: something stands after the end.'],
  ['['.repeat(5_000), '1:102: it is nested too deeply.'],
])('«%.20s» is refused where it goes wrong', async (text, sentence) => {
  expect(await read(text)).toMatchObject({ problem: `${file}:${sentence}` });
});

test('a field is found where its value stands, and a missing one where it should be', async () => {
  const answer = await read('{\n  "sites": [\n    {"id": "A",\n     "places": 8}]}');
  if ('problem' in answer) throw new Error(answer.problem);
  expect(answer.where('sites[0].places')).toBe(`${file}:4:16`);
  expect(answer.where('sites[0].flexible.places')).toBe(`${file}:3:5`);
  expect(answer.where('sites[7]')).toBe(`${file}:2:12`);
  expect(answer.where('years')).toBe(`${file}:1:1`);
  for (const strange of ['a]', 'x.y[-1]', ']', '[', 'sites[0].places]']) expect(answer.where(strange)).toBe(`${file}:1:1`);
});
