import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { moment } from '../domain/time.ts';
import { audit } from './audit.ts';
import type { Command } from './command.ts';
import { protect } from './protect.ts';

const folder = mkdtempSync(join(tmpdir(), 'samlob-protect-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);
writeFileSync(at('h.txt'), '# municipalities in regions\nmun=M01<R1\nmun=M02<R1\nmun=M03<R2\nmun=M04<R2\n');
writeFileSync(
  at('counts.csv'),
  'region;mun;year;freq\nR1;M01;2020;9\nR1;M02;2020;1\nR2;M03;2020;12\nR1;M01;2021;2\nR1;M02;2021;14\nR2;M04;2021;6\n',
);

async function run(
  command: Command,
  ...words: readonly string[]
): Promise<{ readonly code: number; readonly written: string; readonly said: string }> {
  const written: string[] = [];
  const said: string[] = [];
  const code = await command(words, {
    project: process.cwd(),
    now: () => moment('2026-11-25T09:00:00Z'),
    database: () => Promise.reject(new Error('no database is needed')),
    maintenance: () => Promise.reject(new Error('no database is needed')),
    write: (answer) => void written.push(String(answer)),
    say: (sentence) => void said.push(sentence.replaceAll(`${folder}/`, '')),
  });
  return { code, written: written.join(''), said: said.join('\n') };
}

type Protected = {
  readonly cells: readonly {
    readonly dims: Readonly<Record<string, string>>;
    readonly published: number | { readonly suppressed: true };
  }[];
  readonly status: string;
  readonly optimal: boolean;
  readonly bound: number;
  readonly cost: number;
  readonly audit: { readonly safe: boolean };
};
const given = ['--hierarchy', at('h.txt'), '--json'];

describe('samlob protect', () => {
  test('rounds every cell, sums too, and passes over the column that repeats the region', async () => {
    const { code, written } = await run(protect, at('counts.csv'), '--method', 'rounding', ...given);
    const out = JSON.parse(written) as Protected;
    expect([code, out.status, out.optimal, out.bound === out.cost, out.cells.length]).toEqual([0, 'optimal', true, true, 21]);
    expect(out.cells[0]?.dims).toEqual({ mun: 'Total', year: 'Total' });
    // 44 women in all.
    expect([40, 45]).toContain(out.cells[0]?.published);
  });

  test('suppresses, and what it writes withstands samlob audit', async () => {
    const csv = at('published.csv');
    const { code, written } = await run(protect, at('counts.csv'), '--method', 'suppression', '--csv', csv, ...given);
    const out = JSON.parse(written) as Protected;
    expect([code, out.audit.safe]).toEqual([0, true]);
    expect(out.cells.filter(({ published }) => typeof published !== 'number').length).toBe(out.cost);
    expect(readFileSync(csv, 'utf8')).toContain('M02,2020,.');
    for (const attacker of ['plain', 'rule-aware', 'insider']) {
      const audited = await run(audit, csv, '--attacker', attacker, '--truth', at('counts.csv'), ...given);
      expect(JSON.parse(audited.written)).toMatchObject({ opened: [], safe: true });
    }
  });

  test('reads «;», takes absent cells for zero, and proves that no fewer cells can be hidden', async () => {
    const { written, said } = await run(protect, at('counts.csv'), '--method', 'suppression', ...given);
    const out = JSON.parse(written) as Protected;
    expect([out.status, out.optimal, out.bound === out.cost, said]).toEqual(['optimal', true, true, '']);
    expect(out.cells.find(({ dims }) => dims.mun === 'M04' && dims.year === '2020')?.published).toBe(0);
    const plain = await run(protect, at('counts.csv'), '--method', 'suppression', '--attackers', 'plain', ...given);
    // Who need not fear the insider hides a square of four.
    expect((JSON.parse(plain.written) as Protected).cost).toBe(4);
  });

  test('ends well with --protect rule where a table withstands the attackers', async () => {
    writeFileSync(at('four.csv'), 'mun,count\nM02,1\nM04,9\n');
    const rule = ['--protect', 'rule', ...given];
    const suppressed = await run(protect, at('four.csv'), '--method', 'suppression', ...rule);
    expect([suppressed.code, (JSON.parse(suppressed.written) as Protected).audit.safe]).toEqual([0, true]);
    expect(suppressed.said).toMatch(/^1 large counts can be seen not to be 1, .* none of them can be worked out\.$/);
    // Next to a multiple of 3, a 0 is 0 to 2: it must be able to be 4.
    const rounded = await run(protect, at('four.csv'), '--method', 'rounding', '--base', '3', '--csv', at('wider.csv'), ...rule);
    expect([rounded.code, (JSON.parse(rounded.written) as Protected).audit.safe]).toEqual([0, true]);
    const [, steps = '0'] = /^Numbers may lie up to \d+ from the count: .* Audit them with --steps ([1-9])\.$/.exec(rounded.said) ?? [];
    // What was made is audited on the terms it was made on: a reader who is told that they are narrower believes to know more.
    const told = ['--attacker', 'insider', '--truth', at('four.csv'), '--base', '3', ...rule];
    expect(JSON.parse((await run(audit, at('wider.csv'), ...told, '--steps', steps)).written)).toMatchObject({ opened: [], safe: true });
    expect(JSON.parse((await run(audit, at('wider.csv'), ...told)).written)).toMatchObject({ safe: false });
  });

  test.each([
    ['mun,count\nM01,-3\n', '2:5: “-3” is not a whole number from 0.'],
    ['mun,count\nM01,1,5\n', '2:7: the line has 3 cells and the header 2.'],
    ['mun,count\nTotal,5\n', '2:1: “Total” is a sum; only inner cells are given, and the sums are added up here.'],
    ['mun,count\nM01,x\n', '2:5: “x” is not a whole number from 0.'],
    ['mun,count\nM01,1\nM01,2\n', '3:1: the cell mun=M01 has been given before, in line 2.'],
    ['mun,count\nM01,\n', '2:5: the count is empty.'],
    ['mun,count\nM01,1000000000000\n', '2:5: “1000000000000” is more than 999999999, the most that a cell can hold here.'],
    ['mun,count\nR1,1\n', '2:1: “R1” is a sum; only inner cells are given, and the sums are added up here.'],
    ['mun,count\nM99,1\n', '2:1: “M99” stands in no line of h.txt.'],
    ['mun,number\nM01,1\n', '1:1: there is no column “count” (or “freq”).'],
    ['mun,count,freq\nM01,1,1\n', '1:11: both “count” and “freq” are there; only one of them is the count.'],
    ['mun,year,count\n', '1:5: “year” has no codes: the file has no lines beneath the header, and no hierarchy names any.'],
    ['mun,count\nM01,1.5\n', '2:5: “1.5” is not a whole number from 0.'],
    ['', '1:1: the file is empty.'],
  ])('says where %j is wrong', async (text, where) => {
    writeFileSync(at('bad.csv'), text);
    const { code, written, said } = await run(protect, at('bad.csv'), '--method', 'rounding', ...given);
    expect([code, written, said]).toEqual([1, '', `bad.csv:${where}`]);
  });

  test.each([
    ['mun=M01<R1;mun=R1<M01', '--hierarchy:1:1: “M01” is a part of itself.'],
    ['mun=M01<R1;mun=R1<A;mun=A<R1', '--hierarchy:2:1: “R1” is a part of itself.'],
    ['mun=Total<R1', '--hierarchy:1:1: Total has no parent.'],
    ['mun=M01<R1;by=x<y', '--hierarchy:2:1: the table has no column “by”.'],
    ['mun=M01', 'mun=M01: there is no such file or folder.'],
    ['mun=M01<R1;mun=M02', '--hierarchy:2:1: “mun=M02” is not a line such as mun=M01<R1.'],
  ])('says where the hierarchy %s is wrong', async (hierarchy, where) => {
    writeFileSync(at('one.csv'), 'mun,count\nM01,1\n');
    const { code, written, said } = await run(protect, at('one.csv'), '--method', 'rounding', '--hierarchy', hierarchy);
    expect([code, written, said]).toEqual([1, '', where]);
  });

  test('reads tabs, a byte order mark, carriage returns and Danish letters', async () => {
    writeFileSync(at('danish.csv'), '\uFEFFkommune\tcount\r\nÆrø\t1\r\nSønderborg\t9\r\n');
    const { code, written } = await run(protect, at('danish.csv'), '--method', 'rounding', '--json');
    expect([code, (JSON.parse(written) as Protected).cells.map(({ dims }) => dims.kommune)]).toEqual([0, ['Total', 'Ærø', 'Sønderborg']]);
  });

  test.each([
    [[]],
    [['--method', 'magic']],
    [['--method', 'rounding', '--zeros', 'maybe']],
    [['--method', 'rounding', '--threshold', '1']],
  ])('is a usage error: %j', async (words) => {
    expect((await run(protect, at('counts.csv'), ...words)).code).toBe(2);
  });
});

describe('samlob audit', () => {
  test('gives τ-ARGUS’s intervals, and null for no end', async () => {
    writeFileSync(
      at('argus.csv'),
      'r,c,published\nTotal,Total,10\nTotal,a,6\nTotal,b,4\n1,Total,7\n2,Total,3\n1,a,.\n1,b,.\n2,a,.\n2,b,.\n',
    );
    const { written } = await run(audit, at('argus.csv'), '--attacker', 'plain', '--json');
    expect(JSON.parse(written)).toMatchObject({
      cells: [
        { lo: 3, hi: 6 },
        { lo: 1, hi: 4 },
        { lo: 0, hi: 3 },
        { lo: 0, hi: 3 },
      ],
      opened: [],
      // Its margins hold a 3 and a 4, which no attacker has to work out.
      shown: [{ dims: { r: 'Total', c: 'b' } }, { dims: { r: '2', c: 'Total' } }],
      safe: false,
    });
  });

  test('uses the ledger: a table that is safe alone is opened by an earlier one', async () => {
    const old = mkdtempSync(join(folder, 'ledger-'));
    const cells = (a: string, b: string): string => `x,published\nTotal,9\na,${a}\nb,${b}\n`;
    writeFileSync(at('new.csv'), cells('.', '.'));
    writeFileSync(join(old, 'old.csv'), cells('.', '6'));
    expect(JSON.parse((await run(audit, at('new.csv'), '--attacker', 'plain', '--json')).written)).toMatchObject({ safe: true });
    const { written } = await run(audit, at('new.csv'), '--attacker', 'plain', '--ledger', old, '--json');
    expect(JSON.parse(written)).toMatchObject({
      opened: [
        { dims: { x: 'a' }, lo: 3, hi: 3 },
        { dims: { x: 'b' }, lo: 6, hi: 6 },
      ],
      safe: false,
    });
  });

  test('tells when a table that keeps its own counts opens one of an earlier release', async () => {
    const old = mkdtempSync(join(folder, 'earlier-'));
    const cells = (codes: string): string => `mun,cat,published\n${codes.split(' ').join('\n')}\n`;
    writeFileSync(
      join(old, 'by-cat.csv'),
      cells('Total,Total,19 Total,x,5 Total,y,14 R1,Total,19 R1,x,5 R1,y,14 M1,Total,. M1,x,. M1,y,5 M2,Total,. M2,x,. M2,y,9'),
    );
    writeFileSync(
      at('by-year.csv'),
      'mun,year,published\nTotal,Total,19\nTotal,1,19\nR1,Total,19\nR1,1,19\nM1,Total,8\nM1,1,8\nM2,Total,11\nM2,1,11\n',
    );
    writeFileSync(at('alone.csv'), 'year,published\nTotal,19\n1,19\n');
    writeFileSync(at('muns.txt'), 'mun=M1<R1\nmun=M2<R1\n');
    const words = ['--hierarchy', at('muns.txt'), '--ledger', old, '--json'] as const;
    for (const attacker of ['plain', 'rule-aware']) {
      const { written, said, code } = await run(audit, at('by-year.csv'), '--attacker', attacker, ...words, '--check');
      const answer = JSON.parse(written) as { readonly opened: unknown; readonly earlier: unknown; readonly safe: unknown };
      expect(answer).toMatchObject({ opened: [], safe: false });
      expect(answer.earlier).toEqual([
        { release: 'by-cat.csv', dims: { mun: 'M1', cat: 'x' }, lo: 3, hi: 3 },
        { release: 'by-cat.csv', dims: { mun: 'M2', cat: 'x' }, lo: 2, hi: 2 },
      ]);
      expect(said).toContain('Together with this table a reader works out mun=M1, cat=x of the earlier release by-cat.csv, and 1 further');
      expect(code).toBe(3);
    }
    // One that adds nothing opens nothing, though the hierarchy is of a dimension that only the earlier table has.
    const harmless = await run(audit, at('alone.csv'), '--attacker', 'plain', ...words);
    expect(JSON.parse(harmless.written)).toMatchObject({ opened: [], earlier: [], safe: true });
    const misspelt = await run(
      audit,
      at('alone.csv'),
      '--attacker',
      'plain',
      '--hierarchy',
      'mun=M1<R1;mun=M2<R1;mum=M1<R1',
      '--ledger',
      old,
    );
    expect([misspelt.code, misspelt.said]).toEqual([1, '--hierarchy:3:1: the table has no column “mum”.']);
  });

  test('names the earlier release that a table does not agree with, as where a count was corrected in between', async () => {
    const old = mkdtempSync(join(folder, 'corrected-'));
    writeFileSync(join(old, 'first.csv'), 'x,published\nTotal,17\na,8\nb,9\n');
    writeFileSync(at('corrected.csv'), 'x,published\nTotal,16\na,7\nb,9\n');
    const told = await run(audit, at('corrected.csv'), '--attacker', 'plain', '--ledger', old);
    expect([told.code, told.said]).toEqual([
      1,
      'corrected.csv: no table agrees with it and with first.csv: a count was corrected in between, or the terms are others.',
    ]);
  });

  test('finds small counts that are shown as they are: no attacker is needed', async () => {
    writeFileSync(at('bare.csv'), 'x,published\nTotal,10\na,3\nb,7\n');
    const bare = await run(audit, at('bare.csv'), '--attacker', 'plain', '--json');
    expect(bare.said).toContain('1 counts from 1 to 4 are shown as they are.');
    // Nothing is hidden and so nothing is opened; it is not safe all the same.
    expect(JSON.parse(bare.written)).toEqual({ cells: [], opened: [], shown: [{ dims: { x: 'a' } }], safe: false });
    writeFileSync(at('rounded.csv'), 'x,published\nTotal,9\na,3\nb,6\n');
    expect((await run(audit, at('rounded.csv'), '--attacker', 'plain', '--base', '3', '--json')).said).toBe('');
  });

  test('does not call a table safe in which nothing is hidden and whose numbers may be rounded, when no base is given', async () => {
    writeFileSync(at('maybe.csv'), 'x,published\nTotal,25\na,10\nb,15\n');
    const maybe = await run(audit, at('maybe.csv'), '--attacker', 'plain', '--check');
    expect(maybe.code).toBe(3);
    expect(maybe.written).toBe('No cell is hidden, so none was tried.\n');
    expect(maybe.said).toMatch(/all its numbers are multiples of 5\. If it was rounded, give --base\.$/);
    const json = await run(audit, at('maybe.csv'), '--attacker', 'plain', '--json');
    expect(JSON.parse(json.written)).toMatchObject({ safe: false });
    expect((await run(audit, at('maybe.csv'), '--attacker', 'plain', '--base', '5', '--check')).said).not.toContain('Nothing is hidden');
    // Counts that have no common divisor are as they were counted, and none of them is small.
    writeFileSync(at('counted.csv'), 'x,published\nTotal,23\na,10\nb,13\n');
    const counted = await run(audit, at('counted.csv'), '--attacker', 'plain', '--check');
    expect([counted.code, counted.said.includes('so it was not rounded to one')]).toEqual([0, true]);
  });

  test.each([
    ['opened', 'x,published\nTotal,10\na,.\nb,7\n', [], 'The plain attacker works out x=a exactly.'],
    ['two opened', 'x,published\nTotal,10\na,0\nb,.\nc,7\nd,.\n', ['--zeros', 'show', '--protect', 'rule'], null],
    [
      'shown as it is',
      'x,published\nTotal,10\na,3\nb,7\n',
      [],
      /^1 counts from 1 to 4 are shown as they are\. No attacker is needed for those; a rounded table is audited with --base\.\s*Nothing is hidden/,
    ],
  ] as const)(
    'ends with 3 where it is to check, and names cell and attacker on standard error where a table is %s',
    async (_, text, words, sentence) => {
      writeFileSync(at('unsafe.csv'), text);
      const json = await run(audit, at('unsafe.csv'), '--attacker', 'plain', '--json', ...words);
      expect(json.code).toBe(0);
      expect((JSON.parse(json.written) as { safe: boolean }).safe).toBe(false);
      if (sentence === null)
        expect(json.said).toMatch(/^The plain attacker works out x=[bd] more closely than the rule allows, and 1 further cells\.$/);
      else if (typeof sentence === 'string') expect(json.said).toBe(sentence);
      else expect(json.said).toMatch(sentence);
      expect((await run(audit, at('unsafe.csv'), '--attacker', 'plain', '--check', ...words)).code).toBe(3);
    },
  );

  test.each([
    [
      'a number that is no multiple',
      'x,published\nTotal,10\na,3\nb,5\n',
      'r.csv:3:3: “3” is no multiple of 5, which --base says that every number was rounded to.',
    ],
    [
      'a hidden one',
      'x,published\nTotal,10\na,.\nb,5\n',
      'r.csv:3:3: a table that was rounded (--base) hides nothing: “.” is no multiple.',
    ],
    [
      'sums that do not add up',
      'x,published\nTotal,10\na,5\nb,10\n',
      'r.csv:2:7: x=Total is printed as 10, and what is printed of its parts adds up to 15.',
    ],
  ])('with --base refuses %s, with its place', async (_, text, sentence) => {
    writeFileSync(at('r.csv'), text);
    const { code, written, said } = await run(audit, at('r.csv'), '--attacker', 'plain', '--base', '5');
    expect([code, written, said]).toEqual([1, '', sentence]);
  });

  test('takes it for no disclosure that the only woman of a region knows the rest of it to be empty', async () => {
    writeFileSync(at('alone.csv'), 'x,published\nTotal,.\nR1,.\nR2,.\na,.\nb,.\nc,.\nd,.\n');
    writeFileSync(at('alone-true.csv'), 'x,count\na,1\nb,0\nc,2\nd,9\n');
    const told = ['--hierarchy', 'x=a<R1;x=b<R1;x=c<R2;x=d<R2', '--zeros', 'hide', '--attacker', 'insider', '--json'];
    const alone = await run(audit, at('alone.csv'), ...told, '--truth', at('alone-true.csv'));
    expect(JSON.parse(alone.written)).toMatchObject({ opened: [], safe: true });
    // That another place is empty she may not find: ten in all, nine of them printed, and one is herself.
    writeFileSync(at('ten.csv'), 'x,published\nTotal,10\na,.\nb,.\nd,9\n');
    writeFileSync(at('ten-true.csv'), 'x,count\na,1\nd,9\n');
    const ten = await run(
      audit,
      at('ten.csv'),
      '--zeros',
      'hide',
      '--attacker',
      'insider',
      '--truth',
      at('ten-true.csv'),
      '--hierarchy',
      'x=a<Total;x=b<Total;x=d<Total',
      '--json',
    );
    expect(JSON.parse(ten.written)).toMatchObject({ opened: [{ dims: { x: 'b' }, lo: 0, hi: 0 }], safe: false });
    // With the country printed, she knows the other region too: that is one.
    writeFileSync(at('alone.csv'), 'x,published\nTotal,12\nR1,.\nR2,.\na,.\nb,.\nc,.\nd,.\n');
    const with12 = await run(audit, at('alone.csv'), ...told, '--truth', at('alone-true.csv'));
    expect(JSON.parse(with12.written)).toMatchObject({ opened: [{ dims: { x: 'R2' }, lo: 11, hi: 11 }], safe: false });
  });

  test('needs the truth to find an insider, and the one the table was made from; and every cell of the table', async () => {
    writeFileSync(at('made.csv'), 'x,published\nTotal,10\na,.\nb,.\n');
    writeFileSync(at('other.csv'), 'x,count\na,3\nb,9\n');
    const other = await run(audit, at('made.csv'), '--attacker', 'insider', '--truth', at('other.csv'));
    expect([other.code, other.said]).toEqual([
      1,
      'other.csv:1:1: the counts are not those of the published table: x=Total is 12 here, and published as 10.',
    ]);
    expect((await run(audit, at('argus.csv'), '--attacker', 'insider')).code).toBe(2);
    for (const words of [
      ['--steps', '1'],
      ['--base', '5', '--steps', 'x'],
    ])
      expect((await run(audit, at('argus.csv'), '--attacker', 'plain', ...words)).code).toBe(2);
    writeFileSync(at('short.csv'), 'x,y,published\nTotal,Total,9\na,1,.\n');
    const { code, said } = await run(audit, at('short.csv'), '--attacker', 'plain');
    expect([code, said]).toEqual([1, 'short.csv:4:1: the cell x=Total, y=1 is missing.']);
  });
});
